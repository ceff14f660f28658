package io.attendant.assistant.guard;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The prompt's headings, as lines of their own. */
final class PromptHeadings {
    private static final Pattern HEADING = Pattern.compile("(?m)^\\s{0,3}#{1,6}\\s++(.*+)$");

    private final Set<String> headings = new HashSet<>();

    private PromptHeadings() {}

    static PromptHeadings of(String prompt) {
        PromptHeadings found = new PromptHeadings();
        HEADING.matcher(prompt)
                .results()
                .map(line -> PromptWords.joined(line.group(1)))
                .forEach(found.headings::add);
        return found;
    }

    /** Whether one of several words stands there as a heading. */
    boolean isShownIn(String text) {
        Matcher heading = HEADING.matcher(text);
        while (heading.find()) {
            String words = PromptWords.joined(heading.group(1));
            if (words.contains(" ") && headings.contains(words)) {
                return true;
            }
        }
        return false;
    }

    /** Those that are a line of the text, however it is set. */
    Set<String> in(String text) {
        Set<String> found = new HashSet<>();
        text.lines().map(PromptWords::joined).filter(headings::contains).forEach(found::add);
        return found;
    }
}
