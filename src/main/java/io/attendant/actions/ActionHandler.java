package io.attendant.actions;

import io.attendant.shared.ProblemException;
import java.util.Optional;
import java.util.Set;

/** A feature's way of doing what a shopper confirmed. */
public interface ActionHandler {
    /** The kinds of action it knows; each kind is known by one handler. */
    Set<String> kinds();

    /**
     * Works out again, from the rows as they are now, what the action does. Locks every row that it would change, in the
     * caller's transaction.
     *
     * @param parameters as JSON, exactly as they were proposed
     * @param customerId who confirms
     * @throws ProblemException with the code of the rule that forbids it by now
     */
    Plan plan(String kind, String parameters, String customerId);

    /** What would be done. */
    interface Plan {
        /** All of it, as it was when it was proposed unless something has changed; serialisable as JSON. */
        Object effects();

        /**
         * Does it, in the caller's transaction.
         *
         * @return the order afterwards, for an action on an order
         */
        Optional<Object> apply();
    }
}
