package io.attendant.assistant.model;

import io.attendant.assistant.AssistantConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * Leaves the provider alone once too many calls have failed. After a while one call is let through; if it goes well, all are.
 * Each replica learns for itself.
 */
@ApplicationScoped
public class ModelBreaker {
    private final CircuitBreaker breaker;

    @Inject
    public ModelBreaker(AssistantConfig config, Clock clock, MeterRegistry metrics) {
        AssistantConfig.Breaker settings = config.breaker();
        breaker = CircuitBreaker.of(
                "model",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.window())
                        .minimumNumberOfCalls(settings.leastCalls())
                        .failureRateThreshold(settings.failurePercentage())
                        .waitDurationInOpenState(settings.openFor())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(clock)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> Log.warnf(
                        "model circuit: from=%s to=%s",
                        change.getStateTransition().getFromState(),
                        change.getStateTransition().getToState()));
        Gauge.builder("attendant.model.circuit.open", breaker, ModelBreaker::openness)
                .description("0 closed, 0.5 probing, 1 open: the local assistant answers")
                .register(metrics);
    }

    private static double openness(CircuitBreaker breaker) {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> 1;
            case HALF_OPEN -> 0.5;
            default -> 0;
        };
    }

    /** @throws ModelFailure {@link ModelFailure.Kind#CIRCUIT_OPEN} while the provider is left alone */
    void enter() {
        if (!breaker.tryAcquirePermission()) {
            throw new ModelFailure(ModelFailure.Kind.CIRCUIT_OPEN);
        }
    }

    void succeeded() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /** A call that failed by what was asked says nothing about the provider's health. */
    void failed(ModelFailure failure) {
        switch (failure.kind()) {
            case UNREACHABLE, SILENT, OVER_QUOTA, OVERLOADED, DENIED, CUT, GARBLED ->
                breaker.onError(0, TimeUnit.NANOSECONDS, failure);
            default -> succeeded();
        }
    }

    void left() {
        breaker.releasePermission();
    }

    /** Closes it, with everything forgotten. */
    public void reset() {
        breaker.reset();
    }
}
