package io.attendant.shared.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which sentences of a text speak of a certain thing. */
final class Sentences {
    private static final String ENDS = ".!?。؟";

    private final boolean[] named;
    private final int[] sentenceOf;

    /** @param words in folded lower case; one in a mark doesn't count, or a mark would change what is found around it */
    Sentences(FoldedText text, Pattern words) {
        int length = text.length();
        sentenceOf = new int[length + 1];
        int sentence = 0;
        for (int i = 0; i < length; i++) {
            sentenceOf[i] = sentence;
            if (ENDS.indexOf(text.at(i)) >= 0 && i + 1 < length && Character.isWhitespace(text.at(i + 1))) {
                sentence++;
            }
        }
        sentenceOf[length] = sentence;
        named = new boolean[sentence + 1];
        Matcher word = words.matcher(text.lower());
        while (word.find()) {
            if (word.start() == 0 || text.at(word.start() - 1) != '[') {
                named[sentenceOf[word.start()]] = true;
            }
        }
    }

    boolean named(int index) {
        return named[sentenceOf[index]];
    }
}
