package io.attendant.importing;

import com.fasterxml.jackson.core.JsonGenerator;
import io.attendant.identity.RowSecurity;
import io.attendant.importing.rows.ImportKind;
import io.attendant.importing.rows.Rows;
import io.attendant.shared.Ids;
import io.attendant.shared.Json;
import io.attendant.shared.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes the shop's tables in the import format. */
@ApplicationScoped
public class Exporter {
    private static final int CHUNK = 500;

    @Inject
    RowSecurity rowSecurity;

    /** One row; {@link ProblemException} with the kind's own "not found" without it. */
    @Transactional
    public Object one(ImportKind kind, String id) {
        rowSecurity.staff();
        return one(kind.rows(), id);
    }

    private static <E extends PanacheEntityBase, D> D one(Rows<E, D> rows, String id) {
        if (!Ids.possible(id)) {
            throw new ProblemException(rows.notFound());
        }
        return rows.byId(id).map(rows::data).orElseThrow(() -> new ProblemException(rows.notFound()));
    }

    /** All rows as an array in import order, one on a line. A slow reader holds no transaction. */
    public void all(ImportKind kind, OutputStream out) throws IOException {
        try (JsonGenerator generator = Json.mapper().getFactory().createGenerator(out)) {
            generator.writeStartArray();
            long position = Long.MIN_VALUE;
            boolean more = true;
            while (more) {
                Chunk<?> chunk = after(kind.rows(), position);
                for (Object row : chunk.rows()) {
                    generator.writeRaw('\n');
                    Json.mapper().writeValue(generator, row);
                }
                position = chunk.last();
                more = chunk.rows().size() == CHUNK;
            }
            generator.writeRaw('\n');
            generator.writeEndArray();
        }
    }

    private record Chunk<D>(List<D> rows, long last) {}

    private <E extends PanacheEntityBase, D> Chunk<D> after(Rows<E, D> rows, long position) {
        return QuarkusTransaction.requiringNew().call(() -> {
            rowSecurity.staff();
            List<E> found = rows.after(position, CHUNK);
            long last = found.isEmpty() ? position : rows.position(found.getLast());
            return new Chunk<>(found.stream().map(rows::data).toList(), last);
        });
    }
}
