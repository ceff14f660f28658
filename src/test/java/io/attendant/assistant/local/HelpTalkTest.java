package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpTalkTest {
    private final Talk talk = new Talk(FakeShop.usual());

    @Test
    void quotesThePassageThatAnswers() {
        Talk.Answer answer = talk.say("What is your return policy?");

        assertThat(answer.calls()).hasSize(2).allMatch(call -> call.startsWith("searchHelp"));
        assertThat(answer.text())
                .contains("“Returns and refunds”", "You can send items back within 30 days. Unused items only.")
                .doesNotContain("**", "#");
    }

    @Test
    void quotesAnotherPassageForAnotherQuestion() {
        assertThat(talk.say("how long does shipping take").text())
                .contains("Standard delivery takes 3 to 5 working days.");
    }

    @Test
    void findsASubjectThatNoIntentHas() {
        Talk.Answer answer = talk.say("how long is the warranty?");

        assertThat(answer.calls()).endsWith("searchHelp{\"query\":\"warranty\"}");
        assertThat(answer.text()).contains("Every product has a warranty of 24 months.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Wie lange habe ich Garantie?            | Er ist auf Englisch geschrieben.
            Quelle est la durée de la garantie ?    | Il est rédigé en anglais.
            ¿Cuánto dura la garantía?               | Está escrito en inglés.
            Quanto dura la garanzia?                | È scritto in inglese.
            Quanto tempo dura a garantia?           | Está escrito em inglês.
            Hoe lang heb ik garantie?               | Het is in het Engels geschreven.
            Jak długo trwa gwarancja?               | Jest po angielsku.
            """)
    void saysWhichLanguageAnArticleIsIn(String question, String note) {
        Talk.Answer answer = talk.say(question);

        assertThat(answer.calls()).hasSizeLessThanOrEqualTo(4).last().asString().matches("searchHelp.*warranty\"}");
        assertThat(answer.text()).contains("Warranty", note, "24 months");
    }

    @Test
    void anArticleInAThirdLanguageIsTheLastResort() {
        String dutch = """
                {"id":"w.nl","title":"Garantie","locale":"nl","body":"De garantie geldt 24 maanden."}""";
        String english = """
                {"id":"w","title":"Warranty","locale":"en","body":"The warranty lasts 24 months."}""";
        FakeShop both = FakeShop.usual()
                .with(
                        "searchHelp",
                        arguments -> "{\"articles\":[" + dutch
                                + (arguments.path("query").asText().contains("warrant") ? "," + english : "") + "]}");
        FakeShop only = FakeShop.usual().with("searchHelp", arguments -> "{\"articles\":[" + dutch + "]}");

        assertThat(new Talk(both).say("Quelle est la durée de la garantie ?").text())
                .contains("The warranty lasts 24 months.");
        assertThat(new Talk(only).say("Quelle est la durée de la garantie ?").text())
                .contains("Il est rédigé en néerlandais.", "De garantie geldt 24 maanden.");
    }

    @Test
    void nothingFoundIsSaidSoAndAPersonIsOffered() {
        Talk.Answer answer = talk.say("which payment methods do you accept");

        assertThat(answer.text())
                .contains("I couldn't find anything about that in our help articles.")
                .endsWith("Shall I bring in a person from our team?");
    }

    @ParameterizedTest
    @CsvSource({"I want to cancel my order", "return the lamp", "change the delivery address", "I want my money back"})
    void whatItCannotDoItSays(String wish) {
        assertThat(talk.say(wish).text())
                .contains("I can't do that for you myself yet.")
                .endsWith("Shall I bring in a person from our team?");
    }

    @Test
    void withoutTheToolItOffersAPerson() {
        Talk without = new Talk(FakeShop.usual().without("searchHelp"));

        assertThat(without.say("what is your return policy").text()).contains("I can't look that up");
    }

    @Test
    void doesNotQuoteWhatHasNothingToDoWithIt() {
        Talk chatty = new Talk(FakeShop.usual().with("searchHelp", arguments -> """
                {"articles":[{"id":"a","title":"Waterproof jackets","body":"Wash them in cold water."}],"total":1}"""));

        assertThat(chatty.say("what's the weather in Paris").text())
                .contains("Sorry, I'm not sure what you mean.")
                .doesNotContain("jackets");
    }
}
