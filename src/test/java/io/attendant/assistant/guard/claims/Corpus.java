package io.attendant.assistant.guard.claims;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.shared.Json;
import io.attendant.shared.wording.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * True and false sentences with what was known when they were said, one a line. A line may define what was known under a name,
 * for the lines after it that tell the name as their context.
 */
final class Corpus {
    private static final Path FOLDER = Path.of("src/test/resources/claims");

    private Corpus() {}

    /** @param about what the sentence is about, in its author's words */
    record Case(String id, Language language, String sentence, boolean truth, String about, Evidence evidence) {}

    /** @param half {@code tuning}, {@code own}, {@code read} or {@code heldout} */
    static List<Case> read(String half) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> chosen = files.filter(
                            file -> file.getFileName().toString().startsWith(half + "-"))
                    .sorted()
                    .toList();
            for (Path file : chosen) {
                Map<String, JsonNode> known = new HashMap<>();
                for (String text : Files.readAllLines(file)) {
                    JsonNode line = Json.mapper().readTree(text);
                    if (line.has("define")) {
                        known.put(line.path("define").asText(), line);
                    } else {
                        cases.add(read(
                                line, known.getOrDefault(line.path("context").asText(), line)));
                    }
                }
            }
        }
        return cases;
    }

    private static Case read(JsonNode line, JsonNode known) {
        Evidence.Builder evidence = Evidence.builder(
                        LocalDate.parse(known.path("today").asText()),
                        known.path("currency").asText())
                .configured(known.path("shop").asText())
                .ticket(known.path("ticket").asBoolean());
        known.path("tools")
                .forEach(tool -> evidence.toolResult(
                        tool.path("tool").asText(),
                        tool.path("arguments").toString(),
                        tool.path("result").toString()));
        known.path("shopper").forEach(text -> evidence.shopper(text.asText()));
        return new Case(
                line.path("id").asText(),
                Language.of(line.path("language").asText()).orElseThrow(),
                line.path("sentence").asText(),
                line.path("truth").asBoolean(),
                line.path("about").asText(),
                evidence.build());
    }
}
