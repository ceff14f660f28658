package io.attendant.testsupport.gemini;

import io.attendant.testsupport.gemini.protocol.GeminiError;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Runs the emulator alone, for demos and load tests. The clerk answers.
 *
 * <pre>--port 8089 --model gemini-3.8-flash --chunk-delay-ms 20 --error-rate 0.0 --seed 1
 * --api-key emulator-key</pre>
 */
public final class GeminiEmulatorMain {

    private static final int KEEP_REQUESTS = 100;
    private static final Set<String> OPTIONS =
            Set.of("port", "model", "chunk-delay-ms", "error-rate", "seed", "api-key");

    private GeminiEmulatorMain() {}

    public static void main(String[] args) throws InterruptedException {
        Map<String, String> options;
        GeminiEmulator emulator;
        try {
            options = parse(args);
            emulator = start(options);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        announce(emulator, options.getOrDefault("model", "gemini-3.8-flash"), System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(emulator::close));
        Thread.currentThread().join();
    }

    /**
     * The options by name.
     *
     * @throws IllegalArgumentException when one is unknown or lacks its value
     */
    static Map<String, String> parse(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i].replaceFirst("^--", "");
            if (!OPTIONS.contains(name) || !args[i].startsWith("--") || i + 1 == args.length) {
                throw new IllegalArgumentException(
                        "Unknown option or missing value: %s. Options: %s".formatted(args[i], new TreeSet<>(OPTIONS)));
            }
            options.put(name, args[i + 1]);
        }
        return options;
    }

    /**
     * Starts an emulator as the options say.
     *
     * @throws IllegalArgumentException when a value is out of range
     */
    static GeminiEmulator start(Map<String, String> options) {
        long seed = Long.parseLong(options.getOrDefault("seed", "1"));
        double errorRate = Double.parseDouble(options.getOrDefault("error-rate", "0"));
        if (!(errorRate >= 0 && errorRate <= 1)) {
            throw new IllegalArgumentException("--error-rate must be within 0 and 1");
        }
        long delay = Long.parseLong(options.getOrDefault("chunk-delay-ms", "0"));
        GeminiEmulator.Builder builder = GeminiEmulator.builder()
                .port(Integer.parseInt(options.getOrDefault("port", "8089")))
                .seed(seed)
                .chunkDelay(Duration.ofMillis(delay))
                .keepRequests(KEEP_REQUESTS)
                .onViolation(violation -> System.err.println("refused: " + violation));
        if (options.containsKey("model")) {
            builder.model(options.get("model"));
        }
        if (options.containsKey("api-key")) {
            builder.apiKey(options.get("api-key"));
        }
        GeminiEmulator emulator = builder.start();
        if (errorRate > 0) {
            emulator.script(request -> sometimesAnError(request, errorRate, seed));
        }
        return emulator;
    }

    static void announce(GeminiEmulator emulator, String model, PrintStream out) {
        out.println("Gemini emulator listens at " + emulator.baseUrl());
        out.println("GEMINI_BASE_URL=" + emulator.baseUrl());
        out.println("GEMINI_API_KEY=" + emulator.apiKey());
        out.println("ATTENDANT_GEMINI_MODEL_ID=" + model);
        out.flush();
    }

    /** The n-th request fails or not by the seed alone, in whatever order they are served. */
    private static GeminiReply sometimesAnError(GeminiRequest request, double errorRate, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 31 + request.sequence());
        if (random.nextDouble() >= errorRate) {
            return null;
        }
        List<GeminiError> errors = List.of(
                GeminiError.overloaded(),
                GeminiError.internal(),
                GeminiError.quotaPerMinute(request.model(), 10, Duration.ofSeconds(1)));
        return GeminiReply.error(errors.get(random.nextInt(errors.size())));
    }
}
