package io.attendant.identity;

/** The groups a token may hold. */
public final class Roles {
    public static final String SHOPPER = "shopper";
    public static final String AGENT = "agent";
    public static final String ADMIN = "admin";

    private Roles() {}
}
