package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out which options of a product a text names: "black", "size L", "1,5 litres". */
final class OptionWords {
    /** Values that are words of any sentence; they only count beside their option's name. */
    private static final Set<String> ANSWERS = Set.of("yes", "no", "none");

    private static final int SHORTEST_PART = 3;
    private static final int NAME_REACH = 3;

    private final Map<String, Set<String>> values;
    private final Heard heard;
    private final Set<Integer> used = new HashSet<>();
    private final Map<String, Set<String>> found = new LinkedHashMap<>();

    private OptionWords(List<JsonNode> variants, Heard heard) {
        this.values = values(variants);
        this.heard = heard;
    }

    /**
     * @param variants with their {@code options}
     * @return by option the values that may be meant: one, or several if only a part is named, as "grey" of "stone grey"
     */
    static Map<String, Set<String>> in(Heard heard, List<JsonNode> variants) {
        OptionWords reader = new OptionWords(variants, heard);
        reader.whole();
        reader.parts();
        return reader.found;
    }

    private static Map<String, Set<String>> values(List<JsonNode> variants) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        variants.forEach(variant -> variant.path("options")
                .properties()
                .forEach(option -> values.computeIfAbsent(option.getKey(), key -> new LinkedHashSet<>())
                        .add(option.getValue().asText())));
        return values;
    }

    private record Match(String option, String value, int start, int end) {
        boolean isIn(Match other) {
            return start >= other.start && end <= other.end && end - start < other.end - other.start;
        }
    }

    private void whole() {
        List<Match> matches = new ArrayList<>();
        values.forEach((option, all) -> all.forEach(value -> {
            Heard words = Heard.inCatalogue(value);
            heard.placesOf(words).stream()
                    .map(start -> new Match(option, value, start, start + words.count()))
                    .filter(this::isMeant)
                    .forEach(matches::add);
        }));
        List<Match> longest = matches.stream()
                .filter(match -> matches.stream().noneMatch(match::isIn))
                .toList();
        // A value that two options have is the one's whose name stands beside it, else the first's.
        Map<Integer, Match> owners = new HashMap<>();
        for (Match match : longest) {
            Match owner = owners.get(match.start());
            if (owner == null || (!isNamed(owner) && isNamed(match))) {
                owners.put(match.start(), match);
            }
        }
        owners.values().forEach(match -> {
            found.computeIfAbsent(match.option(), key -> new LinkedHashSet<>()).add(match.value());
            for (int i = match.start(); i < match.end(); i++) {
                used.add(i);
            }
        });
    }

    private boolean isMeant(Match match) {
        String value = match.value();
        // The option's name itself may hold values: "bagged/bagless".
        if (heard.placesOfAll(Heard.inCatalogue(match.option())).contains(match.start())) {
            return false;
        }
        if (ANSWERS.contains(value)) {
            return isNamed(match);
        }
        if (value.length() == 1 && Character.isLetter(value.charAt(0))) {
            Heard.Word word = heard.words().get(match.start());
            boolean asWritten = word.typed().equals(value) && !word.clipped();
            return isNamed(match) || asWritten || heard.count() == 1;
        }
        return true;
    }

    /** Whether a word of the option's name that no other option has stands just before or behind the value. */
    private boolean isNamed(Match match) {
        Heard around = new Heard(java.util.stream.Stream.concat(
                        heard.part(match.start() - NAME_REACH, match.start()).words().stream(),
                        heard.part(match.end(), match.end() + 1).words().stream())
                .toList());
        return Heard.inCatalogue(match.option()).words().stream()
                .filter(word -> values.keySet().stream()
                        .filter(option -> !option.equals(match.option()))
                        .noneMatch(option ->
                                Heard.inCatalogue(option).words().stream().anyMatch(word::isCalled)))
                .anyMatch(word -> around.words().stream().anyMatch(word::isCalled));
    }

    private void parts() {
        Map<String, Set<String>> partly = new LinkedHashMap<>();
        values.forEach((option, all) -> {
            if (!found.containsKey(option)) {
                Set<String> best = most(all);
                if (!best.isEmpty() && best.size() < all.size()) {
                    partly.put(option, best);
                }
            }
        });
        found.putAll(partly);
    }

    private Set<String> most(Set<String> all) {
        Map<String, Long> hits = new LinkedHashMap<>();
        all.forEach(value -> hits.put(value, hits(value)));
        long most = hits.values().stream().mapToLong(Long::longValue).max().orElse(0);
        Set<String> best = new LinkedHashSet<>();
        hits.forEach((value, count) -> {
            if (count == most && most > 0) {
                best.add(value);
            }
        });
        return best;
    }

    private long hits(String value) {
        return Heard.inCatalogue(value).words().stream()
                .filter(word -> word.typed().length() >= SHORTEST_PART
                        && Character.isLetter(word.typed().charAt(0)))
                .filter(word -> {
                    for (int i = 0; i < heard.count(); i++) {
                        if (!used.contains(i) && heard.words().get(i).isCalled(word)) {
                            return true;
                        }
                    }
                    return false;
                })
                .count();
    }
}
