package io.attendant.testsupport.gemini;

import static io.attendant.testsupport.gemini.EmulatorClient.json;
import static io.attendant.testsupport.gemini.EmulatorClient.parse;
import static io.attendant.testsupport.gemini.EmulatorClient.says;
import static io.attendant.testsupport.gemini.EmulatorClient.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private final GeminiEmulator gemini = GeminiEmulator.builder().clerk(false).start();
    private final EmulatorClient client = new EmulatorClient(gemini);

    @AfterEach
    void close() {
        client.close();
        gemini.close();
    }

    @Test
    void repliesAreGivenInOrderAndConversationsGoFirst() throws Exception {
        gemini.script(GeminiReply.text("general 1"), GeminiReply.text("general 2"));
        gemini.conversation("#A1001").script(GeminiReply.text("about the order"));
        gemini.when(request -> request.lastUserText().startsWith("Bye"))
                .script(request -> GeminiReply.text("Bye, " + request.model()));

        assertThat(answer("Hello")).isEqualTo("general 1");
        assertThat(gemini.unusedReplies()).isEqualTo(2);
        assertThat(answer("Where is #A1001?")).isEqualTo("about the order");
        assertThat(answer("Bye")).isEqualTo("Bye, gemini-3.8-flash");
        assertThat(answer("Where is #A1001?")).isEqualTo("general 2");
        assertThat(gemini.unusedReplies()).isZero();
    }

    @Test
    void aFunctionSeesTheWholeConversation() throws Exception {
        gemini.script(request -> request.functionResponse("getOrderDetails")
                .map(r -> r.result().get("status").asText())
                .map(GeminiReply::text)
                .orElseGet(() -> lookUp(request)));

        JsonNode call = parse(client.generate(says("Where is #A1001?")).body());
        JsonNode content = call.at("/candidates/0/content");
        String next = json("{'contents':[{'role':'user','parts':[{'text':'Where is #A1001?'}]},%s,"
                        + "{'role':'user','parts':[{'functionResponse':{'name':"
                        + "'getOrderDetails','response':{'response':"
                        + "'{\\\"status\\\":\\\"shipped\\\"}'}}}]}]}")
                .formatted(content);

        assertThat(content.at("/parts/0/functionCall/args/orderId").asText()).isEqualTo("#A1001");
        assertThat(text(parse(client.generate(next).body()))).isEqualTo("shipped");
        assertThat(gemini.violations()).isEmpty();
        GeminiRequest last = gemini.requests().get(1);
        assertThat(last.functionResponses()).hasSize(1);
        assertThat(last.functionCalls().get(0).args().get("orderId").asText()).isEqualTo("#A1001");
        assertThat(last).hasToString("#2 GENERATE_CONTENT gemini-3.8-flash results of getOrderDetails");
        assertThat(last.header("X-Goog-Api-Key")).hasValue(gemini.apiKey());
    }

    @Test
    void hundredsOfConversationsAtOnce() throws Exception {
        int conversations = 300;
        for (int i = 0; i < conversations; i++) {
            String order = "#A%04d.".formatted(i);
            gemini.conversation(order).script(GeminiReply.text("Found " + order));
        }
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < conversations; i++) {
                String body = says("Where is #A%04d.".formatted(i));
                answers.add(executor.submit(() -> {
                    StringBuilder text = new StringBuilder();
                    EmulatorClient.events(client.streamed(body).body()).forEach(event -> text.append(text(event)));
                    return text.toString();
                }));
            }
        }

        for (int i = 0; i < conversations; i++) {
            assertThat(answers.get(i).get()).isEqualTo("Found #A%04d.".formatted(i));
        }
        assertThat(gemini.requests()).hasSize(conversations);
        assertThat(gemini.requests())
                .extracting(GeminiRequest::sequence)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(gemini.violations()).isEmpty();
        assertThat(gemini.unusedReplies()).isZero();
    }

    @Test
    void whatIsNotScriptedIsAViolation() throws Exception {
        assertThat(client.generate(says("Hello")).statusCode()).isEqualTo(500);
        gemini.script(request -> {
            throw new AssertionError("unexpected question");
        });
        assertThat(client.generate(says("Hello")).statusCode()).isEqualTo(500);

        assertThat(gemini.violations())
                .extracting(Violation::reason)
                .containsExactly(
                        "no reply is scripted for this request",
                        "the script failed: java.lang.AssertionError: unexpected question");
        assertThat(gemini.violations().get(0))
                .hasToString("#1 GENERATE_CONTENT gemini-3.8-flash \"Hello\" -> 500 no reply is"
                        + " scripted for this request");
    }

    @Test
    void aTestCanWaitForARequest() throws Exception {
        CompletableFuture<GeminiRequest> later =
                gemini.firstRequest(request -> request.lastUserText().equals("Second"));
        gemini.script(request -> GeminiReply.text("Yes."));

        answer("First");
        assertThat(later).isNotDone();
        answer("Second");

        assertThat(later.get(5, SECONDS).sequence()).isEqualTo(2);
        assertThat(gemini.firstRequest(request -> true)).isCompleted();
        assertThat(gemini.requests(request -> request.body().contains("First"))).hasSize(1);
    }

    @Test
    void resetForgetsEverything() throws Exception {
        gemini.script(GeminiReply.text("1"), GeminiReply.text("2"));
        answer("Hello");
        client.generate("{");
        gemini.reset();

        assertThat(gemini.requests()).isEmpty();
        assertThat(gemini.violations()).isEmpty();
        assertThat(gemini.unusedReplies()).isZero();
    }

    @Test
    void remembersOnlyTheNewestRequests() throws Exception {
        try (GeminiEmulator few = GeminiEmulator.builder().keepRequests(2).start();
                EmulatorClient fewClient = new EmulatorClient(few)) {
            for (String text : List.of("1", "2", "3")) {
                fewClient.generate(says(text));
            }

            assertThat(few.requests()).extracting(GeminiRequest::lastUserText).containsExactly("2", "3");
        }
    }

    private static GeminiReply lookUp(GeminiRequest request) {
        String order = request.inLastUserText("#[A-Z]\\d+").orElseThrow();
        return GeminiReply.call("getOrderDetails", Map.of("orderId", order));
    }

    private String answer(String userText) throws Exception {
        return text(parse(client.generate(says(userText)).body()));
    }
}
