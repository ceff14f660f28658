package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What every answer has to keep: whole sentences, no gap left open, and no figure that nobody gave. */
final class Honesty {
    private static final Pattern SENTENCE = Pattern.compile("(?s).*[.!?…][\"'”’»)“]*\\s*");
    /** What announces a list may end in a colon. */
    private static final Pattern SENTENCE_OR_LIST = Pattern.compile("(?s).*[.!?…:][\"'”’»)“]*\\s*");

    private static final Pattern OPEN_GAP = Pattern.compile("\\{\\w*}|\\bnull\\b|Optional|\\[]");
    private static final Pattern GROUPING = Pattern.compile("(?<=\\d)[.,\u00a0](?=\\d{3}(?!\\d))");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Honesty() {}

    /**
     * @param sentences the pieces of the answer
     * @param known what the tools gave in this turn, and what the shopper said
     */
    static void check(List<String> sentences, String known) {
        assertThat(sentences).isNotEmpty().allSatisfy(sentence -> {
            assertThat(sentence).doesNotContainPattern(OPEN_GAP);
            assertThat(sentence).matches(sentence.endsWith("\n") ? SENTENCE_OR_LIST : SENTENCE);
        });
        String answer = String.join("", sentences);
        assertThat(answer).isEqualTo(answer.strip()).doesNotContain("  ");
        assertThat(numbers(known)).as("%s%n%s", answer, known).containsAll(numbers(answer));
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(GROUPING.matcher(text).replaceAll(""))
                .results()
                .map(found -> found.group().replaceFirst("^0+(?=\\d)", ""))
                .collect(Collectors.toSet());
    }
}
