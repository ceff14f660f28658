package io.attendant.testsupport.gemini;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the model shall answer to whom. */
final class Script {

    private final List<Rule> conditional = new CopyOnWriteArrayList<>();
    private final List<Rule> general = new CopyOnWriteArrayList<>();

    /** Adds replies for every request that no condition takes. */
    void add(Function<GeminiRequest, GeminiReply> replies) {
        general.add(new Rule(request -> true, replies));
    }

    void add(Predicate<GeminiRequest> condition, Function<GeminiRequest, GeminiReply> replies) {
        conditional.add(new Rule(condition, replies));
    }

    /** The first rule that has a reply for this request gives it; conditions come first. */
    Optional<GeminiReply> next(GeminiRequest request) {
        return first(conditional, request).or(() -> first(general, request));
    }

    /** How many queued replies nobody has asked for. */
    int unused() {
        return unused(conditional) + unused(general);
    }

    void clear() {
        conditional.clear();
        general.clear();
    }

    static Function<GeminiRequest, GeminiReply> queue(GeminiReply... replies) {
        return new Queue(new ConcurrentLinkedQueue<>(List.of(replies)));
    }

    private static Optional<GeminiReply> first(List<Rule> rules, GeminiRequest request) {
        for (Rule rule : rules) {
            if (rule.condition().test(request)) {
                GeminiReply reply = rule.replies().apply(request);
                if (reply != null) {
                    return Optional.of(reply);
                }
            }
        }
        return Optional.empty();
    }

    private static int unused(List<Rule> rules) {
        return rules.stream()
                .mapToInt(rule ->
                        rule.replies() instanceof Queue queue ? queue.left().size() : 0)
                .sum();
    }

    private record Rule(Predicate<GeminiRequest> condition, Function<GeminiRequest, GeminiReply> replies) {}

    private record Queue(ConcurrentLinkedQueue<GeminiReply> left) implements Function<GeminiRequest, GeminiReply> {

        @Override
        public GeminiReply apply(GeminiRequest request) {
            return left.poll();
        }
    }
}
