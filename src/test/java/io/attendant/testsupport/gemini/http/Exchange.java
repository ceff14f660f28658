package io.attendant.testsupport.gemini.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One request with its answer. Every write is flushed at once, so the client sees each chunk when
 * it is written.
 */
public final class Exchange {

    private enum State {
        OPEN,
        ENDING,
        LOST
    }

    private final RawRequest request;
    private final Socket socket;
    private final OutputStream out;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private final CompletableFuture<Void> clientClosed = new CompletableFuture<>();
    private final CompletableFuture<Void> lost = new CompletableFuture<>();
    private boolean started;
    private boolean reusable;

    Exchange(RawRequest request, Socket socket, OutputStream out) {
        this.request = request;
        this.socket = socket;
        this.out = out;
    }

    public RawRequest request() {
        return request;
    }

    /** Completes when the client closed the connection before the answer was complete. */
    public CompletableFuture<Void> clientClosed() {
        return clientClosed;
    }

    /** Sends a whole answer. */
    public void send(int status, Map<String, String> headers, byte[] body) throws IOException {
        ending();
        reusable = request.persistent();
        writeHead(status, headers, "Content-Length: " + body.length);
        write(body);
    }

    /** Announces the whole body, sends only the first bytes of it and resets the connection. */
    public void sendPartAndCut(int status, Map<String, String> headers, byte[] body, int bytes) throws IOException {
        ending();
        writeHead(status, headers, "Content-Length: " + body.length);
        byte[] part = new byte[bytes];
        System.arraycopy(body, 0, part, 0, bytes);
        write(part);
        cut();
    }

    /** Sends the head of an answer of unknown length. */
    public BodyStream open(int status, Map<String, String> headers) throws IOException {
        boolean chunked = request.http11();
        writeHead(status, headers, chunked ? "Transfer-Encoding: chunked" : "Connection: close");
        write(new byte[0]);
        return new BodyStream(chunked);
    }

    /** Resets the connection: the client sees an error, not an end. */
    public void cut() throws IOException {
        state.compareAndSet(State.OPEN, State.ENDING);
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Closes the connection in the middle of the answer, without a reset. */
    public void hangUp() throws IOException {
        state.compareAndSet(State.OPEN, State.ENDING);
        socket.close();
    }

    /**
     * Waits for the signal.
     *
     * @throws ConnectionLostException when the connection ends first
     */
    public void await(CompletableFuture<?> signal) throws IOException {
        CompletableFuture.anyOf(signal, lost).join();
        if (!signal.isDone()) {
            throw new ConnectionLostException(null);
        }
    }

    /** Waits until the connection ends. */
    public void awaitLoss() throws IOException {
        await(new CompletableFuture<>());
    }

    /**
     * Lets the time pass.
     *
     * @throws ConnectionLostException when the connection ends within it
     */
    public void pause(Duration duration) throws IOException {
        try {
            lost.get(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionLostException(e);
        } catch (ExecutionException e) {
            throw new ConnectionLostException(e);
        }
        throw new ConnectionLostException(null);
    }

    boolean started() {
        return started;
    }

    boolean reusable() {
        return reusable;
    }

    void clientGone() {
        if (state.compareAndSet(State.OPEN, State.LOST)) {
            clientClosed.complete(null);
            lost.complete(null);
        }
    }

    void serverGone() {
        state.compareAndSet(State.OPEN, State.LOST);
        lost.complete(null);
    }

    /** From here on a client that closes the connection has the whole answer and may do so. */
    private void ending() throws IOException {
        if (!state.compareAndSet(State.OPEN, State.ENDING)) {
            throw new ConnectionLostException(null);
        }
    }

    private void writeHead(int status, Map<String, String> headers, String framing) throws IOException {
        StringBuilder head = new StringBuilder(512);
        head.append("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(reason(status))
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append(framing).append("\r\n");
        if (!request.persistent() && !framing.startsWith("Connection")) {
            head.append("Connection: close\r\n");
        }
        head.append("\r\n");
        started = true;
        guarded(() -> out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void write(byte[] bytes) throws IOException {
        guarded(() -> {
            out.write(bytes);
            out.flush();
        });
    }

    private void guarded(Write write) throws IOException {
        if (state.get() == State.LOST) {
            throw new ConnectionLostException(null);
        }
        try {
            write.run();
        } catch (IOException e) {
            clientGone();
            throw new ConnectionLostException(e);
        }
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Status";
        };
    }

    private interface Write {
        void run() throws IOException;
    }

    /** The body of an answer that is sent piece by piece. */
    public final class BodyStream {

        private final boolean chunked;

        private BodyStream(boolean chunked) {
            this.chunked = chunked;
        }

        /** Sends one piece as an HTTP chunk of its own. */
        public void write(byte[] piece) throws IOException {
            if (piece.length == 0) {
                return;
            }
            guarded(() -> writeFramed(piece));
        }

        /** Sends the last piece, which may be empty, and ends the body. */
        public void end(byte[] lastPiece) throws IOException {
            ending();
            reusable = chunked && request.persistent();
            guarded(() -> {
                if (lastPiece.length > 0) {
                    writeFramed(lastPiece);
                }
                if (chunked) {
                    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                out.flush();
            });
        }

        private void writeFramed(byte[] piece) throws IOException {
            if (chunked) {
                String size = Integer.toHexString(piece.length) + "\r\n";
                out.write(size.getBytes(StandardCharsets.US_ASCII));
                out.write(piece);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            } else {
                out.write(piece);
            }
            out.flush();
        }
    }
}
