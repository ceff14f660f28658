package io.attendant.assistant.replay;

import io.attendant.conversations.LoggedEvent;
import io.attendant.identity.RowSecurity;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Keeps the recordings of turns for as long as they may be kept. */
@ApplicationScoped
public class Recordings {
    /** In characters; far above any turn that went well. */
    private static final int LONGEST = 4_000_000;
    /** Rows that are deleted in one transaction. */
    private static final int BATCH = 500;

    @Inject
    EntityManager db;

    @Inject
    RowSecurity rows;

    @Inject
    RecordingsConfig config;

    @Inject
    Clock clock;

    /**
     * Keeps the recording of a turn, in the transaction that ends it and after its end was written. Whatever goes wrong here
     * is logged and costs the recording, not the turn.
     *
     * @param completed whether the turn has an answer
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Recorder recorder, boolean completed) {
        if (!config.retention().isPositive()) {
            return;
        }
        UUID turnId = recorder.turn().turnId();
        List<LoggedEvent> logged = LoggedEvent.ofTurn(turnId);
        String json;
        try {
            json = recorder.recording(logged, completed)
                    .map(TurnRecording::toJson)
                    .orElse("");
        } catch (RuntimeException e) {
            Log.errorf(e, "turn could not be recorded: turnId=%s", turnId);
            return;
        }
        if (json.isEmpty() || json.length() > LONGEST) {
            Log.warnf("turn is not recorded: turnId=%s length=%d", turnId, json.length());
            return;
        }
        db.flush();
        db.unwrap(Session.class).doWork(connection -> insert(connection, turnId, json));
    }

    /** Under a savepoint, of which the persistence layer knows nothing: to it any error is the transaction's end. */
    private void insert(Connection connection, UUID turnId, String json) throws SQLException {
        try (Statement savepoint = connection.createStatement()) {
            savepoint.execute("SAVEPOINT recording");
            try (PreparedStatement row = connection.prepareStatement(
                    "INSERT INTO turn_recordings (turn_id, recorded_at, recording) VALUES (?, ?, ?::json)")) {
                row.setObject(1, turnId);
                row.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                row.setString(3, json);
                row.executeUpdate();
            } catch (SQLException e) {
                savepoint.execute("ROLLBACK TO SAVEPOINT recording");
                Log.errorf("recording could not be stored: turnId=%s sqlState=%s", turnId, e.getSQLState());
            }
        }
    }

    /**
     * The recordings of a conversation's turns in the order they were asked, each as JSON; also of those that were edited away.
     *
     * @throws ProblemException {@link ErrorCode#RECORDING_NOT_FOUND} if there are none
     */
    @Transactional
    public List<String> ofConversation(UUID conversationId) {
        rows.staff();
        List<String> recordings =
                db.createNativeQuery("""
                        SELECT r.recording::text FROM turn_recordings r JOIN turns t ON t.id = r.turn_id
                        WHERE t.conversation_id = :id ORDER BY t.fence""", String.class).setParameter("id", conversationId).getResultList().stream()
                        .map(String.class::cast)
                        .toList();
        if (recordings.isEmpty()) {
            throw new ProblemException(ErrorCode.RECORDING_NOT_FOUND);
        }
        return recordings;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteOld() {
        Instant before = clock.instant().minus(config.retention());
        int deleted;
        do {
            deleted = QuarkusTransaction.requiringNew().call(() -> deleteBatch(before));
        } while (deleted == BATCH);
    }

    private int deleteBatch(Instant before) {
        rows.staff();
        return db.createNativeQuery("""
                        DELETE FROM turn_recordings WHERE turn_id IN (
                            SELECT turn_id FROM turn_recordings WHERE recorded_at <= :before
                            ORDER BY recorded_at LIMIT :batch FOR UPDATE SKIP LOCKED)""")
                .setParameter("before", before)
                .setParameter("batch", BATCH)
                .executeUpdate();
    }
}
