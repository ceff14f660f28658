package io.attendant.assistant.replay;

import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.ActionTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.MovableClock;
import io.attendant.testsupport.MovableTime;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long recordings are kept, and what happens where there can be none. */
@QuarkusTest
@TestProfile(MovableTime.class)
class RecordingsTest extends ActionTest {
    @Inject
    Recordings recordings;

    @Inject
    MovableClock clock;

    private Attendant.Chat talk() {
        gemini.reset();
        gemini.script(text("Hello."), text("Bye."));
        Attendant.Chat chat = attendant.guest();
        assertThat(chat.ask("Hi").json().path("reply").asText()).isEqualTo("Hello.");
        return chat;
    }

    private int kept() {
        return owner.count("SELECT count(*) FROM turn_recordings");
    }

    @Test
    void deletedByAgeInManySteps() {
        Attendant.Chat chat = talk();
        owner.change("""
                INSERT INTO turns (id, conversation_id, fence, status, model, cost, started_at, finished_at)
                SELECT gen_random_uuid(), ?::uuid, 1000 + n, 'completed', 'm', 0, now(), now()
                FROM generate_series(1, 1200) n""", chat.id());
        owner.change("""
                INSERT INTO turn_recordings (turn_id, recorded_at, recording)
                SELECT id, ?::timestamptz, '{}' FROM turns WHERE fence > 1000""", clock.instant().minus(Duration.ofHours(23)).toString());
        clock.advance(Duration.ofDays(29));
        recordings.deleteOld();
        assertThat(kept()).isEqualTo(1 + 1200);

        clock.advance(Duration.ofHours(1));
        recordings.deleteOld();
        assertThat(kept()).isEqualTo(1);

        clock.advance(Duration.ofDays(1));
        recordings.deleteOld();
        assertThat(kept()).isZero();
    }

    @Test
    void goneWithTheConversation() {
        Attendant.Chat chat = talk();
        assertThat(kept()).isPositive();

        owner.change("DELETE FROM conversations WHERE id = ?::uuid", chat.id());

        assertThat(
                        owner.count(
                                "SELECT count(*) FROM turn_recordings r LEFT JOIN turns t ON t.id = r.turn_id WHERE t.id IS NULL"))
                .isZero();
    }

    @Test
    void nothingIsRecordedWithoutARetention() {
        Recordings bean = ClientProxy.unwrap(recordings);
        RecordingsConfig configured = bean.config;
        bean.config = () -> Duration.ZERO;
        try {
            talk();
            assertThat(kept()).isZero();
        } finally {
            bean.config = configured;
        }
    }

    @Test
    void aRecordingThatCanNotBeWrittenCostsNoTurn() {
        owner.change("ALTER TABLE turn_recordings ADD CONSTRAINT ck_refused CHECK (recorded_at IS NULL) NOT VALID");
        Attendant.Chat chat;
        try {
            chat = talk();
            assertThat(kept()).isZero();
        } finally {
            owner.change("ALTER TABLE turn_recordings DROP CONSTRAINT ck_refused");
        }

        assertThat(chat.ask("Bye").json().path("reply").asText()).isEqualTo("Bye.");
        assertThat(gemini.requests().getLast().userTexts()).containsExactly("Hi", "Bye");
        assertThat(chat.transcript().path("messages")).hasSize(4);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void shoppersDoNotReadThem() {
        Attendant.Chat chat = talk();
        assertThat(attendant
                        .get("/api/admin/conversations/" + chat.id() + "/recording", chat.headers())
                        .status())
                .isEqualTo(401);
        assertThat(owner.ask("SELECT has_table_privilege('attendant_shopper', 'turn_recordings', 'SELECT')"))
                .containsExactly("f");
        assertThat(attendant
                        .post(
                                "/api/admin/conversations/" + chat.id() + "/replay",
                                Map.of(),
                                Attendant.bearer(attendant.token("agnes", "agent")))
                        .status())
                .isEqualTo(403);
    }
}
