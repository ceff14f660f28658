package io.attendant.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random tokens, and their hashes: a token is never stored. */
public final class Secrets {
    private static final int TOKEN_BYTES = 32;

    private Secrets() {}

    /** 256 random bits, URL-safe. */
    public static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        Holder.RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Six random digits, for people to copy; only safe where few may be tried. */
    public static String code() {
        return "%06d".formatted(Holder.RANDOM.nextInt(1_000_000));
    }

    /** SHA-256; enough for a secret of full entropy. */
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Compares in constant time. */
    public static boolean matches(String token, byte[] hash) {
        return MessageDigest.isEqual(hash(token), hash);
    }

    /** Seeded when first used, so that a native image doesn't carry its build's seed. */
    private static final class Holder {
        private static final SecureRandom RANDOM = new SecureRandom();
    }
}
