package io.attendant.conversations;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A {@link ModelCall} as it is kept; those of a turn add up to what its row says. */
@Entity
@Immutable
@Table(name = "model_calls")
@IdClass(ModelCallRow.Key.class)
class ModelCallRow extends PanacheEntityBase {
    @Id
    @Column(name = "turn_id")
    public UUID turnId;

    @Id
    public Integer position;

    public String model;
    public String outcome;

    @Column(name = "input_tokens")
    public long inputTokens;

    @Column(name = "output_tokens")
    public long outputTokens;

    public BigDecimal cost;

    static ModelCallRow of(UUID turnId, int position, ModelCall call) {
        ModelCallRow row = new ModelCallRow();
        row.turnId = turnId;
        row.position = position;
        row.model = call.model();
        row.outcome = call.outcome();
        row.inputTokens = call.inputTokens();
        row.outputTokens = call.outputTokens();
        row.cost = call.cost();
        return row;
    }

    /** The call's place. */
    record Key(UUID turnId, Integer position) implements Serializable {}
}
