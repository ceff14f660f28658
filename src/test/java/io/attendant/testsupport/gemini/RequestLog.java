package io.attendant.testsupport.gemini;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** The newest requests in order of arrival, the violations, and who waits for a request. */
final class RequestLog {

    private final int limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<GeminiRequest> requests = new ArrayDeque<>();
    private final Deque<Violation> violations = new ArrayDeque<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private long sequence;

    RequestLog(int limit) {
        this.limit = limit;
    }

    /** Records the request that is made from the next number. */
    GeminiRequest add(LongFunction<GeminiRequest> factory) {
        List<Waiter> served = new ArrayList<>();
        GeminiRequest request;
        lock.lock();
        try {
            request = factory.apply(++sequence);
            append(requests, request);
            for (Waiter waiter : waiters) {
                if (waiter.condition().test(request)) {
                    served.add(waiter);
                }
            }
            waiters.removeAll(served);
        } finally {
            lock.unlock();
        }
        served.forEach(waiter -> waiter.future().complete(request));
        return request;
    }

    void add(Violation violation) {
        lock.lock();
        try {
            append(violations, violation);
        } finally {
            lock.unlock();
        }
    }

    List<GeminiRequest> requests() {
        lock.lock();
        try {
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    List<Violation> violations() {
        lock.lock();
        try {
            return List.copyOf(violations);
        } finally {
            lock.unlock();
        }
    }

    /** The first request, recorded or still to come, that meets the condition. */
    CompletableFuture<GeminiRequest> first(Predicate<GeminiRequest> condition) {
        lock.lock();
        try {
            Optional<GeminiRequest> recorded =
                    requests.stream().filter(condition).findFirst();
            if (recorded.isPresent()) {
                return CompletableFuture.completedFuture(recorded.get());
            }
            Waiter waiter = new Waiter(condition, new CompletableFuture<>());
            waiters.add(waiter);
            return waiter.future();
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            requests.clear();
            violations.clear();
            waiters.clear();
        } finally {
            lock.unlock();
        }
    }

    private <T> void append(Deque<T> records, T newest) {
        records.addLast(newest);
        if (records.size() > limit) {
            records.removeFirst();
        }
    }

    private record Waiter(Predicate<GeminiRequest> condition, CompletableFuture<GeminiRequest> future) {}
}
