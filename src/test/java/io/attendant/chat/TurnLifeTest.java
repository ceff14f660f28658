package io.attendant.chat;

import static io.attendant.testsupport.gemini.GeminiReply.chunks;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.conversations.TurnLog;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.OwnerSql;
import io.attendant.testsupport.ServerEvents;
import io.attendant.testsupport.SmallShop;
import io.attendant.testsupport.gemini.Gate;
import io.attendant.testsupport.gemini.GeminiReply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Joining, leaving, stopping and repeating turns. */
@QuarkusTest
class TurnLifeTest extends ApplicationTest {
    @Inject
    TurnLog turns;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void sameMessageAgainReturnsTheStoredTurn() {
        gemini.script(text("Hello."));
        Attendant.Chat chat = attendant.guest();
        Map<String, String> message = Map.of("text", "Hi", "clientMessageId", "m1");

        JsonNode first = chat.ask(message).json();
        JsonNode second = chat.ask(message).json();

        assertThat(second).isEqualTo(first);
        assertThat(gemini.requests()).hasSize(1);
        assertThat(chat.transcript().path("messages")).hasSize(2);
    }

    @Test
    void sameIdWithAnotherTextIsAConflict() {
        gemini.script(text("Hello."));
        Attendant.Chat chat = attendant.guest();
        chat.ask(Map.of("text", "Hi", "clientMessageId", "m1"));

        Attendant.Answer answer = chat.ask(Map.of("text", "Bye", "clientMessageId", "m1"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("client_message_conflict");
    }

    @Test
    void clientThatLeftJoinsTheRunningTurnWhereItWas() throws Exception {
        Gate gate = new Gate();
        gemini.script(chunks("Alpha. ", "Beta. ").thenHold(gate).thenText("Gamma."));
        Attendant.Chat chat = attendant.guest();
        Map<String, String> message = Map.of("text", "Count", "clientMessageId", "m1");

        long seen;
        try (ServerEvents events = chat.stream(message)) {
            seen = events.next("text.delta").id();
        }
        gate.reached().get(10, SECONDS);
        try (ServerEvents events = chat.follow(
                "POST",
                chat.path() + "/messages",
                Attendant.JSON.writeValueAsBytes(message),
                Map.of("Last-Event-ID", Long.toString(seen)))) {
            assertThat(events.next("text.delta").data().path("text").asText()).isEqualTo(" Beta.");
            gate.release();
            assertThat(events.next("turn.completed").data().path("text").asText())
                    .isEqualTo("Alpha. Beta. Gamma.");
        }
        assertThat(gemini.requests()).hasSize(1);
    }

    @Test
    void secondMessageWaitsForNobody() throws Exception {
        Gate gate = new Gate();
        gemini.script(chunks("Alpha. ").thenHold(gate).thenText("Beta."));
        Attendant.Chat chat = attendant.guest();

        try (ServerEvents events = chat.stream(Map.of("text", "Count"))) {
            events.next("text.delta");
            Attendant.Answer other = chat.ask("And now?");
            assertThat(other.status()).isEqualTo(409);
            assertThat(other.code()).isEqualTo("turn_in_progress");
            gate.release();
            events.next("turn.completed");
        }
        gemini.script(text("Yes."));
        assertThat(chat.ask("And now?").status()).isEqualTo(200);
    }

    @Test
    void stopEndsTheTurnAndClosesTheUpstreamCall() throws Exception {
        gemini.script(chunks("Alpha. ").thenSilence(), text("Fine."));
        Attendant.Chat chat = attendant.guest();

        try (ServerEvents events = chat.stream(Map.of("text", "Count"))) {
            String turn = events.next("turn.started").data().path("turnId").asText();
            events.next("text.delta");
            assertThat(attendant
                            .send("POST", chat.path() + "/turns/" + turn + "/stop", null, null, chat.headers())
                            .status())
                    .isEqualTo(204);
            JsonNode failed = events.next("turn.failed").data();
            assertThat(failed.path("code").asText()).isEqualTo("turn_stopped");
            assertThat(events.next()).isEmpty();
        }
        gemini.requests().getFirst().clientClosed().get(10, SECONDS);
        JsonNode unfinished = chat.transcript().path("messages").path(1);
        assertThat(unfinished.path("text").asText()).isEqualTo("Alpha.");
        assertThat(unfinished.path("failure").path("code").asText()).isEqualTo("turn_stopped");
        assertThat(chat.ask("Go on").json().path("reply").asText()).isEqualTo("Fine.");
    }

    /** What a replica writes down that doesn't run the turn itself. */
    @Test
    void stopAtAnotherReplicaReachesTheOneThatRunsTheTurn() throws Exception {
        gemini.script(chunks("Alpha. ").thenSilence(), text("Fine."));
        Attendant.Chat chat = attendant.guest();

        try (ServerEvents events = chat.stream(Map.of("text", "Count"))) {
            String turn = events.next("turn.started").data().path("turnId").asText();
            events.next("text.delta");
            turns.requestStop(UUID.fromString(chat.id()), UUID.fromString(turn));
            assertThat(events.next("turn.failed").data().path("code").asText()).isEqualTo("turn_stopped");
        }
        gemini.requests().getFirst().clientClosed().get(10, SECONDS);
        assertThat(chat.ask("Go on").json().path("reply").asText()).isEqualTo("Fine.");
    }

    @Test
    void editedMessageTakesThePlaceOfTheOldOneAndAllThatFollowed() {
        gemini.script(text("Red."), text("Blue."), text("Green."));
        Attendant.Chat chat = attendant.guest();
        chat.ask("first");
        chat.ask("second");
        String first =
                chat.transcript().path("messages").path(0).path("messageId").asText();

        chat.ask(Map.of("text", "better first", "replaces", first));

        assertThat(chat.transcript().path("messages").findValuesAsText("text"))
                .containsExactly("better first", "Green.");
        assertThat(gemini.requests().getLast().userTexts()).containsExactly("better first");
    }

    @Test
    void anotherTabHearsOfTheTurn() {
        gemini.script(text("Hello."));
        Attendant.Chat chat = attendant.guest();

        try (ServerEvents besides = chat.events(Map.of())) {
            chat.ask("Hi");
            assertThat(besides.next().orElseThrow().data().path("from").asText())
                    .isEqualTo("shopper");
            assertThat(besides.next().orElseThrow().name()).isEqualTo("turn.started");
            assertThat(besides.next().orElseThrow().name()).isEqualTo("turn.completed");
            ServerEvents.Event said = besides.next().orElseThrow();
            assertThat(said.name()).isEqualTo("message.created");
            assertThat(said.data().path("text").asText()).isEqualTo("Hello.");
        }
    }

    @Test
    void followingResumesAfterTheLastEventSeen() {
        gemini.script(text("Hello."));
        Attendant.Chat chat = attendant.guest();
        chat.ask("Hi");

        try (ServerEvents besides = chat.events(Map.of("Last-Event-ID", "1"))) {
            assertThat(besides.next().orElseThrow().name()).isEqualTo("turn.started");
        }
    }

    @Test
    void eventsOfAConversationAreNumberedWithoutAGap() {
        gemini.script(text("Alpha. Beta."), text("Gamma."));
        Attendant.Chat chat = attendant.guest();
        chat.ask("Hi");

        try (ServerEvents turn = chat.stream(Map.of("text", "More"))) {
            List<Long> ids = turn.all().stream().map(ServerEvents.Event::id).toList();
            // The first turn took 1 to 6 (said, started, two deltas, completed, said), this message's own 7.
            assertThat(ids).containsExactly(8L, 9L, 10L);
        }
    }

    @Test
    void guestsConversationIsBoundToTheShopperOnce() {
        gemini.script(request -> text("Hello."));
        Attendant.Chat guest = attendant.guest();
        guest.ask("Hi");
        Map<String, String> both = new java.util.HashMap<>(guest.headers());
        both.putAll(Attendant.bearer(attendant.token(SmallShop.ANA, "shopper")));

        assertThat(attendant.get(guest.path(), both).json().path("level").asText())
                .isEqualTo("customer");

        both.putAll(Attendant.bearer(attendant.token(SmallShop.BEN, "shopper")));
        assertThat(attendant.get(guest.path(), both).code()).isEqualTo("conversation_not_found");
        assertThat(attendant
                        .get(guest.path(), guest.headers())
                        .json()
                        .path("level")
                        .asText())
                .isEqualTo("anonymous");
    }

    @Test
    void silentModelIsLeftForTheLocalAssistant() {
        gemini.script(GeminiReply.promptBlocked("SAFETY"));

        JsonNode answer = attendant.guest().ask("Hello").json();

        JsonNode completed = AnswerTest.events(answer, "turn.completed").getFirst();
        assertThat(completed.path("degraded").asBoolean()).isTrue();
        assertThat(completed.path("text").asText()).isNotBlank();
    }

    @Test
    void whoeverWaitsForADeadProcessIsTold() {
        Attendant.Chat chat = attendant.guest();
        turns.begin(UUID.fromString(chat.id()), new TurnLog.Opening("Hi", Optional.of("m-1"), Optional.empty(), "any"));
        new OwnerSql(url)
                .rows("UPDATE conversations SET lease_until = now() - interval '1 second' WHERE id = '" + chat.id()
                        + "' RETURNING id");

        JsonNode answer =
                chat.ask(Map.of("text", "Hi", "clientMessageId", "m-1")).json();

        assertThat(AnswerTest.events(answer, "turn.failed")
                        .getFirst()
                        .path("code")
                        .asText())
                .isEqualTo("turn_interrupted");
        gemini.script(text("Hello."));
        assertThat(chat.ask("Again").json().path("reply").asText()).isEqualTo("Hello.");
    }
}
