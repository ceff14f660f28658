package io.attendant.assistant.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A conversation as a shopper would have it, with what must come of it.
 *
 * @param lines in their order
 */
record Script(String name, List<Line> lines) {
    /** What a line of a script does; its first character says it. */
    enum Act {
        /** The shopper writes. */
        say('>'),
        /** The shopper picks the offered choice that has these words. */
        pick('*'),
        /** The shopper confirms the card. */
        confirm('!'),
        /** A guest proves who he is by the code that is mailed to this address. */
        verify('@'),
        /** These tools were called since the shopper's last message, and no others. */
        calls('='),
        /** The last answer has these words. */
        answers('~'),
        /** At this place of an order's export stands this value. */
        ends('+'),
        /** A person has been called. */
        person('P');

        private final char sign;

        Act(char sign) {
            this.sign = sign;
        }

        private static Act of(char sign) {
            for (Act act : values()) {
                if (act.sign == sign) {
                    return act;
                }
            }
            throw new IllegalArgumentException("no such act: " + sign);
        }
    }

    record Line(Act act, String text) {}

    /** Whoever has to prove who he is, is not signed in. */
    boolean asGuest() {
        return lines.stream().anyMatch(line -> line.act() == Act.verify);
    }

    /** Those of a language, with the names of its orders and the like in place of what stands in braces. */
    static List<Script> in(String language, Map<String, String> names) {
        List<Script> scripts = new ArrayList<>();
        for (String line : text(language).lines().toList()) {
            if (line.startsWith("== ")) {
                scripts.add(new Script(line.substring(3), new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                scripts.getLast()
                        .lines()
                        .add(new Line(
                                Act.of(line.charAt(0)), fill(line.substring(1).strip(), names)));
            }
        }
        return scripts;
    }

    private static String fill(String text, Map<String, String> names) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    private static String text(String language) {
        String path = "/local/conversations/" + language + ".txt";
        try (InputStream file = Objects.requireNonNull(Script.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
