package io.attendant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.DatabaseOwner;

/** What has to hold of all turns in the database once none runs any more. */
final class StoredTurns {
    private StoredTurns() {}

    static void check(DatabaseOwner owner) {
        assertThat(owner.ask("SELECT id || ' ' || status FROM turns WHERE status NOT IN ('completed', 'failed')"))
                .as("turns without an end")
                .isEmpty();
        assertThat(owner.ask("""
                        SELECT t.id FROM turns t LEFT JOIN events e ON e.turn_id = t.id
                        GROUP BY t.id
                        HAVING count(*) FILTER (WHERE e.type IN ('turn.completed', 'turn.failed')) <> 1
                            OR max(e.id) FILTER (WHERE e.type IN ('turn.completed', 'turn.failed')) <> max(e.id)"""))
                .as("turns with another number of ends than one, or with something after it")
                .isEmpty();
        assertThat(owner.ask("""
                        SELECT t.id FROM turns t LEFT JOIN model_calls c ON c.turn_id = t.id
                        GROUP BY t.id
                        HAVING t.model_calls <> count(c.turn_id) OR t.cost <> coalesce(sum(c.cost), 0)
                            OR t.input_tokens <> coalesce(sum(c.input_tokens), 0)
                            OR t.output_tokens <> coalesce(sum(c.output_tokens), 0)"""))
                .as("turns that are not the sum of their model calls")
                .isEmpty();
        assertThat(owner.ask("""
                        SELECT t.id FROM turns t LEFT JOIN messages m ON m.turn_id = t.id
                        GROUP BY t.id
                        HAVING count(*) FILTER (WHERE m.author = 'shopper') <> 1
                            OR count(*) FILTER (WHERE m.author = 'assistant') <> CASE t.status WHEN 'completed' THEN 1 ELSE 0 END"""))
                .as("turns whose messages are not all in the transcript")
                .isEmpty();
        assertThat(owner.ask("SELECT id FROM conversations WHERE lease_until IS NOT NULL AND turn_id IS NOT NULL"))
                .as("conversations that a turn still holds")
                .isEmpty();
    }
}
