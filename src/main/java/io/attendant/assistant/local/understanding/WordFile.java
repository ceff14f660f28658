package io.attendant.assistant.local.understanding;

import io.attendant.shared.wording.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a language as a data file: {@code [section]} headings, entries below them, one a line, and {@code #} comments.
 * Sections of a kind have a second word in the heading, for example {@code [intent track_order]}.
 */
final class WordFile {
    private final String name;
    private final Map<String, List<String>> sections;

    private WordFile(String name, Map<String, List<String>> sections) {
        this.name = name;
        this.sections = sections;
    }

    static WordFile of(Language language) {
        String name = "/local/words." + language + ".txt";
        try (InputStream in = WordFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing " + name);
            }
            return parse(name, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + name, e);
        }
    }

    static WordFile parse(String name, BufferedReader reader) throws IOException {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = null;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String entry = line.strip();
            if (entry.isEmpty() || entry.startsWith("#")) {
                continue;
            }
            if (entry.startsWith("[") && entry.endsWith("]")) {
                current = new ArrayList<>();
                String heading = entry.substring(1, entry.length() - 1).strip();
                if (sections.put(heading, current) != null) {
                    throw new IllegalStateException(name + ": section given twice: " + heading);
                }
            } else if (current == null) {
                throw new IllegalStateException(name + ": an entry before the first section: " + entry);
            } else {
                current.add(entry);
            }
        }
        return new WordFile(name, sections);
    }

    /** The entries of a section that every language has to have, one a line. */
    List<String> lines(String section) {
        List<String> lines = sections.get(section);
        if (lines == null) {
            throw new IllegalStateException(name + ": section missing: " + section);
        }
        return lines;
    }

    /** The words of a section, where lines only keep the file readable. */
    List<String> words(String section) {
        return lines(section).stream()
                .flatMap(line -> List.of(line.split("\\s+", -1)).stream())
                .toList();
    }

    /** The sections whose heading is {@code kind} and a name, by that name. */
    Map<String, List<String>> kind(String kind) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        sections.forEach((heading, lines) -> {
            if (heading.startsWith(kind + " ")) {
                found.put(heading.substring(kind.length() + 1), lines);
            }
        });
        return found;
    }

    Set<String> headings() {
        return sections.keySet();
    }
}
