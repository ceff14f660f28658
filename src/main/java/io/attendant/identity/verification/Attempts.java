package io.attendant.identity.verification;

import io.attendant.identity.RowSecurity;
import io.attendant.shared.Secrets;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Counts, over all replicas, how often something was tried within a time. An attempt is counted before it is made, under a row
 * lock, so that a hundred at once are not more than five one after the other.
 */
@ApplicationScoped
public class Attempts {
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    @Inject
    EntityManager db;

    @Inject
    RowSecurity rows;

    @Inject
    Clock clock;

    /**
     * Counts an attempt under each key, in a transaction that may see all.
     *
     * @return how long to wait, if one of the keys has had its share
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Duration> take(Collection<String> keys, int most, Duration window) {
        Instant now = clock.instant();
        // In one order for everybody, or two of them could wait for each other.
        return keys.stream()
                .sorted()
                .map(key -> count(key, now, window))
                .filter(counted -> counted.count() > most)
                .map(counted -> Duration.between(now, counted.since().plus(window)))
                .reduce((first, second) -> first.compareTo(second) > 0 ? first : second);
    }

    private record Counted(int count, Instant since) {}

    private Counted count(String key, Instant now, Duration window) {
        Object[] row = (Object[]) db.createNativeQuery("""
                        INSERT INTO attempts AS a (key, count, since) VALUES (:key, 1, :now)
                        ON CONFLICT (key) DO UPDATE SET
                            count = CASE WHEN a.since <= :start THEN 1 ELSE a.count + 1 END,
                            since = CASE WHEN a.since <= :start THEN :now ELSE a.since END
                        RETURNING count, since""", Object[].class)
                .setParameter("key", Secrets.hash(key))
                .setParameter("now", now)
                .setParameter("start", now.minus(window))
                .getSingleResult();
        return new Counted((Integer) row[0], (Instant) row[1]);
    }

    /** Takes an attempt back that turned out not to be one, in a transaction that may see all. */
    @Transactional(Transactional.TxType.MANDATORY)
    void giveBack(Collection<String> keys) {
        db.createNativeQuery("UPDATE attempts SET count = greatest(count - 1, 0) WHERE key IN (:keys)")
                .setParameter("keys", keys.stream().map(Secrets::hash).toList())
                .executeUpdate();
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        rows.staff();
        db.createNativeQuery("DELETE FROM attempts WHERE since < :before")
                .setParameter("before", clock.instant().minus(LONGEST_WINDOW))
                .executeUpdate();
    }
}
