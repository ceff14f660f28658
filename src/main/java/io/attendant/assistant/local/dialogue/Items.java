package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.shared.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The items of one order, once per piece, and which of them a text names. */
final class Items {
    private static final int NUMBER_REACH = 3;
    /** "A mug" is one of several, too. */
    private static final Map<String, Integer> NUMBERS = numbers();

    private static final Set<String> LINKS = Set.of("de", "d", "da", "di", "do", "del", "a", "en", "of", "van", "z");

    private final List<JsonNode> items;

    Items(JsonNode order) {
        this.items = Results.list(order, "items");
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> words = List.of(
                "a an one ein eine einen un une uno una um uma een jeden jedna jedno",
                "two zwei deux dos due dois duas twee dwa dwie",
                "three drei trois tres tre drie trzy",
                "four vier quatre cuatro quattro quatro cztery");
        for (int i = 0; i < words.size(); i++) {
            for (String word : words.get(i).split(" ", -1)) {
                numbers.put(word, i + 1);
            }
        }
        return Map.copyOf(numbers);
    }

    int count() {
        return items.size();
    }

    JsonNode get(int place) {
        return items.get(place);
    }

    String variantId(int place) {
        return items.get(place).path("variantId").asText("");
    }

    String productId(int place) {
        return items.get(place).path("productId").asText("");
    }

    String name(int place) {
        return Results.text(items.get(place), "name").orElse("");
    }

    List<Integer> all() {
        return IntStream.range(0, items.size()).boxed().toList();
    }

    /** "Desk lamp (black)". */
    static String described(JsonNode item) {
        List<String> options = Results.values(item.path("options"));
        String name = Results.text(item, "name").orElse("");
        return options.isEmpty() ? name : name + " (" + String.join(", ", options) + ")";
    }

    /** Equal pieces as one, by what they are called. */
    static Map<String, List<Integer>> grouped(Items items, List<Integer> places) {
        return places.stream()
                .collect(Collectors.groupingBy(
                        place -> described(items.get(place)), LinkedHashMap::new, Collectors.toList()));
    }

    static String line(Wording wording, JsonNode order, JsonNode item) {
        return described(item)
                + Results.amount(item, "price")
                        .map(price -> ", " + wording.money(price, Results.text(order, "currency")))
                        .orElse("");
    }

    /**
     * @param chosen the items that are surely meant
     * @param among if it isn't clear which, those that may be
     * @param starts by item where in the text it is named first
     */
    record Named(List<Integer> chosen, List<Integer> among, Map<Integer, Integer> starts) {
        static final Named NOTHING = new Named(List.of(), List.of(), Map.of());

        boolean isEmpty() {
            return chosen.isEmpty() && among.isEmpty();
        }
    }

    /**
     * @param all whether all of what is named is meant
     * @param options whether options alone may tell items apart, as in "the black one"
     */
    Named named(Heard heard, List<Integer> among, boolean all, boolean options) {
        Map<Integer, Set<Integer>> hits = hits(heard, among);
        if (hits.isEmpty()) {
            return options ? byOptions(heard, among, all) : Named.NOTHING;
        }
        Map<Set<Integer>, List<Integer>> groups = new LinkedHashMap<>();
        hits.forEach((place, places) -> {
            boolean outdone = hits.values().stream()
                    .anyMatch(others -> others.size() > places.size() && others.containsAll(places));
            if (!outdone) {
                groups.computeIfAbsent(places, key -> new ArrayList<>()).add(place);
            }
        });
        List<Integer> chosen = new ArrayList<>();
        List<Integer> unclear = new ArrayList<>();
        Map<Integer, Integer> starts = new LinkedHashMap<>();
        groups.forEach((places, group) -> {
            int start = places.stream().min(Comparator.naturalOrder()).orElse(0);
            group.forEach(place -> starts.put(place, start));
            List<Integer> meant = all ? group : narrowed(heard, group);
            int pieces = meant.stream().map(this::variantId).distinct().count() > 1
                    ? 0
                    : all ? meant.size() : number(heard, places, meant);
            if (all || meant.size() == 1) {
                chosen.addAll(meant);
            } else if (pieces > 0) {
                chosen.addAll(meant.subList(0, pieces));
            } else {
                unclear.addAll(meant);
            }
        });
        return new Named(chosen, unclear, starts);
    }

    /**
     * By item the places where it is named. A whole name counts before its parts, and the word for the thing before one that
     * only describes it: "electric" may be said of a grill as well as of the electric kettle.
     */
    private Map<Integer, Set<Integer>> hits(Heard heard, List<Integer> among) {
        Map<Integer, Set<Integer>> named = new LinkedHashMap<>();
        Map<Integer, Set<Integer>> described = new LinkedHashMap<>();
        for (int place : among) {
            Heard name = Heard.inCatalogue(name(place));
            if (name.count() == 0) {
                continue;
            }
            Set<Integer> whole = heard.placesOfAll(name);
            Set<Integer> parts = whole.isEmpty() ? heard.placesOfAny(name) : whole;
            boolean thing = !whole.isEmpty()
                    || !heard.placesOfAny(new Heard(List.of(thing(name)))).isEmpty();
            if (!parts.isEmpty()) {
                (thing ? named : described).put(place, parts);
            }
        }
        return named.isEmpty() ? described : named;
    }

    /** The word of a name for what the thing is: the last, or the first where "of" links what describes it. */
    private static Heard.Word thing(Heard name) {
        boolean linked =
                name.words().stream().flatMap(word -> word.names().stream()).anyMatch(LINKS::contains);
        return name.words().get(linked ? 0 : name.count() - 1);
    }

    /** Of items with one name those whose options are named first. */
    private List<Integer> narrowed(Heard heard, List<Integer> group) {
        Map<Integer, Integer> firsts = new LinkedHashMap<>();
        if (group.size() > 1) {
            group.forEach(place -> firstOption(heard, place, group).ifPresent(first -> firsts.put(place, first)));
        }
        int first = firsts.values().stream().min(Comparator.naturalOrder()).orElse(0);
        return firsts.isEmpty()
                ? group
                : group.stream()
                        .filter(place -> firsts.getOrDefault(place, -1) == first)
                        .toList();
    }

    /** How many of several equal pieces are meant, by the number before the name or a name in the singular; else 0. */
    private int number(Heard heard, Set<Integer> places, List<Integer> meant) {
        int start = places.stream().min(Comparator.naturalOrder()).orElse(0);
        int number = heard.part(start - NUMBER_REACH, start).words().stream()
                .flatMap(word -> word.names().stream())
                .map(name -> name.matches("[1-9]") ? Integer.valueOf(name) : NUMBERS.getOrDefault(name, 0))
                .filter(count -> count >= 1 && count <= meant.size())
                .reduce(0, (first, second) -> second);
        String thing =
                thing(Heard.inCatalogue(name(meant.get(0)))).names().iterator().next();
        boolean singular = !thing.endsWith("s")
                && places.stream()
                        .map(place ->
                                heard.words().get(place).names().iterator().next())
                        .anyMatch(thing::equals);
        return number == 0 && singular ? 1 : number;
    }

    private OptionalInt firstOption(Heard heard, int place, List<Integer> group) {
        Map<String, Set<String>> own =
                OptionWords.in(heard, group.stream().map(this::get).toList());
        return own.entrySet().stream()
                .filter(option -> group.stream()
                                .map(other -> get(other).path("options").path(option.getKey()))
                                .distinct()
                                .count()
                        > 1)
                .filter(option -> option.getValue()
                        .contains(
                                get(place).path("options").path(option.getKey()).asText()))
                .flatMapToInt(option -> option.getValue().stream()
                        .flatMap(value -> heard.placesOf(Heard.inCatalogue(value)).stream())
                        .mapToInt(Integer::intValue))
                .min();
    }

    private Named byOptions(Heard heard, List<Integer> among, boolean all) {
        Map<String, Set<String>> options =
                OptionWords.in(heard, among.stream().map(this::get).toList());
        List<Integer> meant = options.isEmpty()
                ? List.of()
                : among.stream().filter(place -> fits(place, options)).toList();
        boolean clear = all || meant.size() == 1;
        return new Named(clear ? meant : List.of(), clear ? List.of() : meant, Map.of());
    }

    private boolean fits(int place, Map<String, Set<String>> options) {
        return options.entrySet().stream()
                .allMatch(option -> option.getValue()
                        .contains(
                                get(place).path("options").path(option.getKey()).asText()));
    }
}
