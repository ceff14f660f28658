package io.attendant.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Attendant as it is shipped, in a process of its own: the native binary where one was built, else the jar. */
public final class PackagedApp implements AutoCloseable {
    private static final Path TARGET = Path.of(System.getProperty("project.build.directory", "target"));
    private static final int START_SECONDS = 90;

    private final Process process;
    private final int port;
    private final List<String> log = new ArrayList<>();
    private final CompletableFuture<Boolean> listening = new CompletableFuture<>();

    private PackagedApp(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** What every run on this database needs: the demo profile, and where the database is. */
    public static Map<String, String> demoOn(EmbeddedPostgres database) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_PROFILE", "demo");
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres");
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
        return environment;
    }

    /** Starts it and waits until it listens. */
    public static PackagedApp start(Map<String, String> environment) {
        PackagedApp app = launch(environment);
        try {
            if (!app.listening.get(START_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it ended before it listened:\n" + String.join("\n", app.log()));
            }
            return app;
        } catch (Exception e) {
            app.close();
            throw new IllegalStateException("it did not start:\n" + String.join("\n", app.log()), e);
        }
    }

    /** Starts it and returns at once; see {@link #exitCode}. */
    public static PackagedApp launch(Map<String, String> environment) {
        try {
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
            builder.environment()
                    .keySet()
                    .removeIf(name ->
                            name.startsWith("QUARKUS_") || name.startsWith("ATTENDANT_") || name.startsWith("GEMINI_"));
            builder.environment().putAll(environment);
            builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
            builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
            PackagedApp app = new PackagedApp(builder.start(), port);
            Thread.ofVirtual().start(app::readLog);
            return app;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command() throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner") && Files.isExecutable(file))
                    .findFirst()
                    .map(binary -> List.of(binary.toAbsolutePath().toString()))
                    .orElseGet(() -> List.of(
                            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                            "-jar",
                            TARGET.resolve("quarkus-app/quarkus-run.jar")
                                    .toAbsolutePath()
                                    .toString()));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void readLog() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = lines.readLine()) != null) {
                synchronized (log) {
                    log.add(line);
                }
                if (line.contains("Listening on:")) {
                    listening.complete(true);
                }
            }
        } catch (IOException e) {
            synchronized (log) {
                log.add("log ended: " + e);
            }
        }
        listening.complete(false);
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Attendant client() {
        return new Attendant(base());
    }

    /** What it has printed so far. */
    public List<String> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** Waits for it to end by itself. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it is still running:\n" + String.join("\n", log()));
        }
        return process.exitValue();
    }

    /** Kills it without a chance to tidy up. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }
}
