package io.attendant.assistant.local.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.shared.SearchText;
import io.attendant.shared.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntentTest {
    private static final Interpreter INTERPRETER = new Interpreter(Lexicons.load());
    private static final Set<Intent> MAIN = Set.of(
            Intent.track_order,
            Intent.list_orders,
            Intent.order_details,
            Intent.find_product,
            Intent.product_details,
            Intent.product_price,
            Intent.product_stock,
            Intent.contact_human_agent,
            Intent.return_items,
            Intent.check_refund_policy,
            Intent.delivery_options,
            Intent.delivery_period,
            Intent.cancel_order,
            Intent.who_are_you);
    private static final int ENOUGH_IN_ENGLISH = 12;
    private static final int ENOUGH = 5;

    @ParameterizedTest
    @EnumSource(Language.class)
    void understandsHowPeopleAsk(Language language) {
        assertMostlyUnderstood(language, text -> text);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void upperCaseAndMissingPunctuationDoNotMatter(Language language) {
        assertMostlyUnderstood(language, text -> text.toUpperCase(Locale.ROOT).replaceAll("[?!.,']", " "));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void missingAccentsDoNotMatter(Language language) {
        assertMostlyUnderstood(language, SearchText::fold);
    }

    /** Two neighbouring letters swapped in the middle of each message's longest word. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void mostMessagesSurviveASlipOfTheKeyboard(Language language) {
        int all = Phrases.of(language).values().stream().mapToInt(List::size).sum();

        assertThat(misunderstood(language, IntentTest::slip).size()).isLessThan(all / 5);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void coversEveryMainIntent(Language language) {
        Map<Intent, List<String>> phrases = Phrases.of(language);

        for (Intent intent : MAIN) {
            assertThat(phrases.get(intent))
                    .as("%s in %s", intent, language)
                    .hasSizeGreaterThanOrEqualTo(language == Language.en ? ENOUGH_IN_ENGLISH : ENOUGH);
        }
    }

    @Test
    void greetingsBesideAWishDoNotHideIt() {
        assertThat(intent("Hello, thanks for your help, where is my order?")).isEqualTo(Intent.track_order);
        assertThat(intent("Hi! I want to talk to a human. Bye")).isEqualTo(Intent.contact_human_agent);
    }

    @Test
    void whatIsNotUnderstoodIsNotGuessed() {
        assertThat(intent("")).isEqualTo(Intent.out_of_scope);
        assertThat(intent("🦆🦆🦆")).isEqualTo(Intent.out_of_scope);
        assertThat(intent("the moon is made of")).isIn(Intent.out_of_scope, Intent.product_details);
        assertThat(intent("колись давно")).isEqualTo(Intent.out_of_scope);
    }

    @Test
    void confidencesAreRankedAndAddUpToOneAtMost() {
        List<IntentScore> scores =
                INTERPRETER.read("invoice for the refund", Optional.empty()).intents();

        assertThat(scores).hasSizeGreaterThan(1);
        assertThat(scores).isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
        assertThat(scores.stream().mapToDouble(IntentScore::confidence).sum()).isLessThanOrEqualTo(1);
    }

    @Test
    void longAndHostileTextIsBounded() {
        String text = "where is my order ".repeat(2_000) + "a".repeat(5_000);

        assertThat(intent(text)).isEqualTo(Intent.track_order);
    }

    /** The model was taught these; that it knows a few in a hundred better belongs to learning. */
    private static void assertMostlyUnderstood(Language language, UnaryOperator<String> change) {
        int all = Phrases.of(language).values().stream().mapToInt(List::size).sum();
        List<String> wrong = misunderstood(language, change);
        assertThat(wrong.size()).as("%s", wrong).isLessThanOrEqualTo(all * 3 / 100);
    }

    private static Intent intent(String text) {
        return INTERPRETER.read(text, Optional.of(Language.en)).intent();
    }

    private static List<String> misunderstood(Language language, UnaryOperator<String> change) {
        List<String> wrong = new ArrayList<>();
        Phrases.of(language)
                .forEach((intent, phrases) -> phrases.forEach(phrase -> {
                    String text = change.apply(phrase);
                    Intent understood =
                            INTERPRETER.read(text, Optional.of(language)).intent();
                    if (understood != intent) {
                        wrong.add("%s, not %s: %s".formatted(understood, intent, text));
                    }
                }));
        return wrong;
    }

    private static String slip(String text) {
        String longest = "";
        for (String word : text.split("[^\\p{L}]+", -1)) {
            longest = word.length() > longest.length() ? word : longest;
        }
        if (longest.length() < 5) {
            return text;
        }
        int middle = longest.length() / 2;
        String slipped = longest.substring(0, middle)
                + longest.charAt(middle + 1)
                + longest.charAt(middle)
                + longest.substring(middle + 2);
        return text.replace(longest, slipped);
    }
}
