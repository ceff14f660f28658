package io.attendant.assistant.replay;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which of a turn's events came from which tool. Events are known by their numbers in the log. */
final class EventOwners {
    private static final Object NOBODY = new Object();

    private final TreeMap<Long, Object> owners = new TreeMap<>();

    /** Places in a list of events, by who sent them. */
    record Places(Map<Object, List<Integer>> byOwner) {
        List<Integer> of(Object owner) {
            return byOwner.getOrDefault(owner, List.of());
        }
    }

    /** @param owner null for an event that came from no tool */
    void add(long id, Object owner) {
        // A number that comes again was taken back with the transaction of its event, and so were those behind it.
        owners.tailMap(id, true).clear();
        owners.put(id, owner == null ? NOBODY : owner);
    }

    /** @param ids of the events that stand in the log, in order; the last one ended the turn and came from no tool */
    Places places(List<Long> ids) {
        Map<Object, List<Integer>> places = new IdentityHashMap<>();
        for (int place = 0; place < ids.size() - 1; place++) {
            Object owner = owners.get(ids.get(place));
            if (owner != null) {
                places.computeIfAbsent(owner, key -> new ArrayList<>()).add(place);
            }
        }
        return new Places(places);
    }
}
