package io.attendant.importing.rows;

import io.attendant.importing.reading.FieldErrors;
import io.attendant.shared.ErrorCode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What one kind of row is to the import and the export.
 *
 * @param <E> how it is stored
 * @param <D> how it is written in a file
 */
public abstract class Rows<E extends PanacheEntityBase, D> {
    public abstract Class<D> type();

    /** The answer to an id that no row has. */
    public abstract ErrorCode notFound();

    public abstract String id(D data);

    public abstract E create();

    public abstract void replace(E entity, D data);

    public abstract D data(E entity);

    public abstract long position(E entity);

    public abstract Optional<E> byId(String id);

    /** These rows, locked until the transaction ends. */
    public abstract List<E> lock(Collection<String> ids);

    /** The next rows in import order. */
    public abstract List<E> after(long position, int limit);

    /** As an export writes it, so that two writings of the same row compare as equal. */
    public D canonical(D data) {
        return data;
    }

    /** Tests the rules over several fields of a row whose single fields are sound. */
    public abstract void check(D data, FieldErrors errors);

    /** The test of one file's rows against each other and against what is stored. */
    public FileCheck<D> newFileCheck() {
        return FileCheck.none();
    }
}
