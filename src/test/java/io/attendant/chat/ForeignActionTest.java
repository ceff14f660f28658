package io.attendant.chat;

import static io.attendant.chat.AnswerTest.events;
import static io.attendant.chat.BadInputTest.assertProblem;
import static io.attendant.testsupport.SmallShop.ANA;
import static io.attendant.testsupport.SmallShop.ANAS_ORDER;
import static io.attendant.testsupport.SmallShop.BEN;
import static io.attendant.testsupport.SmallShop.BENS_ORDER;
import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.identity.IdentityConfig;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.OwnerSql;
import io.attendant.testsupport.Shop;
import io.attendant.testsupport.TokenSigner;
import io.attendant.testsupport.Visitors;
import io.attendant.testsupport.Visitors.Level;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proposal is decided on by the shopper it was made to, in the conversation it was made in, and by nobody else. */
@QuarkusTest
class ForeignActionTest extends ApplicationTest {
    private static final TokenSigner SHOP =
            TokenSigner.hs256(null, IdentityConfig.DEMO_SECRET.getBytes(StandardCharsets.UTF_8));
    private static final List<String> DECISIONS = List.of("confirm", "decline");
    private static final String TOKEN = "X-Conversation-Token";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private Attendant.Chat ben;
    private String token;
    private String actionId;
    private JsonNode orders;

    @BeforeEach
    void aProposalOfBens() {
        String bearer = attendant.token(BEN, "shopper");
        JsonNode opened = attendant
                .post("/api/conversations", Map.of(), Attendant.bearer(bearer))
                .json();
        token = opened.path("token").asText();
        ben = attendant.chat(opened.path("id").asText(), Attendant.bearer(bearer));
        actionId = proposal(ben);
        orders = Shop.export("orders");
    }

    private String proposal(Attendant.Chat chat) {
        gemini.script(
                call("cancelOrder", Map.of("orderId", BENS_ORDER, "reason", "NO_LONGER_NEEDED")), text("Shall I?"));
        JsonNode answer = chat.ask("Cancel it").json();
        return events(answer, "action.proposed").getFirst().path("actionId").asText();
    }

    /** After every attack: it waits as before, and is carried out for Ben. */
    @AfterEach
    void onlyBenDecides() {
        assertThat(new OwnerSql(url).rows("SELECT status FROM actions WHERE id = '" + actionId + "'"))
                .containsExactly("pending");
        assertThat(Shop.export("orders")).isEqualTo(orders);
        Attendant.Answer confirmed = decide(ben.path(), actionId, "confirm", ben.headers());
        assertThat(confirmed.json().path("status").asText()).isEqualTo("executed");
    }

    private Attendant.Answer decide(String conversation, String action, String decision, Map<String, String> headers) {
        return attendant.post(
                conversation + "/actions/" + Attendant.encoded(action), Map.of("decision", decision), headers);
    }

    private static Map<String, String> both(Map<String, String> bearer, String conversationToken) {
        Map<String, String> headers = new HashMap<>(bearer);
        headers.put(TOKEN, conversationToken);
        return headers;
    }

    @Test
    void nobodyElseEntersTheConversation() {
        Map<String, String> ana = Attendant.bearer(attendant.token(ANA, "shopper"));
        Attendant.Chat guest = attendant.guest();
        List<Map<String, String>> strangers = List.of(
                Map.of(),
                Map.of(TOKEN, "A".repeat(43)),
                Map.of(TOKEN, token.toLowerCase(Locale.ROOT)),
                Map.of(TOKEN, token.substring(1)),
                Map.of(TOKEN, ben.id()),
                guest.headers(),
                ana,
                both(ana, token),
                both(ben.headers(), guest.headers().get(TOKEN)),
                Attendant.bearer(attendant.token(BEN, "agent")),
                Attendant.bearer(attendant.token(BEN, "admin")));
        for (Map<String, String> headers : strangers) {
            for (String decision : DECISIONS) {
                assertProblem(decide(ben.path(), actionId, decision, headers), 404, "conversation_not_found");
            }
            assertProblem(attendant.get(ben.path(), headers), 404, "conversation_not_found");
        }
    }

    /** The token opens the conversation, not the level, whoever else's role comes with it. */
    @Test
    void tokenAloneAndStaffConfirmNothing() {
        for (Map<String, String> headers : List.of(
                Map.of(TOKEN, token),
                both(Attendant.bearer(attendant.token(BEN, "agent")), token),
                both(Attendant.bearer(attendant.token(BEN, "admin")), token),
                both(Attendant.bearer(attendant.token(ANA, "admin")), token))) {
            assertProblem(decide(ben.path(), actionId, "confirm", headers), 403, "verification_required");
        }
        gemini.script(request -> text("Confirmed!"));
        Attendant.Answer typed = attendant.post(ben.path() + "/messages", Map.of("text", "yes"), Map.of(TOKEN, token));
        assertThat(events(typed.json(), "verification.required")).hasSize(1);
        assertThat(typed.json().path("events").findValuesAsText("event"))
                .noneMatch(event -> event.startsWith("action."));
    }

    @ParameterizedTest
    @EnumSource
    void actionOfAnotherConversationIsUnknown(Level level) {
        Attendant.Chat other = new Visitors(attendant).open(level, ANA, "ana@example.com", ANAS_ORDER);
        for (String decision : DECISIONS) {
            Attendant.Answer foreign = decide(other.path(), actionId, decision, other.headers());
            assertProblem(foreign, 404, "action_not_found");
            assertThat(foreign)
                    .isEqualTo(decide(other.path(), UUID.randomUUID().toString(), decision, other.headers()));
        }
        gemini.script(request -> text("Confirmed!"));
        JsonNode typed = other.ask("yes").json();
        assertThat(typed.path("events").findValuesAsText("event")).noneMatch(event -> event.startsWith("action."));
    }

    /** Ben's own second conversation is another conversation too. */
    @Test
    void notEvenTheOwnersOtherConversation() {
        Attendant.Chat second = attendant.chat(
                attendant
                        .post("/api/conversations", Map.of(), ben.headers())
                        .json()
                        .path("id")
                        .asText(),
                ben.headers());
        for (String decision : DECISIONS) {
            assertProblem(decide(second.path(), actionId, decision, second.headers()), 404, "action_not_found");
        }
    }

    @Test
    void guessedIds() {
        UUID known = UUID.fromString(actionId);
        List<String> guesses = new ArrayList<>(List.of(
                new UUID(0, 0).toString(),
                new UUID(known.getMostSignificantBits(), known.getLeastSignificantBits() + 1).toString(),
                new UUID(known.getMostSignificantBits() + 1, known.getLeastSignificantBits()).toString(),
                actionId.replace("-", ""),
                "{" + actionId + "}",
                actionId + " ",
                "1-1-1-1-1",
                "1",
                "pending",
                "x' OR status='pending",
                "a\u0000b",
                "x".repeat(4_000),
                ben.id()));
        for (int i = 0; i < 50; i++) {
            guesses.add(UUID.randomUUID().toString());
        }
        for (String guess : guesses) {
            assertProblem(decide(ben.path(), guess, "confirm", ben.headers()), 404, "action_not_found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"forged", "none", "rsa", "hs512", "expired", "not yet", "issuer", "audience", "stripped", "empty"
            })
    void tokensThatAreNone(String what) {
        String bad = badToken(what);
        for (Map<String, String> headers : List.of(Attendant.bearer(bad), both(Attendant.bearer(bad), token))) {
            for (String decision : DECISIONS) {
                assertProblem(decide(ben.path(), actionId, decision, headers), 401, "token_invalid");
            }
        }
    }

    private static String badToken(String what) {
        Map<String, Object> claims = TokenSigner.claims(BEN);
        claims.put("iss", "attendant-demo");
        claims.put("aud", "attendant-demo");
        claims.put("groups", List.of("shopper"));
        long now = Instant.now().getEpochSecond();
        return switch (what) {
            case "forged" ->
                TokenSigner.hs256(null, "another secret of thirty-two bytes".getBytes(StandardCharsets.UTF_8))
                        .sign(claims);
            case "none" -> TokenSigner.none().sign(claims);
            case "rsa" -> TokenSigner.rs256("any").sign(claims);
            case "hs512" -> SHOP.with("HS512").sign(claims);
            case "expired" -> SHOP.sign(with(claims, "exp", now - 3_600));
            case "not yet" -> SHOP.sign(with(claims, "nbf", now + 3_600));
            case "issuer" -> SHOP.sign(with(claims, "iss", "somebody"));
            case "audience" -> SHOP.sign(with(claims, "aud", "something"));
            case "stripped" -> SHOP.sign(claims).replaceAll("[^.]*$", "");
            case "empty" -> "..";
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        claims.put(name, value);
        return claims;
    }
}
