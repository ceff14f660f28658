package io.attendant.chat;

import static io.attendant.chat.AnswerTest.events;
import static io.attendant.chat.BadInputTest.assertProblem;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.CapturedLog;
import io.attendant.testsupport.OwnerSql;
import io.attendant.testsupport.SmallShop;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Satisfaction and confirmed resolution, over HTTP. */
@QuarkusTest
class FeedbackTest extends ApplicationTest {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String databaseUrl;

    @Test
    void ratingsAreInTheTranscriptEachAtItsPlace() {
        Attendant.Chat chat = attendant.guest();
        String first = answered(chat, "Hello");
        String second = answered(chat, "Thanks");

        assertThat(rate(chat, Map.of("messageId", second, "rating", "down", "comment", " too vague "))
                        .status())
                .isEqualTo(204);
        assertThat(rate(chat, Map.of("rating", "up")).status()).isEqualTo(204);

        JsonNode transcript = chat.transcript();
        assertThat(message(transcript, first).has("feedback")).isFalse();
        assertThat(message(transcript, second).path("feedback"))
                .isEqualTo(Attendant.JSON.valueToTree(Map.of("rating", "down", "comment", "too vague")));
        assertThat(transcript.path("feedback")).isEqualTo(Attendant.JSON.valueToTree(Map.of("rating", "up")));
    }

    @Test
    void aChangeOfMindReplacesTheRating() {
        Attendant.Chat chat = attendant.guest();
        String answer = answered(chat, "Hello");

        rate(chat, Map.of("messageId", answer, "rating", "down", "comment", "wrong"));
        rate(chat, Map.of("messageId", answer, "rating", "up"));
        rate(chat, Map.of("rating", "down"));
        rate(chat, Map.of("rating", "up"));

        assertThat(message(chat.transcript(), answer).path("feedback"))
                .isEqualTo(Attendant.JSON.valueToTree(Map.of("rating", "up")));
        assertThat(sql("SELECT rating, comment FROM feedback")).containsExactly("up|null", "up|null");
    }

    @Test
    void twoTabsAtOnceLeaveOneRating() {
        Attendant.Chat chat = attendant.shopper(SmallShop.ANA);
        String answer = answered(chat, "Hello");

        List<CompletableFuture<Attendant.Answer>> tabs = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        rate(chat, Map.of("messageId", answer, "rating", i % 2 == 0 ? "up" : "down"))))
                .toList();

        assertThat(tabs).allSatisfy(tab -> assertThat(tab.join().status()).isEqualTo(204));
        assertThat(sql("SELECT count(*) FROM feedback")).containsExactly("1");
    }

    @Test
    void onlyAnAnswerOfThisConversationCanBeRated() {
        Attendant.Chat chat = attendant.guest();
        Attendant.Chat other = attendant.guest();
        answered(chat, "Hello");
        String foreign = answered(other, "Hello");
        String question =
                chat.transcript().path("messages").get(0).path("messageId").asText();

        for (String id : List.of(question, foreign, UUID.randomUUID().toString())) {
            assertProblem(rate(chat, Map.of("messageId", id, "rating", "up")), 404, "message_not_found");
        }
        assertThat(sql("SELECT count(*) FROM feedback")).containsExactly("0");
    }

    @Test
    void anAnswerThatWasEditedAwayCannotBeRatedAnyMore() {
        Attendant.Chat chat = attendant.guest();
        String answer = answered(chat, "Hello");
        String question =
                chat.transcript().path("messages").get(0).path("messageId").asText();
        gemini.script(text("Good evening."));
        chat.ask(Map.of("text", "Good evening", "replaces", question));

        assertProblem(rate(chat, Map.of("messageId", answer, "rating", "up")), 404, "message_not_found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            feedback   | {}                                       | invalid_request
            feedback   | {"rating":null}                          | invalid_request
            feedback   | {"rating":"sideways"}                    | invalid_request
            feedback   | {"rating":5}                             | invalid_request
            feedback   | {"rating":"up","messageId":"nonsense"}   | invalid_request
            feedback   | {"rating":"up","stars":5}                | invalid_request
            feedback   | {"rating":"up","comment":"a\\u0000b"}    | invalid_text
            feedback   | {"rating":                               | malformed_request
            resolution | {}                                       | invalid_request
            resolution | {"resolved":null}                        | invalid_request
            resolution | {"resolved":"maybe"}                     | invalid_request
            """)
    void whatCannotBeTaken(String call, String body, String code) {
        Attendant.Chat chat = attendant.guest();

        Attendant.Answer answer = attendant.send(
                "POST",
                chat.path() + "/" + call,
                "application/json",
                body.getBytes(StandardCharsets.UTF_8),
                chat.headers());

        assertProblem(answer, 400, code);
        assertThat(sql("SELECT (SELECT count(*) FROM feedback) + (SELECT count(*) FROM resolutions)"))
                .containsExactly("0");
    }

    @Test
    void aCommentHasAThousandCharactersAtMost() {
        Attendant.Chat chat = attendant.guest();

        assertProblem(rate(chat, Map.of("rating", "up", "comment", "x".repeat(1_001))), 400, "invalid_request");
        assertThat(rate(chat, Map.of("rating", "up", "comment", "x".repeat(1_000)))
                        .status())
                .isEqualTo(204);
        assertThat(rate(chat, Map.of("rating", "up", "comment", "  ")).status()).isEqualTo(204);
        assertThat(chat.transcript().path("feedback").has("comment")).isFalse();
    }

    @Test
    void aCommentIsKeptWithoutSecretsAndTheLogWithoutTheComment() {
        Attendant.Chat chat = attendant.guest();
        String card = "4111 1111 1111 1111";
        // Each of these is longer once it is masked.
        String many = "cvc 737. ".repeat(111);
        try (CapturedLog log = CapturedLog.open()) {
            rate(chat, Map.of("rating", "down", "comment", "I paid with " + card + ", grumble"));
            assertThat(sql("SELECT comment FROM feedback")).containsExactly("I paid with [card •1111], grumble");
            assertThat(rate(chat, Map.of("rating", "down", "comment", many)).status())
                    .isEqualTo(204);
            assertThat(log.text()).doesNotContain("1111", "grumble", "737");
        }
        assertThat(sql("SELECT comment FROM feedback").getFirst()).doesNotContain("737");
    }

    @Test
    void theLastWordOnResolutionCountsAndNoneIsLost() {
        Attendant.Chat chat = attendant.shopper(SmallShop.ANA);
        answered(chat, "Hello");
        assertThat(chat.transcript().has("resolution")).isFalse();

        assertThat(resolve(chat, false).status()).isEqualTo(204);
        assertThat(resolve(chat, true).status()).isEqualTo(204);

        JsonNode told = chat.transcript().path("resolution");
        assertThat(told.path("resolved").asBoolean()).isTrue();
        assertThat(told.path("at").asText()).endsWith("Z");
        assertThat(sql("SELECT resolved FROM resolutions ORDER BY id")).containsExactly("f", "t");
    }

    @Test
    void theListTellsWhereEachConversationStands() {
        Attendant.Chat chat = attendant.shopper(SmallShop.ANA);
        answered(chat, "Hello");
        assertThat(state(chat)).isEqualTo("open");

        resolve(chat, true);
        assertThat(state(chat)).isEqualTo("solved");

        answered(chat, "One more thing");
        assertThat(state(chat)).isEqualTo("open");

        resolve(chat, true);
        resolve(chat, false);
        assertThat(state(chat)).isEqualTo("open");

        attendant.post(chat.path() + "/handoff", Map.of(), chat.headers());
        assertThat(state(chat)).isEqualTo("waiting_for_person");
        resolve(chat, true);
        assertThat(state(chat)).isEqualTo("waiting_for_person");
    }

    @Test
    void theListIsTheShoppersOwn() {
        Attendant.Chat first = attendant.shopper(SmallShop.ANA);
        answered(first, "First words\nand more");
        Attendant.Chat second = attendant.shopper(SmallShop.ANA);
        answered(second, "Second");
        attendant.shopper(SmallShop.ANA);
        answered(attendant.shopper(SmallShop.BEN), "Ben's");

        JsonNode list = attendant.get("/api/conversations", first.headers()).json();

        assertThat(list.path("items").findValuesAsText("title")).containsExactly("Second", "First words");
        assertThat(list.path("items").findValuesAsText("id")).containsExactly(second.id(), first.id());
        assertThat(list.path("total").asInt()).isEqualTo(2);
        assertProblem(attendant.get("/api/conversations", Map.of()), 401, "token_required");
    }

    @Test
    void somebodyElsesConversationIsNotThere() {
        Attendant.Chat guest = attendant.guest();
        Attendant.Chat ana = attendant.shopper(SmallShop.ANA);
        String answer = answered(ana, "Hello");
        Map<String, String> ben = new HashMap<>(Attendant.bearer(attendant.token(SmallShop.BEN, "shopper")));

        for (Map<String, String> headers : List.of(Map.<String, String>of(), ben, guest.headers())) {
            assertProblem(
                    attendant.post(ana.path() + "/feedback", Map.of("messageId", answer, "rating", "up"), headers),
                    404,
                    "conversation_not_found");
            assertProblem(
                    attendant.post(ana.path() + "/resolution", Map.of("resolved", true), headers),
                    404,
                    "conversation_not_found");
        }
        assertThat(sql("SELECT (SELECT count(*) FROM feedback) + (SELECT count(*) FROM resolutions)"))
                .containsExactly("0");
    }

    private String answered(Attendant.Chat chat, String question) {
        gemini.script(text("Hello there."));
        return events(chat.ask(question).json(), "turn.completed")
                .getFirst()
                .path("messageId")
                .asText();
    }

    private Attendant.Answer rate(Attendant.Chat chat, Map<String, ?> feedback) {
        return attendant.post(chat.path() + "/feedback", feedback, chat.headers());
    }

    private Attendant.Answer resolve(Attendant.Chat chat, boolean resolved) {
        return attendant.post(chat.path() + "/resolution", Map.of("resolved", resolved), chat.headers());
    }

    private String state(Attendant.Chat chat) {
        return attendant
                .get("/api/conversations", chat.headers())
                .json()
                .path("items")
                .get(0)
                .path("state")
                .asText();
    }

    private static JsonNode message(JsonNode transcript, String id) {
        for (JsonNode message : transcript.path("messages")) {
            if (message.path("messageId").asText().equals(id)) {
                return message;
            }
        }
        throw new AssertionError("no message " + id);
    }

    private List<String> sql(String query) {
        return new OwnerSql(databaseUrl).rows(query);
    }
}
