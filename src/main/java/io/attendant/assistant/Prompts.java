package io.attendant.assistant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The prompts, as they stand in {@code prompts/*.md}. */
public final class Prompts {
    private Prompts() {}

    /** @throws IllegalStateException if there is none of this name */
    public static String text(String name) {
        try (InputStream file = Prompts.class.getResourceAsStream("/prompts/" + name + ".md")) {
            if (file == null) {
                throw new IllegalStateException("no such prompt: " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
