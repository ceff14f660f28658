package io.attendant.packaged;

import static io.attendant.testsupport.gemini.GeminiReply.chunks;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.PackagedApp;
import io.attendant.testsupport.ServerEvents;
import io.attendant.testsupport.TestDatabase;
import io.attendant.testsupport.gemini.Gate;
import io.attendant.testsupport.gemini.GeminiEmulator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A conversation outlives the process that served it. */
class RestartIT {

    @Test
    void conversationGoesOnAfterTheProcessWasKilledInTheMiddleOfATurn() throws Exception {
        Gate gate = new Gate();
        try (EmbeddedPostgres database = TestDatabase.start();
                GeminiEmulator gemini = GeminiEmulator.start()) {
            Map<String, String> environment = PackagedApp.demoOn(database);
            environment.put("GEMINI_BASE_URL", gemini.baseUrl());
            environment.put("GEMINI_API_KEY", gemini.apiKey());
            gemini.script(text("Hello Mia."), chunks("Alpha. ").thenHold(gate).thenText("Beta."), text("Still here."));

            String id;
            Map<String, String> headers;
            PackagedApp first = PackagedApp.start(environment);
            try {
                Attendant.Chat chat = first.client().guest();
                id = chat.id();
                headers = chat.headers();
                chat.ask("I am Mia");
                try (ServerEvents events = chat.stream(Map.of("text", "Count"))) {
                    events.next("text.delta");
                    gate.reached().get(10, SECONDS);
                    first.kill();
                }
            } finally {
                first.close();
                gate.release();
            }

            try (PackagedApp second = PackagedApp.start(environment)) {
                Attendant.Chat chat = second.client().new Chat(id, headers);
                JsonNode answer = chat.ask("Are you there?").json();

                assertThat(answer.path("reply").asText()).isEqualTo("Still here.");
                JsonNode messages = chat.transcript().path("messages");
                assertThat(messages.findValuesAsText("text"))
                        .containsExactly("I am Mia", "Hello Mia.", "Count", "Alpha.", "Are you there?", "Still here.");
                assertThat(messages.path(3).path("failure").path("code").asText())
                        .isEqualTo("turn_interrupted");
                assertThat(gemini.requests().getLast().userTexts()).containsExactly("I am Mia", "Are you there?");
                assertThat(gemini.violations()).isEmpty();
            }
        }
    }
}
