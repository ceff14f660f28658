package io.attendant.chat;

import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.SmallShop;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be taken is refused by a code, and leaves nothing behind. */
@QuarkusTest
class BadInputTest extends ApplicationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"text":""}                          | 400 | message_empty
            {"text":"  \\n\\t "}                 | 400 | message_empty
            {}                                   | 400 | message_empty
            {"text":null}                        | 400 | message_empty
            {"text":"a\\u0000b"}                 | 400 | invalid_text
            {"text":"half \\ud83d pair"}         | 400 | invalid_text
            {"text":5}                           | 400 | invalid_request
            {"text":["a"]}                       | 400 | invalid_request
            {"text":"a","unknown":1}             | 400 | invalid_request
            {"text":"a","locale":"../etc"}       | 400 | invalid_request
            {"text":"a","clientMessageId":""}    | 400 | invalid_request
            {"text":"a","replaces":"nonsense"}   | 400 | invalid_request
            {"text":"a","replaces":"7f1f8f0c-6f0c-4c5e-9d0a-0f5a3f6f0000"} | 404 | message_not_found
            {"text":                             | 400 | malformed_request
            not json                             | 400 | malformed_request
            """)
    void messageThatCannotBeTaken(String body, int status, String code) {
        Attendant.Chat chat = attendant.guest();

        Attendant.Answer answer = attendant.send(
                "POST",
                chat.path() + "/messages",
                "application/json",
                body.getBytes(StandardCharsets.UTF_8),
                chat.headers());

        assertProblem(answer, status, code);
        assertThat(chat.transcript().path("messages")).isEmpty();
        assertThat(gemini.requests()).isEmpty();
    }

    @Test
    void sameProblemsForAStream() {
        Attendant.Chat chat = attendant.guest();
        Map<String, String> headers = new HashMap<>(chat.headers());
        headers.put("Accept", "text/event-stream");

        assertProblem(attendant.post(chat.path() + "/messages", Map.of("text", " "), headers), 400, "message_empty");
    }

    @Test
    void messageOfFourThousandCharactersIsTakenAndOneMoreIsNot() {
        gemini.script(text("Long."));
        Attendant.Chat chat = attendant.guest();

        assertProblem(chat.ask("x".repeat(20_000)), 413, "message_too_long");
        assertProblem(chat.ask("x".repeat(4_001)), 413, "message_too_long");
        assertThat(chat.ask("😀".repeat(4_000)).status()).isEqualTo(200);
    }

    @Test
    void bodyThatIsTooLargeIsNotEvenRead() {
        Attendant.Chat chat = attendant.guest();

        assertProblem(chat.ask("x".repeat(300_000)), 413, "body_too_large");
    }

    @Test
    void bytesThatAreNoText() {
        Attendant.Chat chat = attendant.guest();
        byte[] latin1 = "{\"text\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] binary = new byte[512];
        new java.util.Random(7).nextBytes(binary);

        assertProblem(
                attendant.send("POST", chat.path() + "/messages", "application/json", latin1, chat.headers()),
                400,
                "malformed_request");
        assertProblem(
                attendant.send("POST", chat.path() + "/messages", "application/json", binary, chat.headers()),
                400,
                "malformed_request");
    }

    @Test
    void wrongTypeAndWrongAddress() {
        Attendant.Chat chat = attendant.guest();

        assertProblem(
                attendant.send(
                        "POST",
                        chat.path() + "/messages",
                        "text/plain",
                        "hi".getBytes(StandardCharsets.UTF_8),
                        chat.headers()),
                415,
                "unsupported_media_type");
        assertProblem(attendant.send("PUT", chat.path(), null, null, chat.headers()), 405, "method_not_allowed");
        assertProblem(attendant.get("/api/nothing/here", Map.of()), 404, "not_found");
        Map<String, String> html = new HashMap<>(chat.headers());
        html.put("Accept", "text/html");
        assertProblem(attendant.post(chat.path() + "/messages", Map.of("text", "a"), html), 406, "not_acceptable");
    }

    @Test
    void conversationThatIsNotTheCallers() {
        Attendant.Chat guest = attendant.guest();
        Attendant.Chat ana = attendant.shopper(SmallShop.ANA);
        Map<String, String> ben = Attendant.bearer(attendant.token(SmallShop.BEN, "shopper"));
        Map<String, String> wrongToken = Map.of("X-Conversation-Token", "A".repeat(43));

        for (Map<String, String> headers :
                java.util.List.of(Map.<String, String>of(), ben, wrongToken, guest.headers())) {
            assertProblem(attendant.get(ana.path(), headers), 404, "conversation_not_found");
            assertProblem(
                    attendant.post(ana.path() + "/messages", Map.of("text", "a"), headers),
                    404,
                    "conversation_not_found");
            assertProblem(attendant.post(ana.path() + "/handoff", Map.of(), headers), 404, "conversation_not_found");
        }
        assertProblem(attendant.get(guest.path(), ben), 404, "conversation_not_found");
        for (String id : new String[] {UUID.randomUUID().toString(), "1-1-1-1-1", "nonsense", "%00"}) {
            assertProblem(attendant.get("/api/conversations/" + id, guest.headers()), 404, "conversation_not_found");
        }
    }

    @Test
    void badTokens() {
        String good = attendant.token(SmallShop.ANA, "shopper");
        String[] parts = good.split("\\.", -1);
        String none = "eyJhbGciOiJub25lIn0." + parts[1] + ".";

        for (String token : new String[] {"nonsense", good + "x", none, parts[0] + "." + parts[1] + "."}) {
            assertProblem(attendant.get("/api/me", Attendant.bearer(token)), 401, "token_invalid");
            assertProblem(attendant.get("/api/me/orders", Attendant.bearer(token)), 401, "token_invalid");
        }
        assertProblem(attendant.get("/api/me/orders", Map.of()), 401, "token_required");
        assertProblem(
                attendant.get("/api/me/orders", Attendant.bearer(attendant.token(SmallShop.ANA, "agent"))),
                401,
                "token_required");
        assertProblem(attendant.get("/api/admin/export/orders", Attendant.bearer(good)), 403, "forbidden");
        assertProblem(attendant.get("/api/admin/export/orders", Map.of()), 401, "token_required");
    }

    @Test
    void simpleChatChecksBeforeItOpensAnything() {
        assertProblem(attendant.post("/api/chat", Map.of("message", " "), Map.of()), 400, "message_empty");
        assertProblem(
                attendant.post("/api/chat", Map.of("message", "a", "conversationId", UUID.randomUUID()), Map.of()),
                404,
                "conversation_not_found");
    }

    static void assertProblem(Attendant.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text()).doesNotContain("Exception", "io.attendant", "org.", "java.");
    }
}
