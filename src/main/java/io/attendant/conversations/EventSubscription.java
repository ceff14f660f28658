package io.attendant.conversations;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * One reader's place in a conversation's events. Hands them out in order, each once, whatever the order in which it hears of
 * them: what is missing is read from the log. For one thread, except {@link #leave}.
 */
public final class EventSubscription implements AutoCloseable {
    /** A reader this far behind gets the rest from the log instead of from memory. */
    private static final int MAX_QUEUED = 512;

    private final LinkedBlockingQueue<Optional<LoggedEvent>> heard = new LinkedBlockingQueue<>(MAX_QUEUED);
    private final Deque<LoggedEvent> ready = new ArrayDeque<>();
    private final LongFunction<List<LoggedEvent>> log;
    private final Consumer<EventSubscription> onClose;
    private long lastId;
    private volatile boolean left;

    EventSubscription(long afterId, LongFunction<List<LoggedEvent>> log, Consumer<EventSubscription> onClose) {
        this.lastId = afterId;
        this.log = log;
        this.onClose = onClose;
    }

    void offer(LoggedEvent event) {
        if (!heard.offer(Optional.of(event))) {
            heard.clear();
            wake();
        }
    }

    /** Something may have happened that this replica didn't see. */
    void wake() {
        // A full queue holds a later event already, whose number shows the gap.
        boolean unused = heard.offer(Optional.empty());
    }

    /**
     * The reader is to go; from any thread. It is not interrupted, which in the middle of a query would cost the pool a
     * connection.
     */
    public void leave() {
        left = true;
        wake();
    }

    public boolean isLeft() {
        return left;
    }

    /** The next event, or empty if there is none for so long or the reader is to go. */
    public Optional<LoggedEvent> next(long timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (ready.isEmpty()) {
            Optional<LoggedEvent> news = heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (news == null || left) {
                return Optional.empty();
            }
            if (news.isEmpty() || news.get().id > lastId + 1) {
                ready.addAll(log.apply(lastId));
            } else if (news.get().id == lastId + 1) {
                ready.add(news.get());
            }
            if (!ready.isEmpty()) {
                lastId = ready.getLast().id;
            }
        }
        return Optional.of(ready.poll());
    }

    @Override
    public void close() {
        onClose.accept(this);
    }
}
