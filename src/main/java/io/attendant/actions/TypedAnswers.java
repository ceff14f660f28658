package io.attendant.actions;

import io.attendant.shared.SearchText;
import io.attendant.shared.wording.Language;
import io.attendant.shared.wording.TextFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows when a whole message is a yes or a no, in any language of the UI. Only what can mean nothing else counts: "yes, but to
 * my old address" is neither.
 */
@ApplicationScoped
public class TypedAnswers {
    /** Arabic has no words of its own yet but these. */
    private static final String ARABIC = "ar";

    /** No answer is longer. */
    private static final int MAX_LENGTH = 60;

    private static final Set<Integer> QUESTION_MARKS =
            "?¿؟？﹖⁇⁈⁉‽⸘⸮❓❔".codePoints().boxed().collect(Collectors.toUnmodifiableSet());

    /** What keyboards write for an apostrophe; some are accents or letters, so they go before anything is folded. */
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʼʻ′＇]");

    private static final Set<Integer> AGREEING_SIGNS =
            "👍👌✅✔☑🙏😊🙂😀😃😄😁👏💚❤".codePoints().boxed().collect(Collectors.toUnmodifiableSet());

    private final Map<String, Decisions.Decision> answers = new HashMap<>();

    TypedAnswers() {
        Stream.concat(Arrays.stream(Language.values()).map(Language::name), Stream.of(ARABIC))
                .forEach(this::load);
    }

    private void load(String language) {
        String name = "/actions/answers." + language + ".properties";
        Map<String, String> phrases = TextFile.read(name);
        add(name, phrases.get("yes"), Decisions.Decision.confirm);
        add(name, phrases.get("no"), Decisions.Decision.decline);
    }

    private void add(String name, String phrases, Decisions.Decision decision) {
        for (String phrase : phrases.split("\\|", -1)) {
            Decisions.Decision before = answers.put(normalised(phrase), decision);
            if (before != null && before != decision) {
                throw new IllegalStateException(name + ": means yes and no: " + phrase);
            }
        }
    }

    /** What the message decides; empty unless the whole of it is a yes or a no, and no question. */
    public Optional<Decisions.Decision> read(String message) {
        boolean asks = message.codePoints().anyMatch(QUESTION_MARKS::contains);
        return asks || message.length() > MAX_LENGTH
                ? Optional.empty()
                : Optional.ofNullable(answers.get(normalised(message)))
                        .filter(decision -> decision == Decisions.Decision.decline || isPlain(message));
    }

    /** Whether there is no picture that may take the words back: "yes" with a thumb down is no yes. */
    private static boolean isPlain(String message) {
        return message.codePoints()
                .noneMatch(sign -> Character.getType(sign) == Character.OTHER_SYMBOL && !AGREEING_SIGNS.contains(sign));
    }

    private static String normalised(String text) {
        return String.join(" ", words(SearchText.fold(APOSTROPHES.matcher(text).replaceAll(""))));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
