package io.attendant.testsupport.retail;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.Attendant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A conversation of the retail data, as the tool calls that solve it, and the rows it leaves changed.
 *
 * @param request the shopper's wish in words; empty for what is only a series of calls
 * @param after the whole row of everything that changed, by kind and id
 */
public record ReplayCase(
        String id, String customerId, String request, List<Step> steps, Map<String, Map<String, JsonNode>> after) {

    /** @param refused the codes of which one must be the answer; empty if the call must go through */
    public record Step(String tool, JsonNode arguments, boolean write, List<String> refused) {
        static Step of(JsonNode json) {
            List<String> refused = new ArrayList<>();
            json.path("refused").forEach(code -> refused.add(code.asText()));
            return new Step(
                    json.path("tool").asText(),
                    json.path("args"),
                    json.path("write").asBoolean(),
                    refused);
        }
    }

    public static List<ReplayCase> all() {
        return Stream.of("replay-train.jsonl", "replay-dev.jsonl", "refusals.jsonl", "policy.jsonl")
                .flatMap(file -> lines(file).stream())
                .map(ReplayCase::of)
                .toList();
    }

    public long writes() {
        return steps.stream().filter(Step::write).count();
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(RetailData.folder().resolve(file)).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReplayCase of(String line) {
        try {
            JsonNode json = Attendant.JSON.readTree(line);
            List<Step> steps = new ArrayList<>();
            json.path("steps").forEach(step -> steps.add(Step.of(step)));
            json.path("setup").forEach(step -> steps.add(Step.of(step)));
            if (json.has("call")) {
                steps.add(Step.of(json.path("call")));
            }
            Map<String, Map<String, JsonNode>> after = new LinkedHashMap<>();
            for (String kind : List.of("orders", "customers")) {
                Map<String, JsonNode> rows = new LinkedHashMap<>();
                json.path("after").path(kind).properties().forEach(row -> rows.put(row.getKey(), row.getValue()));
                after.put(kind, rows);
            }
            return new ReplayCase(
                    json.path("id").asText(),
                    json.path("customerId").asText(),
                    json.path("request").asText(),
                    steps,
                    after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
