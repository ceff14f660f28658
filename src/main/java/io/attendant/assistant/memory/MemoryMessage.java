package io.attendant.assistant.memory;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** One message of the model's memory, in the framework's JSON. */
@Entity
@Immutable
@Table(name = "memory_messages")
@IdClass(MemoryMessage.Key.class)
public class MemoryMessage extends PanacheEntityBase {
    @Id
    @Column(name = "turn_id")
    public UUID turnId;

    @Id
    public Integer position;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(read = "message::text", write = "?::jsonb")
    public String message;

    /** The newest {@code turns} turns still in view, oldest first, each whole. */
    public static List<MemoryMessage> latest(UUID conversationId, int turns) {
        return list("""
                select m from MemoryMessage m join Turn t on t.id = m.turnId
                where t.id in (select p.id from Turn p where p.conversationId = ?1 and not p.replaced
                               order by p.fence desc limit ?2)
                order by t.fence, m.position""", conversationId, turns);
    }

    /** The message's place. */
    public record Key(UUID turnId, Integer position) implements Serializable {}
}
