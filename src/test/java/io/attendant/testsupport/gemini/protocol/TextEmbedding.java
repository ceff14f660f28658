package io.attendant.testsupport.gemini.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A deterministic embedding: hashed character trigrams, scaled to length one. Texts that share
 * words are near each other; nothing more is promised.
 */
public final class TextEmbedding {

    /** Dimensions when the request does not say. */
    public static final int DEFAULT_DIMENSIONS = 3_072;

    private TextEmbedding() {}

    public static ObjectNode of(String text, int dimensions) {
        double[] values = new double[dimensions];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            String padded = "^" + word + "$";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                long hash = hash(padded.substring(i, i + 3));
                values[(int) (hash % dimensions)] += (hash & 0x8000_0000L) == 0 ? 1 : -1;
            }
        }
        double length = 0;
        for (double value : values) {
            length += value * value;
        }
        ObjectNode embedding = Json.object();
        ArrayNode array = embedding.putArray("values");
        double scale = length == 0 ? 0 : 1 / Math.sqrt(length);
        for (double value : values) {
            array.add((float) (value * scale));
        }
        return embedding;
    }

    private static long hash(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
