package io.attendant.testsupport.gemini;

import static io.attendant.testsupport.gemini.EmulatorClient.events;
import static io.attendant.testsupport.gemini.EmulatorClient.json;
import static io.attendant.testsupport.gemini.EmulatorClient.message;
import static io.attendant.testsupport.gemini.EmulatorClient.parse;
import static io.attendant.testsupport.gemini.EmulatorClient.says;
import static io.attendant.testsupport.gemini.EmulatorClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.gemini.protocol.FunctionCall;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeminiEmulatorTest {

    private final GeminiEmulator gemini = GeminiEmulator.start();
    private final EmulatorClient client = new EmulatorClient(gemini);

    @AfterEach
    void close() {
        client.close();
        gemini.close();
    }

    @Test
    void answersWithOneObjectOfAllChunks() throws Exception {
        gemini.script(GeminiReply.chunks("It was ", "shipped."));

        HttpResponse<String> response = client.generate(says("Where is it?"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json; charset=UTF-8");
        assertThat(response.headers().map())
                .containsKeys("Date", "Server-Timing")
                .containsEntry("Vary", List.of("Origin, X-Origin, Referer"))
                .containsEntry("Server", List.of("scaffolding on HTTPServer2"))
                .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsEntry("X-Frame-Options", List.of("SAMEORIGIN"))
                .containsEntry("X-XSS-Protection", List.of("0"))
                .doesNotContainKey("Retry-After");
        JsonNode body = parse(response.body());
        assertThat(text(body)).isEqualTo("It was shipped.");
        assertThat(body.at("/candidates/0/content/role").asText()).isEqualTo("model");
        assertThat(body.at("/candidates/0/content/parts")).hasSize(1);
        assertThat(body.at("/candidates/0/finishReason").asText()).isEqualTo("STOP");
        assertThat(body.at("/modelVersion").asText()).isEqualTo("gemini-3.8-flash");
        assertThat(body.at("/responseId").asText()).hasSize(22);
        assertThat(body.at("/usageMetadata/promptTokenCount").asInt()).isEqualTo(3);
        assertThat(body.at("/usageMetadata/candidatesTokenCount").asInt()).isEqualTo(4);
        assertThat(body.at("/usageMetadata/totalTokenCount").asInt()).isEqualTo(7);
    }

    @Test
    void streamsEventsInTheFramingOfTheApi() throws Exception {
        gemini.script(GeminiReply.chunks("It was ", "shipped.").usage(10, 4).thoughtsTokens(5));

        HttpResponse<String> response = client.streamed(says("Where is it?"));

        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(response.headers().firstValue("Content-Disposition")).hasValue("attachment");
        assertThat(response.body()).endsWith("}\r\n\r\n").doesNotContain("event:", "[DONE]");
        List<JsonNode> events = events(response.body());
        assertThat(events).extracting(EmulatorClient::text).containsExactly("It was ", "shipped.", "");
        assertThat(events)
                .extracting(event -> event.at("/responseId").asText())
                .containsOnly(events.get(0).at("/responseId").asText());
        assertThat(events.get(0).at("/candidates/0").has("finishReason")).isFalse();
        assertThat(events.get(0).at("/usageMetadata").has("candidatesTokenCount"))
                .isFalse();
        assertThat(events.get(0).at("/usageMetadata/totalTokenCount").asInt()).isEqualTo(10);
        JsonNode last = events.get(2);
        assertThat(last.at("/candidates/0/finishReason").asText()).isEqualTo("STOP");
        assertThat(last.at("/candidates/0/content/parts/0/thoughtSignature").asText())
                .hasSizeGreaterThan(300);
        assertThat(last.at("/usageMetadata/thoughtsTokenCount").asInt()).isEqualTo(5);
        assertThat(last.at("/usageMetadata/totalTokenCount").asInt()).isEqualTo(19);
    }

    @Test
    void olderModelsFinishWithTheLastText() throws Exception {
        gemini.script(GeminiReply.chunks("One.", " Two."));

        HttpResponse<String> response =
                client.post("/models/gemini-2.5-flash:streamGenerateContent?alt=sse", says("Count."));

        List<JsonNode> events = events(response.body());
        assertThat(events).extracting(EmulatorClient::text).containsExactly("One.", " Two.");
        assertThat(events.get(1).at("/candidates/0/finishReason").asText()).isEqualTo("STOP");
    }

    @Test
    void streamsAnArrayWithoutAltSse() throws Exception {
        gemini.script(GeminiReply.chunks("One.", " Two."));

        HttpResponse<String> response = client.post("/models/gemini-3.8-flash:streamGenerateContent", says("Count."));

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json; charset=UTF-8");
        assertThat(response.body()).startsWith("[{").contains("},\r\n{").endsWith("}]");
        String text = StreamSupport.stream(parse(response.body()).spliterator(), false)
                .map(EmulatorClient::text)
                .collect(Collectors.joining());
        assertThat(text).isEqualTo("One. Two.");
    }

    @Test
    void splitsTextBySeedAndNeverWithinACharacter() throws Exception {
        String answer = "Voilà 😀😀😀😀😀😀😀😀 ".repeat(60);
        gemini.script(GeminiReply.text(answer), GeminiReply.text(answer));

        List<JsonNode> first = events(client.streamed(says("Hi")).body());
        List<JsonNode> second = events(client.streamed(says("Hi")).body());

        assertThat(first).hasSizeGreaterThan(5);
        assertThat(first.stream().map(EmulatorClient::text).collect(Collectors.joining()))
                .isEqualTo(answer);
        assertThat(first.stream().map(EmulatorClient::text).toList())
                .isEqualTo(second.stream().map(EmulatorClient::text).toList());
    }

    @Test
    void signsOnlyTheFirstOfParallelCalls() throws Exception {
        gemini.script(GeminiReply.thought("**Looking**")
                .thenCalls(
                        FunctionCall.of("getOrderDetails", Map.of("orderId", "#A1001")),
                        FunctionCall.of("listMyOrders")));

        List<JsonNode> events = events(client.streamed(says("My orders?")).body());

        assertThat(events).hasSize(2);
        assertThat(events.get(0).at("/candidates/0/content/parts/0/thought").asBoolean())
                .isTrue();
        JsonNode parts = events.get(1).at("/candidates/0/content/parts");
        assertThat(parts.get(0).at("/functionCall/args/orderId").asText()).isEqualTo("#A1001");
        assertThat(parts.get(0).at("/functionCall/id").asText()).startsWith("call_");
        assertThat(parts.get(0).has("thoughtSignature")).isTrue();
        assertThat(parts.get(1).at("/functionCall/args").isObject()).isTrue();
        assertThat(parts.get(1).has("thoughtSignature")).isFalse();
        assertThat(events.get(1).at("/candidates/0/finishReason").asText()).isEqualTo("STOP");
    }

    @Test
    void shapesOfAnswersWithoutText() throws Exception {
        gemini.script(
                GeminiReply.finishOnly("MAX_TOKENS").usage(3, 0).thoughtsTokens(90),
                GeminiReply.promptBlocked("PROHIBITED_CONTENT"),
                GeminiReply.noCandidates(),
                GeminiReply.chunks("Take a ").thenSafetyStop(),
                GeminiReply.chunks("Odd.").finish("A_REASON_OF_TOMORROW"),
                GeminiReply.chunks("No end.").noFinish(),
                GeminiReply.raw(parse("{\"candidates\":[{}]}")));

        JsonNode maxTokens = parse(client.generate(says("1")).body());
        assertThat(maxTokens.at("/candidates/0/content").toString()).isEqualTo("{\"role\":\"model\"}");
        assertThat(maxTokens.at("/candidates/0/finishReason").asText()).isEqualTo("MAX_TOKENS");
        assertThat(maxTokens.at("/usageMetadata").has("candidatesTokenCount")).isFalse();
        assertThat(maxTokens.at("/usageMetadata/totalTokenCount").asInt()).isEqualTo(93);
        JsonNode blocked = parse(client.generate(says("2")).body());
        assertThat(blocked.has("candidates")).isFalse();
        assertThat(blocked.at("/promptFeedback/blockReason").asText()).isEqualTo("PROHIBITED_CONTENT");
        assertThat(parse(client.generate(says("3")).body()).has("candidates")).isFalse();
        List<JsonNode> safety = events(client.streamed(says("4")).body());
        assertThat(text(safety.get(0))).isEqualTo("Take a ");
        assertThat(safety.get(1).at("/candidates/0").has("content")).isFalse();
        assertThat(safety.get(1).at("/candidates/0/finishReason").asText()).isEqualTo("SAFETY");
        assertThat(safety.get(1).at("/candidates/0/safetyRatings/0/blocked").asBoolean())
                .isTrue();
        assertThat(client.streamed(says("5")).body()).contains("A_REASON_OF_TOMORROW");
        assertThat(client.streamed(says("6")).body()).doesNotContain("finishReason");
        assertThat(events(client.streamed(says("7")).body()).get(0).toString()).isEqualTo("{\"candidates\":[{}]}");
        assertThat(gemini.unusedReplies()).isZero();
    }

    @Test
    void acceptsKeyInHeaderOrQueryAndBearer() throws Exception {
        URI models = URI.create(gemini.baseUrl() + "/models");
        URI withKey = URI.create(models + "?key=" + gemini.apiKey());
        HttpRequest bearer = HttpRequest.newBuilder(models)
                .header("Authorization", "Bearer " + gemini.accessToken())
                .build();

        assertThat(client.get("/models").statusCode()).isEqualTo(200);
        assertThat(client.send(HttpRequest.newBuilder(withKey).build()).statusCode())
                .isEqualTo(200);
        assertThat(client.send(bearer).statusCode()).isEqualTo(200);
        assertThat(gemini.violations()).isEmpty();
    }

    @Test
    void refusesMissingAndWrongCredentials() throws Exception {
        URI models = URI.create(gemini.baseUrl() + "/models");
        HttpRequest wrongKey =
                HttpRequest.newBuilder(models).header("x-goog-api-key", "wrong").build();
        HttpRequest wrongToken = HttpRequest.newBuilder(models)
                .header("Authorization", "Bearer wrong")
                .build();

        HttpResponse<String> none = client.send(HttpRequest.newBuilder(models).build());
        assertThat(none.statusCode()).isEqualTo(403);
        assertThat(message(none)).startsWith("Method doesn't allow unregistered callers");
        HttpResponse<String> key = client.send(wrongKey);
        assertThat(key.statusCode()).isEqualTo(400);
        JsonNode error = parse(key.body()).get("error");
        assertThat(error.get("message").asText()).isEqualTo("API key not valid. Please pass a valid API key.");
        assertThat(error.at("/details/0/reason").asText()).isEqualTo("API_KEY_INVALID");
        assertThat(error.at("/details/1/@type").asText()).endsWith("LocalizedMessage");
        HttpResponse<String> token = client.send(wrongToken);
        assertThat(token.statusCode()).isEqualTo(401);
        assertThat(parse(token.body()).at("/error/details/0/reason").asText())
                .isEqualTo("ACCESS_TOKEN_TYPE_UNSUPPORTED");
        assertThat(gemini.violations()).extracting(Violation::status).containsExactly(403, 400, 401);
    }

    @Test
    void retiredAndUnknownModelsAreNotFound() throws Exception {
        HttpResponse<String> response =
                client.post("/models/gemini-2.0-flash:streamGenerateContent?alt=sse", says("Hello"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(parse(response.body()).at("/error/status").asText()).isEqualTo("NOT_FOUND");
        assertThat(message(response))
                .isEqualTo("models/gemini-2.0-flash is not found for API version v1beta, or is not"
                        + " supported for generateContent. Call ListModels to see the list"
                        + " of available models and their supported methods.");
        assertThat(client.post("/models/text-embedding-004:embedContent", "{}").statusCode())
                .isEqualTo(404);
        assertThat(client.post("/models/gemini-3.8-flash:embedContent", "{}").statusCode())
                .isEqualTo(404);
        assertThat(client.get("/models/gemini-9").statusCode()).isEqualTo(404);
        assertThat(client.get("/nothing").statusCode()).isEqualTo(404);
        assertThat(client.get("/models/gemini-3.8-flash:generateContent").statusCode())
                .isEqualTo(404);
    }

    @Test
    void listsModelsPageByPage() throws Exception {
        JsonNode first = parse(client.get("/models?pageSize=2").body());
        String token = first.get("nextPageToken").asText();
        JsonNode second =
                parse(client.get("/models?pageSize=1000&pageToken=" + token).body());
        JsonNode one = parse(client.get("/models/gemini-3.8-flash").body());

        assertThat(first.get("models")).hasSize(2);
        assertThat(second.has("nextPageToken")).isFalse();
        assertThat(first.get("models").get(0)).isEqualTo(one);
        assertThat(one.get("name").asText()).isEqualTo("models/gemini-3.8-flash");
        assertThat(one.get("inputTokenLimit").asInt()).isEqualTo(1_048_576);
        assertThat(client.get("/models?pageSize=many").statusCode()).isEqualTo(400);
    }

    @Test
    void countsTokens() throws Exception {
        HttpResponse<String> plain = client.post("/models/gemini-3.8-flash:countTokens", says("12345678"));
        String nested = "{\"generateContentRequest\":" + says("12345678") + "}";
        HttpResponse<String> wrapped = client.post("/models/gemini-3.8-flash:countTokens", nested);

        assertThat(parse(plain.body()).get("totalTokens").asInt()).isEqualTo(2);
        assertThat(parse(plain.body()).at("/promptTokensDetails/0/modality").asText())
                .isEqualTo("TEXT");
        assertThat(wrapped.body()).isEqualTo(plain.body());
        assertThat(client.post("/models/gemini-3.8-flash:countTokens", "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void embedsTextsThatShareWordsNearEachOther() throws Exception {
        String path = "/models/gemini-embedding-001:batchEmbedContents";
        String template = "{'model':'models/gemini-embedding-001','content':{'parts':[{'text':'%s'}]},"
                + "'outputDimensionality':256}";
        String body = json("{'requests':[%s,%s,%s]}"
                .formatted(
                        template.formatted("return a broken lamp"),
                        template.formatted("how to return the broken lamp"),
                        template.formatted("gift card balance")));

        JsonNode embeddings = parse(client.post(path, body).body()).get("embeddings");
        JsonNode whole = parse(client.post(
                        "/models/gemini-embedding-001:embedContent", json("{'content':{'parts':[{'text':'lamp'}]}}"))
                .body());

        assertThat(embeddings).hasSize(3);
        assertThat(embeddings.get(0).get("values")).hasSize(256);
        assertThat(product(embeddings.get(0), embeddings.get(0))).isBetween(0.99, 1.01);
        assertThat(product(embeddings.get(0), embeddings.get(1)))
                .isGreaterThan(product(embeddings.get(0), embeddings.get(2)) + 0.3);
        assertThat(whole.at("/embedding/values")).hasSize(3072);
        assertThat(client.post(path, "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void zipsJsonForThoseWhoAcceptIt() throws Exception {
        HttpRequest request = client.request("/models")
                .header("Accept-Encoding", "gzip, deflate")
                .build();

        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());

            assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
            try (var body = new GZIPInputStream(response.body())) {
                assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("models/gemini-3.8-flash");
            }
        }
    }

    @Test
    void errorsComeWithTheirStatusAndDetails() throws Exception {
        GeminiError quota = GeminiError.quotaPerMinute("gemini-3.8-flash", 2, Duration.ofMillis(56_185));
        gemini.script(
                GeminiReply.error(quota),
                GeminiReply.error(GeminiError.overloaded()),
                GeminiReply.foreign(502, "text/html", "<html>Bad gateway</html>"));

        HttpResponse<String> tooMany = client.streamed(says("Hello"));
        HttpResponse<String> overloaded = client.post("/models/gemini-3.8-flash:streamGenerateContent", says("Hello"));
        HttpResponse<String> proxy = client.generate(says("Hello"));

        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValue("Retry-After")).isEmpty();
        assertThat(tooMany.body()).doesNotStartWith("data:");
        JsonNode details = parse(tooMany.body()).at("/error/details");
        assertThat(details.at("/0/violations/0/quotaValue").asText()).isEqualTo("2");
        assertThat(details.at("/2/retryDelay").asText()).isEqualTo("56.185s");
        assertThat(message(tooMany)).endsWith("Please retry in 56.185000000s.");
        assertThat(overloaded.statusCode()).isEqualTo(503);
        assertThat(parse(overloaded.body()).at("/0/error/status").asText()).isEqualTo("UNAVAILABLE");
        assertThat(proxy.statusCode()).isEqualTo(502);
        assertThat(proxy.body()).isEqualTo("<html>Bad gateway</html>");
        assertThat(gemini.violations()).isEmpty();
    }

    @Test
    void failsCallsThatHaveNoScript() throws Exception {
        gemini.failNext(GeminiOperation.EMBED_CONTENT, GeminiError.internal());
        String body = json("{'content':{'parts':[{'text':'lamp'}]}}");
        HttpRequest request = client.request("/models/gemini-embedding-001:embedContent")
                .POST(BodyPublishers.ofString(body))
                .build();

        assertThat(client.send(request).statusCode()).isEqualTo(500);
        assertThat(client.send(request).statusCode()).isEqualTo(200);
    }

    private static double product(JsonNode a, JsonNode b) {
        double sum = 0;
        for (int i = 0; i < a.get("values").size(); i++) {
            sum += a.get("values").get(i).asDouble() * b.get("values").get(i).asDouble();
        }
        return sum;
    }
}
