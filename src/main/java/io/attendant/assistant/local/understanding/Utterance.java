package io.attendant.assistant.local.understanding;

import io.attendant.shared.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shopper's message cut into words.
 *
 * @param text as typed
 */
public record Utterance(String text, List<Word> words) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    /** Longer messages say what they want early; this bounds the work for hostile ones. */
    private static final int MAX_WORDS = 200;

    /**
     * @param typed as typed
     * @param folded without case and accents
     */
    public record Word(String typed, String folded) {}

    public static Utterance of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find() && words.size() < MAX_WORDS) {
            words.add(new Word(matcher.group(), SearchText.fold(matcher.group())));
        }
        return new Utterance(text, List.copyOf(words));
    }

    public List<String> folded() {
        return words.stream().map(Word::folded).toList();
    }
}
