package io.attendant.assistant.guard.claims;

import io.attendant.shared.wording.Language;
import io.attendant.shared.wording.TextFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of one language as patterns for folded text, by the keys of its data file. Immutable. */
final class Words {
    private static final String FAMILY = "/claims/";
    /** A word begins and ends where no letter or digit stands beside it. */
    private static final String WORD_START = "(?<![\\p{L}\\d])";

    private static final String WORD_END = "(?![\\p{L}\\d])";
    /** A group in the data only groups, so that patterns can be put together; but for those that mark a verb by one. */
    private static final Pattern GROUP = Pattern.compile("(?<!\\\\)\\((?!\\?)");

    /** A word may be a number in some places only. */
    private static final Pattern CONDITION = Pattern.compile("\\(\\?.*");

    private static final Set<String> CAPTURING =
            Set.of("deed.first", "deed.perfect", "promise.i", "promise.we", "promise.people");
    private static final Pattern NEVER = Pattern.compile("(?!)");

    private final Map<String, String> texts;
    private final Map<String, Pattern> patterns = new HashMap<>();
    private final Map<String, BigDecimal> numbers;
    private final Map<String, BigDecimal> ordinals;
    private final String numberWords;
    private final Map<String, Pattern> topics;
    private final Set<String> functionWords;
    private final String letters;

    private Words(Map<String, String> texts) {
        this.texts = texts;
        texts.forEach((key, text) -> patterns.put(key, words(text)));
        this.numbers = values("numbers");
        this.ordinals = values("ordinals");
        this.numberWords = list("numbers").stream()
                .map(entry -> entry.substring(0, entry.lastIndexOf(':')))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.joining("|"));
        this.topics = family("topic.");
        this.letters = texts.getOrDefault("letters", "");
        this.functionWords = list("function").stream().map(FoldedText::fold).collect(Collectors.toUnmodifiableSet());
    }

    static Words of(Language language) {
        Map<String, String> texts = new HashMap<>(TextFile.read(FAMILY + "common.properties"));
        TextFile.read(FAMILY + language + ".properties")
                .forEach((key, text) -> texts.merge(key, text, (common, own) -> own + "|" + common));
        texts.replaceAll((key, text) ->
                CAPTURING.contains(key) ? text : GROUP.matcher(text).replaceAll("(?:"));
        return new Words(texts);
    }

    private static Pattern words(String text) {
        return Pattern.compile(WORD_START + "(?:" + text + ")" + WORD_END);
    }

    /** What is written under {@code key}, as whole words; matches nothing if there is no such key. */
    Pattern pattern(String key) {
        return patterns.getOrDefault(key, NEVER);
    }

    boolean has(String key, CharSequence folded) {
        return pattern(key).matcher(folded).find();
    }

    /** The patterns whose keys begin with {@code prefix}, by the rest of the key, in its order. */
    Map<String, Pattern> family(String prefix) {
        return patterns.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(prefix.length()),
                        Map.Entry::getValue,
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** The pattern's text, to be a part of another. */
    String source(String key) {
        return Optional.ofNullable(texts.get(key)).orElse("(?!)");
    }

    /** The blank-separated entries under {@code key}. */
    List<String> list(String key) {
        List<String> entries = new ArrayList<>();
        Stream.of(texts.getOrDefault(key, "").split(" ", -1))
                .filter(entry -> !entry.isEmpty())
                .forEach(entries::add);
        return entries;
    }

    /** What a word is about, whichever of its synonyms it is. */
    List<String> topics(String word) {
        return topics.entrySet().stream()
                .filter(topic -> topic.getValue().matcher(word).matches())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, BigDecimal> values(String key) {
        return list(key).stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> CONDITION
                                .matcher(entry.substring(0, entry.lastIndexOf(':')))
                                .replaceAll(""),
                        entry -> Numbers.plain(entry.substring(entry.lastIndexOf(':') + 1))));
    }

    /** Alternatives for all number words. */
    String numberWords() {
        return numberWords;
    }

    Optional<BigDecimal> number(String word) {
        return Optional.ofNullable(numbers.get(word));
    }

    /** The place that a word like "third" gives. */
    Optional<BigDecimal> ordinal(String word) {
        return Optional.ofNullable(ordinals.get(word));
    }

    /** Letters with marks that only some languages have. */
    String letters() {
        return letters;
    }

    boolean isFunctionWord(String folded) {
        return functionWords.contains(folded);
    }
}
