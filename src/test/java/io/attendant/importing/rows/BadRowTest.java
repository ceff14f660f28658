package io.attendant.importing.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.attendant.importing.reading.ImportTimes;
import io.attendant.importing.reading.Rejections;
import io.attendant.importing.reading.Row;
import io.attendant.importing.reading.RowMapper;
import io.attendant.importing.reading.RowReader;
import io.attendant.importing.reading.RowReader.RawRow;
import io.attendant.importing.reading.RowReader.UnreadableFileException;
import io.attendant.shared.ProblemException;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BadRowTest {
    private static ValidatorFactory validators;

    private final Rejections rejections = new Rejections();

    @BeforeAll
    static void open() {
        validators = Validation.buildDefaultValidatorFactory();
    }

    @AfterAll
    static void close() {
        validators.close();
    }

    static Stream<Arguments> badRows() {
        return Stream.of(
                // Wrong types
                customer("\"firstName\":\"Ada\"", "\"firstName\":7", "firstName", "must be a text"),
                customer("\"firstName\":\"Ada\"", "\"firstName\":true", "firstName", "must be a text"),
                customer("\"firstName\":\"Ada\"", "\"firstName\":[\"Ada\"]", "firstName", "must be a text"),
                customer(
                        "\"paypal\"",
                        "\"cash\"",
                        "paymentMethods[0].kind",
                        "must be one of credit_card, paypal, gift_card"),
                customer("\"paypal\"", "1", "paymentMethods[0].kind", "must be one of credit_card, paypal, gift_card"),
                customer(
                        "\"paypal\"",
                        "\"\"",
                        "paymentMethods[0].kind",
                        "must be one of credit_card, paypal, gift_card"),
                customer("\"address\":{", "\"address\":[],\"x\":{", "address", "must be an object"),
                product(
                        "\"available\":true",
                        "\"available\":\"true\"",
                        "variants[0].available",
                        "must be true or false"),
                product("\"available\":true", "\"available\":1", "variants[0].available", "must be true or false"),
                product("\"stock\":3", "\"stock\":3.5", "variants[0].stock", "must be a whole number"),
                product("\"stock\":3", "\"stock\":\"3\"", "variants[0].stock", "must be a whole number"),
                product(
                        "\"stock\":3",
                        "\"stock\":99999999999",
                        "variants[0].stock",
                        "is out of range or of the wrong type"),
                product("\"price\":12.5", "\"price\":\"12.50\"", "variants[0].price", "must be a number"),
                product("\"tags\":[\"blue\"]", "\"tags\":\"blue\"", "tags", "must be a list"),
                product(
                        "\"options\":{\"size\":\"M\"}",
                        "\"options\":{\"size\":5}",
                        "variants[0].options.size",
                        "must be a text"),
                order(
                        "\"placedAt\":\"2026-01-02T03:04:05Z\"",
                        "\"placedAt\":1767323045",
                        "placedAt",
                        "must be a time like 2026-01-31T12:00:00Z"),
                order(
                        "\"placedAt\":\"2026-01-02T03:04:05Z\"",
                        "\"placedAt\":\"1767323045\"",
                        "placedAt",
                        "must be a time like 2026-01-31T12:00:00Z"),
                order(
                        "\"placedAt\":\"2026-01-02T03:04:05Z\"",
                        "\"placedAt\":\"now\"",
                        "placedAt",
                        "must be a time like 2026-01-31T12:00:00Z"),
                order(
                        "\"status\":\"pending\"",
                        "\"status\":\"lost\"",
                        "status",
                        "must be one of pending, processed, delivered, cancelled, return_requested, exchange_requested"),
                // Missing and blank
                customer("\"id\":\"c1\",", "", "id", "is missing or blank"),
                customer("\"id\":\"c1\"", "\"id\":null", "id", "is missing or blank"),
                customer("\"id\":\"c1\"", "\"id\":\" \"", "id", "is missing or blank"),
                customer("\"city\":\"Turku\",", "", "address.city", "is missing"),
                customer("\"id\":\"p1\"", "\"id\":\"\"", "paymentMethods[0].id", "is missing or blank"),
                customer(
                        "\"paymentMethods\":[{\"id\":\"p1\",\"kind\":\"paypal\"}]",
                        "\"paymentMethods\":[null]",
                        "paymentMethods[0]",
                        "is missing"),
                product("\"variants\":[", "\"variants\":null,\"tags\":[", "tags", "is given twice"),
                product("\"price\":12.5", "\"price\":null", "variants[0].price", "is missing"),
                order("\"variantId\":\"v1\",", "", "items[0].variantId", "is missing or blank"),
                order("\"customerId\":\"c1\",", "", "customerId", "is missing or blank"),
                article("\"locale\":\"en\",", "", "locale", "is missing"),
                // Unknown
                customer("\"firstName\"", "\"vip\":true,\"firstName\"", "vip", "is not a field of this format"),
                order(
                        "\"name\":\"Mug\"",
                        "\"name\":\"Mug\",\"colour\":1",
                        "items[0].colour",
                        "is not a field of this format"),
                // Values that are not allowed
                customer("\"locale\":\"fi\"", "\"locale\":\"Finnish language\"", "locale", "has the wrong form"),
                customer(
                        "\"kind\":\"paypal\"",
                        "\"kind\":\"paypal\",\"lastFour\":\"12\"",
                        "paymentMethods[0].lastFour",
                        "has the wrong form"),
                product(
                        "\"imageUrl\":\"/a.svg\"",
                        "\"imageUrl\":\"javascript:alert(1)\"",
                        "imageUrl",
                        "has the wrong form"),
                product("\"stock\":3", "\"stock\":-1", "variants[0].stock", "must not be negative"),
                product("\"price\":12.5", "\"price\":-0.01", "variants[0].price", "must not be negative"),
                order("\"amount\":12.5", "\"amount\":-12.5", "payments[0].amount", "must not be negative"),
                order("\"price\":12.5", "\"price\":-12.5", "items[0].price", "must not be negative"),
                order("\"currency\":\"EUR\"", "\"currency\":\"euro\"", "currency", "has the wrong form"),
                // Money
                product(
                        "\"price\":12.5",
                        "\"price\":12.505",
                        "variants[0].price",
                        "must have at most two decimals and ten digits before the point"),
                product(
                        "\"price\":12.5",
                        "\"price\":10000000000",
                        "variants[0].price",
                        "must have at most two decimals and ten digits before the point"),
                product(
                        "\"price\":12.5",
                        "\"price\":1e999999999",
                        "variants[0].price",
                        "must have at most two decimals and ten digits before the point"),
                product(
                        "\"price\":12.5",
                        "\"price\":1e-999999999",
                        "variants[0].price",
                        "must have at most two decimals and ten digits before the point"),
                // Rules over several fields
                customer(
                        "{\"id\":\"p1\",\"kind\":\"paypal\"}",
                        "{\"id\":\"p1\",\"kind\":\"paypal\"},{\"id\":\"p1\",\"kind\":\"paypal\"}",
                        "paymentMethods[1].id",
                        "is given twice for this customer"),
                customer(
                        "\"kind\":\"paypal\"",
                        "\"kind\":\"gift_card\"",
                        "paymentMethods[0].balance",
                        "is missing on a gift card"),
                customer(
                        "\"kind\":\"paypal\"",
                        "\"kind\":\"paypal\",\"balance\":5",
                        "paymentMethods[0].balance",
                        "is for gift cards only"),
                customer(
                        "\"kind\":\"paypal\"",
                        "\"kind\":\"gift_card\",\"balance\":-5",
                        "paymentMethods[0].balance",
                        "must not be negative"),
                order(
                        "\"currency\"",
                        "\"cancelReason\":\"NO_LONGER_NEEDED\",\"currency\"",
                        "cancelReason",
                        "is for orders with the status cancelled only"),
                order(
                        "\"currency\"",
                        "\"return\":{\"variantIds\":[\"v1\"],\"paymentMethodId\":\"p1\"},\"currency\"",
                        "return",
                        "is for orders with the status return_requested only"),
                order(
                        "\"currency\"",
                        "\"exchange\":{\"variantIds\":[\"v1\"],\"newVariantIds\":[\"v2\"],\"paymentMethodId\":\"p1\",\"priceDifference\":0},\"currency\"",
                        "exchange",
                        "is for orders with the status exchange_requested only"),
                order(
                        "\"currency\"",
                        "\"return\":{\"variantIds\":[\"v1\"]},\"currency\"",
                        "return.paymentMethodId",
                        "is missing or blank"),
                // Text
                customer("\"Ada\"", "\"A\\u0000da\"", "firstName", "has a NUL character or half a surrogate pair"),
                customer("\"Ada\"", "\"A\\ud800da\"", "firstName", "has a NUL character or half a surrogate pair"),
                product(
                        "{\"size\":\"M\"}",
                        "{\"si\\u0000ze\":\"M\"}",
                        "variants[0].options",
                        "has a NUL character or half a surrogate pair"),
                customer("\"Ada\"", "\"" + "a".repeat(201) + "\"", "firstName", "must have at most 200 characters"),
                article("\"Body\"", "\"" + "a".repeat(100_001) + "\"", "body", "must have at most 100000 characters"),
                product(
                        "\"tags\":[\"blue\"]",
                        "\"tags\":[" + "\"t\",".repeat(100) + "\"t\"]",
                        "tags",
                        "must have at most 100 entries"),
                customer(
                        "\"firstName\":\"Ada\"",
                        "\"firstName\":\"Ada\",\"firstName\":\"Eve\"",
                        "firstName",
                        "is given twice"));
    }

    @ParameterizedTest(name = "[{index}] {2}: {3}")
    @MethodSource("badRows")
    void namesTheFieldAndTheReason(ImportKind kind, String row, String field, String reason) throws Exception {
        assertThat(map(kind, row)).isEmpty();

        assertThat(errors()).containsExactly(new Rejections.Rejection(2, 0, field, reason));
    }

    @ParameterizedTest
    @EnumSource(ImportKind.class)
    void takesASoundRow(ImportKind kind) throws Exception {
        assertThat(map(kind, sound(kind))).isPresent();

        assertThat(rejections.isEmpty()).isTrue();
    }

    @Test
    void namesEveryViolationOfARow() throws Exception {
        map(
                ImportKind.customers,
                sound(ImportKind.customers).replace("Turku", "a".repeat(300)).replace("\"c1\"", "\"\""));

        assertThat(errors()).extracting(Rejections.Rejection::field).containsExactly("address.city", "id");
    }

    @Test
    void aRowThatIsNoObjectIsNamed() throws Exception {
        assertThat(map(ImportKind.customers, "17")).isEmpty();

        assertThat(errors()).containsExactly(new Rejections.Rejection(2, 0, null, "must be an object"));
    }

    @Test
    void keepsTimesToTheMicrosecond() throws Exception {
        var row = map(ImportKind.articles, sound(ImportKind.articles).replace("00Z", "00.123456789+02:00"));

        assertThat(((io.attendant.knowledge.ArticleData) row.orElseThrow().data()).updatedAt())
                .isEqualTo(Instant.parse("2026-01-01T10:00:00.123456Z"));
    }

    private Optional<? extends Row<?>> map(ImportKind kind, String row) throws IOException, UnreadableFileException {
        byte[] file = ("[\n" + row + "\n]").getBytes(StandardCharsets.UTF_8);
        try (RowReader reader = new RowReader(new ByteArrayInputStream(file))) {
            RawRow raw = reader.next().orElseThrow();
            return map(kind.rows(), raw);
        }
    }

    private <D> Optional<Row<D>> map(Rows<?, D> rows, RawRow raw) {
        return new RowMapper<>(rows.type(), rows::check, validators.getValidator(), ImportTimes.absolute())
                .map(raw, rejections);
    }

    @SuppressWarnings("unchecked")
    private List<Rejections.Rejection> errors() {
        ProblemException problem = rejections.asProblem();
        return (List<Rejections.Rejection>) problem.members().get("errors");
    }

    private static Arguments customer(String part, String bad, String field, String reason) {
        return bad(ImportKind.customers, part, bad, field, reason);
    }

    private static Arguments product(String part, String bad, String field, String reason) {
        return bad(ImportKind.products, part, bad, field, reason);
    }

    private static Arguments order(String part, String bad, String field, String reason) {
        return bad(ImportKind.orders, part, bad, field, reason);
    }

    private static Arguments article(String part, String bad, String field, String reason) {
        return bad(ImportKind.articles, part, bad, field, reason);
    }

    private static Arguments bad(ImportKind kind, String part, String bad, String field, String reason) {
        String sound = sound(kind);
        if (!sound.contains(part)) {
            throw new IllegalArgumentException("not in the row: " + part);
        }
        return arguments(kind, sound.replace(part, bad), field, reason);
    }

    private static String sound(ImportKind kind) {
        return switch (kind) {
            case customers -> """
                    {"id":"c1","email":"ada@example.com","firstName":"Ada","lastName":"Salo",\
                    "address":{"line1":"Linnankatu 1","line2":"","city":"Turku","state":"","postalCode":"20100","country":"FI"},\
                    "paymentMethods":[{"id":"p1","kind":"paypal"}],"locale":"fi","preferences":{"colour":"blue"}}""";
            case products -> """
                    {"id":"P1","name":"Mug","imageUrl":"/a.svg","tags":["blue"],\
                    "variants":[{"id":"v1","options":{"size":"M"},"available":true,"stock":3,"price":12.5}]}""";
            case orders -> """
                    {"id":"#A1","customerId":"c1","status":"pending","placedAt":"2026-01-02T03:04:05Z","currency":"EUR",\
                    "shippingAddress":{"line1":"Linnankatu 1","line2":"","city":"Turku","state":"","postalCode":"20100","country":"FI"},\
                    "items":[{"productId":"P1","variantId":"v1","name":"Mug","options":{"size":"M"},"price":12.5}],\
                    "shipments":[],"payments":[{"type":"payment","amount":12.5,"paymentMethodId":"p1"}]}""";
            case articles -> """
                    {"id":"a1","locale":"en","title":"Title","body":"Body","updatedAt":"2026-01-01T12:00:00Z"}""";
        };
    }
}
