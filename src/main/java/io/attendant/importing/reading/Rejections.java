package io.attendant.importing.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Why a file is refused, row by row. */
public final class Rejections {
    private static final int MAX = 100;

    private final List<Rejection> rejections = new ArrayList<>();

    /**
     * One error.
     *
     * @param line where the row starts, or where the file can't be read on, from 1
     * @param index the row's place in the array, from 0; absent for an error of the file
     * @param field a path in the row; absent for an error of the whole row
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rejection(int line, Integer index, String field, String reason) {}

    public void add(Row<?> row, String field, String reason) {
        add(new Rejection(row.line(), row.index(), field.isEmpty() ? null : field, reason));
    }

    public void add(Rejection rejection) {
        if (!isFull()) {
            rejections.add(rejection);
        }
    }

    FieldErrors of(Row<?> row) {
        return (field, reason) -> add(row, field, reason);
    }

    public boolean isEmpty() {
        return rejections.isEmpty();
    }

    public int size() {
        return rejections.size();
    }

    /** No further error is listed. */
    public boolean isFull() {
        return rejections.size() >= MAX;
    }

    public ProblemException asProblem() {
        List<Rejection> sorted = rejections.stream()
                .sorted(Comparator.comparingInt(Rejection::line))
                .toList();
        return new ProblemException(ErrorCode.IMPORT_REJECTED, Map.of("errors", sorted));
    }
}
