package io.attendant.assistant.local.wording;

import io.attendant.shared.SearchText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts sentences out of texts of the shop, word for word, without their Markdown. */
public final class Passage {
    private static final Pattern LINK = Pattern.compile("!?\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern MARKS =
            Pattern.compile("\\*\\*|__|`|(?<![\\p{L}\\p{N}])[*_](?=\\S)|(?<=\\S)[*_](?![\\p{L}\\p{N}])");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*+]|\\d+[.)])\\s+");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…][\"”’»)]?)\\s+(?=[\\p{Lu}\\p{N}¿¡„“\"«])");
    private static final int STEM = 5;

    private Passage() {}

    /** The sentences at the beginning that fit in {@code length} characters, one at least. */
    public static List<String> beginning(String markdown, int length) {
        List<String> sentences = new ArrayList<>();
        for (Block block : blocks(markdown)) {
            if (!take(sentences, block.sentences(), 0, length)) {
                break;
            }
        }
        return sentences;
    }

    /**
     * The sentences that say most about {@code terms}, from one place of the text; one at least if the text has any.
     *
     * @param length how many characters they may have together
     */
    public static List<String> best(String markdown, Collection<String> terms, int length) {
        List<Block> blocks = blocks(markdown);
        Set<String> stems = new HashSet<>();
        terms.forEach(term -> SearchText.words(term).forEach(word -> stems.add(stem(word))));
        int bestBlock = 0;
        int bestSentence = 0;
        double best = -1;
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            double heading = hits(block.heading(), stems);
            for (int s = 0; s < block.sentences().size(); s++) {
                // Of equals the first: an article says the main thing first.
                double score = heading + hits(block.sentences().get(s), stems);
                if (score > best) {
                    best = score;
                    bestBlock = b;
                    bestSentence = s;
                }
            }
        }
        List<String> passage = new ArrayList<>();
        for (int b = bestBlock;
                b < blocks.size()
                        && blocks.get(b).heading().equals(blocks.get(bestBlock).heading());
                b++) {
            if (!take(passage, blocks.get(b).sentences(), b == bestBlock ? bestSentence : 0, length)) {
                break;
            }
        }
        return passage;
    }

    /** @return whether there may be room for more */
    private static boolean take(List<String> taken, List<String> sentences, int from, int length) {
        for (String sentence : sentences.subList(from, sentences.size())) {
            int used = taken.stream().mapToInt(String::length).sum();
            if (!taken.isEmpty() && used + sentence.length() > length) {
                return false;
            }
            taken.add(sentence);
        }
        return true;
    }

    private static long hits(String text, Set<String> stems) {
        return SearchText.words(text).stream()
                .map(Passage::stem)
                .distinct()
                .filter(stems::contains)
                .count();
    }

    private static String stem(String word) {
        return word.substring(0, Math.min(word.length(), STEM));
    }

    /** Lines that belong together, under their heading. */
    private record Block(String heading, List<String> sentences) {}

    private static List<Block> blocks(String markdown) {
        List<Block> blocks = new ArrayList<>();
        String heading = "";
        StringBuilder paragraph = new StringBuilder();
        for (String line : (markdown + "\n\n").split("\\R", -1)) {
            boolean bullet = BULLET.matcher(line).find();
            boolean title = line.startsWith("#");
            if (line.isBlank() || bullet || title) {
                add(blocks, heading, paragraph);
            }
            if (title) {
                heading = plain(line.replaceFirst("^#+\\s*", ""));
            } else if (!line.isBlank()) {
                paragraph.append(' ').append(BULLET.matcher(line).replaceFirst(""));
            }
        }
        return blocks;
    }

    private static void add(List<Block> blocks, String heading, StringBuilder paragraph) {
        String text = plain(paragraph.toString());
        paragraph.setLength(0);
        if (!text.isEmpty()) {
            blocks.add(new Block(heading, List.of(SENTENCE_END.split(text, -1))));
        }
    }

    private static String plain(String markdown) {
        String linked = LINK.matcher(markdown).replaceAll("$1");
        return MARKS.matcher(linked).replaceAll("").replaceAll("\\s+", " ").strip();
    }
}
