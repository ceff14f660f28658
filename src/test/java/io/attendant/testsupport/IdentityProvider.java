package io.attendant.testsupport;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;

/** The key set of an identity provider, on a loopback port. */
public final class IdentityProvider implements AutoCloseable {
    private static final String PATH = "/protocol/certs";

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private volatile int status;
    private volatile byte[] body;

    private IdentityProvider() {}

    public static IdentityProvider start() {
        IdentityProvider provider = new IdentityProvider();
        provider.publish();
        provider.listen(0);
        return provider;
    }

    private void listen(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PATH, exchange -> {
            requests.incrementAndGet();
            byte[] answer = body;
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(status, answer.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer);
            }
        });
        server.start();
    }

    /** These keys and no others, from now on. */
    public void publish(TokenSigner... signers) {
        JsonWebKey[] keys = Arrays.stream(signers).map(TokenSigner::jwk).toArray(JsonWebKey[]::new);
        answer(200, new JsonWebKeySet(keys).toJson());
    }

    public void answer(int newStatus, String newBody) {
        body = newBody.getBytes(StandardCharsets.UTF_8);
        status = newStatus;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /** How often anybody asked. */
    public int requests() {
        return requests.get();
    }

    /** Nobody listens any more. */
    public void goDown() {
        server.stop(0);
    }

    /** Listens again at the same address. */
    public void comeBack() {
        listen(server.getAddress().getPort());
    }

    @Override
    public void close() {
        goDown();
    }
}
