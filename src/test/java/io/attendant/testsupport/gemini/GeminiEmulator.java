package io.attendant.testsupport.gemini;

import io.attendant.testsupport.gemini.http.LoopbackServer;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The Gemini API (v1beta) on 127.0.0.1, scripted by a test. It refuses what the real API refuses
 * and records what it was asked. Safe for many threads; scripts may be added while requests run.
 *
 * <pre>{@code
 * try (var gemini = GeminiEmulator.start()) {
 *     gemini.conversation("#A1001").script(
 *             GeminiReply.call("getOrderDetails", Map.of("orderId", "#A1001")),
 *             GeminiReply.text("It was shipped."));
 *     ... // point the client at gemini.baseUrl() with gemini.apiKey()
 *     assertThat(gemini.violations()).isEmpty();
 * }
 * }</pre>
 *
 * <p>Who answers: the first matching conversation script that has a reply left, then the general
 * script, then the {@link Clerk}.
 */
public final class GeminiEmulator implements AutoCloseable {

    private final EmulatorSettings settings;
    private final Script script = new Script();
    private final RequestLog log;
    private final EmulatorRouter router;
    private final LoopbackServer server;

    private GeminiEmulator(EmulatorSettings settings) {
        this.settings = settings;
        this.log = new RequestLog(settings.keepRequests());
        this.router = new EmulatorRouter(settings, script, log);
        this.server = LoopbackServer.start(settings.port(), router::handle);
    }

    /** An emulator with the default settings on a free port. */
    public static GeminiEmulator start() {
        return builder().start();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The address with the API's version, such as {@code http://127.0.0.1:40123/v1beta}. */
    public String baseUrl() {
        return server.origin() + Route.BASE_PATH;
    }

    /** The only key that is accepted. */
    public String apiKey() {
        return settings.apiKey();
    }

    /** The only bearer token that is accepted. */
    public String accessToken() {
        return settings.accessToken();
    }

    /** Queues replies for requests that no conversation script takes, one for each. */
    public GeminiEmulator script(GeminiReply... replies) {
        script.add(Script.queue(replies));
        return this;
    }

    /** Answers requests that no conversation script takes; null leaves them to the next rule. */
    public GeminiEmulator script(Function<GeminiRequest, GeminiReply> replies) {
        script.add(replies);
        return this;
    }

    /** Scripts the requests that meet the condition. */
    public ScriptedConversation when(Predicate<GeminiRequest> condition) {
        return new ScriptedConversation(script, condition);
    }

    /** Scripts the conversation in which some user text contains this, such as an order number. */
    public ScriptedConversation conversation(String fragment) {
        return when(request -> request.userTexts().stream().anyMatch(text -> text.contains(fragment)));
    }

    /** Lets the next valid request of this kind fail, also those that cannot be scripted. */
    public GeminiEmulator failNext(GeminiOperation operation, GeminiError error) {
        router.failNext(operation, error);
        return this;
    }

    /** All requests in order of arrival, the refused ones too. */
    public List<GeminiRequest> requests() {
        return log.requests();
    }

    public List<GeminiRequest> requests(Predicate<GeminiRequest> condition) {
        return log.requests().stream().filter(condition).toList();
    }

    /** The first request, recorded or still to come, that meets the condition. */
    public CompletableFuture<GeminiRequest> firstRequest(Predicate<GeminiRequest> condition) {
        return log.first(condition);
    }

    /** What the real API would have refused, and what the script could not answer. */
    public List<Violation> violations() {
        return log.violations();
    }

    /** How many scripted replies were not asked for. */
    public int unusedReplies() {
        return script.unused();
    }

    /** Refuses connections from now on; answers that run are given to their end. */
    public void goDown() {
        server.goDown();
    }

    /** Is back at the same address. */
    public void comeBack() {
        server.comeBack();
    }

    /** Forgets scripts, requests and violations; answers that run go on. */
    public void reset() {
        script.clear();
        router.clearFailures();
        log.clear();
    }

    /** Stops; open connections are closed. */
    @Override
    public void close() {
        server.close();
    }

    /** Settings of an emulator; the defaults suit a test. */
    public static final class Builder {

        private int port;
        private String apiKey = "emulator-key";
        private String accessToken = "emulator-token";
        private final List<String> models = new ArrayList<>();
        private long seed = 1;
        private boolean strictTurns;
        private boolean clerk = true;
        private Duration chunkDelay = Duration.ZERO;
        private int keepRequests = 100_000;
        private Consumer<Violation> onViolation = violation -> {};

        private Builder() {}

        /** The port; 0, the default, takes a free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        public Builder apiKey(String apiKey) {
            this.apiKey = apiKey;
            return this;
        }

        public Builder accessToken(String accessToken) {
            this.accessToken = accessToken;
            return this;
        }

        /** Adds a chat model to the known ones; its rules follow from its id. */
        public Builder model(String id) {
            this.models.add(id);
            return this;
        }

        /** Chunk sizes, ids and thought signatures follow from it. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** Refuses responses to parallel calls that are spread over several contents. */
        public Builder strictTurns(boolean strictTurns) {
            this.strictTurns = strictTurns;
            return this;
        }

        /** Without the clerk a request that is not scripted is a violation. */
        public Builder clerk(boolean clerk) {
            this.clerk = clerk;
            return this;
        }

        /** The pause before each chunk, for demos and load; zero by default. */
        public Builder chunkDelay(Duration chunkDelay) {
            this.chunkDelay = chunkDelay;
            return this;
        }

        /** How many requests are remembered; older ones are dropped. */
        public Builder keepRequests(int keepRequests) {
            this.keepRequests = keepRequests;
            return this;
        }

        /** Is told of each violation as it happens, on the request's thread. */
        public Builder onViolation(Consumer<Violation> onViolation) {
            this.onViolation = onViolation;
            return this;
        }

        /**
         * Starts to listen.
         *
         * @throws java.io.UncheckedIOException when the port is taken
         */
        public GeminiEmulator start() {
            return new GeminiEmulator(new EmulatorSettings(
                    port,
                    apiKey,
                    accessToken,
                    List.copyOf(models),
                    seed,
                    strictTurns,
                    clerk,
                    chunkDelay,
                    keepRequests,
                    onViolation));
        }
    }
}
