package io.attendant.identity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be wrong with the configuration of bearer tokens; a sentence each, never with a secret's value. */
final class TokenSettings {
    /** RFC 7518, section 3.2: a key as long as the hash or longer. */
    private static final int MIN_SECRET_BYTES = 32;

    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);
    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(1);
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private TokenSettings() {}

    /** What can't work anywhere. */
    static List<String> faults(IdentityConfig config) {
        List<String> faults = new ArrayList<>();
        if (config.secret().isPresent() && config.jwksUrl().isPresent()) {
            faults.add(
                    "token-mode: attendant.identity.secret and attendant.identity.jwks-url are both set, and only one of them"
                            + " can sign; profiles with a demo secret lose it by ATTENDANT_IDENTITY_SECRET= (empty)");
        }
        if (config.secret().filter(secret -> !isLongEnough(secret)).isPresent()) {
            faults.add("secret: attendant.identity.secret has fewer than 32 bytes");
        }
        config.algorithm().ifPresent(algorithm -> {
            boolean needsKeys = algorithm.keyType().isPresent();
            boolean fits =
                    needsKeys ? config.secret().isEmpty() : config.jwksUrl().isEmpty();
            if (!fits) {
                faults.add("token-algorithm: attendant.identity.algorithm is " + algorithm + ", which goes with "
                        + (needsKeys ? "attendant.identity.jwks-url" : "attendant.identity.secret") + " only");
            }
        });
        if (config.jwksUrl().isPresent() && address(config).isEmpty()) {
            faults.add("jwks-url: attendant.identity.jwks-url is no http or https address, or holds a password");
        }
        if (!GroupsClaim.isPath(config.groupsClaim())) {
            faults.add("groups-claim: attendant.identity.groups-claim is no path of claim names");
        }
        if (config.clockSkew().isNegative() || config.clockSkew().compareTo(MAX_CLOCK_SKEW) > 0) {
            faults.add("clock-skew: attendant.identity.clock-skew is not between 0 and 5 minutes");
        }
        if (config.jwksRefresh().isNegative()
                || config.jwksCooldown().isNegative()
                || config.jwksMaxAge().compareTo(config.jwksRefresh()) < 0) {
            faults.add(
                    "jwks-times: attendant.identity.jwks-refresh or jwks-cooldown is negative, or jwks-max-age is shorter"
                            + " than jwks-refresh");
        }
        if (config.jwksTimeout().toMillis() < 1 || config.jwksTimeout().compareTo(MAX_TIMEOUT) > 0) {
            faults.add("jwks-timeout: attendant.identity.jwks-timeout is not between 1 millisecond and 1 minute");
        }
        return faults;
    }

    /** What works, but is not safe for production. */
    static List<String> risks(IdentityConfig config) {
        List<String> risks = new ArrayList<>();
        if (config.secret().isEmpty() && config.jwksUrl().isEmpty()) {
            risks.add(
                    "secret: neither attendant.identity.secret nor attendant.identity.jwks-url is set, so nobody could"
                            + " sign in");
        }
        if (config.secret().filter(IdentityConfig.DEMO_SECRET::equals).isPresent()) {
            risks.add("demo-secret: attendant.identity.secret is the one that everybody knows");
        }
        if (address(config).filter(url -> !isPrivate(url)).isPresent()) {
            risks.add(
                    "jwks-http: attendant.identity.jwks-url is http, so anybody on the way could put in a key of their own");
        }
        if (config.issuer().isEmpty()) {
            risks.add("issuer: attendant.identity.issuer is missing, so a token of any other system would do");
        }
        if (config.audience().isEmpty()) {
            risks.add("audience: attendant.identity.audience is missing, so a token for any other service would do");
        }
        return risks;
    }

    private static boolean isLongEnough(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8).length >= MIN_SECRET_BYTES;
    }

    private static boolean isPrivate(URI url) {
        return url.getScheme().equalsIgnoreCase("https")
                || LOOPBACK.matcher(url.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    private static Optional<URI> address(IdentityConfig config) {
        return config.jwksUrl().flatMap(TokenSettings::address);
    }

    private static Optional<URI> address(String text) {
        try {
            URI url = URI.create(text);
            boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            return web && url.getHost() != null && url.getUserInfo() == null ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
