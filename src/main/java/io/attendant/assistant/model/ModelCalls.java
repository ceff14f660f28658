package io.attendant.assistant.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.AssistantConfig;
import io.attendant.assistant.Exchanges;
import io.attendant.assistant.budget.Budget;
import io.attendant.conversations.ModelCall;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Calls the configured provider: within the budget, not while it keeps failing, and again where another attempt may help. All
 * of it is below the tool loop, so no tool runs twice; and an attempt follows only on one of which nothing was heard, so no
 * word is said twice either.
 */
@ApplicationScoped
public class ModelCalls {
    /** Above what models give by default, for an answer that was all thoughts. */
    private static final int MORE_OUTPUT_TOKENS = 16_384;

    @Inject
    Models models;

    @Inject
    ModelBreaker breaker;

    @Inject
    AssistantConfig config;

    @Inject
    MeterRegistry metrics;

    @Inject
    RandomGenerator random;

    /** The world outside of a turn that may spend so much. */
    public Exchanges within(Budget.Allowance allowance) {
        return new Exchanges() {
            @Override
            public boolean hasProvider() {
                return models.remoteChosen();
            }

            @Override
            public Optional<String> ownReply(Supplier<Optional<String>> reply) {
                return reply.get();
            }

            @Override
            public ChatResponse model(ChatRequest request, Consumer<String> text) {
                return ask(request, text, allowance);
            }

            @Override
            public Object tool(String name, Callable<Object> call) throws Exception {
                return call.call();
            }

            @Override
            public void checkGoingOn(AnswerTurn turn) {
                turn.checkGoingOn();
            }
        };
    }

    private ChatResponse ask(ChatRequest request, Consumer<String> text, Budget.Allowance allowance) {
        AnswerTurn turn = AnswerTurn.current();
        ChatRequest next = request;
        Duration wait = config.retry().firstWait();
        for (int attempt = 1; ; attempt++) {
            Heard heard = new Heard(text);
            try {
                allowance.check(turn);
                return once(turn, next, heard);
            } catch (ModelFailure failure) {
                Log.warnf(
                        "model call failed: conversationId=%s turnId=%s attempt=%d kind=%s",
                        turn.conversationId(),
                        turn.turnId(),
                        attempt,
                        failure.kind().label());
                Duration pause = failure.retryAfter().orElse(scattered(wait));
                if (heard.anything || attempt >= attemptsAt(failure.kind()) || !fits(pause, turn)) {
                    throw failure;
                }
                turn.pause(pause);
                next = mended(request, failure.kind());
                wait = wait.multipliedBy(2);
            }
        }
    }

    private ChatResponse once(AnswerTurn turn, ChatRequest request, Consumer<String> text) {
        turn.checkGoingOn();
        if (turn.callTimeLeft().isZero()) {
            throw new ModelFailure(ModelFailure.Kind.SILENT);
        }
        breaker.enter();
        Timer.Sample timer = Timer.start(metrics);
        String outcome = "aborted";
        try {
            ChatResponse response = StreamedAnswer.of(models.remote(), request, text, turn::closeUpstream);
            outcome = ModelCall.OK;
            turn.count(used(response.tokenUsage()));
            breaker.succeeded();
            return response;
        } catch (ModelFailure e) {
            outcome = e.kind().label();
            breaker.failed(e);
            throw e;
        } finally {
            if (!outcome.equals(ModelCall.OK)) {
                turn.count(ModelCall.failed(models.remoteName(), outcome));
            }
            if (outcome.equals("aborted")) {
                // We broke it off ourselves, which says nothing about the provider.
                breaker.left();
            }
            timer.stop(metrics.timer("attendant.model.calls", "model", models.provider(), "outcome", outcome));
        }
    }

    private ModelCall used(TokenUsage usage) {
        long input = usage == null || usage.inputTokenCount() == null ? 0 : usage.inputTokenCount();
        // The total holds the thoughts, which are paid as output; a silent answer has no output count at all.
        long output = usage == null || usage.totalTokenCount() == null ? 0 : usage.totalTokenCount() - input;
        return new ModelCall(models.remoteName(), ModelCall.OK, input, output, models.cost(input, output));
    }

    private int attemptsAt(ModelFailure.Kind kind) {
        return switch (kind) {
            case UNREACHABLE, OVER_QUOTA, OVERLOADED -> config.retry().attempts();
            // Once more may well go right; if not, it won't the third time either.
            case CUT, GARBLED, BROKEN_OFF, EMPTY, REFUSED ->
                Math.min(2, config.retry().attempts());
            case SILENT, DENIED, BLOCKED, TOO_LONG, CIRCUIT_OPEN, OVER_BUDGET -> 1;
        };
    }

    private boolean fits(Duration pause, AnswerTurn turn) {
        return pause.compareTo(config.retry().longestWait()) <= 0 && pause.compareTo(turn.callTimeLeft()) < 0;
    }

    /** Between half and all of it, so that callers who failed together don't come back together. */
    private Duration scattered(Duration wait) {
        return Duration.ofNanos((long) (wait.toNanos() * (0.5 + random.nextDouble() / 2)));
    }

    private static ChatRequest mended(ChatRequest request, ModelFailure.Kind kind) {
        return switch (kind) {
            case REFUSED ->
                request.toBuilder().messages(currentTurn(request.messages())).build();
            case EMPTY ->
                request.toBuilder()
                        .parameters(request.parameters()
                                .overrideWith(ChatRequestParameters.builder()
                                        .maxOutputTokens(MORE_OUTPUT_TOKENS)
                                        .build()))
                        .build();
            default -> request;
        };
    }

    /** Whatever it is that a provider doesn't accept, it is not to block the conversation for ever. */
    private static List<ChatMessage> currentTurn(List<ChatMessage> messages) {
        int start = messages.size() - 1;
        while (start > 0 && !(messages.get(start) instanceof UserMessage)) {
            start--;
        }
        int from = start;
        return java.util.stream.Stream.concat(
                        messages.stream().limit(from).filter(SystemMessage.class::isInstance),
                        messages.stream().skip(from))
                .toList();
    }

    /** Whether anything has come of an answer. */
    private static final class Heard implements Consumer<String> {
        private final Consumer<String> text;
        private boolean anything;

        private Heard(Consumer<String> text) {
            this.text = text;
        }

        @Override
        public void accept(String piece) {
            anything = true;
            text.accept(piece);
        }
    }
}
