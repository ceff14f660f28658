package io.attendant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An owner asks how the local assistant takes a message. */
@QuarkusTest
class UnderstandTest extends ApplicationTest {
    private Attendant.Answer understand(Map<String, String> request) {
        return attendant.post("/api/admin/understand", request, Attendant.bearer(attendant.token("owner", "admin")));
    }

    @Test
    void saysWhatItReads() {
        JsonNode read = understand(
                        Map.of("text", "Bitte storniert meine Bestellung #A1001, ich brauche sie nicht mehr"))
                .json();

        assertThat(read.path("language").asText()).isEqualTo("de");
        assertThat(read.path("intent").asText()).isEqualTo("cancel_order");
        assertThat(read.path("confidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(read.path("alternatives").isArray()).isTrue();
        assertThat(read.path("slots").path("orderId").asText()).isEqualTo("#A1001");
        assertThat(read.path("slots").path("particulars").path("reason").asText())
                .isEqualTo("NO_LONGER_NEEDED");
    }

    @Test
    void keepsTheConversationsLanguageForAMessageWithoutOne() {
        assertThat(understand(Map.of("text", "#A1001", "locale", "pl-PL"))
                        .json()
                        .path("language")
                        .asText())
                .isEqualTo("pl");
    }

    @Test
    void likeEveryMessageItHasToBeOne() {
        assertThat(understand(Map.of("text", "  ")).code()).isEqualTo("message_empty");
        assertThat(understand(Map.of("text", "x".repeat(4_001))).code()).isEqualTo("message_too_long");
        assertThat(understand(Map.of("text", "a\u0000b")).code()).isEqualTo("invalid_text");
        assertThat(understand(Map.of("text", "hi", "locale", "no locale!")).status())
                .isEqualTo(400);
    }
}
