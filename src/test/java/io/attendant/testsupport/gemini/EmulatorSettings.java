package io.attendant.testsupport.gemini;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * How an emulator behaves.
 *
 * @param port 0 for a free one
 * @param models chat models beside the known ones
 * @param strictTurns whether all responses to parallel calls must be in one content
 * @param clerk whether requests without a script are answered
 * @param chunkDelay the pause before each chunk; zero in tests
 * @param keepRequests how many requests and violations are remembered
 * @param onViolation told of each violation as it happens
 */
record EmulatorSettings(
        int port,
        String apiKey,
        String accessToken,
        List<String> models,
        long seed,
        boolean strictTurns,
        boolean clerk,
        Duration chunkDelay,
        int keepRequests,
        Consumer<Violation> onViolation) {}
