package io.attendant.testsupport.gemini.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An HTTP/1.1 server on 127.0.0.1 for fault tests. The JDK's own server neither tells when a
 * client has gone nor lets a connection be reset, and tests of a model client need both.
 */
public final class LoopbackServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LoopbackServer.class.getName());
    private static final String ADDRESS = "127.0.0.1";
    private static final int BACKLOG = 1024;

    private final int port;
    private final ExchangeHandler handler;
    private volatile ServerSocket listener;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    private LoopbackServer(ServerSocket listener, ExchangeHandler handler) {
        this.port = listener.getLocalPort();
        this.handler = handler;
        listen(listener);
    }

    /**
     * Starts to accept connections.
     *
     * @param port 0 for a free one
     * @throws UncheckedIOException when the port is taken
     */
    public static LoopbackServer start(int port, ExchangeHandler handler) {
        return new LoopbackServer(bound(port), handler);
    }

    private static ServerSocket bound(int port) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByName(ADDRESS), port), BACKLOG);
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(ServerSocket bound) {
        listener = bound;
        Thread.ofPlatform().name("gemini-emulator").daemon().start(() -> accept(bound));
    }

    /** The address without a path, such as {@code http://127.0.0.1:40123}. */
    public String origin() {
        return "http://" + ADDRESS + ":" + port;
    }

    /** Refuses connections from now on; those that are open end with the answer that is being given on them. */
    public void goDown() {
        closeQuietly(listener::close);
        connections.forEach(connection -> closeQuietly(connection::closeAfterAnswer));
    }

    /** Listens again at the same address. */
    public void comeBack() {
        listen(bound(port));
    }

    /** Stops listening and closes every connection; waiting answers end. */
    @Override
    public void close() {
        closeQuietly(listener::close);
        connections.forEach(connection -> closeQuietly(connection::close));
    }

    private void accept(ServerSocket listener) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Connection connection = new Connection(socket, handler);
                connections.add(connection);
                if (listener.isClosed()) {
                    connection.close();
                }
                Thread.ofVirtual().start(() -> {
                    try {
                        connection.run();
                    } finally {
                        connections.remove(connection);
                    }
                });
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    LOG.log(Level.WARNING, "could not accept a connection", e);
                }
            }
        }
    }

    private static void closeQuietly(Closing closing) {
        try {
            closing.run();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "could not close", e);
        }
    }

    private interface Closing {
        void run() throws IOException;
    }
}
