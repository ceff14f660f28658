package io.attendant.assistant.local.understanding;

import io.attendant.shared.SearchText;
import io.attendant.shared.wording.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the assistant knows of one language's words, read from its data file. Immutable. */
final class Lexicon {
    private final Language language;
    private final Map<Intent, List<Cue>> cues = new EnumMap<>(Intent.class);
    private final Map<Intent, List<String>> topicWords = new EnumMap<>(Intent.class);
    private final Map<Integer, List<Phrase>> ordinals = new TreeMap<>();
    private final List<Phrase> yes;
    private final List<Phrase> no;
    private final List<Phrase> fine;
    private final List<Phrase> last;
    private final List<Phrase> other;
    private final List<Phrase> back;
    private final List<Phrase> stock;
    private final List<Phrase> limitBefore;
    private final List<Phrase> limitAfter;
    private final Set<String> orderWords;
    private final Set<String> orderLinks;
    private final Set<String> notOrderWords;
    private final ParticularsReader particulars;
    private final Set<String> addressLead;
    private final Set<String> streetWords;
    /** Words that say nothing about what is meant. */
    private final Set<String> emptyWords;
    /** Words that say nothing about which product is meant. */
    private final Set<String> productFiller;

    private final String letters;
    /** Every whole word of the file, folded. */
    private final Set<String> words = new HashSet<>();
    /** Those that a misspelt word may have been meant to be. */
    private final Set<String> correctable = new HashSet<>();
    /** The beginnings of words that the file has with a star at the end. */
    private final Set<String> beginnings = new HashSet<>();
    /** The words of the file with a star at the beginning. */
    private final List<Phrase.Pattern> endings = new ArrayList<>();

    Lexicon(Language language) {
        this.language = language;
        WordFile file = WordFile.of(language);
        emptyWords = folded(Stream.concat(file.words("function").stream(), file.words("filler").stream()));
        productFiller = folded(file.words("product filler").stream());
        letters = String.join("", file.words("letters"));
        yes = phrases(file, "yes");
        no = phrases(file, "no");
        fine = phrases(file, "fine");
        last = phrases(file, "last");
        other = phrases(file, "other");
        back = phrases(file, "back");
        stock = phrases(file, "stock");
        limitBefore = phrases(file, "limit before");
        limitAfter = phrases(file, "limit after");
        orderWords = folded(file.words("order words").stream());
        orderLinks = folded(file.words("order links").stream());
        notOrderWords = folded(file.words("not order words").stream());
        particulars = ParticularsReader.of(file);
        addressLead = folded(file.words("address lead").stream());
        streetWords = folded(file.words("street words").stream());
        words.addAll(emptyWords);
        words.addAll(productFiller);
        words.addAll(orderWords);
        words.addAll(notOrderWords);
        correctable.addAll(words);
        words.addAll(folded(file.words("known").stream()));
        words.addAll(addressLead);
        words.addAll(particulars.vocabulary());
        for (String line : file.lines("ordinals")) {
            List<String> parts = List.of(line.split("\\s+", -1));
            List<Phrase> names = Phrase.all(parts.subList(1, parts.size()));
            ordinals.put(Integer.valueOf(parts.get(0)), names);
            remember(names);
        }
        readIntents(file);
    }

    private void readIntents(WordFile file) {
        Map<String, List<Phrase>> groups = new LinkedHashMap<>();
        file.kind("group").forEach((name, lines) -> {
            List<Phrase> group = Phrase.all(lines.stream()
                    .flatMap(line -> Stream.of(line.split("\\s+", -1)))
                    .toList());
            groups.put(name, group);
        });
        file.kind("intent")
                .forEach((name, lines) -> cues.put(
                        Intent.valueOf(name),
                        lines.stream().map(line -> Cue.of(line, groups)).toList()));
        file.kind("topic")
                .forEach((name, lines) -> topicWords.put(
                        Intent.valueOf(name),
                        lines.stream()
                                .flatMap(line -> Stream.of(line.split("\\s+", -1)))
                                .toList()));
        cues.forEach((intent, all) -> all.forEach(cue -> cue.terms().forEach(term -> {
            remember(term.choices());
            // Nobody is meant to have sworn, or to talk of something else, by a slip of the keyboard.
            if (intent != Intent.abuse && intent != Intent.out_of_scope) {
                correctable(term.choices());
            }
        })));
    }

    private void correctable(List<Phrase> phrases) {
        phrases.stream()
                .flatMap(phrase -> phrase.words().stream())
                .filter(pattern -> !pattern.openStart())
                .map(Phrase.Pattern::letters)
                .forEach(correctable::add);
    }

    private List<Phrase> phrases(WordFile file, String section) {
        List<Phrase> phrases = Phrase.all(file.words(section));
        remember(phrases);
        correctable(phrases);
        return phrases;
    }

    private void remember(List<Phrase> phrases) {
        for (Phrase phrase : phrases) {
            for (Phrase.Pattern pattern : phrase.words()) {
                if (pattern.isWhole()) {
                    words.add(pattern.letters());
                } else if (pattern.openStart()) {
                    endings.add(pattern);
                } else {
                    beginnings.add(pattern.letters());
                }
            }
        }
    }

    private static Set<String> folded(Stream<String> words) {
        return words.map(SearchText::fold).collect(Collectors.toUnmodifiableSet());
    }

    Language language() {
        return language;
    }

    /** By intent; an intent without cues is never found. */
    Map<Intent, List<Cue>> cues() {
        return cues;
    }

    /** The words under which help articles on an intent's subject are found; empty for an intent without a subject. */
    List<String> topicWords(Intent intent) {
        return topicWords.getOrDefault(intent, List.of());
    }

    Map<Integer, List<Phrase>> ordinals() {
        return ordinals;
    }

    List<Phrase> yes() {
        return yes;
    }

    List<Phrase> no() {
        return no;
    }

    /** Words that agree, or only close the subject. */
    List<Phrase> fine() {
        return fine;
    }

    List<Phrase> last() {
        return last;
    }

    List<Phrase> other() {
        return other;
    }

    /** Words for something that was spoken of before. */
    List<Phrase> back() {
        return back;
    }

    List<Phrase> stock() {
        return stock;
    }

    List<Phrase> limitBefore() {
        return limitBefore;
    }

    List<Phrase> limitAfter() {
        return limitAfter;
    }

    /** Words that announce an order's number. */
    Set<String> orderWords() {
        return orderWords;
    }

    /** Words that may stand between those and the number. */
    Set<String> orderLinks() {
        return orderLinks;
    }

    /** Words that announce another number than an order's. */
    Set<String> notOrderWords() {
        return notOrderWords;
    }

    ParticularsReader particulars() {
        return particulars;
    }

    /** Words that may stand right before an address in a sentence. */
    Set<String> addressLead() {
        return addressLead;
    }

    /** Words that a street's name begins with. */
    Set<String> streetWords() {
        return streetWords;
    }

    /** Whether the word may say what a message is about. */
    boolean isSubject(String folded) {
        return !emptyWords.contains(folded);
    }

    /** Whether the word may say which product is meant. */
    boolean isContent(String folded) {
        return isSubject(folded) && !productFiller.contains(folded);
    }

    /** Letters that mark the language, lower case. */
    String letters() {
        return letters;
    }

    boolean knows(String folded) {
        return words.contains(folded)
                || IntStream.rangeClosed(1, folded.length())
                        .anyMatch(length -> beginnings.contains(folded.substring(0, length)))
                || endings.stream().anyMatch(pattern -> pattern.matches(folded));
    }

    /** What a misspelt word may have been meant to be. */
    Set<String> correctable() {
        return correctable;
    }

    /** Every word of the language that is known, for telling languages apart. */
    Set<String> words() {
        return words;
    }
}
