package io.attendant.assistant.local.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.shared.Json;
import io.attendant.shared.wording.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionWordsTest {
    private static final Glossary GLOSSARY = Glossary.load();
    private static final List<JsonNode> SHIRTS = variants("""
            {"variants":[{"options":{"color":"blue","size":"M"}},{"options":{"color":"dark blue","size":"S"}},
            {"options":{"color":"red","size":"XL"}}]}""");
    private static final List<JsonNode> GLASSES = variants("""
            {"variants":[{"options":{"frame color":"black","lens color":"green","waterproof":"no"}},
            {"options":{"frame color":"brown","lens color":"black","waterproof":"yes"}}]}""");
    private static final List<JsonNode> BOTTLES = variants("""
            {"variants":[{"options":{"capacity":"0.75 L"}},{"options":{"capacity":"1.5L"}},{"options":{"capacity":"20,000 mAh"}},
            {"options":{"capacity":"500 ml"}}]}""");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | the red one          | color | red
            en | in BLUE please       | color | blue
            en | dark blue            | color | dark blue
            en | size M               | size  | M
            en | XL                   | size  | XL
            en | m                    | size  | M
            de | in Rot               | color | red
            fr | en rouge             | color | red
            es | la roja              | color | red
            it | quella rossa         | color | red
            pt | o vermelho           | color | red
            nl | de rode              | color | red
            pl | czerwona             | color | red
            """)
    void findsOptionsByTheirNames(Language language, String text, String option, String value) {
        assertThat(in(text, language, SHIRTS)).isEqualTo(Map.of(option, Set.of(value)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I'm not sure
            it's for my son
            no thanks
            """)
    void wordsOfAnySentenceAreNoOptions(String text) {
        assertThat(in(text, Language.en, SHIRTS)).isEmpty();
        assertThat(in(text, Language.en, GLASSES)).isEmpty();
    }

    @Test
    void theNameOfAnOptionTellsWhoseAValueIs() {
        assertThat(in("lens color black", Language.en, GLASSES)).isEqualTo(Map.of("lens color", Set.of("black")));
        assertThat(in("frame black and waterproof yes", Language.en, GLASSES))
                .isEqualTo(Map.of("frame color", Set.of("black"), "waterproof", Set.of("yes")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0,75 l         | 0.75 L
            1.5 liters     | 1.5L
            20000mAh       | 20,000 mAh
            20.000 mAh     | 20,000 mAh
            500ml          | 500 ml
            """)
    void measuresAreTheSameInEveryWriting(String text, String value) {
        assertThat(in(text, Language.en, BOTTLES)).isEqualTo(Map.of("capacity", Set.of(value)));
    }

    @Test
    void aPartOfAValueMeansAllThatHaveIt() {
        List<JsonNode> pans = variants("""
                {"variants":[{"options":{"finish":"natural oak"}},{"options":{"finish":"smoked oak"}},{"options":{"finish":"walnut"}}]}""");

        assertThat(in("oak", Language.en, pans)).isEqualTo(Map.of("finish", Set.of("natural oak", "smoked oak")));
        assertThat(in("smoked", Language.en, pans)).isEqualTo(Map.of("finish", Set.of("smoked oak")));
    }

    private static Map<String, Set<String>> in(String text, Language language, List<JsonNode> variants) {
        return OptionWords.in(Heard.of(text, language, GLOSSARY, List.of()), variants);
    }

    private static List<JsonNode> variants(String product) {
        return Results.list(Json.read(product, JsonNode.class), "variants");
    }
}
