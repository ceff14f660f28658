package io.attendant.conversations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads the event log in a transaction of its own, from any thread. */
@ApplicationScoped
public class EventReader {
    @Transactional
    public List<LoggedEvent> after(UUID conversationId, long id) {
        return LoggedEvent.after(conversationId, id);
    }
}
