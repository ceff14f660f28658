package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTalkTest {
    private final Talk talk = new Talk(FakeShop.usual());

    @Test
    void searchesWithWordsLimitAndStock() {
        Talk.Answer answer = talk.say("Do you have kettles under 50 in stock?");

        assertThat(answer.calls())
                .containsExactly("findProducts{\"query\":\"kettles\",\"maxPrice\":50,\"inStockOnly\":true}");
        assertThat(answer.text())
                .contains(
                        "I found 2 products.",
                        "- Pour-over kettle: from €39.90.",
                        "- Stoneware teapot: €28.00 – sold out.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ich suche einen Wasserkocher        | Wasserkocher | Ich habe 2 Produkte gefunden.
            Je cherche une bouilloire           | bouilloire   | J'ai trouvé 2 produits.
            Busco un hervidor                   | hervidor     | He encontrado 2 productos.
            Cerco un bollitore                  | bollitore    | Ho trovato 2 prodotti.
            Procuro uma chaleira                | chaleira     | Encontrei 2 produtos.
            Ik zoek een waterkoker              | waterkoker   | Ik heb 2 producten gevonden.
            Szukam czajnika                     | czajnika     | Mam 2 pasujące produkty.
            """)
    void searchesAnEnglishCatalogueInTheShoppersLanguage(String question, String word, String answer) {
        Talk.Answer found = talk.say(question);

        assertThat(found.calls())
                .containsExactly("findProducts{\"query\":\"" + word + "\"}", "findProducts{\"query\":\"kettle\"}");
        assertThat(found.text()).contains(answer);
    }

    @Test
    void aBareNameIsASearch() {
        assertThat(talk.say("teapot").text()).contains("Stoneware teapot");
    }

    @Test
    void answersAboutWhatWasShown() {
        talk.say("do you have kettles");

        assertThat(talk.say("how much is the second one").text()).contains("Stoneware teapot costs €28.00.");
        assertThat(talk.say("is the first one available in black").text())
                .contains("Pour-over kettle (black) is sold out", "Available versions: green.");
        assertThat(talk.say("and in green?").calls()).containsExactly("getProductDetails{\"productId\":\"P1\"}");
        assertThat(talk.say("tell me more about it").text())
                .contains("between €39.90 and €49.90", "A slim spout for an even pour.");
    }

    @Test
    void findsWhatIsAskedAboutFirst() {
        Talk.Answer answer = talk.say("how much does the stoneware teapot cost?");

        assertThat(answer.calls())
                .containsExactly(
                        "findProducts{\"query\":\"stoneware teapot\"}", "getProductDetails{\"productId\":\"P2\"}");
        assertThat(answer.text()).contains("Stoneware teapot costs €28.00.");
    }

    @Test
    void saysHowManyAreLeft() {
        talk.say("kettle");

        assertThat(talk.say("is the first one in stock in green?").text())
                .contains("is in stock.", "7 pieces are left.");
    }

    @Test
    void understandsOptionsInTheShoppersLanguage() {
        talk.say("Ich suche einen Wasserkocher");

        assertThat(talk.say("ist der erste in schwarz verfügbar?").text())
                .contains("(black) ist zurzeit leider ausverkauft");
    }

    @Test
    void comparesWhatWasShown() {
        talk.say("do you have kettles");

        assertThat(talk.say("what's the difference between them?").calls())
                .containsExactly("getProductDetails{\"productId\":\"P1\"}", "getProductDetails{\"productId\":\"P2\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Compare the pour-over kettle with the stoneware teapot",
                "what's the difference between the pour-over kettle and the stoneware teapot?"
            })
    void comparesWhatIsNamed(String text) {
        assertThat(talk.say(text).calls().stream().skip(1))
                .containsExactly("getProductDetails{\"productId\":\"P1\"}", "getProductDetails{\"productId\":\"P2\"}");
    }

    @Test
    void narrowsTheLastSearch() {
        talk.say("do you have kettles");

        Talk.Answer answer = talk.say("any under 10?");

        assertThat(answer.calls()).containsExactly("findProducts{\"query\":\"kettles\",\"maxPrice\":10}");
        assertThat(answer.text()).contains("within this price");
    }

    @Test
    void asksWhatIsLookedForAndKeepsTheLimit() {
        Talk.Answer asked = talk.say("I want to buy something under 60");

        assertThat(asked.calls()).containsExactly("listProductTypes{}");
        assertThat(asked.text()).contains("Kitchen, Lighting and Camping").endsWith("looking for?");
        assertThat(talk.say("a kettle").calls()).containsExactly("findProducts{\"query\":\"kettle\",\"maxPrice\":60}");
    }

    @Test
    void nothingFoundIsSaidSo() {
        assertThat(talk.say("I'm looking for a submarine").text()).contains("I couldn't find a product like that.");
    }

    @Test
    void sendsBuyersToTheProductsPage() {
        assertThat(talk.say("how can i buy a kettle").text()).contains("I can't place orders for you");
    }
}
