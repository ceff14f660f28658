package io.attendant.assistant.model;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Closes a stream on which nothing has come for too long. The HTTP client's own timeout ends with the response's headers and
 * does not bound the reading of its body.
 */
final class SilenceWatch implements AutoCloseable {
    private final InputStream stream;
    private final long limitNanos;
    private final ScheduledFuture<?> check;
    private volatile long lastHeard = System.nanoTime();

    private SilenceWatch(InputStream stream, Duration limit) {
        this.stream = stream;
        this.limitNanos = limit.toNanos();
        long period = Math.max(limit.toMillis() / 8, 1);
        this.check = Timer.SHARED.scheduleWithFixedDelay(this::check, period, period, TimeUnit.MILLISECONDS);
    }

    static SilenceWatch over(InputStream stream, Duration limit) {
        return new SilenceWatch(stream, limit);
    }

    void heard() {
        lastHeard = System.nanoTime();
    }

    private void check() {
        if (System.nanoTime() - lastHeard > limitNanos) {
            try {
                stream.close();
            } catch (IOException e) {
                Log.debugf("closing a silent stream failed: %s", e.getClass().getName());
            }
        }
    }

    @Override
    public void close() {
        check.cancel(false);
    }

    /** One thread for all streams, started when the first is watched. */
    private static final class Timer {
        private static final ScheduledExecutorService SHARED = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("silence-watch").factory());
    }
}
