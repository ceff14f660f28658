package io.attendant.conversations;

import io.attendant.identity.RowSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads the event log in a transaction of its own, from any thread. */
@ApplicationScoped
public class EventReader {
    @Inject
    RowSecurity rows;

    @Transactional
    public List<LoggedEvent> after(UUID conversationId, long id) {
        rows.conversation(conversationId);
        return LoggedEvent.after(conversationId, id);
    }
}
