package io.attendant.importing.rows;

import io.attendant.importing.reading.Rejections;
import io.attendant.importing.reading.Row;
import java.util.List;
import java.util.Set;

/** Tests the rows of one file against each other and against what is stored. Runs inside the import's transaction. */
public interface FileCheck<D> {
    /** Tests the next rows of the file, before they are stored. */
    void rows(List<Row<D>> rows, Rejections rejections);

    /**
     * Tests what can only be known at the end.
     *
     * @param ids of all rows in the file
     */
    default void end(Set<String> ids, Rejections rejections) {}

    static <D> FileCheck<D> none() {
        return (rows, rejections) -> {};
    }
}
