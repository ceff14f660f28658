package io.attendant.testsupport.gemini.http;

import java.io.IOException;

/** The bytes received are not an HTTP request that this server reads. */
final class BadHttpException extends IOException {

    private static final long serialVersionUID = 1L;

    BadHttpException(String message) {
        super(message);
    }
}
