package io.attendant.conversations;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** An event as it stands in the log: numbered per conversation without a gap, its data exactly as it was or will be sent. */
@Entity
@Immutable
@Table(name = "events")
@IdClass(LoggedEvent.Key.class)
public class LoggedEvent extends PanacheEntityBase {
    private static final Set<String> TURN_ENDS = Set.of("turn.completed", "turn.failed");

    @Id
    @Column(name = "conversation_id")
    public UUID conversationId;

    @Id
    public Long id;

    @Column(name = "turn_id")
    public UUID turnId;

    public String type;

    @Column(columnDefinition = "json")
    @ColumnTransformer(read = "data::text", write = "?::json")
    public String data;

    public Instant at;

    protected LoggedEvent() {}

    public LoggedEvent(UUID conversationId, long id, UUID turnId, String type, String data, Instant at) {
        this.conversationId = conversationId;
        this.id = id;
        this.turnId = turnId;
        this.type = type;
        this.data = data;
        this.at = at;
    }

    public boolean endsTurn() {
        return TURN_ENDS.contains(type);
    }

    public static List<LoggedEvent> after(UUID conversationId, long id) {
        return list("conversationId = ?1 and id > ?2 order by id", conversationId, id);
    }

    public static List<LoggedEvent> ofTurn(UUID turnId) {
        return list("turnId = ?1 order by id", turnId);
    }

    public static List<LoggedEvent> ofTurns(Collection<UUID> turnIds, Collection<String> types) {
        return list("turnId in ?1 and type in ?2 order by id", turnIds, types);
    }

    /** The event's place. */
    public record Key(UUID conversationId, Long id) implements Serializable {}

    @Override
    public boolean equals(Object other) {
        return other instanceof LoggedEvent that
                && Objects.equals(conversationId, that.conversationId)
                && Objects.equals(id, that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(conversationId, id);
    }
}
