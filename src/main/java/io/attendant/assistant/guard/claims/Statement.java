package io.attendant.assistant.guard.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure in a text with the words around it, which tell what it is the figure of: in "standard 4.90, express 9.90" each price
 * has a word of its own.
 *
 * @param words the beginnings of the words in the same part of the sentence
 * @param subject the beginnings of the words in the text's title, which tell its figures from those of other texts
 * @param sentence the sentence that it stands in
 */
record Statement(Mention figure, Set<String> words, Set<String> subject, String sentence) {
    private static final Pattern PART = Pattern.compile("[.;:!?](?=\\s|$)|,(?=\\s)|\\n|\\s[–—-]\\s");
    private static final Pattern END = Pattern.compile("[.:!?](?=\\s|$)|\\n");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final int STEM = 5;

    static List<Statement> of(FoldedText text, List<Mention> mentions, Words words, String subject) {
        List<Statement> statements = new ArrayList<>();
        Set<String> about = stems(subject, words);
        for (Mention mention : mentions) {
            boolean figure = mention instanceof Mention.Amount
                    || mention instanceof Mention.Free
                    || mention instanceof Mention.Percent
                    || mention instanceof Mention.Quantity;
            if (figure) {
                statements.add(new Statement(
                        mention,
                        around(text.folded(), mention, mentions, words, about),
                        about,
                        part(END, text.folded(), mention)));
            }
        }
        return statements;
    }

    /** What the whole text is about tells nothing apart. */
    private static Set<String> around(
            String folded, Mention mention, List<Mention> mentions, Words words, Set<String> about) {
        Set<String> stems = stems(own(folded, mention, mentions, words), words);
        stems.removeAll(about);
        if (stems.isEmpty()) {
            stems = within(END, folded, mention, words);
            stems.removeAll(about);
        }
        if (stems.isEmpty()) {
            stems = stems(before(folded, mention), words);
            stems.removeAll(about);
        }
        return stems;
    }

    /** "Standard costs 5.00. It takes 3 days": what it is stands in the sentence before. */
    private static String before(String folded, Mention mention) {
        int end = 0;
        int start = 0;
        Matcher matcher = END.matcher(folded);
        while (matcher.find() && matcher.end() <= mention.start()) {
            start = end;
            end = matcher.end();
        }
        return folded.substring(start, end);
    }

    /** "Frames carry 5 years and batteries 2": where figures of one kind are joined, each has its side. */
    private static String own(String folded, Mention mention, List<Mention> mentions, Words words) {
        String part = part(PART, folded, mention);
        int start = folded.lastIndexOf(part, mention.start());
        int from = start;
        int to = start + part.length();
        for (Mention other : mentions) {
            boolean rival = other != mention
                    && other.start() >= start
                    && other.end() <= start + part.length()
                    && isOfKind(other, mention);
            if (rival) {
                int low = Math.min(other.end(), mention.end());
                int high = Math.max(other.start(), mention.start());
                Matcher and = words.pattern("and").matcher(folded).region(Math.min(low, high), high);
                if (and.useTransparentBounds(true).find()) {
                    from = other.start() < mention.start() ? Math.max(from, and.end()) : from;
                    to = other.start() > mention.start() ? Math.min(to, and.start()) : to;
                }
            }
        }
        return folded.substring(from, Math.max(from, to));
    }

    private static boolean isOfKind(Mention one, Mention other) {
        return one instanceof Mention.Quantity quantity
                ? other instanceof Mention.Quantity like && like.unit().equals(quantity.unit())
                : one.getClass().equals(other.getClass());
    }

    /** A label before a colon belongs to what follows it. */
    private static Set<String> within(Pattern border, String folded, Mention mention, Words words) {
        return stems(part(border, folded, mention), words);
    }

    private static String part(Pattern border, String folded, Mention mention) {
        int start = 0;
        int end = folded.length();
        Matcher matcher = border.matcher(folded);
        while (matcher.find()) {
            if (matcher.end() <= mention.start() && !matcher.group().equals(":")) {
                start = matcher.end();
            } else if (matcher.start() >= mention.end()) {
                end = matcher.start();
                break;
            }
        }
        return folded.substring(start, end);
    }

    /** The beginnings of the words that tell something apart. */
    static Set<String> stems(String folded, Words words) {
        Set<String> stems = new HashSet<>();
        Matcher matcher = WORD.matcher(folded);
        while (matcher.find()) {
            String word = matcher.group();
            stems.addAll(words.topics(word));
            boolean plain = words.isFunctionWord(word)
                    || words.pattern("plain").matcher(word).matches()
                    || words.pattern("free").matcher(word).matches()
                    || words.number(word).isPresent();
            if (!plain) {
                stems.add(word.substring(0, Math.min(STEM, word.length())));
            }
        }
        return stems;
    }

    /** The words that tell it from another. */
    Set<String> wordsBeside(Statement other) {
        if (subject.equals(other.subject)) {
            return words;
        }
        Set<String> all = new HashSet<>(words);
        all.addAll(subject);
        return all;
    }

    boolean competesWith(Statement other) {
        return switch (figure) {
            case Mention.Amount amount ->
                other.figure instanceof Mention.Free
                        || (other.figure instanceof Mention.Amount rival
                                && !rival.values().equals(amount.values()));
            case Mention.Free free -> other.figure instanceof Mention.Amount;
            case Mention.Percent percent ->
                other.figure instanceof Mention.Percent rival && !rival.values().equals(percent.values());
            case Mention.Quantity quantity ->
                other.figure instanceof Mention.Quantity rival
                        && (rival.unit().equals(quantity.unit())
                                || (Vouching.isTime(rival.unit()) && Vouching.isTime(quantity.unit())))
                        && !quantity.unit().isEmpty()
                        && !(rival.values().equals(quantity.values())
                                && rival.upper().equals(quantity.upper()));
            default -> false;
        };
    }
}
