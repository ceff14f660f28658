package io.attendant.conversations;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Tells subscribers of new events: those of this replica by hand, those of others through PostgreSQL's LISTEN/NOTIFY. A lost
 * notification loses nothing: a subscription sees a gap in the numbers and reads the log.
 */
@ApplicationScoped
public class LiveEvents {
    static final String CHANNEL = "attendant_events";
    private static final int POLL_MILLIS = 500;
    private static final long RECONNECT_SECONDS = 2;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Replica replica;

    @Inject
    EventReader reader;

    private final ConcurrentHashMap<UUID, Set<EventSubscription>> subscriptions = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * Follows a conversation from after event {@code afterId}; what is already in the log comes first.
     *
     * @return to be closed by the caller
     */
    public EventSubscription subscribe(UUID conversationId, long afterId) {
        var subscription = new EventSubscription(
                afterId, after -> reader.after(conversationId, after), closed -> remove(conversationId, closed));
        subscriptions
                .computeIfAbsent(conversationId, id -> ConcurrentHashMap.newKeySet())
                .add(subscription);
        // Whatever was stored before the subscription was known is only in the log.
        subscription.wake();
        return subscription;
    }

    private void remove(UUID conversationId, EventSubscription subscription) {
        subscriptions.computeIfPresent(conversationId, (id, all) -> {
            all.remove(subscription);
            return all.isEmpty() ? null : all;
        });
    }

    void onAppended(@Observes(during = TransactionPhase.AFTER_SUCCESS) LoggedEvent event) {
        subscriptions.getOrDefault(event.conversationId, Set.of()).forEach(subscription -> subscription.offer(event));
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("event-listener").start(this::listen);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void listen() {
        do {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("LISTEN " + CHANNEL);
                // Notifications of the time without a connection are lost; every subscription looks for itself.
                subscriptions.values().forEach(all -> all.forEach(EventSubscription::wake));
                PGConnection notifications = connection.unwrap(PGConnection.class);
                while (stopped.getCount() > 0) {
                    PGNotification[] received = notifications.getNotifications(POLL_MILLIS);
                    for (PGNotification notification : received == null ? new PGNotification[0] : received) {
                        onNotification(notification.getParameter());
                    }
                }
                statement.execute("UNLISTEN " + CHANNEL);
            } catch (SQLException e) {
                if (stopped.getCount() > 0) {
                    Log.warnf("event listener lost its connection, reconnecting: sqlState=%s", e.getSQLState());
                }
            }
        } while (!stopsWithin(RECONNECT_SECONDS));
    }

    private boolean stopsWithin(long seconds) {
        try {
            return stopped.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void onNotification(String payload) {
        int space = payload.indexOf(' ');
        if (space < 0 || payload.substring(0, space).equals(replica.id().toString())) {
            return;
        }
        subscriptions
                .getOrDefault(UUID.fromString(payload.substring(space + 1)), Set.of())
                .forEach(EventSubscription::wake);
    }
}
