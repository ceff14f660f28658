package io.attendant.assistant.guard.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the reading of a sentence in which its values belong to what it names: each to what was named before it, or after it,
 * or in the same order. A sentence is true if one reading is.
 */
final class Binding {
    /** @param vouches whether the record says so */
    record Value(int start, int end, Predicate<Facts> vouches) {}

    private interface Reading {
        Optional<Names.Anchor> anchor(Value value, int index);
    }

    private Binding() {}

    /**
     * @param anchors only such as could vouch for a value of this kind
     * @return the values that nobody vouches for in the best reading
     */
    static List<Value> unvouched(List<Value> values, List<Names.Anchor> anchors) {
        List<Value> best = List.copyOf(values);
        List<Reading> readings = new ArrayList<>(List.of(
                (value, index) -> before(value, anchors).or(() -> after(value, anchors)),
                (value, index) -> after(value, anchors).or(() -> before(value, anchors)),
                (value, index) -> nearest(value, anchors)));
        if (values.size() == anchors.size()) {
            readings.add((value, index) -> Optional.of(anchors.get(index)));
        }
        for (Reading reading : readings) {
            List<Value> failing = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                Value value = values.get(i);
                boolean vouched = reading.anchor(value, i)
                        .filter(anchor -> vouches(anchor, value))
                        .isPresent();
                if (!vouched) {
                    failing.add(value);
                }
            }
            if (failing.size() < best.size() || failing.isEmpty()) {
                best = failing;
            }
        }
        return best;
    }

    private static boolean vouches(Names.Anchor anchor, Value value) {
        return anchor.things().stream().anyMatch(thing -> value.vouches().test(thing.facts()));
    }

    private static Optional<Names.Anchor> before(Value value, List<Names.Anchor> anchors) {
        return anchors.stream()
                .filter(anchor -> anchor.start() <= value.start())
                .reduce((one, other) -> other);
    }

    private static Optional<Names.Anchor> after(Value value, List<Names.Anchor> anchors) {
        return anchors.stream()
                .filter(anchor -> anchor.start() >= value.start())
                .findFirst();
    }

    private static Optional<Names.Anchor> nearest(Value value, List<Names.Anchor> anchors) {
        return anchors.stream().min((one, other) -> distance(one, value) - distance(other, value));
    }

    private static int distance(Names.Anchor anchor, Value value) {
        return Math.max(anchor.start() - value.end(), value.start() - anchor.end());
    }
}
