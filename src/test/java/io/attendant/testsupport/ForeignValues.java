package io.attendant.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All that the shop holds about people and a certain shopper must not get to know, and whether a text has any of it. */
public final class ForeignValues {
    /** What the fields say is the same for many, or public. */
    private static final Set<String> ANYBODYS = Set.of(
            "status",
            "type",
            "kind",
            "country",
            "carrier",
            "brand",
            "placedAt",
            "at",
            "productId",
            "variantId",
            "variantIds",
            "newVariantIds",
            "name",
            "options",
            "cancelReason",
            "text",
            "line2",
            "locale");

    /** Made by the server and by the emulator at random, or a time: a number in it says nothing. */
    private static final Pattern RANDOM = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
                    + "|\\d{4}-\\d\\d-\\d\\d[T ][0-9:.]+(Z|[+]\\d\\d)?"
                    + "|call_\\d+|\"thoughtSignature\":\"[^\"]*\"|\"(input|output)Tokens\":\\d+",
            Pattern.CASE_INSENSITIVE);

    /** In lower case. */
    private final Set<String> values;

    private ForeignValues(Set<String> values) {
        this.values = values;
    }

    /** Four digits stand in many a larger number, which is none of it. */
    private static Pattern whole(String value) {
        String before = Character.isLetterOrDigit(value.charAt(0)) ? "(?<![\\p{L}\\p{N}])" : "";
        return Pattern.compile(before + Pattern.quote(value) + "(?![\\p{L}\\p{N}])");
    }

    /**
     * @param mayKnow the rows that the shopper may see, as JSON, and what is public
     */
    public static ForeignValues to(String mayKnow) {
        Set<String> values = new LinkedHashSet<>();
        for (String kind : List.of("customers", "orders")) {
            collect(Shop.export(kind), "", values);
        }
        values.removeIf(value -> value.length() < 4 || mayKnow.contains(value));
        return new ForeignValues(
                values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet()));
    }

    private static void collect(JsonNode node, String name, Set<String> values) {
        if (ANYBODYS.contains(name)) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), field.getKey(), values));
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, name, values));
        } else if (node.isNumber()) {
            values.add(node.decimalValue().toPlainString());
        } else if (node.isTextual() && !name.equals("note")) {
            values.add(node.textValue());
        } else if (node.isTextual()) {
            // A note is long, and a part of it is a leak too.
            values.add(node.textValue().split("\\. ", 2)[0]);
        }
    }

    public int size() {
        return values.size();
    }

    /** What of it stands in the text. */
    public List<String> in(String text) {
        String known = RANDOM.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
        // Searching for the plain words first: one pattern of them all took most of the tests' time.
        return values.stream()
                .filter(known::contains)
                .filter(value -> whole(value).matcher(known).find())
                .toList();
    }
}
