package io.attendant.assistant.local.dialogue;

import io.attendant.assistant.local.wording.Speech;
import io.attendant.shared.SearchText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts what answers a question out of a text of the shop: word for word, whole sentences, without the Markdown. */
final class Passage {
    /** A title with more words names several subjects; then its words tell the parts of the text apart. */
    private static final int WORDS_OF_ONE_SUBJECT = 3;

    private static final int SHORTEST_TITLE_WORD = 4;
    /** A word of what the whole text is about says little about which part is meant. */
    private static final double TITLE_WORD = 0.25;
    /** A word of the subject counts less than one that the shopper used. */
    private static final double TOPIC_WORD = 0.25;
    /** What a part has at its head, it is about. */
    private static final double LEAD = 1.5;
    /** A text says the main thing first: what a part has to be better by, under a title of one subject or of several. */
    private static final double FIRST_OF_ONE = 1.0;

    private static final double FIRST_OF_SEVERAL = 0.7;

    private Passage() {}

    /** @param item whether it is a line of a list */
    record Part(String text, boolean item) {
        void addTo(Speech speech) {
            if (item) {
                speech.item(text);
            } else {
                speech.sentence(text);
            }
        }
    }

    /** The sentences at the beginning that fit in {@code length} characters, one at least if there is any. */
    static List<Part> beginning(String markdown, int length) {
        List<Part> parts = new ArrayList<>();
        for (Markdown.Block block : Markdown.blocks(markdown)) {
            if (!take(parts, block, 0, length)) {
                break;
            }
        }
        return parts;
    }

    /**
     * The part of an article that says most about the words; one sentence at least if the article has any.
     *
     * @param own the shopper's words
     * @param topic the words of the subject
     * @param length how many characters it may have
     */
    static List<Part> best(
            String title, String markdown, Collection<String> own, Collection<String> topic, int length) {
        List<Markdown.Block> blocks = Markdown.blocks(markdown);
        if (blocks.isEmpty()) {
            return List.of();
        }
        double[] scores = scores(title, blocks, own, topic);
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        List<Part> parts = new ArrayList<>();
        take(parts, blocks.get(best), start(blocks.get(best), own, length), length);
        return parts;
    }

    private static double[] scores(
            String title, List<Markdown.Block> blocks, Collection<String> own, Collection<String> topic) {
        List<Terms> texts = blocks.stream().map(block -> Terms.of(block.text())).toList();
        List<Terms> leads = blocks.stream().map(block -> Terms.of(block.lead())).toList();
        String subject = subject(title);
        double[] scores = new double[blocks.size()];
        scores[0] = subject.equals(title) ? FIRST_OF_ONE : FIRST_OF_SEVERAL;
        Terms subjectTerms = Terms.of(subject);
        own.forEach(word -> add(scores, word, subjectTerms.has(word) ? TITLE_WORD : 1, texts, leads));
        Terms ownTerms = Terms.of(String.join(" ", own));
        topic.stream().filter(word -> !ownTerms.has(word)).forEach(word -> add(scores, word, TOPIC_WORD, texts, leads));
        return scores;
    }

    /** The rarer a word is in the text, the more it says where it occurs. */
    private static void add(double[] scores, String word, double weight, List<Terms> texts, List<Terms> leads) {
        long containing = texts.stream().filter(text -> text.has(word)).count();
        if (containing == 0) {
            return;
        }
        double rarity = Math.log(1 + (double) texts.size() / containing);
        for (int i = 0; i < scores.length; i++) {
            if (texts.get(i).has(word)) {
                scores[i] += weight * rarity * (leads.get(i).has(word) ? LEAD : 1);
            }
        }
    }

    /** What the whole text is about: the title up to its colon; nothing where it names several subjects. */
    private static String subject(String title) {
        int colon = title.indexOf(':');
        if (colon > 0) {
            return title.substring(0, colon);
        }
        long words = SearchText.words(title).stream()
                .filter(word -> word.length() >= SHORTEST_TITLE_WORD)
                .count();
        return words <= WORDS_OF_ONE_SUBJECT ? title : "";
    }

    /** A part is understood from its beginning; only where the answer is far behind it begins later. */
    private static int start(Markdown.Block block, Collection<String> own, int length) {
        int before = 0;
        for (int i = 0; i < block.sentences().size(); i++) {
            if (Terms.of(block.sentences().get(i)).hasAny(own)) {
                return before > length / 2 ? i : 0;
            }
            before += block.sentences().get(i).length();
        }
        return 0;
    }

    /** @return whether there may be room for more */
    private static boolean take(List<Part> parts, Markdown.Block block, int from, int length) {
        List<Part> candidates = new ArrayList<>();
        block.sentences()
                .subList(from, block.sentences().size())
                .forEach(text -> candidates.add(new Part(text, false)));
        block.items().forEach(text -> candidates.add(new Part(text, true)));
        for (Part part : candidates) {
            int used = parts.stream().mapToInt(taken -> taken.text().length()).sum();
            if (!parts.isEmpty() && used + part.text().length() > length) {
                dropOpenEnd(parts);
                return false;
            }
            parts.add(part);
        }
        return true;
    }

    /** "These countries:" says nothing when there was no room for the list. */
    private static void dropOpenEnd(List<Part> parts) {
        Part last = parts.get(parts.size() - 1);
        if (parts.size() > 1 && last.text().endsWith(":")) {
            parts.remove(parts.size() - 1);
        }
    }
}
