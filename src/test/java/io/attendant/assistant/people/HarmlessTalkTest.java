package io.attendant.assistant.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attendant.shared.wording.Language;
import io.attendant.shared.wording.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ordinary talk of shoppers, articles and the local assistant, none of it written for these tests. */
class HarmlessTalkTest {
    private static final PeopleTalk TALK = PeopleTalk.load();
    private static final String WISH = "[contact_human_agent]";

    @ParameterizedTest
    @EnumSource(Language.class)
    void onlyWhoeverAsksForAPersonIsHeardSo(Language language) throws IOException {
        List<String> wrong = new ArrayList<>();
        boolean wish = false;
        boolean wishes = false;
        for (String line : lines("/local/phrases." + language + ".txt")) {
            if (line.startsWith("[")) {
                wish = line.equals(WISH);
                wishes |= wish;
            } else if (TALK.asksForPerson(line) != wish) {
                wrong.add(line);
            }
        }

        assertThat(wishes).isTrue();
        assertThat(wrong).isEmpty();
    }

    @Test
    void articlesPromiseNobody() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String sentence : articles()) {
            if (TALK.saysHandingOver(sentence) || TALK.isAngry(sentence)) {
                wrong.add(sentence);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void localAssistantPromisesAPersonOnlyWhenItHandsOver(Language language) {
        Map<String, String> templates = TextFile.read("/local/templates." + language + ".properties");
        TreeSet<String> promising = new TreeSet<>();
        templates.forEach((key, text) -> {
            if (TALK.saysHandingOver(text)) {
                promising.add(key);
            }
        });

        assertThat(promising).containsExactly("person.ticket");
    }

    private static List<String> articles() throws IOException {
        List<String> sentences = new ArrayList<>();
        try (InputStream file = HarmlessTalkTest.class.getResourceAsStream("/demo/articles.json")) {
            for (JsonNode article : new ObjectMapper().readTree(file)) {
                sentences.addAll(List.of(article.path("body").asText().split("(?<=[.!?])\\s+|\\n+", -1)));
            }
        }
        assertThat(sentences).hasSizeGreaterThan(100);
        return sentences;
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream file = HarmlessTalkTest.class.getResourceAsStream(name)) {
            return Stream.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\\n", -1))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
