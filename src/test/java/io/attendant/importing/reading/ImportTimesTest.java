package io.attendant.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTimesTest {
    private static final Instant NOW = Instant.parse("2026-03-15T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "now, 2026-03-15T10:00:00Z",
        "now-P12DT5H, 2026-03-03T05:00:00Z",
        "now+P2D, 2026-03-17T10:00:00Z",
        "now-PT30M, 2026-03-15T09:30:00Z",
        "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00+01:00, 2026-01-31T11:00:00Z"
    })
    void readsTimesRelativeToAGivenPresent(String text, Instant time) throws JsonProcessingException {
        assertThat(read(ImportTimes.relativeTo(NOW), text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "now-",
                "now-12D",
                "now*P1D",
                "nowP1D",
                "now-P1Y",
                "now+P99999999999999D",
                "2026-01-31",
                "2026-01-31T12:00:00",
                "2026-02-30T12:00:00Z",
                "+1000000000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatExceptionOfType(JsonMappingException.class).isThrownBy(() -> read(ImportTimes.relativeTo(NOW), text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "now-P1D"})
    void onlyTheDemoShopHasAPresent(String text) {
        assertThatExceptionOfType(JsonMappingException.class).isThrownBy(() -> read(ImportTimes.absolute(), text));
    }

    private static Instant read(ImportTimes times, String text) throws JsonProcessingException {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new SimpleModule().addDeserializer(Instant.class, times))
                .build();
        return mapper.readValue(mapper.writeValueAsString(text), Instant.class);
    }
}
