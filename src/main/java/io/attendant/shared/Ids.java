package io.attendant.shared;

/** What an id that comes from outside must be before it is looked up. */
public final class Ids {
    /** The longest id of anything imported, in characters. */
    public static final int MAX_LENGTH = 200;

    private Ids() {}

    /** Whether it can be an id at all. PostgreSQL takes neither NUL nor half a surrogate pair, not even in a query. */
    public static boolean possible(String id) {
        return id != null && !id.isBlank() && id.length() <= MAX_LENGTH && isStorable(id);
    }

    /** Whether PostgreSQL can store the text: it has no NUL and is well-formed Unicode. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
