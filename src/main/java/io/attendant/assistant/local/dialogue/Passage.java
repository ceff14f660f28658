package io.attendant.assistant.local.dialogue;

import io.attendant.assistant.local.wording.Speech;
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
        String subject = subject(title);
        List<String> further = topic.stream()
                .filter(word -> Terms.hits(String.join(" ", own), List.of(word)) == 0)
                .toList();
        double best = -1;
        int bestBlock = 0;
        for (int i = 0; i < blocks.size(); i++) {
            double score = i > 0 ? 0 : subject.equals(title) ? FIRST_OF_ONE : FIRST_OF_SEVERAL;
            for (String word : own) {
                double weight = Terms.hits(subject, List.of(word)) > 0 ? TITLE_WORD : 1;
                score += weight * weight(word, blocks.get(i), blocks);
            }
            for (String word : further) {
                score += TOPIC_WORD * weight(word, blocks.get(i), blocks);
            }
            if (score > best) {
                best = score;
                bestBlock = i;
            }
        }
        List<Part> parts = new ArrayList<>();
        if (!blocks.isEmpty()) {
            Markdown.Block block = blocks.get(bestBlock);
            take(parts, block, start(block, own, length), length);
        }
        return parts;
    }

    /** What the whole text is about: the title up to its colon; nothing where it names several subjects. */
    private static String subject(String title) {
        int colon = title.indexOf(':');
        if (colon > 0) {
            return title.substring(0, colon);
        }
        long words = Terms.words(title).stream()
                .filter(word -> word.length() >= SHORTEST_TITLE_WORD)
                .count();
        return words <= WORDS_OF_ONE_SUBJECT ? title : "";
    }

    /** The rarer a word is in the text, the more it says where it occurs. */
    private static double weight(String word, Markdown.Block block, List<Markdown.Block> blocks) {
        List<String> words = List.of(word);
        boolean inLead = Terms.hits(block.lead(), words) > 0;
        if (!inLead && Terms.hits(block.text(), words) == 0) {
            return 0;
        }
        long containing = blocks.stream()
                .filter(other -> Terms.hits(other.text(), words) > 0)
                .count();
        return Math.log(1 + (double) blocks.size() / Math.max(1, containing)) * (inLead ? LEAD : 1);
    }

    /** A part is understood from its beginning; only where the answer is far behind it begins later. */
    private static int start(Markdown.Block block, Collection<String> own, int length) {
        int before = 0;
        for (int i = 0; i < block.sentences().size(); i++) {
            if (Terms.hits(block.sentences().get(i), own) > 0) {
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
