package io.attendant.assistant.model;

import static io.attendant.assistant.model.TestedProvider.begin;
import static io.attendant.assistant.model.TestedProvider.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.assistant.Turns;
import io.attendant.assistant.model.Asked.Settings;
import io.attendant.testsupport.CapturedLog;
import io.attendant.testsupport.gemini.http.Exchange;
import io.attendant.testsupport.gemini.http.ExchangeHandler;
import io.attendant.testsupport.gemini.http.LoopbackServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server does, a call ends with a whole answer or with one failure of the right kind, in bounded space. */
@Timeout(30)
class ModelHttpTest {
    private static final String SECRET = "words of a shopper";

    @ParameterizedTest
    @EnumSource
    void wholeAnswerComesPieceByPieceOnTheTurnsThread(TestedProvider provider) {
        CompletableFuture<Void> heard = new CompletableFuture<>();
        CompletableFuture<Thread> on = new CompletableFuture<>();
        try (LoopbackServer server = LoopbackServer.start(0, exchange -> {
            Exchange.BodyStream body = begin(exchange, provider.piece("One. "));
            // The rest is sent only when the first piece has been taken in.
            exchange.await(heard);
            body.end(bytes(provider.piece("Two.") + provider.last()));
        })) {
            Asked asked = Asked.of(
                    provider.model(server.origin(), Settings.PATIENT), Turns.of(Duration.ofSeconds(30)), piece -> {
                        heard.complete(null);
                        on.complete(Thread.currentThread());
                    });

            assertThat(asked.failure()).isNull();
            assertThat(asked.text()).isEqualTo("One. Two.");
            assertThat(on).isCompletedWithValue(Thread.currentThread());
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(TestedProvider.values())
                .flatMap(provider -> Stream.of(
                        failure(provider, "reset at once", ModelFailure.Kind.UNREACHABLE, Exchange::cut),
                        failure(provider, "closed at once", ModelFailure.Kind.UNREACHABLE, Exchange::hangUp),
                        failure(provider, "reset after the headers", ModelFailure.Kind.UNREACHABLE, exchange -> {
                            begin(exchange, "");
                            exchange.hangUp();
                        }),
                        failure(
                                provider,
                                "no HTTP",
                                ModelFailure.Kind.UNREACHABLE,
                                exchange -> exchange.send(0, Map.of(), bytes(SECRET))),
                        failure(provider, "closed in the middle", ModelFailure.Kind.CUT, exchange -> {
                            begin(exchange, provider.piece("One."));
                            exchange.hangUp();
                        }),
                        failure(
                                provider,
                                "ended in the middle",
                                ModelFailure.Kind.CUT,
                                exchange ->
                                        begin(exchange, provider.piece("One.")).end(new byte[0])),
                        failure(
                                provider,
                                "empty body",
                                ModelFailure.Kind.CUT,
                                exchange -> begin(exchange, "").end(new byte[0])),
                        failure(
                                provider,
                                "half an event",
                                ModelFailure.Kind.GARBLED,
                                exchange ->
                                        begin(exchange, "data: {\"" + SECRET).end(new byte[0])),
                        failure(
                                provider,
                                "an event that is no object",
                                ModelFailure.Kind.GARBLED,
                                exchange -> begin(exchange, "data: [\"" + SECRET + "\"]\n\n")
                                        .end(new byte[0])),
                        failure(
                                provider,
                                "a page",
                                ModelFailure.Kind.GARBLED,
                                exchange -> begin(exchange, "<html>" + SECRET + "</html>")
                                        .end(new byte[0])),
                        failure(provider, "an endless line", ModelFailure.Kind.TOO_LONG, exchange -> {
                            Exchange.BodyStream body = begin(exchange, "data: {\"");
                            byte[] more = bytes("x".repeat(100_000));
                            for (int i = 0; i < 100; i++) {
                                body.write(more);
                            }
                            exchange.awaitLoss();
                        }),
                        failure(provider, "10 MB of answer", ModelFailure.Kind.TOO_LONG, exchange -> {
                            Exchange.BodyStream body = begin(exchange, "");
                            byte[] piece = bytes(provider.piece("x".repeat(100_000)));
                            for (int i = 0; i < 100; i++) {
                                body.write(piece);
                            }
                            body.end(bytes(provider.last()));
                        }),
                        failure(provider, "no content", ModelFailure.Kind.GARBLED, refusal(204, "")),
                        failure(provider, "moved", ModelFailure.Kind.DENIED, refusal(302, "")),
                        failure(provider, "400", ModelFailure.Kind.REFUSED, refusal(400, SECRET)),
                        failure(provider, "401", ModelFailure.Kind.DENIED, refusal(401, SECRET)),
                        failure(provider, "403", ModelFailure.Kind.DENIED, refusal(403, SECRET)),
                        failure(provider, "404", ModelFailure.Kind.DENIED, refusal(404, "<html>" + SECRET)),
                        failure(provider, "408", ModelFailure.Kind.OVERLOADED, refusal(408, "")),
                        failure(provider, "413", ModelFailure.Kind.REFUSED, refusal(413, "")),
                        failure(
                                provider,
                                "422",
                                ModelFailure.Kind.REFUSED,
                                refusal(422, "{\"detail\":\"" + SECRET + "\"}")),
                        failure(provider, "429", ModelFailure.Kind.OVER_QUOTA, refusal(429, "")),
                        failure(provider, "500", ModelFailure.Kind.OVERLOADED, refusal(500, "")),
                        failure(provider, "502", ModelFailure.Kind.OVERLOADED, refusal(502, "<html>" + SECRET)),
                        failure(
                                provider,
                                "529",
                                ModelFailure.Kind.OVERLOADED,
                                refusal(529, "{\"error\":\"" + SECRET + "\"}")),
                        failure(provider, "an error without an end", ModelFailure.Kind.OVERLOADED, exchange -> {
                            Exchange.BodyStream body = exchange.open(503, Map.of());
                            byte[] more = bytes(SECRET.repeat(1000));
                            while (true) {
                                body.write(more);
                            }
                        }),
                        failure(provider, "an error that is cut", ModelFailure.Kind.OVERLOADED, exchange -> {
                            exchange.open(503, Map.of()).write(bytes("{\"error\":"));
                            exchange.hangUp();
                        })));
    }

    private static Arguments failure(
            TestedProvider provider, String name, ModelFailure.Kind expected, ExchangeHandler handler) {
        return Arguments.of(provider, name, expected, handler);
    }

    private static ExchangeHandler refusal(int status, String body) {
        return exchange -> exchange.send(status, Map.of(), bytes(body));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("failures")
    void failsWithItsKindAndSaysNothingElse(
            TestedProvider provider, String name, ModelFailure.Kind expected, ExchangeHandler handler) {
        CapturedLog log = CapturedLog.open();
        try {
            Asked asked = provider.ask(Settings.PATIENT, handler);

            assertThat(asked.modelFailure().kind()).isEqualTo(expected);
            assertThat(asked.failure()).hasNoCause().hasMessage(expected.label());
            assertThat(log.text()).doesNotContain(SECRET);
        } finally {
            log.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void connectionThatIsLostAfterTheEndDoesNotMatter(TestedProvider provider) {
        Asked asked = provider.ask(Settings.PATIENT, exchange -> {
            begin(exchange, provider.piece("One.") + provider.last());
            exchange.hangUp();
        });

        assertThat(asked.failure()).isNull();
        assertThat(asked.text()).isEqualTo("One.");
    }

    @ParameterizedTest
    @EnumSource
    void connectionThatStaysOpenAfterTheEndDoesNotMatter(TestedProvider provider) {
        Asked asked = provider.ask(Settings.PATIENT.idle(Duration.ofSeconds(1)), exchange -> {
            begin(exchange, provider.piece("One.") + provider.last());
            exchange.awaitLoss();
        });

        assertThat(asked.failure()).isNull();
        assertThat(asked.text()).isEqualTo("One.");
    }

    @Test
    @Timeout(10)
    void connectionIsNotWaitedForOnceTheEndWasAnnounced() {
        Asked asked = TestedProvider.OPENAI.ask(Settings.PATIENT, exchange -> {
            begin(exchange, TestedProvider.OPENAI.piece("One.") + TestedProvider.OPENAI.last());
            exchange.awaitLoss();
        });

        assertThat(asked.failure()).isNull();
        assertThat(asked.text()).isEqualTo("One.");
    }

    @Test
    void nobodyListens() throws IOException {
        String origin;
        try (ServerSocket free = new ServerSocket(0)) {
            origin = "http://127.0.0.1:" + free.getLocalPort();
        }

        Asked asked = Asked.of(TestedProvider.OPENAI.model(origin, Settings.PATIENT));

        assertThat(asked.modelFailure().kind()).isEqualTo(ModelFailure.Kind.UNREACHABLE);
    }

    @Test
    void keyThatNoHeaderCanCarryIsNotTold() {
        CapturedLog log = CapturedLog.open();
        try {
            Asked asked = Asked.of(Asked.openAi("http://127.0.0.1:1/v1", SECRET + "\n", Settings.PATIENT));

            assertThat(asked.modelFailure().kind()).isEqualTo(ModelFailure.Kind.DENIED);
            assertThat(asked.failure()).hasNoCause();
            assertThat(log.text()).doesNotContain(SECRET);
        } finally {
            log.close();
        }
    }
}
