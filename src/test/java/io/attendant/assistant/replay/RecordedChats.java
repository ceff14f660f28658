package io.attendant.assistant.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.Attendant;
import java.util.List;
import java.util.Map;

/** What was recorded of conversations, as the shop's owner gets it. */
final class RecordedChats {
    private final Attendant attendant;
    private final Map<String, String> admin;
    private final ReplayRunner runner;

    RecordedChats(Attendant attendant, ReplayRunner runner) {
        this.attendant = attendant;
        this.admin = Attendant.bearer(attendant.token("owner", "admin"));
        this.runner = runner;
    }

    /** The exported file, line by line. */
    List<String> lines(Attendant.Chat chat) {
        Attendant.Answer file = attendant.get(path(chat) + "/recording", admin);
        assertThat(file.status()).as(file.text()).isEqualTo(200);
        assertThat(file.contentType()).startsWith("application/x-ndjson");
        return file.text().lines().toList();
    }

    List<TurnRecording> turns(Attendant.Chat chat) {
        return read(lines(chat));
    }

    static List<TurnRecording> read(List<String> lines) {
        return lines.stream().map(TurnRecording::ofJson).toList();
    }

    Attendant.Answer replayed(Attendant.Chat chat) {
        return attendant.post(path(chat) + "/replay", Map.of(), admin);
    }

    /** Runs the conversation again, from what the owner would have on another machine, and expects the same. */
    List<TurnRecording> assertSame(Attendant.Chat chat, int turns) {
        List<TurnRecording> recorded = turns(chat);
        assertThat(recorded).hasSize(turns);
        Replay replay = runner.replay(recorded);
        assertThat(replay.firstDifference()).isEmpty();
        assertThat(replay.turns()).extracting(Replay.Turn::same).doesNotContain(false);
        assertThat(replay.hash()).isEqualTo(hash(recorded));
        return recorded;
    }

    /** What the hash of a replay must be. */
    static String hash(List<TurnRecording> recorded) {
        return Fingerprints.of(recorded.stream().map(TurnRecording::hash).toList());
    }

    private static String path(Attendant.Chat chat) {
        return "/api/admin/conversations/" + chat.id();
    }
}
