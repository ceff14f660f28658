package io.attendant.assistant.model;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Closes a call on which nothing has come for too long, or that takes too long as a whole. The HTTP client's own timeout ends
 * with the response's headers and does not bound the reading of its body.
 */
final class SilenceWatch implements AutoCloseable {
    private static final long LONGEST_PERIOD_MILLIS = 250;

    private final long endsAt;
    private final ScheduledFuture<?> check;
    private volatile long idleNanos;
    private volatile long lastHeard = System.nanoTime();
    private volatile boolean fired;
    private AutoCloseable call;

    private SilenceWatch(Duration idle, Duration total) {
        this.endsAt = System.nanoTime() + total.toNanos();
        this.idleNanos = idle.toNanos();
        long period = Math.clamp(Math.min(idle.toMillis(), total.toMillis()) / 8, 1, LONGEST_PERIOD_MILLIS);
        this.check = Timer.SHARED.scheduleWithFixedDelay(this::check, period, period, TimeUnit.MILLISECONDS);
    }

    /**
     * @param idle the longest silence
     * @param total the longest time from now to the end
     */
    static SilenceWatch start(Duration idle, Duration total) {
        return new SilenceWatch(idle, total);
    }

    /** From now on this is what gets closed; at once if it is too late already. */
    synchronized void over(AutoCloseable open) {
        call = open;
        if (fired) {
            closeCall();
        }
    }

    /** Something has come. */
    void heard() {
        lastHeard = System.nanoTime();
    }

    /** Everything has come; only the end is awaited. */
    void expectEndWithin(Duration time) {
        idleNanos = Math.min(idleNanos, time.toNanos());
    }

    /** Whether the call was closed from here. */
    boolean fired() {
        return fired;
    }

    private synchronized void check() {
        long now = System.nanoTime();
        if (!fired && (now - lastHeard > idleNanos || now - endsAt > 0)) {
            fired = true;
            closeCall();
        }
    }

    private void closeCall() {
        if (call == null) {
            return;
        }
        try {
            call.close();
        } catch (Exception e) {
            Log.debugf("closing a silent call failed: %s", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        check.cancel(false);
    }

    /** One thread for all calls, started when the first is watched. */
    private static final class Timer {
        private static final ScheduledExecutorService SHARED = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("silence-watch").factory());
    }
}
