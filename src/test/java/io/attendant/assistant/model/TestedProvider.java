package io.attendant.assistant.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import io.attendant.assistant.model.Asked.Settings;
import io.attendant.testsupport.gemini.http.Exchange;
import io.attendant.testsupport.gemini.http.ExchangeHandler;
import io.attendant.testsupport.gemini.http.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What both providers have in common is tested with both. */
enum TestedProvider {
    GEMINI {
        @Override
        StreamingChatModel model(String origin, Settings settings) {
            return Asked.gemini(origin + "/v1beta", "key", settings);
        }

        @Override
        String piece(String text) {
            return "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"" + text + "\"}]}}]}\r\n\r\n";
        }

        @Override
        String last() {
            return "data: {\"candidates\":[{\"finishReason\":\"STOP\"}]}\r\n\r\n";
        }
    },
    OPENAI {
        @Override
        StreamingChatModel model(String origin, Settings settings) {
            return Asked.openAi(origin + "/v1", "key", settings);
        }

        @Override
        String piece(String text) {
            return "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
        }

        @Override
        String last() {
            return "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
        }
    };

    abstract StreamingChatModel model(String origin, Settings settings);

    abstract String piece(String text);

    abstract String last();

    /** Begins a stream with this. */
    static Exchange.BodyStream begin(Exchange exchange, String text) throws IOException {
        Exchange.BodyStream body = exchange.open(200, Map.of("Content-Type", "text/event-stream"));
        body.write(bytes(text));
        return body;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Asks a server that answers like this. */
    Asked ask(Settings settings, ExchangeHandler handler) {
        try (LoopbackServer server = LoopbackServer.start(0, handler)) {
            return Asked.of(model(server.origin(), settings));
        }
    }
}
