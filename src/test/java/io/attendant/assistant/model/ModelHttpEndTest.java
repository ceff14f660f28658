package io.attendant.assistant.model;

import static io.attendant.assistant.model.TestedProvider.begin;
import static io.attendant.assistant.model.TestedProvider.bytes;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.TurnStoppedException;
import io.attendant.assistant.Turns;
import io.attendant.assistant.model.Asked.Settings;
import io.attendant.shared.ErrorCode;
import io.attendant.testsupport.gemini.http.Exchange;
import io.attendant.testsupport.gemini.http.ExchangeHandler;
import io.attendant.testsupport.gemini.http.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A call ends when it takes too long, when its turn is stopped, and when nobody wants to hear more; its connection is closed. */
@Timeout(30)
class ModelHttpEndTest {
    static Stream<Arguments> slowness() {
        Settings impatient = Settings.PATIENT.idle(Duration.ofSeconds(1));
        Duration long_ = Duration.ofSeconds(30);
        Duration short_ = Duration.ofMillis(1500);
        return Stream.of(TestedProvider.values())
                .flatMap(provider -> Stream.of(
                        slow(provider, "no headers", impatient, long_, Exchange::awaitLoss),
                        slow(provider, "nothing behind the headers", impatient, long_, exchange -> {
                            begin(exchange, "");
                            exchange.awaitLoss();
                        }),
                        slow(provider, "silence in the middle", impatient, long_, exchange -> {
                            begin(exchange, provider.piece("One."));
                            exchange.awaitLoss();
                        }),
                        slow(
                                provider,
                                "no headers within the call's time",
                                Settings.PATIENT,
                                short_,
                                Exchange::awaitLoss),
                        slow(provider, "drop by drop", impatient, short_, exchange -> {
                            Exchange.BodyStream body = begin(exchange, "");
                            while (true) {
                                body.write(bytes(provider.piece("x")));
                                exchange.pause(Duration.ofMillis(20));
                            }
                        }),
                        slow(provider, "one line, byte by byte", impatient, short_, exchange -> {
                            Exchange.BodyStream body = begin(exchange, "data: ");
                            while (true) {
                                body.write(bytes("x"));
                                exchange.pause(Duration.ofMillis(20));
                            }
                        })));
    }

    private static Arguments slow(
            TestedProvider provider, String name, Settings settings, Duration callTime, ExchangeHandler handler) {
        return Arguments.of(provider, name, settings, callTime, handler);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("slowness")
    void whatTakesTooLongIsClosed(
            TestedProvider provider, String name, Settings settings, Duration callTime, ExchangeHandler handler)
            throws Exception {
        CompletableFuture<Exchange> seen = new CompletableFuture<>();
        try (LoopbackServer server = LoopbackServer.start(0, exchange -> {
            seen.complete(exchange);
            handler.handle(exchange);
        })) {
            long begun = System.nanoTime();
            Asked asked = Asked.of(provider.model(server.origin(), settings), Turns.of(callTime), piece -> {});

            assertThat(asked.modelFailure().kind()).isEqualTo(ModelFailure.Kind.SILENT);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            Exchange call = seen.get(10, SECONDS);
            call.clientClosed().get(10, SECONDS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void errorWhoseBodyDoesNotComeIsKnownByItsStatus(TestedProvider provider) {
        Asked asked = provider.ask(Settings.PATIENT.idle(Duration.ofSeconds(1)), exchange -> {
            exchange.open(429, Map.of("Retry-After", "7"));
            exchange.awaitLoss();
        });

        assertThat(asked.modelFailure().kind()).isEqualTo(ModelFailure.Kind.OVER_QUOTA);
        assertThat(asked.modelFailure().retryAfter()).contains(Duration.ofSeconds(7));
    }

    static Stream<Arguments> momentsToStop() {
        return Stream.of(TestedProvider.values())
                .flatMap(provider -> Stream.of(
                        Arguments.of(provider, "before the headers", (Function<Exchange, CompletableFuture<Void>>)
                                exchange -> CompletableFuture.completedFuture(null)),
                        Arguments.of(provider, "in the middle", (Function<Exchange, CompletableFuture<Void>>)
                                exchange -> {
                                    try {
                                        begin(exchange, provider.piece("One."));
                                    } catch (IOException e) {
                                        throw new UncheckedIOException(e);
                                    }
                                    return new CompletableFuture<>();
                                })));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("momentsToStop")
    void stoppingTheTurnClosesTheCall(
            TestedProvider provider, String name, Function<Exchange, CompletableFuture<Void>> beginning)
            throws Exception {
        AnswerTurn turn = Turns.of(Duration.ofSeconds(30));
        CompletableFuture<Exchange> seen = new CompletableFuture<>();
        try (LoopbackServer server = LoopbackServer.start(0, exchange -> {
            seen.complete(exchange);
            if (beginning.apply(exchange).isDone()) {
                turn.stop(ErrorCode.TURN_STOPPED);
            }
            exchange.awaitLoss();
        })) {
            Asked asked = Asked.of(
                    provider.model(server.origin(), Settings.PATIENT),
                    turn,
                    piece -> turn.stop(ErrorCode.TURN_STOPPED));

            assertThat(asked.failure()).isInstanceOf(TurnStoppedException.class);
            Exchange call = seen.get(10, SECONDS);
            call.clientClosed().get(10, SECONDS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void listenerThatThrowsIsHeardAndClosesTheCall(TestedProvider provider) throws Exception {
        CompletableFuture<Exchange> seen = new CompletableFuture<>();
        try (LoopbackServer server = LoopbackServer.start(0, exchange -> {
            seen.complete(exchange);
            begin(exchange, provider.piece("One."));
            exchange.awaitLoss();
        })) {
            IllegalStateException thrown = new IllegalStateException("held back");
            Asked asked = Asked.of(
                    provider.model(server.origin(), Settings.PATIENT), Turns.of(Duration.ofSeconds(30)), piece -> {
                        throw thrown;
                    });

            assertThat(asked.failure()).isSameAs(thrown);
            Exchange call = seen.get(10, SECONDS);
            call.clientClosed().get(10, SECONDS);
        }
    }
}
