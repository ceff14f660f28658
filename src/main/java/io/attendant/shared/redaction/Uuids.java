package io.attendant.shared.redaction;

import java.util.BitSet;
import java.util.regex.Pattern;

/** Ids whose digits are by chance those of something else. */
final class Uuids {
    private static final Pattern UUID =
            Pattern.compile("(?<![0-9a-f-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f-])");

    private Uuids() {}

    /** The characters that are part of one. */
    static BitSet in(FoldedText text) {
        BitSet characters = new BitSet();
        UUID.matcher(text.lower()).results().forEach(id -> characters.set(id.start(), id.end()));
        return characters;
    }
}
