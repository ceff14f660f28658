package io.attendant.testsupport.gemini.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoopbackServerTest {

    private final BlockingQueue<RawRequest> requests = new LinkedBlockingQueue<>();
    private final LoopbackServer server = LoopbackServer.start(0, this::echo);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void keepsAConnectionForSeveralRequests() throws Exception {
        String answer = exchange("GET /a%20b?x=1&y=%26&z HTTP/1.1\r\nHost: h\r\nA: 1\r\nA: 2\r\n\r\n"
                + "POST /c HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello"
                + "GET /d HTTP/1.1\r\nConnection: close\r\n\r\n");

        assertThat(answer.split("HTTP/1.1 200 OK")).hasSize(4);
        assertThat(answer).contains("Connection: close");
        RawRequest first = requests.poll(5, SECONDS);
        assertThat(first.path()).isEqualTo("/a b");
        assertThat(first.query()).isEqualTo(Map.of("x", "1", "y", "&", "z", ""));
        assertThat(first.header("a")).hasValue("1,2");
        assertThat(requests.poll(5, SECONDS).body()).isEqualTo("hello".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsChunkedBodiesAndAllowsTheClientToGoOn() throws Exception {
        String answer = exchange("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n"
                + "Connection: close\r\n\r\n"
                + "5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nTrailer: t\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK");
        assertThat(requests.poll(5, SECONDS).body()).isEqualTo("hello world".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void speaksToOldClientsWithoutChunks() throws Exception {
        String answer = exchange("GET /stream HTTP/1.0\r\n\r\n");

        assertThat(answer).doesNotContain("Transfer-Encoding").endsWith("\r\n\r\nab");
    }

    @Test
    void streamsInChunks() throws Exception {
        String answer = exchange("GET /stream HTTP/1.1\r\nConnection: close\r\n\r\n");

        assertThat(answer).endsWith("\r\n\r\n1\r\na\r\n1\r\nb\r\n0\r\n\r\n");
    }

    @Test
    void refusesWhatIsNoHttp() throws Exception {
        assertThat(exchange("hello\r\n\r\n")).startsWith("HTTP/1.1 400 Bad Request");
        assertThat(exchange("GET /%zz HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(exchange("GET / HTTP/1.1\r\nnocolon\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(exchange("POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(requests).isEmpty();
    }

    @Test
    void aFailingHandlerIsAnInternalError() throws Exception {
        String answer = exchange("GET /fail HTTP/1.1\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 500");
    }

    private void echo(Exchange exchange) throws IOException {
        RawRequest request = exchange.request();
        requests.add(request);
        switch (request.path()) {
            case "/fail" -> throw new IllegalStateException("as asked");
            case "/stream" -> {
                Exchange.BodyStream body = exchange.open(200, Map.of());
                body.write("a".getBytes(StandardCharsets.UTF_8));
                body.end("b".getBytes(StandardCharsets.UTF_8));
            }
            default -> exchange.send(200, Map.of("X-Path", request.path()), request.body());
        }
    }

    /** Sends bytes and reads until the server closes the connection. */
    private String exchange(String bytes) throws IOException {
        URI origin = URI.create(server.origin());
        try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
