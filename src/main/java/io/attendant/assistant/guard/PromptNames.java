package io.attendant.assistant.guard;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names that only the prompt and the tools' definitions have. A translation keeps them. */
final class PromptNames {
    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*+");
    /** Written as nobody writes words. */
    private static final Pattern CODE_LIKE = Pattern.compile("\\p{Ll}\\p{Lu}|\\p{L}_+\\p{L}");

    /** No word of a language is as long and the same as a name, whatever the case. */
    private static final int UNMISTAKABLE = 12;

    private final Set<String> names = new HashSet<>();

    private PromptNames() {}

    static PromptNames of(String prompt, Collection<String> toolNames) {
        PromptNames found = new PromptNames();
        Stream.concat(
                        toolNames.stream(),
                        IDENTIFIER
                                .matcher(prompt.replaceAll("\\{[^}]*}", ""))
                                .results()
                                .map(identifier -> identifier.group())
                                .filter(identifier ->
                                        CODE_LIKE.matcher(identifier).find()))
                .map(PromptNames::bare)
                .forEach(found.names::add);
        return found;
    }

    private static String bare(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** The names in a text that are meant as names, not as the words they may also be. */
    Set<String> in(String text) {
        Set<String> found = new HashSet<>();
        Matcher identifier = IDENTIFIER.matcher(text);
        while (identifier.find()) {
            String name = bare(identifier.group());
            if (names.contains(name)
                    && (name.length() >= UNMISTAKABLE
                            || CODE_LIKE.matcher(identifier.group()).find()
                            || isMarked(text, identifier.start(), identifier.end()))) {
                found.add(name);
            }
        }
        return found;
    }

    private static boolean isMarked(String text, int start, int end) {
        boolean called = end < text.length() && text.charAt(end) == '(';
        boolean quoted = start > 0 && text.charAt(start - 1) == '`' && end < text.length() && text.charAt(end) == '`';
        return called || quoted;
    }
}
