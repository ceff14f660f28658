package io.attendant.assistant.budget;

import static io.attendant.testsupport.gemini.GeminiReply.error;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.OwnerSql;
import io.attendant.testsupport.SmallShop;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What is spent on the model stays within the limits, and the conversation goes on beyond them. */
@QuarkusTest
@TestProfile(BudgetTest.Limited.class)
class BudgetTest extends ApplicationTest {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    /** Small limits and a price table: 2.00 a million tokens in, 10.00 out. */
    public static class Limited implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "attendant.assistant.gemini.input-price-per-million", "2",
                    "attendant.assistant.gemini.output-price-per-million", "10",
                    "attendant.budget.conversation.tokens", "10000",
                    "attendant.budget.conversation.cost", "0.05",
                    "attendant.budget.conversation.calls", "4",
                    "attendant.assistant.retry.first-wait", "10ms");
        }
    }

    @Test
    void tokensOfAConversationHaveACeiling() {
        gemini.script(request -> text("From the model.").usage(9_000, 1_500));
        Attendant.Chat chat = attendant.guest();

        assertThat(chat.ask("Hello").json().path("reply").asText()).isEqualTo("From the model.");
        assertSpent(chat.ask("Hello").json());

        assertThat(gemini.requests()).hasSize(1);
        // Another conversation has its own.
        assertThat(attendant.guest().ask("Hello").json().path("reply").asText()).isEqualTo("From the model.");
    }

    @Test
    void moneyOfAConversationHasACeiling() {
        // 0.002 + 0.05
        gemini.script(request -> text("From the model.").usage(1_000, 5_000));
        Attendant.Chat chat = attendant.guest();

        JsonNode first = chat.ask("Hello").json();
        assertThat(first.findValue("usage").path("cost").decimalValue()).isEqualByComparingTo("0.052");
        assertSpent(chat.ask("Hello").json());
    }

    @Test
    void callsOfAConversationHaveACeilingAndFailedOnesCount() {
        gemini.script(request -> gemini.requests().size() <= 2
                ? error(GeminiError.overloaded())
                : text("From the model.").usage(10, 10));
        Attendant.Chat chat = attendant.guest();

        assertThat(chat.ask("Hello").json().path("reply").asText()).isEqualTo("From the model.");
        assertThat(chat.ask("Hello").json().path("reply").asText()).isEqualTo("From the model.");
        assertSpent(chat.ask("Hello").json());
        assertThat(gemini.requests()).hasSize(4);
    }

    @Test
    void localAssistantGoesOnForNothing() {
        gemini.script(request -> text("From the model.").usage(9_999, 100));
        Attendant.Chat chat = attendant.shopper(SmallShop.ANA);
        chat.ask("Hello");

        for (int i = 0; i < 6; i++) {
            JsonNode answer = chat.ask("Where is #S1001?").json();
            assertThat(answer.path("reply").asText()).contains("T-770011");
            assertThat(answer.findValue("usage").path("cost").decimalValue()).isEqualByComparingTo(BigDecimal.ZERO);
        }
    }

    @Test
    void lessIsShownNearALimit() {
        gemini.script(request -> text("Noted. " + "More. ".repeat(1_200)).usage(4_200, 100));
        Attendant.Chat chat = attendant.guest();
        for (int i = 1; i <= 3; i++) {
            chat.ask("Message " + i);
        }

        assertThat(gemini.requests())
                .extracting(request -> request.userTexts().size())
                // 80 percent are reached after the second.
                .containsExactly(1, 2, 2);
    }

    @Test
    void rowsAddUpToTheTotals() {
        gemini.script(request -> gemini.requests().size() % 3 == 0
                ? error(GeminiError.overloaded())
                : text("Noted.").usage(500, 20).thoughtsTokens(7));
        Attendant.Chat chat = attendant.guest();
        long input = 0;
        BigDecimal cost = BigDecimal.ZERO;
        for (int i = 0; i < 4; i++) {
            JsonNode usage = chat.ask("Hello").json().findValue("usage");
            input += usage.path("inputTokens").asLong();
            cost = cost.add(usage.path("cost").decimalValue());
        }

        List<String> sums = new OwnerSql(url).rows("""
                SELECT sum(input_tokens), sum(cost) FROM turns WHERE conversation_id = '%1$s'
                UNION ALL
                SELECT sum(c.input_tokens), sum(c.cost) FROM model_calls c JOIN turns t ON t.id = c.turn_id
                WHERE t.conversation_id = '%1$s'""".formatted(chat.id()));
        assertThat(sums).containsExactly(sums.getFirst(), sums.getFirst());
        assertThat(sums.getFirst()).startsWith(input + "|");
        assertThat(new BigDecimal(sums.getFirst().split("\\|", -1)[1])).isEqualByComparingTo(cost);
        assertThat(new OwnerSql(url).rows("""
                        SELECT t.id FROM turns t WHERE t.conversation_id = '%s' AND (t.model_calls, t.input_tokens, t.output_tokens, t.cost)
                        <> (SELECT count(*), sum(c.input_tokens), sum(c.output_tokens), sum(c.cost)
                            FROM model_calls c WHERE c.turn_id = t.id)""".formatted(chat.id()))).isEmpty();
    }

    /** The local assistant answers and a person is offered. */
    private static void assertSpent(JsonNode answer) {
        assertThat(answer.findValue("degraded").asBoolean()).isTrue();
        assertThat(answer.path("reply").asText()).isNotBlank().isNotEqualTo("From the model.");
        assertThat(answer.findValuesAsText("event")).contains("choices");
        assertThat(answer.toString()).contains("person");
    }
}
