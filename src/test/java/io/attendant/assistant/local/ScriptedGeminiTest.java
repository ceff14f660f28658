package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.LocalMind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same conversations as with the local assistant, said by a Gemini that is neither silent nor wrong: they end alike, and
 * not one of its true sentences is held back.
 */
@QuarkusTest
class ScriptedGeminiTest extends ApplicationTest {
    /** Goes on by a button that only the local assistant offers. */
    private static final String WITH_BUTTONS = "several";

    @Inject
    MeterRegistry metrics;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt", "nl", "pl"})
    void aModelThatTellsTheTruthIsLetSpeak(String language) {
        ScriptShop.load();
        LocalMind mind = new LocalMind();
        gemini.script(mind);
        List<String> failures = new ArrayList<>();
        List<String> heldBack = new ArrayList<>();
        List<Script> scripts = Script.in(language, ScriptShop.names(language)).stream()
                .filter(script -> !script.name().equals(WITH_BUTTONS))
                .toList();
        for (Script script : scripts) {
            Attendant.Chat chat =
                    script.asGuest() ? attendant.guest() : attendant.shopper(ScriptShop.shopper(language));
            ScriptRun run = new ScriptRun(attendant, chat);
            double before = sentencesHeldBack();
            mind.said().clear();
            try {
                run.play(script);
            } catch (AssertionError failure) {
                failures.add("%s %s: %s%n%s".formatted(language, script.name(), failure.getMessage(), run.talk()));
            }
            if (sentencesHeldBack() > before) {
                heldBack.add(script.name() + ": " + String.join("\n", mind.said()));
            }
        }
        assertThat(heldBack).isEmpty();
        assertThat(failures.size()).as(String.join("\n", failures)).isZero();
    }

    private double sentencesHeldBack() {
        return metrics.find("attendant.sentences.held.back").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
