package io.attendant.assistant.guard.claims;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.shared.Json;
import io.attendant.shared.wording.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** True and false sentences with what was known when they were said, one a line. */
final class Corpus {
    private static final Path FOLDER = Path.of("src/test/resources/claims");

    private Corpus() {}

    /** @param about what the sentence is about, in its author's words */
    record Case(String id, Language language, String sentence, boolean truth, String about, Evidence evidence) {}

    /** @param half {@code tuning} or {@code heldout} */
    static List<Case> read(String half) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> chosen = files.filter(
                            file -> file.getFileName().toString().startsWith(half + "-"))
                    .sorted()
                    .toList();
            for (Path file : chosen) {
                for (String line : Files.readAllLines(file)) {
                    cases.add(read(Json.mapper().readTree(line)));
                }
            }
        }
        return cases;
    }

    private static Case read(JsonNode line) {
        Evidence.Builder evidence = Evidence.builder(
                        LocalDate.parse(line.path("today").asText()),
                        line.path("currency").asText())
                .configured(line.path("shop").asText())
                .ticket(line.path("ticket").asBoolean());
        line.path("tools")
                .forEach(tool -> evidence.toolResult(
                        tool.path("tool").asText(),
                        tool.path("arguments").toString(),
                        tool.path("result").toString()));
        line.path("shopper").forEach(text -> evidence.shopper(text.asText()));
        return new Case(
                line.path("id").asText(),
                Language.of(line.path("language").asText()).orElseThrow(),
                line.path("sentence").asText(),
                line.path("truth").asBoolean(),
                line.path("about").asText(),
                evidence.build());
    }
}
