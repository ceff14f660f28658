package io.attendant.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.shared.Json;
import io.attendant.shared.wording.Language;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo shop's articles say the same in each language. */
class DemoArticlesTest {
    private static final List<String> ASKED_MOST = List.of(
            "delivery-options",
            "delivery-times",
            "shipping-costs",
            "track-order",
            "missing-parcel",
            "damaged-or-wrong-item",
            "returns-policy",
            "how-to-return",
            "exchange",
            "refund-times",
            "cancel-order",
            "change-order",
            "change-address",
            "payment-methods",
            "payment-failed",
            "invoices",
            "password-reset",
            "contact");
    /** "4.90" and "4,90", "14:00" and "14 h 00": the digits are the same, the signs between them are the language's. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private static final Pattern STEP = Pattern.compile("(?m)^(?:-|[0-9]+[.]) ");
    private static final Map<String, JsonNode> ARTICLES = read();

    @Test
    void whatIsAskedMostIsThereInEveryLanguage() {
        assertThat(ARTICLES.keySet())
                .containsAll(ASKED_MOST)
                .containsAll(Stream.of(Language.values())
                        .filter(language -> language != Language.en)
                        .flatMap(language -> ASKED_MOST.stream().map(id -> id + "." + language))
                        .toList());
    }

    static List<String> translated() {
        return ARTICLES.keySet().stream().filter(id -> id.contains(".")).toList();
    }

    @ParameterizedTest
    @MethodSource("translated")
    void aTranslationSaysItsLanguageAndTheSameFigures(String id) {
        String language = id.substring(id.lastIndexOf('.') + 1);
        JsonNode translation = ARTICLES.get(id);
        JsonNode english = ARTICLES.get(id.substring(0, id.lastIndexOf('.')));

        assertThat(translation.path("locale").asText()).isEqualTo(language);
        assertThat(english.path("locale").asText()).isEqualTo("en");
        assertThat(translation.path("title")).isNotEqualTo(english.path("title"));
        assertThat(translation.path("updatedAt")).isEqualTo(english.path("updatedAt"));
        assertThat(figures(translation)).isEqualTo(figures(english));
        assertThat(steps(translation)).isEqualTo(steps(english));
    }

    private static Map<Integer, Long> figures(JsonNode article) {
        return DIGITS.matcher(article.path("body").asText())
                .results()
                .map(digits -> Integer.valueOf(digits.group()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static long steps(JsonNode article) {
        return STEP.matcher(article.path("body").asText()).results().count();
    }

    private static Map<String, JsonNode> read() {
        Map<String, JsonNode> articles = new LinkedHashMap<>();
        try (InputStream file = DemoArticlesTest.class.getResourceAsStream("/demo/articles.json")) {
            Json.mapper().readTree(file).forEach(article -> {
                assertThat(articles.put(article.path("id").asText(), article)).isNull();
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return articles;
    }
}
