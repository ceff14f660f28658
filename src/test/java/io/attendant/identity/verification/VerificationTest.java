package io.attendant.identity.verification;

import static io.attendant.testsupport.SmallShop.ANA;
import static io.attendant.testsupport.SmallShop.ANAS_ORDER;
import static io.attendant.testsupport.SmallShop.BENS_ORDER;
import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.DemoOutbox;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A guest's ways to prove who they are, over HTTP. */
@QuarkusTest
class VerificationTest extends ApplicationTest {
    private Attendant.Chat guest;
    private DemoOutbox outbox;

    @BeforeEach
    void aGuest() {
        guest = attendant.guest();
        outbox = new DemoOutbox(attendant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            #S1001  | postalCode | 69001
            s1001   | postalCode | 69 001
            # s1001 | email      | ANA@example.com
            """)
    void anOrderWithSomethingOnItOpensThatOrder(String order, String what, String value) {
        assertThat(verify(Map.of("orderId", order, what, value))
                        .json()
                        .path("level")
                        .asText())
                .isEqualTo("order");
        assertThat(guest.transcript().path("level").asText()).isEqualTo("order");

        gemini.script(call("getOrderDetails", Map.of("orderId", ANAS_ORDER)), text("Here it is."));
        assertThat(events(guest.ask("Where is it?"), "card")).hasSize(1);
        gemini.script(call("getOrderDetails", Map.of("orderId", BENS_ORDER)), text("No."));
        assertThat(events(guest.ask("And this?"), "tool.finished")
                        .getFirst()
                        .path("code")
                        .asText())
                .isEqualTo("order_not_found");
        gemini.script(call("listMyOrders", Map.of()), text("No."));
        JsonNode answer = guest.ask("All of them?").json();
        assertThat(events(answer, "tool.finished").getFirst().path("code").asText())
                .isEqualTo("verification_required");
        assertThat(events(answer, "verification.required")).hasSize(1);
        gemini.script(call("cancelOrder", Map.of("orderId", ANAS_ORDER, "reason", "NO_LONGER_NEEDED")), text("No."));
        assertThat(events(guest.ask("Cancel it"), "tool.finished")
                        .getFirst()
                        .path("code")
                        .asText())
                .isEqualTo("verification_required");
    }

    @Test
    void wrongAndUnknownReadAlikeAndAreCounted() {
        Attendant.Answer wrong = verify(Map.of("orderId", ANAS_ORDER, "postalCode", "10121"));
        Attendant.Answer foreign = verify(Map.of("orderId", ANAS_ORDER, "email", "ben@example.com"));
        Attendant.Answer unknown = verify(Map.of("orderId", "#NOPE", "postalCode", "10121"));
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.text()).isEqualTo("{\"level\":\"anonymous\"}");
        assertThat(foreign).isEqualTo(wrong);
        assertThat(unknown).isEqualTo(wrong);

        verify(Map.of("orderId", "#NOPE2", "postalCode", "1"));
        verify(Map.of("orderId", "#NOPE3", "postalCode", "1"));
        // Five failures in this conversation: now the truth doesn't help either.
        Attendant.Answer blocked = verify(Map.of("orderId", ANAS_ORDER, "postalCode", "69001"));
        assertThat(blocked.status()).isEqualTo(429);
        assertThat(blocked.code()).isEqualTo("too_many_attempts");
        assertThat(blocked.json().path("retryAfter").asInt()).isBetween(1, 901);
        assertThat(guest.transcript().path("level").asText()).isEqualTo("anonymous");
    }

    @Test
    void anOrderIsNotGuessedFromManyConversationsAtOnce() throws Exception {
        List<Future<Integer>> tries = new ArrayList<>();
        try (ExecutorService guests = Executors.newFixedThreadPool(10)) {
            for (int i = 0; i < 40; i++) {
                String postalCode = Integer.toString(10_000 + i);
                tries.add(guests.submit(() -> {
                    Attendant.Chat one = attendant.guest();
                    return attendant
                            .post(
                                    one.path() + "/verification",
                                    Map.of("orderId", "#GUESSED", "postalCode", postalCode),
                                    one.headers())
                            .status();
                }));
            }
        }
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> one : tries) {
            answers.add(one.get());
        }
        assertThat(answers).containsOnly(200, 429);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(5);
    }

    @Test
    void theRightCodeMakesTheGuestThatCustomer() {
        JsonNode asked = requestCode(" ANA@Example.com");
        assertThat(guest.transcript().path("verification").path("triesLeft").asInt())
                .isEqualTo(3);
        assertThat(guest.transcript().path("verification").path("expiresAt")).isEqualTo(asked.path("expiresAt"));

        JsonNode mail = outbox.mailTo("ana@example.com");
        String code = DemoOutbox.code(mail);
        assertThat(mail.path("subject").asText()).contains(code);
        Attendant.Answer accepted = enter(code.substring(0, 3) + " " + code.substring(3));
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.json().path("level").asText()).isEqualTo("customer");
        JsonNode transcript = guest.transcript();
        assertThat(transcript.path("level").asText()).isEqualTo("customer");
        assertThat(transcript.path("verifiedUntil")).isEqualTo(accepted.json().path("verifiedUntil"));
        assertThat(transcript.has("verification")).isFalse();

        gemini.script(call("listMyOrders", Map.of()), text("Yours."));
        assertThat(events(guest.ask("My orders?"), "card")).hasSize(1);
        // A code works once, and nobody else can take the conversation over.
        assertThat(enter(code).status()).isEqualTo(422);
        Map<String, String> ben = Map.of(
                "X-Conversation-Token",
                guest.headers().get("X-Conversation-Token"),
                "Authorization",
                "Bearer " + attendant.token("ben", "shopper"));
        assertThat(attendant.get(guest.path(), ben).status()).isEqualTo(404);
    }

    @Test
    void aWrongCodeCostsATryAlsoWhereNoMailWasSent() {
        for (String email : List.of("ana@example.com", "nobody@example.com")) {
            Attendant.Answer asked = verify(Map.of("email", email));
            assertThat(asked.status()).isEqualTo(202);
            assertThat(asked.json().properties()).hasSize(1);
            if (email.startsWith("ana")) {
                outbox.mailTo(email);
            }
            for (int left = 2; left >= 0; left--) {
                Attendant.Answer wrong = enter("not it");
                assertThat(wrong.status()).isEqualTo(422);
                assertThat(wrong.code()).isEqualTo("code_invalid");
                assertThat(wrong.json().path("triesLeft").asInt()).isEqualTo(left);
            }
            assertThat(guest.transcript().has("verification")).isFalse();
        }
        assertThat(outbox.mails("nobody@example.com")).isEmpty();
    }

    @Test
    void afterThreeTriesTheRightCodeIsWrongToo() {
        requestCode("ana@example.com");
        String code = DemoOutbox.code(outbox.mailTo("ana@example.com"));
        enter("1");
        enter("2");
        enter("3");
        assertThat(enter(code).json().path("triesLeft").asInt()).isZero();
        assertThat(guest.transcript().path("level").asText()).isEqualTo("anonymous");
    }

    @Test
    void anotherConversationsCodeIsWorthNothing() {
        requestCode("ana@example.com");
        String code = DemoOutbox.code(outbox.mailTo("ana@example.com"));
        Attendant.Chat other = attendant.guest();
        attendant.post(other.path() + "/verification", Map.of("email", "ana@example.com"), other.headers());
        outbox.mailTo("ana@example.com", 2);
        Attendant.Answer stolen =
                attendant.post(other.path() + "/verification/code", Map.of("code", code), other.headers());
        assertThat(stolen.status()).isEqualTo(422);
    }

    @Test
    void aSignedInShoppersConversationTakesNobodyElsesCode() {
        JsonNode opened = attendant
                .post("/api/conversations", Map.of(), Attendant.bearer(attendant.token(ANA, "shopper")))
                .json();
        Map<String, String> tokenOnly =
                Map.of("X-Conversation-Token", opened.path("token").asText());
        var chat = attendant.chat(opened.path("id").asText(), tokenOnly);
        assertThat(chat.transcript().path("level").asText()).isEqualTo("anonymous");
        assertThat(attendant
                        .post(chat.path() + "/verification", Map.of("email", "ben@example.com"), tokenOnly)
                        .status())
                .isEqualTo(202);
        attendant.post(chat.path() + "/verification", Map.of("email", "ana@example.com"), tokenOnly);
        String code = DemoOutbox.code(outbox.mailTo("ana@example.com"));
        assertThat(outbox.mails("ben@example.com")).isEmpty();
        assertThat(attendant
                        .post(chat.path() + "/verification/code", Map.of("code", code), tokenOnly)
                        .json()
                        .path("level")
                        .asText())
                .isEqualTo("customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "my code is %s.", "Der Code: %s"})
    void aTypedCodeNeverReachesAModel(String message) {
        gemini.script(call("listMyOrders", Map.of()), text("I need to know who you are."));
        guest.ask("Show me my orders");
        requestCode("ana@example.com");
        String code = DemoOutbox.code(outbox.mailTo("ana@example.com"));
        int requests = gemini.requests().size();

        JsonNode answer = guest.ask(Map.of("text", message.formatted(code), "clientMessageId", "m1"))
                .json();

        assertThat(gemini.requests()).hasSize(requests);
        assertThat(answer.toString()).doesNotContain(code);
        assertThat(events(answer, "choices")
                        .getFirst()
                        .path("options")
                        .get(0)
                        .path("text")
                        .asText())
                .isEqualTo("Show me my orders");
        assertThat(guest.transcript().path("level").asText()).isEqualTo("customer");
        assertThat(guest.transcript().toString()).doesNotContain(code).contains("••••••");
        // Sent again it is the same turn, not a conflict.
        assertThat(guest.ask(Map.of("text", message.formatted(code), "clientMessageId", "m1"))
                        .json())
                .isEqualTo(answer);
        gemini.script(text("Sure."));
        guest.ask("Thanks");
        assertThat(gemini.requests().getLast().body()).doesNotContain(code);
    }

    @Test
    void sixDigitsAreAMessageLikeAnyOtherWhileNoCodeIsAwaited() {
        gemini.script(text("What is this number?"));
        assertThat(guest.ask("123456").json().path("reply").asText()).isEqualTo("What is this number?");
        assertThat(guest.transcript().toString()).contains("123456");
        requestCode("ana@example.com");
        gemini.script(text("An order's number."));
        assertThat(guest.ask("Where is #123456?").json().path("reply").asText()).isEqualTo("An order's number.");
    }

    @Test
    void aTypedWrongCodeSaysHowManyTriesAreLeft() {
        requestCode("nobody@example.com");
        assertThat(guest.ask("000000").json().path("reply").asText()).contains("2");
        assertThat(guest.ask(Map.of("text", "000000", "locale", "de"))
                        .json()
                        .path("reply")
                        .asText())
                .contains("1");
        assertThat(guest.ask("000000").json().path("reply").asText()).contains("no tries left");
    }

    @Test
    void codesDiffer() {
        var codes = new HashSet<String>();
        for (int i = 1; i <= 5; i++) {
            requestCode("ana@example.com");
            codes.add(DemoOutbox.code(outbox.mailTo("ana@example.com", i)));
        }
        assertThat(codes).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"orderId\":\"#S1001\"}",
                "{\"postalCode\":\"69001\"}",
                "{\"orderId\":\"#S1001\",\"email\":\"a@b.c\",\"postalCode\":\"1\"}",
                "{\"email\":\"a@b.c\",\"postalCode\":\"1\"}",
                "{\"email\":\"\"}",
                "{\"orderId\":\"#S1001\",\"postalCode\":\" \"}",
                "{\"email\":\"a\\u0000b\"}",
                "{\"email\":7}",
                "{\"mail\":\"a@b.c\"}",
                "[]"
            })
    void otherCombinationsAreRefused(String body) {
        Attendant.Answer answer = attendant.send(
                "POST",
                guest.path() + "/verification",
                "application/json",
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                guest.headers());
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }

    private Attendant.Answer verify(Map<String, String> body) {
        return attendant.post(guest.path() + "/verification", body, guest.headers());
    }

    private JsonNode requestCode(String email) {
        Attendant.Answer answer = verify(Map.of("email", email));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.json();
    }

    private Attendant.Answer enter(String code) {
        return attendant.post(guest.path() + "/verification/code", Map.of("code", code), guest.headers());
    }

    private static List<JsonNode> events(Attendant.Answer answer, String type) {
        return events(answer.json(), type);
    }

    private static List<JsonNode> events(JsonNode reply, String type) {
        List<JsonNode> found = new ArrayList<>();
        reply.path("events").forEach(event -> {
            if (event.path("event").asText().equals(type)) {
                found.add(event.path("data"));
            }
        });
        return found;
    }
}
