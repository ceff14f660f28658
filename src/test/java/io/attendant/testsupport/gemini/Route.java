package io.attendant.testsupport.gemini;

import io.attendant.testsupport.gemini.http.RawRequest;
import java.util.Optional;

/**
 * Where a request goes.
 *
 * @param model the id without {@code models/}; empty where the call names none
 */
record Route(GeminiOperation operation, String model) {

    static final String BASE_PATH = "/v1beta";

    private static final String MODELS = BASE_PATH + "/models";
    private static final Route NONE = new Route(GeminiOperation.UNKNOWN, "");

    static Route of(RawRequest request) {
        String path = request.path();
        boolean get = request.method().equals("GET");
        if (path.equals(MODELS)) {
            return get ? new Route(GeminiOperation.LIST_MODELS, "") : NONE;
        }
        if (!path.startsWith(MODELS + "/")) {
            return NONE;
        }
        String rest = path.substring(MODELS.length() + 1);
        int colon = rest.lastIndexOf(':');
        if (colon < 0) {
            return get ? new Route(GeminiOperation.GET_MODEL, rest) : NONE;
        }
        Optional<GeminiOperation> operation = GeminiOperation.ofVerb(rest.substring(colon + 1));
        return operation.isEmpty() || !request.method().equals("POST")
                ? NONE
                : new Route(operation.get(), rest.substring(0, colon));
    }

    ApiResponse.Form form(RawRequest request) {
        if (operation != GeminiOperation.STREAM_GENERATE_CONTENT) {
            return ApiResponse.Form.OBJECT;
        }
        return "sse".equals(request.query().get("alt")) ? ApiResponse.Form.EVENTS : ApiResponse.Form.ARRAY;
    }
}
