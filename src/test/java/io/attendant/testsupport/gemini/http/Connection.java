package io.attendant.testsupport.gemini.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One client connection. Its thread does nothing but read: while an answer is being written it
 * waits for the next request's first byte, and thereby sees at once when the client has gone.
 */
final class Connection implements Runnable {

    private static final Logger LOG = System.getLogger(Connection.class.getName());

    private static final String BAD_REQUEST =
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final Socket socket;
    private final ExchangeHandler handler;
    private volatile Exchange current;
    private volatile boolean idle = true;
    private volatile boolean last;

    Connection(Socket socket, ExchangeHandler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
            serve(in, out);
        } catch (BadHttpException e) {
            LOG.log(Level.WARNING, "request refused: {0}", e.getMessage());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "connection ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() throws IOException {
        Exchange exchange = current;
        if (exchange != null) {
            exchange.serverGone();
        }
        socket.close();
    }

    /** Ends the connection, after the answer that is being given on it. */
    void closeAfterAnswer() throws IOException {
        last = true;
        if (idle) {
            socket.close();
        }
    }

    private void serve(InputStream in, OutputStream out) throws IOException, InterruptedException {
        RequestParser parser = new RequestParser(in, out);
        while (true) {
            RawRequest request = nextRequest(parser, out);
            if (request == null) {
                return;
            }
            Exchange exchange = new Exchange(request, socket, out);
            current = exchange;
            idle = false;
            Thread worker = Thread.ofVirtual().start(() -> answer(exchange));
            boolean more = awaitNextByte(in);
            if (!more) {
                exchange.clientGone();
            }
            worker.join();
            if (!more) {
                return;
            }
        }
    }

    private static RawRequest nextRequest(RequestParser parser, OutputStream out) throws IOException {
        try {
            return parser.next();
        } catch (BadHttpException e) {
            out.write(BAD_REQUEST.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            throw e;
        }
    }

    private void answer(Exchange exchange) {
        try {
            try {
                handler.handle(exchange);
            } catch (ConnectionLostException e) {
                LOG.log(Level.DEBUG, "the client did not wait for the answer", e);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "the handler failed", e);
                if (!exchange.started()) {
                    exchange.send(500, Map.of(), new byte[0]);
                }
            }
            idle = true;
            if (last || !exchange.reusable()) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the answer could not be sent", e);
        }
    }

    /** Whether another byte came; false when the connection has ended. */
    private static boolean awaitNextByte(InputStream in) {
        try {
            in.mark(1);
            if (in.read() < 0) {
                return false;
            }
            in.reset();
            return true;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "connection ended while waiting for the next request", e);
            return false;
        }
    }
}
