package io.attendant.shared.redaction;

/**
 * Something to take out.
 *
 * @param start its first character in the folded text
 * @param end the character after its last
 * @param mark what is put in its place
 */
public record Finding(int start, int end, String mark) {
    static final String SECRET = "[secret]";
    static final String SECURITY_CODE = "[CVC]";
}
