package io.attendant.assistant.people;

import static io.attendant.testsupport.gemini.GeminiReply.error;
import static io.attendant.testsupport.gemini.GeminiReply.silence;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.OwnerSql;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.GeminiRequest;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever wishes for a person has a ticket, and whoever was promised one too, whatever the model does. */
@QuarkusTest
@TestProfile(HandoverTest.Hasty.class)
class HandoverTest extends ApplicationTest {
    private static final int AT_ONCE = 12;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    /** Silence is soon noticed. */
    public static class Hasty implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "attendant.assistant.gemini.idle-timeout", "2s",
                    "attendant.assistant.retry.attempts", "1",
                    "attendant.assistant.breaker.least-calls", "1000000",
                    "attendant.assistant.breaker.window", "1000000");
        }
    }

    /** What the model does instead of calling the tool. */
    enum Model {
        SILENT(request -> silence()),
        LYING(request -> text(Phrases.promiseIn(language(request)))),
        IGNORANT(request -> text("Okay.")),
        DOWN(request -> error(GeminiError.overloaded()));

        private final Function<GeminiRequest, GeminiReply> replies;

        Model(Function<GeminiRequest, GeminiReply> replies) {
            this.replies = replies;
        }

        private static String language(GeminiRequest request) {
            return Phrases.WISHES.stream()
                    .filter(wish -> wish.text().equals(request.lastUserText()))
                    .map(Phrases.Phrase::language)
                    .findFirst()
                    .orElse("en");
        }
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void whoeverWishesForAPersonHasATicket(Model model) throws Exception {
        gemini.script(model.replies);

        List<String> without = failing(Phrases.WISHES, wish -> {
            Attendant.Chat chat = attendant.guest();
            JsonNode answer = chat.ask(Map.of("text", wish.text(), "locale", wish.language()))
                    .json();
            return hasTicket(chat, answer) && !answer.path("reply").asText().isBlank();
        });

        System.out.printf(
                "hand-over, model %s: %d of %d wishes have a ticket%n",
                model, Phrases.WISHES.size() - without.size(), Phrases.WISHES.size());
        assertThat(Phrases.WISHES).hasSizeGreaterThanOrEqualTo(60);
        assertThat(without).isEmpty();
    }

    @Test
    void whoeverIsPromisedAPersonHasATicketBeforeTheSentenceIsRead() throws Exception {
        gemini.script(request -> text(Phrases.promise(request.lastUserText())));

        List<String> without = failing(Phrases.PROMISES, promise -> {
            Attendant.Chat chat = attendant.guest();
            JsonNode answer = chat.ask(Map.of("text", Phrases.numbered(promise), "locale", promise.language()))
                    .json();
            List<String> events = answer.path("events").findValuesAsText("event");
            return hasTicket(chat, answer)
                    && answer.path("reply").asText().equals(promise.text())
                    && events.indexOf("handoff.created") < events.indexOf("text.delta");
        });

        System.out.printf(
                "hand-over promised: %d of %d have a ticket%n",
                Phrases.PROMISES.size() - without.size(), Phrases.PROMISES.size());
        assertThat(without).isEmpty();
    }

    @Test
    void buttonNeedsNoModel() {
        gemini.script(request -> error(GeminiError.overloaded()));
        Attendant.Chat chat = attendant.guest();

        Attendant.Answer answer = attendant.post(chat.path() + "/handoff", Map.of(), chat.headers());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(gemini.requests()).isEmpty();
        assertThat(chat.transcript().path("ticket").path("state").asText()).isEqualTo("open");
    }

    @Test
    void personIsOfferedAfterThreeTurnsThatGotNowhere() {
        // Twice a figure from nowhere is a sentence that can't be confirmed.
        gemini.script(request -> text("That makes $777.77."));
        Attendant.Chat chat = attendant.guest();

        List<Boolean> offered = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            offered.add(chat.ask("How much is it?")
                    .json()
                    .path("events")
                    .findValuesAsText("event")
                    .contains("choices"));
        }

        assertThat(offered).containsExactly(false, false, true);
    }

    @Test
    void personIsOfferedToWhoeverIsAngry() {
        gemini.script(request -> text("I am sorry."));
        Attendant.Chat chat = attendant.guest();

        JsonNode answer = chat.ask("THIS IS THE THIRD TIME!!! You are useless, I will call my lawyer")
                .json();

        assertThat(answer.path("events").findValuesAsText("event"))
                .contains("choices")
                .doesNotContain("handoff.created");
        String choice = answer.findValue("options").path(0).path("text").asText();
        gemini.script(request -> text("Okay."));
        assertThat(hasTicket(chat, chat.ask(choice).json())).isTrue();
    }

    @Test
    void ticketIsPlacedOnce() {
        gemini.script(request -> text("Okay."));
        Attendant.Chat chat = attendant.guest();
        for (int i = 0; i < 3; i++) {
            chat.ask("I want to talk to a person");
        }

        assertThat(new OwnerSql(url).rows("SELECT state FROM tickets WHERE conversation_id = '" + chat.id() + "'"))
                .containsExactly("open");
    }

    private static boolean hasTicket(Attendant.Chat chat, JsonNode answer) {
        return answer.path("events").findValuesAsText("event").contains("handoff.created")
                && chat.transcript().path("ticket").path("state").asText().equals("open");
    }

    /** The phrases for which it doesn't hold, some asked at once. */
    private static List<String> failing(List<Phrases.Phrase> phrases, Function<Phrases.Phrase, Boolean> holds)
            throws Exception {
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Optional<String>>> results = new ArrayList<>();
            for (Phrases.Phrase phrase : phrases) {
                places.acquire();
                results.add(CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return holds.apply(phrase) ? Optional.<String>empty() : Optional.of(phrase.toString());
                            } finally {
                                places.release();
                            }
                        },
                        shoppers));
            }
            return results.stream()
                    .map(CompletableFuture::join)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }
}
