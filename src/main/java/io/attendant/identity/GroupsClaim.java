package io.attendant.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where tokens hold their groups. Only this place counts: the library would fall back to the claim {@code groups}, in which a
 * provider may hold groups of people that have nothing to do with roles here.
 */
final class GroupsClaim {
    private static final Pattern SEGMENT = Pattern.compile("\"([^\"]+)\"|([^\"/]+)");
    private static final Pattern PATH = Pattern.compile("(?:%1$s)(?:/(?:%1$s))*".formatted(SEGMENT.pattern()));
    private static final Pattern SPACES = Pattern.compile(" +");

    private final List<String> path;

    /** @param path see {@link IdentityConfig#groupsClaim} */
    GroupsClaim(String path) {
        if (!isPath(path)) {
            throw new IllegalArgumentException("no path of claim names: " + path);
        }
        this.path = new ArrayList<>();
        Matcher segments = SEGMENT.matcher(path);
        while (segments.find()) {
            this.path.add(segments.group(1) == null ? segments.group(2) : segments.group(1));
        }
    }

    static boolean isPath(String path) {
        return PATH.matcher(path).matches();
    }

    /** The claim of a token in this group: its name and its value. */
    Map.Entry<String, Object> holding(String group) {
        Object value = List.of(group);
        for (String name : path.subList(1, path.size()).reversed()) {
            value = Map.of(name, value);
        }
        return Map.entry(path.getFirst(), value);
    }

    /** The groups that mean something here; empty if the token has none, or has something else in their place. */
    Set<String> in(JsonNode claims) {
        JsonNode found = claims;
        for (String name : path) {
            found = found.path(name);
        }
        return texts(found).filter(Roles.ALL::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> texts(JsonNode claim) {
        if (claim.isTextual()) {
            return SPACES.splitAsStream(claim.textValue());
        }
        return claim.isArray()
                ? StreamSupport.stream(claim.spliterator(), false)
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                : Stream.empty();
    }
}
