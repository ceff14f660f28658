package io.attendant.importing.reading;

/**
 * A row of a file.
 *
 * @param line where it starts, from 1
 * @param index its place in the array, from 0
 */
public record Row<D>(int line, int index, D data) {
    public <R> Row<R> with(R other) {
        return new Row<>(line, index, other);
    }
}
