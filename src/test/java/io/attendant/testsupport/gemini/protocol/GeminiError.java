package io.attendant.testsupport.gemini.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/**
 * An error of the API, with its wording.
 *
 * @param code the HTTP status
 * @param status the name of the gRPC status
 * @param details typed messages, each with an {@code @type}
 */
public record GeminiError(int code, String status, String message, List<JsonNode> details) {

    public GeminiError {
        details = List.copyOf(details);
    }

    public static GeminiError of(int code, String status, String message) {
        return new GeminiError(code, status, message, List.of());
    }

    public static GeminiError invalidArgument(String message) {
        return of(400, "INVALID_ARGUMENT", message);
    }

    /** An argument error that names each field; the message is all descriptions, one a line. */
    public static GeminiError badFields(List<FieldViolation> violations) {
        String message =
                String.join("\n", violations.stream().map(v -> v.description()).toList());
        ObjectNode detail = detail("BadRequest");
        ArrayNode fields = detail.putArray("fieldViolations");
        for (FieldViolation violation : violations) {
            ObjectNode field = fields.addObject();
            if (!violation.field().isEmpty()) {
                field.put("field", violation.field());
            }
            field.put("description", violation.description());
        }
        return new GeminiError(400, "INVALID_ARGUMENT", message, List.of(detail));
    }

    public static GeminiError invalidApiKey() {
        String message = "API key not valid. Please pass a valid API key.";
        ObjectNode localized = detail("LocalizedMessage");
        localized.put("locale", "en-US").put("message", message);
        List<JsonNode> details = List.of(errorInfo("API_KEY_INVALID"), localized);
        return new GeminiError(400, "INVALID_ARGUMENT", message, details);
    }

    public static GeminiError missingApiKey() {
        return of(
                403,
                "PERMISSION_DENIED",
                "Method doesn't allow unregistered callers (callers without established identity)."
                        + " Please use API Key or other form of API consumer identity to call this"
                        + " API.");
    }

    public static GeminiError invalidAccessToken() {
        return new GeminiError(
                401,
                "UNAUTHENTICATED",
                "Request had invalid authentication credentials. Expected OAuth 2 access token,"
                        + " login cookie or other valid authentication credential. See"
                        + " https://developers.google.com/identity/sign-in/web/devconsole-project.",
                List.of(errorInfo("ACCESS_TOKEN_TYPE_UNSUPPORTED")));
    }

    public static GeminiError locationNotSupported() {
        return of(400, "FAILED_PRECONDITION", "User location is not supported for the API use.");
    }

    public static GeminiError modelNotFound(String model, String method) {
        return of(
                404,
                "NOT_FOUND",
                "models/%s is not found for API version v1beta, or is not supported for %s. Call"
                                .formatted(model, method)
                        + " ListModels to see the list of available models and their supported"
                        + " methods.");
    }

    /** The limit of requests per minute is used up; the hint to wait is in the body only. */
    public static GeminiError quotaPerMinute(String model, int limit, Duration retryAfter) {
        String quotaId = "GenerateRequestsPerMinutePerProjectPerModel-FreeTier";
        return quota(model, quotaId, limit, retryAfter);
    }

    /** The limit of requests per day is used up. */
    public static GeminiError quotaPerDay(String model, int limit, Duration retryAfter) {
        String quotaId = "GenerateRequestsPerDayPerProjectPerModel-FreeTier";
        return quota(model, quotaId, limit, retryAfter);
    }

    public static GeminiError internal() {
        return of(
                500,
                "INTERNAL",
                "An internal error has occurred. Please retry or report in"
                        + " https://developers.generativeai.google/guide/troubleshooting");
    }

    public static GeminiError overloaded() {
        return of(503, "UNAVAILABLE", "The model is overloaded. Please try again later.");
    }

    public static GeminiError deadlineExceeded() {
        return of(504, "DEADLINE_EXCEEDED", "The request timed out. Please try again.");
    }

    public static GeminiError cancelled() {
        return of(499, "CANCELLED", "The operation was cancelled.");
    }

    /** The error as the body of an answer. */
    public ObjectNode toJson() {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error");
        error.put("code", code).put("message", message).put("status", status);
        if (!details.isEmpty()) {
            error.putArray("details").addAll(details);
        }
        return body;
    }

    private static GeminiError quota(String model, String quotaId, int limit, Duration retryAfter) {
        String metric = "generativelanguage.googleapis.com/generate_content_free_tier_requests";
        String message = "You exceeded your current quota, please check your plan and billing details. For"
                + " more information on this error, head to:"
                + " https://ai.google.dev/gemini-api/docs/rate-limits.\n"
                + "* Quota exceeded for metric: %s, limit: %d\nPlease retry in %d.%09ds."
                        .formatted(metric, limit, retryAfter.toSeconds(), retryAfter.getNano());
        ObjectNode failure = detail("QuotaFailure");
        ObjectNode violation = failure.putArray("violations").addObject();
        violation.put("quotaMetric", metric).put("quotaId", quotaId);
        violation.putObject("quotaDimensions").put("location", "global").put("model", model);
        violation.put("quotaValue", Integer.toString(limit));
        ObjectNode help = detail("Help");
        help.putArray("links")
                .addObject()
                .put("description", "Learn more about Gemini API quotas")
                .put("url", "https://ai.google.dev/gemini-api/docs/rate-limits");
        ObjectNode retry = detail("RetryInfo").put("retryDelay", seconds(retryAfter));
        List<JsonNode> details = List.of(failure, help, retry);
        return new GeminiError(429, "RESOURCE_EXHAUSTED", message, details);
    }

    private static ObjectNode errorInfo(String reason) {
        ObjectNode info = detail("ErrorInfo");
        info.put("reason", reason).put("domain", "googleapis.com");
        info.putObject("metadata").put("service", "generativelanguage.googleapis.com");
        return info;
    }

    private static ObjectNode detail(String type) {
        return Json.object().put("@type", "type.googleapis.com/google.rpc." + type);
    }

    private static String seconds(Duration duration) {
        return duration.toMillisPart() == 0
                ? duration.toSeconds() + "s"
                : "%d.%03ds".formatted(duration.toSeconds(), duration.toMillisPart());
    }

    /**
     * What is wrong with one field.
     *
     * @param field the path in snake case; empty for the root
     */
    public record FieldViolation(String field, String description) {}
}
