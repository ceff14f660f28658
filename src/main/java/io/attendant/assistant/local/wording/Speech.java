package io.attendant.assistant.local.wording;

import io.attendant.shared.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An answer while it is put together, sentence by sentence. */
public final class Speech {
    /** A colon ends what stands before a list. */
    private static final String ENDS = ".!?…:";

    private static final String CLOSERS = "\"'”’»)“";

    private final Wording wording;
    private final List<String> texts = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private boolean listing;

    public Speech(Wording wording) {
        this.wording = wording;
    }

    public Wording wording() {
        return wording;
    }

    public Speech say(String key, Map<String, String> values) {
        return sentence(wording.text(key, values));
    }

    public Speech say(String key) {
        return say(key, Map.of());
    }

    public Speech count(String key, long count) {
        return sentence(wording.count(key, count));
    }

    /** Adds a ready sentence; one without an end gets a full stop. */
    public Speech sentence(String sentence) {
        String gap = listing ? "\n\n" : " ";
        listing = false;
        return add(gap, ended(sentence));
    }

    /** Adds a line of a list. */
    public Speech item(String text) {
        String gap = listing ? "\n" : "\n\n";
        listing = true;
        return add(gap, "- " + ended(text));
    }

    private Speech add(String gap, String text) {
        gaps.add(texts.isEmpty() ? "" : gap);
        texts.add(text);
        return this;
    }

    private static String ended(String sentence) {
        String text = sentence.strip();
        int end = text.length();
        while (end > 0 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean complete = end > 0 && ENDS.indexOf(text.charAt(end - 1)) >= 0;
        return complete ? text : text + ".";
    }

    /** The sentences in the order to say them, each with the gap that follows; joined they are the answer. */
    public List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            pieces.add(texts.get(i) + (i + 1 < texts.size() ? gaps.get(i + 1) : ""));
        }
        return pieces;
    }
}
