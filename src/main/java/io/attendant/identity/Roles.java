package io.attendant.identity;

import java.util.Set;

/** The groups a token may hold. */
public final class Roles {
    public static final String SHOPPER = "shopper";
    public static final String AGENT = "agent";
    public static final String ADMIN = "admin";

    static final Set<String> ALL = Set.of(SHOPPER, AGENT, ADMIN);

    private Roles() {}
}
