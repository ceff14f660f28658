package io.attendant.testsupport.gemini.http;

import java.io.IOException;

/** Answers one request; called on a virtual thread of its own, so it may block. */
@FunctionalInterface
public interface ExchangeHandler {

    void handle(Exchange exchange) throws IOException;
}
