package io.attendant.assistant.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.ActionShop.Shopper;
import io.attendant.testsupport.ActionTest;
import io.attendant.testsupport.Attendant;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A thousand conversations at random, with and without a model that fails at random, each run again twice. */
@QuarkusTest
@TestProfile(ThousandReplaysTest.Impatient.class)
class ThousandReplaysTest extends ActionTest {
    private static final long SEED = 20_261_104;
    private static final int CONVERSATIONS = 1_000;
    private static final int MOST_TURNS = 3;
    private static final int SHOPPERS = 200;
    private static final int AT_ONCE = 8;

    @Inject
    ReplayRunner runner;

    /** Faults are many, and nobody waits for a provider to recover. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "attendant.assistant.retry.first-wait",
                    "1ms",
                    "attendant.assistant.breaker.failure-percentage",
                    "100",
                    "attendant.assistant.breaker.window",
                    "100000",
                    "attendant.assistant.breaker.least-calls",
                    "100000",
                    "attendant.budget.shopper-day.calls",
                    "1000000",
                    "attendant.budget.shopper-day.tokens",
                    "1000000000");
        }
    }

    @Test
    void sameHashTwice() throws Exception {
        gemini.reset();
        RandomTalk talk = new RandomTalk(SEED);
        gemini.script(talk::reply);
        List<Shopper> shoppers = goods.shoppers(SHOPPERS);
        List<String> tokens = shoppers.stream()
                .map(shopper -> attendant.token(shopper.id(), "shopper"))
                .toList();

        Instant start = Instant.now();
        List<Attendant.Chat> chats = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            // Neighbouring seeds begin alike.
            List<Future<Attendant.Chat>> running = IntStream.range(0, CONVERSATIONS)
                    .mapToObj(number -> threads.submit(() -> {
                        int who = number % SHOPPERS;
                        return talk(
                                new Random((SEED + number) * 0x9E3779B97F4A7C15L), shoppers.get(who), tokens.get(who));
                    }))
                    .toList();
            for (Future<Attendant.Chat> one : running) {
                chats.add(one.get());
            }
        }
        Duration recording = Duration.between(start, Instant.now());

        RecordedChats recorded = new RecordedChats(attendant, runner);
        Figures figures = new Figures();
        Duration replaying = Duration.ZERO;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Attendant.Chat chat : chats) {
                List<TurnRecording> turns = recorded.turns(chat);
                figures.count(turns);
                Instant before = Instant.now();
                // At the same time, which must not matter.
                Future<Replay> one = threads.submit(() -> runner.replay(turns));
                Future<Replay> other = threads.submit(() -> runner.replay(turns));
                Replay first = one.get();
                Replay second = other.get();
                replaying = replaying.plus(Duration.between(before, Instant.now()));
                assertThat(first.firstDifference()).as(chat.id()).isEmpty();
                assertThat(first.hash()).isEqualTo(RecordedChats.hash(turns)).isEqualTo(second.hash());
                assertThat(second).isEqualTo(first);
            }
        }
        System.out.printf(
                "replays: conversations=%d %s recordedIn=%ds replayedTwiceIn=%ds%n",
                chats.size(), figures, recording.toSeconds(), replaying.toSeconds());
        // A thousand easy ones would prove little.
        assertThat(figures.interesting()).allMatch(count -> count >= 20);
    }

    private Attendant.Chat talk(Random random, Shopper shopper, String token) {
        Map<String, String> bearer = Attendant.bearer(token);
        Attendant.Chat chat = attendant.chat(
                attendant
                        .post("/api/conversations", Map.of(), bearer)
                        .json()
                        .path("id")
                        .asText(),
                bearer);
        int turns = 2 + random.nextInt(MOST_TURNS - 1);
        boolean modelWorks = random.nextBoolean();
        for (int turn = 0; turn < turns; turn++) {
            Attendant.Answer answer = chat.ask(RandomTalk.message(random, shopper, modelWorks));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
        return chat;
    }

    /** What the conversations were made of. */
    private static final class Figures {
        private int turns;
        private int models;
        private int modelFailures;
        private int tools;
        private int refusals;
        private int ownReplies;
        private int degraded;
        private int proposals;
        private int bytes;

        void count(List<TurnRecording> recorded) {
            for (TurnRecording turn : recorded) {
                turns++;
                RecordedExchanges exchanges = turn.exchanges();
                models += exchanges.models().size();
                modelFailures += (int) exchanges.models().stream()
                        .filter(model -> model.ending() != RecordedExchanges.Ending.answered)
                        .count();
                tools += exchanges.tools().size();
                refusals += (int) exchanges.tools().stream()
                        .filter(tool -> tool.refusal().isPresent())
                        .count();
                ownReplies += exchanges.own().isPresent() ? 1 : 0;
                degraded += turn.events().getLast().data().path("degraded").asBoolean() ? 1 : 0;
                proposals += (int) turn.events().stream()
                        .filter(event -> event.type().equals("action.proposed"))
                        .count();
                bytes += turn.toJson().length();
            }
        }

        List<Integer> interesting() {
            return List.of(modelFailures, tools, refusals, ownReplies, degraded, proposals);
        }

        @Override
        public String toString() {
            return "turns=%d modelExchanges=%d failed=%d tools=%d refused=%d ownReplies=%d degraded=%d proposals=%d bytesPerTurn=%d"
                    .formatted(
                            turns,
                            models,
                            modelFailures,
                            tools,
                            refusals,
                            ownReplies,
                            degraded,
                            proposals,
                            bytes / turns);
        }
    }
}
