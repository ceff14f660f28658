package io.attendant.assistant.guard.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a sentence names: orders by number, products by words of their names, variants by their options. */
final class Names {
    /** A place in the sentence that names one of some things. */
    record Anchor(int start, int end, Thing.Type type, Set<Thing> things) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d'-]*");
    private static final Pattern SIZE = Pattern.compile(
            "(?:size|grosse|grose|gr\\.|taille|pointure|talla|taglia|misura|numero|tamanho|maat|rozmiar\\w*|the|le|la|el|die|de|il)\\s$");
    private static final Pattern IN = Pattern.compile("(?:^|\\s)(?:in|en|em|w|an?|na|y|e|et|und|and|i)\\s$");
    private static final int SHORTEST = 4;
    /** "dell'" and its like. */
    private static final int ARTICLE = 5;

    /** "skillets" is "skillet", "Handtüchern" "Handtücher". */
    private static final int ENDING = 2;
    /** So much of a word tells it even if its ending changes. */
    private static final int LONG = 6;

    /** Options this close together are of one variant: "the 0.8 l in black". */
    private static final int NEAR = 14;
    /** An option this close to a product is the product's. */
    private static final int BESIDE = 25;

    private final Map<String, Thing> orders = new HashMap<>();
    private final Map<String, Set<Thing>> words = new HashMap<>();
    private final List<Thing> variants = new ArrayList<>();

    Names(List<Thing> things) {
        for (Thing thing : things) {
            switch (thing.type()) {
                case ORDER -> {
                    orders.put(thing.name(), thing);
                    // Without its "#" a number is read as any code.
                    orders.put(Identifiers.normal(Claim.Kind.TRACKING, thing.name()), thing);
                }
                case PRODUCT -> {
                    Matcher word = WORD.matcher(thing.name());
                    while (word.find()) {
                        if (bare(word.group()).length() >= SHORTEST - 1) {
                            words.computeIfAbsent(bare(word.group()), any -> new LinkedHashSet<>())
                                    .add(thing);
                        }
                    }
                }
                case VARIANT -> variants.add(thing);
            }
        }
    }

    List<Anchor> anchors(FoldedText text, List<Mention> mentions, Words language) {
        List<Anchor> anchors = new ArrayList<>();
        for (Mention mention : mentions) {
            if (mention instanceof Mention.Identifier id && orders.containsKey(id.value())) {
                anchors.add(new Anchor(id.start(), id.end(), Thing.Type.ORDER, Set.of(orders.get(id.value()))));
            }
        }
        products(text, language, anchors);
        variants(text, anchors);
        anchors.sort(Comparator.comparingInt(Anchor::start));
        return narrowed(anchors, mentions);
    }

    /** A product with its option beside it is that variant. */
    private static List<Anchor> narrowed(List<Anchor> anchors, List<Mention> mentions) {
        List<Anchor> narrowed = new ArrayList<>();
        for (int i = 0; i < anchors.size(); i++) {
            Anchor anchor = anchors.get(i);
            boolean before = i + 1 < anchors.size() && isOption(anchor, anchors.get(i + 1), mentions);
            boolean after = i > 0 && isOption(anchor, anchors.get(i - 1), mentions);
            if (!before && !after) {
                narrowed.add(anchor);
            }
        }
        return narrowed;
    }

    private static boolean isOption(Anchor product, Anchor variant, List<Mention> mentions) {
        int start = Math.min(product.end(), variant.end());
        int end = Math.max(product.start(), variant.start());
        return product.type() == Thing.Type.PRODUCT
                && variant.type() == Thing.Type.VARIANT
                && end - start <= BESIDE
                && mentions.stream()
                        .filter(mention -> !(mention instanceof Mention.Quantity))
                        .noneMatch(mention -> mention.start() >= start && mention.start() < end)
                && variant.things().stream()
                        .anyMatch(option -> product.things().stream()
                                .anyMatch(thing -> option.kin().contains(thing.name())));
    }

    /** Whether a word of a product's name names no product: "order", "the". */
    private static boolean isOrdinary(String word, Words language) {
        return language.isFunctionWord(word)
                || language.pattern("role.TOTAL").matcher(word).matches()
                || language.pattern("unit.order").matcher(word).matches()
                || language.pattern("unit.parcel").matcher(word).matches();
    }

    private void products(FoldedText text, Words language, List<Anchor> anchors) {
        if (words.isEmpty()) {
            return;
        }
        Matcher word = WORD.matcher(text.folded());
        Anchor last = null;
        boolean adjacent = false;
        while (word.find()) {
            String bare = bare(word.group());
            Set<Thing> named = isOrdinary(bare, language) ? Set.of() : named(bare);
            if (named.isEmpty()) {
                adjacent = false;
                continue;
            }
            if (last != null && (adjacent || word.start() - last.end() <= NEAR / 2)) {
                Set<Thing> both = new LinkedHashSet<>(last.things());
                // "Arc desk lamp" is that one, although another is a "desk lamp".
                both.retainAll(words.getOrDefault(bare, named));
                if (!both.isEmpty()) {
                    anchors.remove(last);
                    last = new Anchor(last.start(), word.end(), Thing.Type.PRODUCT, both);
                    anchors.add(last);
                    adjacent = true;
                    continue;
                }
            }
            last = new Anchor(word.start(), word.end(), Thing.Type.PRODUCT, named);
            anchors.add(last);
            adjacent = true;
        }
    }

    /** Without the article that French and Italian run into it: "l'ukulélé". */
    private static String bare(String word) {
        int apostrophe = word.indexOf('\'');
        boolean elided = apostrophe > 0 && apostrophe <= ARTICLE && word.length() - apostrophe > SHORTEST - 1;
        return elided ? word.substring(apostrophe + 1) : word;
    }

    private Set<Thing> named(String word) {
        Set<Thing> exact = words.get(word);
        if (exact != null) {
            Set<Thing> headed = new LinkedHashSet<>(exact);
            headed.removeIf(thing -> !isCalled(thing, word));
            return headed.isEmpty() ? exact : headed;
        }
        Set<Thing> like = new LinkedHashSet<>();
        if (word.length() >= SHORTEST - 1) {
            words.forEach((name, things) -> {
                if (alike(word, name)) {
                    like.addAll(things);
                }
            });
        }
        return like;
    }

    private static boolean alike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int longer = Math.max(one.length(), other.length());
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        boolean plural = one.endsWith("en") || other.endsWith("en");
        boolean ending = longer - same <= ENDING || (longer - same <= ENDING + 1 && (same >= LONG || plural));
        return (ending && same >= SHORTEST) || isCompound(one, other);
    }

    /** What a product is stands at the beginning or at the end of its name: a "bike lock" is no bike. */
    private static boolean isCalled(Thing thing, String word) {
        return thing.name().startsWith(word) || thing.name().endsWith(word);
    }

    /** "Lampe" is said of a "Schreibtischlampe". */
    private static boolean isCompound(String word, String name) {
        String singular = word.length() > LONG - 1 && word.endsWith("n") ? word.substring(0, word.length() - 1) : word;
        return (name.endsWith(word) && name.length() - word.length() >= SHORTEST - 1)
                || (name.endsWith(singular) && name.length() - singular.length() >= SHORTEST - 1)
                || (name.startsWith(word) && word.length() >= LONG);
    }

    private void variants(FoldedText text, List<Anchor> anchors) {
        if (variants.isEmpty()) {
            return;
        }
        Set<String> products = new HashSet<>();
        anchors.stream()
                .filter(anchor -> anchor.type() == Thing.Type.PRODUCT)
                .forEach(anchor -> anchor.things().forEach(thing -> products.add(thing.name())));
        Map<String, Anchor> found = new HashMap<>();
        for (Thing variant : variants) {
            boolean inQuestion = products.isEmpty() || variant.kin().stream().anyMatch(products::contains);
            if (inQuestion) {
                for (String option : variant.options()) {
                    place(text, option, variant, found);
                }
            }
        }
        List<Anchor> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparingInt(Anchor::start));
        merge(sorted, anchors);
    }

    private static void place(FoldedText text, String option, Thing variant, Map<String, Anchor> found) {
        boolean plainNumber =
                option.chars().allMatch(letter -> Character.isDigit(letter) || letter == '.' || letter == ',');
        if (option.isEmpty()) {
            return;
        }
        boolean needsWord = option.length() < 2 || plainNumber;
        // Romance colours have a gender: "preto" is said of a bag as "preta".
        String stem = option.length() >= SHORTEST
                        && "aoe".indexOf(option.charAt(option.length() - 1)) >= 0
                        && Character.isLetter(option.charAt(option.length() - 2))
                ? option.substring(0, option.length() - 1)
                : option;
        for (int at = text.folded().indexOf(stem); at >= 0; at = text.folded().indexOf(stem, at + 1)) {
            int end = at + stem.length();
            boolean whole = (at == 0 || !Character.isLetterOrDigit(text.folded().charAt(at - 1)))
                    && (end == text.folded().length() || !isDigit(text.folded().charAt(end)))
                    && wordEnds(text.folded(), end);
            boolean letter = option.length() == 1
                    && Character.isUpperCase(text.original().charAt(at));
            String before = text.folded().substring(0, at);
            boolean named = !needsWord
                    || SIZE.matcher(before).find()
                    || (letter && IN.matcher(before).find());
            if (whole && named) {
                int start = at;
                found.merge(
                        start + "-" + end,
                        new Anchor(start, end, Thing.Type.VARIANT, Set.of(variant)),
                        (one, other) -> {
                            Set<Thing> both = new LinkedHashSet<>(one.things());
                            both.addAll(other.things());
                            return new Anchor(start, end, Thing.Type.VARIANT, both);
                        });
            }
        }
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean wordEnds(String text, int end) {
        int letters = 0;
        while (end + letters < text.length() && Character.isLetter(text.charAt(end + letters))) {
            letters++;
        }
        return letters <= ENDING;
    }

    /** How much of what stands between is a product's name: "the blue Tarn rucksack 50 l". */
    private static int named(int from, int to, List<Anchor> anchors) {
        return anchors.stream()
                .filter(anchor -> anchor.type() == Thing.Type.PRODUCT && anchor.start() >= from && anchor.end() <= to)
                .mapToInt(anchor -> anchor.end() - anchor.start())
                .sum();
    }

    private static void merge(List<Anchor> sorted, List<Anchor> anchors) {
        Anchor last = null;
        for (Anchor anchor : sorted) {
            if (last != null && anchor.start() < last.end()) {
                continue;
            }
            if (last != null && anchor.start() - last.end() - named(last.end(), anchor.start(), anchors) <= NEAR) {
                Set<Thing> both = new LinkedHashSet<>(last.things());
                both.retainAll(anchor.things());
                if (!both.isEmpty()) {
                    anchors.remove(last);
                    last = new Anchor(last.start(), anchor.end(), Thing.Type.VARIANT, both);
                    anchors.add(last);
                    continue;
                }
            }
            last = anchor;
            anchors.add(last);
        }
    }
}
