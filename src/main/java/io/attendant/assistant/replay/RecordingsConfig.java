package io.attendant.assistant.replay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long it is kept what turns took in from outside. */
@ConfigMapping(prefix = "attendant.recordings")
public interface RecordingsConfig {
    /** From the end of a turn to the deletion of its recording; with 0 nothing is recorded, and what there is is deleted. */
    @WithDefault("30d")
    Duration retention();
}
