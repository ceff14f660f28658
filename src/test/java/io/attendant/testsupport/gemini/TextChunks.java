package io.attendant.testsupport.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Splits an answer as the API streams it: a short first chunk, then longer ones. */
final class TextChunks {

    private static final int FIRST_MAX = 6;
    private static final int LATER_MIN = 20;
    private static final int LATER_MAX = 80;
    private static final int MOST_CHUNKS = 500;

    private TextChunks() {}

    /** The same text and seed always give the same chunks. */
    static List<String> split(String text, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ text.hashCode());
        int scale = 1 + text.length() / (LATER_MIN * MOST_CHUNKS);
        List<String> chunks = new ArrayList<>();
        int from = 0;
        int size = 1 + random.nextInt(FIRST_MAX);
        while (from < text.length()) {
            int to = Math.min(text.length(), from + size);
            // A chunk is encoded on its own, so it must not end within a surrogate pair.
            if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
                to++;
            }
            chunks.add(text.substring(from, to));
            from = to;
            size = random.nextInt(LATER_MIN, LATER_MAX + 1) * scale;
        }
        return chunks;
    }
}
