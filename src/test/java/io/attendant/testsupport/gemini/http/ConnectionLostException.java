package io.attendant.testsupport.gemini.http;

import java.io.IOException;

/** The client went away, or the server was closed, before the answer was complete. */
public final class ConnectionLostException extends IOException {

    private static final long serialVersionUID = 1L;

    ConnectionLostException(Throwable cause) {
        super("connection lost before the answer was complete", cause);
    }
}
