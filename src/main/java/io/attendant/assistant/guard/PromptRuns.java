package io.attendant.assistant.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words of the prompt in their order: what is quoted from it. */
final class PromptRuns {
    /** So many words in a row are no coincidence. */
    private static final int RUN = 7;
    /** So many are, but not one after the other. */
    private static final int PIECE = 4;

    private static final int MIN_PIECED = 10;
    private static final double MOST = 0.75;
    /** Letters in a row, where a text has no words left. */
    private static final int LETTERS = 24;

    private static final Pattern SPELLED_OUT =
            Pattern.compile("(?:[\\p{L}\\p{N}][^\\p{L}\\p{N}]{1,3}+){12,}+[\\p{L}\\p{N}]?+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    /** Of what the assistant may say about itself only what it would not say so: "you are ...". */
    private static final String ADDRESS = "you";

    private final Set<String> runs = new HashSet<>();
    private final Set<String> pieces = new HashSet<>();
    private final Set<String> letters = new HashSet<>();

    private PromptRuns() {}

    static PromptRuns of(String prompt) {
        PromptRuns runs = new PromptRuns();
        List<String> words = PromptWords.of(prompt);
        int firstHeading = prompt.startsWith("#") ? 0 : prompt.indexOf("\n#");
        int introduction = firstHeading < 0
                ? 0
                : PromptWords.of(prompt.substring(0, firstHeading)).size();
        runsOf(words, RUN, introduction).forEach(run -> runs.runs.add(shiftless(run)));
        runs.pieces.addAll(runsOf(words, PIECE, introduction));
        String all = String.join("", words.subList(introduction, words.size()));
        for (int i = 0; i + LETTERS <= all.length(); i++) {
            runs.letters.add(all.substring(i, i + LETTERS));
        }
        return runs;
    }

    private static List<String> runsOf(List<String> words, int length, int introduction) {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i + length <= words.size(); i++) {
            List<String> run = words.subList(i, i + length);
            if (i + length > introduction || run.contains(ADDRESS)) {
                runs.add(String.join(" ", run));
            }
        }
        return runs;
    }

    /** The same for a text and all that comes of it by moving each letter on in the alphabet by so many places, like ROT13. */
    private static String shiftless(String text) {
        StringBuilder differences = new StringBuilder(text.length());
        int first = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                first = first < 0 ? c : first;
                differences.append((char) ('a' + (c - first + 26) % 26));
            } else {
                differences.append(c);
            }
        }
        return differences.toString();
    }

    boolean isQuotedIn(String text) {
        return runsIn(PromptWords.of(text), RUN).anyMatch(run -> runs.contains(shiftless(run)));
    }

    private static Stream<String> runsIn(List<String> words, int length) {
        String all = String.join(" ", words);
        int[] starts = new int[words.size() + 1];
        for (int i = 0; i < words.size(); i++) {
            starts[i + 1] = starts[i] + words.get(i).length() + 1;
        }
        return IntStream.rangeClosed(0, words.size() - length)
                .mapToObj(i -> all.substring(starts[i], starts[i + length] - 1));
    }

    /** Whether most of a sentence is the prompt's, with a word changed or put in now and then. */
    boolean mostlyMakeUp(String sentence) {
        List<String> words = PromptWords.of(sentence);
        if (words.size() < MIN_PIECED) {
            return false;
        }
        boolean[] theirs = new boolean[words.size()];
        List<String> found = runsIn(words, PIECE).toList();
        for (int i = 0; i < found.size(); i++) {
            if (pieces.contains(found.get(i))) {
                Arrays.fill(theirs, i, i + PIECE, true);
            }
        }
        int count = 0;
        for (boolean word : theirs) {
            count += word ? 1 : 0;
        }
        return count >= MOST * words.size();
    }

    /** Whether it is there letter by letter, as in "Y o u". */
    boolean isSpelledOutIn(String text) {
        return SPELLED_OUT.matcher(text).results().map(MatchResult::group).anyMatch(this::holdsLetters);
    }

    private boolean holdsLetters(String spelled) {
        String all = NO_LETTER.matcher(String.join("", PromptWords.of(spelled))).replaceAll("");
        for (int i = 0; i + LETTERS <= all.length(); i++) {
            if (letters.contains(all.substring(i, i + LETTERS))) {
                return true;
            }
        }
        return false;
    }
}
