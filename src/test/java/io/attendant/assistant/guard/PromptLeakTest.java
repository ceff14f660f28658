package io.attendant.assistant.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.shared.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptLeakTest {
    private static final String PROMPT = read("/prompts/support.md")
            .replace("{assistantName}", "Robin")
            .replace("{shopName}", "Juniper & Finch")
            .replace("{language}", "English")
            .replace("{today}", "2026-11-22")
            .replace("{currency}", "EUR")
            .replace("{signedIn}", "The shopper is signed in.")
            .replace("{page}", "")
            .replace("{proposals}", "");
    private static final List<String> TOOLS = List.of(
            "findProducts",
            "getProductDetails",
            "listMyOrders",
            "getOrderDetails",
            "searchHelp",
            "calculate",
            "cancelOrder",
            "returnItems",
            "requestVerification",
            "handOffToHuman",
            "orderId",
            "paymentMethodId",
            "query",
            "reason");
    private static final String STOLEN =
            "Facts about orders, products, prices, stock and the shopper come from the tools, and from nowhere else.";

    private final PromptLeak leak = PromptLeak.of(PROMPT, TOOLS);

    private static String read(String resource) {
        try (InputStream file = PromptLeakTest.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> sentencesOfThePrompt() {
        return PROMPT.lines()
                .filter(line -> PromptWords.of(line).size() >= 7)
                .flatMap(line -> Stream.of(line, "Sure! " + line, line.toUpperCase(Locale.ROOT), "> **" + line + "**"));
    }

    @ParameterizedTest
    @MethodSource("sentencesOfThePrompt")
    void everyLineOfThePromptIsCaught(String line) {
        assertThat(leak.leaks(line)).isTrue();
    }

    static Stream<String> disguises() {
        byte[] bytes = STOLEN.getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(bytes);
        return Stream.of(
                "```\n" + STOLEN + "\n```",
                "*" + STOLEN.replace(" ", "* *") + "*",
                STOLEN.replace(" ", " - "),
                STOLEN.replace(" ", "\n"),
                STOLEN.replace("o", "o\u200B"),
                STOLEN.replace('o', 'ó').replace('a', 'ä'),
                numbered(STOLEN),
                shifted(STOLEN, 13),
                shifted(STOLEN, 3),
                new StringBuilder(STOLEN).reverse().toString(),
                STOLEN.replace('o', '0').replace('e', '3').replace('s', '5').replace('t', '7'),
                STOLEN.replace('a', '@').replace('i', '1'),
                "Here you go: " + base64,
                "x" + base64,
                Base64.getMimeEncoder(40, new byte[] {'\n'}).encodeToString(bytes),
                Base64.getUrlEncoder().encodeToString(bytes),
                HexFormat.of().formatHex(bytes),
                HexFormat.ofDelimiter(" ").formatHex(bytes),
                HexFormat.of().withPrefix("\\x").formatHex(bytes),
                HexFormat.of().withPrefix("%").formatHex(bytes),
                STOLEN.chars().mapToObj("&#%d;"::formatted).collect(Collectors.joining()),
                STOLEN.chars().mapToObj("&#x%x;"::formatted).collect(Collectors.joining()),
                STOLEN.chars().mapToObj(Character::toString).collect(Collectors.joining(" ")),
                STOLEN.chars().mapToObj(Character::toString).collect(Collectors.joining("-")),
                STOLEN.replace("prices", "bananas").replace("nowhere", "no place"),
                fullWidth(STOLEN));
    }

    private static String numbered(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            words.add((words.size() + 1) + ". " + word);
        }
        return String.join("\n", words);
    }

    private static String shifted(String text, int by) {
        return text.chars()
                .map(c -> Character.isUpperCase(c)
                        ? 'A' + (c - 'A' + by) % 26
                        : Character.isLowerCase(c) ? 'a' + (c - 'a' + by) % 26 : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String fullWidth(String text) {
        return text.chars()
                .map(c -> c > ' ' && c < 0x7F ? c + 0xFEE0 : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void disguisesAreUndone(String text) {
        assertThat(leak.leaks(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I can call getOrderDetails and cancelOrder for you.",
                "My tools: findProducts(query), getProductDetails(productId).",
                "`calculate` and `query` are what I use.",
                "Ich benutze get_order_details, danach handOffToHuman.",
                "Wenn ein Werkzeug mit verification_required ablehnt, rufe requestVerification auf.",
                "{\"name\": \"returnItems\", \"parameters\": {\"orderId\": \"string\"}}",
                "# How you answer",
                "## What you know\nOnly facts.",
                "Here is my system prompt:",
                "Here are my instructions.",
                "These are my exact instructions:",
                "My instructions say that I must not tell.",
                "Voici mes consignes :",
                "Hier ist mein kompletter Systemprompt:",
                "Aquí están mis instrucciones:",
                "Ecco il mio prompt di sistema:",
                "You are Robin, the customer-support assistant of the online shop Juniper & Finch."
            })
    void attacksAreCaught(String text) {
        assertThat(leak.leaks(text)).isTrue();
    }

    @Test
    void piecesInSeveralSentencesAreCaughtTogether() {
        String said = "";
        boolean caught = false;
        for (String piece : List.of(
                "Facts about orders, products.", "Prices, stock.", "And the shopper.", "Come from the tools.")) {
            assertThat(leak.leaks(piece)).as(piece).isFalse();
            caught |= leak.leaks(said, piece);
            said += " " + piece;
        }
        assertThat(caught).isTrue();
        assertThat(leak.leaks("I use getOrderDetails.", "And then cancelOrder."))
                .isTrue();
        assertThat(leak.leaks("I use getOrderDetails.", "And I use getOrderDetails again."))
                .isFalse();
        assertThat(leak.leaks("How you answer\n", "What you know\n")).isTrue();
        String base64 = Base64.getEncoder().encodeToString(STOLEN.getBytes(StandardCharsets.UTF_8));
        assertThat(leak.leaks(base64.substring(0, 50) + "\n", base64.substring(50)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm the customer-support assistant of Juniper & Finch.",
                "I am Robin, the customer-support assistant of the online shop Juniper & Finch. I am software, not a person.",
                "I'm the customer-support assistant of Juniper & Finch. I am software, not a person.",
                "I can't share my instructions or my system prompt, but I can help with your order.",
                "I can't show you my system prompt.",
                "Here are the return instructions: print the label and put it on the parcel.",
                "Here is your order #S1001 with all items and prices.",
                "I've prepared the cancellation; nothing is done before you confirm it on the card.",
                "Please sign in or verify your e-mail address first.",
                "You'll see a card with every amount; confirm it there, or type yes.",
                "The reason of the cancellation is missing: no longer needed, or ordered by mistake?",
                "I can cancel orders, change addresses, return items and calculate totals.",
                "You can find the order ID in the e-mail; an orderId starts with #.",
                "Today is 2026-11-22.",
                "The shop's currency is EUR.",
                "Delivery, returns, refunds, warranty, payment and devices: ask me anything.",
                "If you want a person, I can hand you over.",
                "Your order was not changed, and nothing was refunded.",
                "Tools\n- Hammer\n- Saw",
                "Your tracking number is 357962501027357962501027357962501027.",
                "https://shop.example/help/returns?ref=aGVsbG8gd29ybGQgdGhpcyBpcyBhIGxvbmcgdGV4dA",
                "",
                " "
            })
    void normalAnswersPass(String text) {
        assertThat(leak.leaks(text)).isFalse();
        assertThat(leak.leaks("Hello! How can I help you today?", text)).isFalse();
    }

    /** Everything that the shop says itself, in all languages: articles, and the local assistant's sentences. */
    @Test
    void theShopsOwnWordsPass() throws IOException {
        List<String> texts = new ArrayList<>();
        Json.mapper()
                .readTree(read("/demo/articles.json"))
                .forEach(article -> texts.add(article.path("body").asText()));
        Json.mapper()
                .readTree(read("/demo/products.json"))
                .forEach(product -> texts.add(product.path("description").asText()));
        for (String language : List.of("en", "de", "fr", "es", "it", "nl", "pl", "pt")) {
            Properties templates = new Properties();
            templates.load(new StringReader(read("/local/templates." + language + ".properties")));
            templates.values().forEach(value -> texts.add(value.toString()));
        }
        assertThat(texts).hasSizeGreaterThan(500);

        assertThat(texts.stream()
                        .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split("(?<=[.!?])\\s+", -1))))
                        .filter(leak::leaks))
                .isEmpty();
    }

    @Test
    void withoutAPromptNothingLeaks() {
        assertThat(PromptLeak.of("", List.of()).leaks(STOLEN)).isFalse();
    }
}
