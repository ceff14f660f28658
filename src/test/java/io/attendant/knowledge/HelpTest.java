package io.attendant.knowledge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.conversations.ChatEvent;
import io.attendant.shared.Json;
import io.attendant.testsupport.FakeTurn;
import io.attendant.testsupport.Shop;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HelpTest {
    private static final String ARTICLES = """
            [
            {"id":"fr-retours","locale":"fr","title":"Retours","body":"Un retour avec le bluetooth est gratuit.","tags":["retour"]},
            {"id":"returns","locale":"en","title":"Returns and refunds","body":"Send it back within 30 days.","tags":["return"]},
            {"id":"bluetooth","locale":"en","title":"Bluetooth pairing","body":"Hold the button. A refund is not needed."},
            {"id":"de-rueckgabe","locale":"de-AT","title":"Rückgabe","body":"Innerhalb von 30 Tagen; auch Bluetooth."},
            {"id":"shipping & more","locale":"en","title":"Shipping","body":"Two days."}
            ]""";

    @Inject
    Shop shop;

    @Inject
    HelpTools tools;

    @BeforeEach
    void load() {
        shop.clear();
        Shop.load("articles", ARTICLES);
    }

    @AfterEach
    void clear() {
        shop.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "bluetooth, en, bluetooth fr-retours de-rueckgabe",
        "bluetooth, de, de-rueckgabe bluetooth fr-retours",
        "bluetooth, de-DE, de-rueckgabe bluetooth fr-retours",
        "bluetooth, fr, fr-retours bluetooth de-rueckgabe",
        "bluetooth, xx, bluetooth fr-retours de-rueckgabe",
        "refunds, de, returns bluetooth",
        "rückgabe, en, de-rueckgabe",
        "RUCKGABE, en, de-rueckgabe",
        "refund days, en, returns",
        "return zeppelin, en, returns"
    })
    void theReadersLanguageComesFirstThenEnglishThenAny(String query, String locale, String ids) {
        given().queryParam("query", query)
                .queryParam("locale", locale)
                .get("/api/articles")
                .then()
                .statusCode(200)
                .body("items.id", contains((Object[]) ids.split(" ", -1)));
    }

    @Test
    void withoutAQueryAllArticlesAreListed() {
        given().queryParam("locale", "de")
                .get("/api/articles")
                .then()
                .statusCode(200)
                .body("items.id", contains("de-rueckgabe", "returns", "bluetooth", "shipping & more", "fr-retours"))
                .body("total", equalTo(5));
    }

    @ParameterizedTest
    @CsvSource({
        "    , en, invoices refunds",
        "    , fr, invoices.fr refunds",
        "    , fr-CA, invoices.fr refunds",
        "    , pt, invoices.pt-BR refunds",
        "    , pl, invoices refunds",
        "vat , fr, invoices.fr",
        "bill, fr, invoices"
    })
    void ofAnArticleInSeveralLanguagesOneIsShown(String query, String locale, String ids) {
        shop.clear();
        Shop.load("articles", """
                [
                {"id":"invoices","locale":"en","title":"Invoices and VAT","body":"The bill comes by mail."},
                {"id":"refunds","locale":"en","title":"Refunds","body":"At once."},
                {"id":"invoices.fr","locale":"fr","title":"Factures","body":"En anglais, la TVA s'appelle VAT."},
                {"id":"invoices.pt-BR","locale":"pt-BR","title":"Notas fiscais","body":"Por e-mail."}
                ]""");

        given().queryParam("query", query)
                .queryParam("locale", locale)
                .get("/api/articles")
                .then()
                .statusCode(200)
                .body("items.id", contains((Object[]) ids.split(" ", -1)))
                .body("total", equalTo(ids.split(" ", -1).length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "'", "\"", "\\", "!!", ":*", "\u0000", "'; drop table articles; --", "how do i"})
    void signsAreHarmlessAndMeanNothing(String query) {
        given().queryParam("query", query)
                .queryParam("locale", "'")
                .get("/api/articles")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void aLocaleThatIsNoneIsIgnored() {
        given().queryParam("locale", "e\u0000n")
                .get("/api/articles")
                .then()
                .statusCode(200)
                .body("total", equalTo(5));
    }

    @Test
    void showsOneArticle() {
        given().get("/api/articles/{id}", "shipping & more")
                .then()
                .statusCode(200)
                .body("title", equalTo("Shipping"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "%00", "%25"})
    void anUnknownArticleIsNotFound(String id) {
        given().urlEncodingEnabled(false)
                .get("/api/articles/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("article_not_found"));
    }

    @Test
    void searchHelpGivesTheTextAndCitesEachArticle() {
        FakeTurn turn = FakeTurn.inLanguage("de");

        JsonNode reply = search("bluetooth", turn);

        assertThat(reply.get("articles").findValuesAsText("id"))
                .containsExactly("de-rueckgabe", "bluetooth", "fr-retours");
        assertThat(reply.get("articles").get(0).get("body").asText()).contains("30 Tagen");
        assertThat(turn.events(ChatEvent.Citation.class))
                .extracting(ChatEvent.Citation::articleId)
                .containsExactly("de-rueckgabe", "bluetooth", "fr-retours");
    }

    @Test
    void aCitationLinksToTheArticle() {
        FakeTurn turn = FakeTurn.anonymous();

        search("shipping", turn);

        assertThat(turn.events(ChatEvent.Citation.class))
                .containsExactly(new ChatEvent.Citation("shipping & more", "Shipping", "/help/shipping%20%26%20more"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "zeppelin", "'", "%", "\u0000"})
    void nothingFoundIsAnEmptyListWithoutCitations(String query) {
        FakeTurn turn = FakeTurn.anonymous();

        JsonNode reply = search(query, turn);

        assertThat(Json.write(reply)).isEqualTo("{\"articles\":[]}");
        assertThat(turn.events(ChatEvent.Citation.class)).isEmpty();
    }

    @Test
    void theModelReadsTheBeginningOfALongArticle() {
        String body = "A paragraph about lampshades.\\n".repeat(1000);
        Shop.load(
                "articles", "[{\"id\":\"long\",\"locale\":\"en\",\"title\":\"Lampshades\",\"body\":\"" + body + "\"}]");

        JsonNode article =
                search("lampshades", FakeTurn.anonymous()).get("articles").get(0);

        assertThat(article.get("cut").asBoolean()).isTrue();
        assertThat(article.get("body").asText()).hasSizeBetween(5_900, 6_000).endsWith("lampshades.");
    }

    private JsonNode search(String query, FakeTurn turn) {
        return (JsonNode) tools.searchHelp(query, turn.asParameters());
    }
}
