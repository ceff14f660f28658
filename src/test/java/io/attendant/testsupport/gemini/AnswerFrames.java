package io.attendant.testsupport.gemini;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.testsupport.gemini.protocol.FunctionCall;
import io.attendant.testsupport.gemini.protocol.GeminiModel;
import io.attendant.testsupport.gemini.protocol.Json;
import io.attendant.testsupport.gemini.protocol.ThoughtSignatures;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/** Builds the response objects of one answer and keeps count of its tokens. */
final class AnswerFrames {

    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final int CALL_ID_RANGE = 10_000_000;

    private final GeminiModel model;
    private final ThoughtSignatures signatures;
    private final GeminiReply.Usage usage;
    private final int promptTokens;
    private final SplittableRandom random;
    private final String responseId;
    private long visibleCharacters;
    private long thoughtCharacters;
    private boolean called;

    AnswerFrames(
            GeminiRequest request,
            GeminiModel model,
            GeminiReply.Usage usage,
            ThoughtSignatures signatures,
            long seed) {
        this.model = model;
        this.signatures = signatures;
        this.usage = usage;
        this.promptTokens = usage.prompt().orElseGet(request.payload()::estimatedTokens);
        this.random = new SplittableRandom(seed + request.sequence());
        ByteBuffer id = ByteBuffer.allocate(2 * Long.BYTES);
        id.putLong(random.nextLong()).putLong(random.nextLong());
        this.responseId = Base64.getUrlEncoder().withoutPadding().encodeToString(id.array());
    }

    List<ObjectNode> text(String text, boolean thought) {
        ObjectNode part = Json.object().put("text", text);
        if (thought) {
            part.put("thought", true);
            thoughtCharacters += text.length();
        } else {
            visibleCharacters += text.length();
        }
        return List.of(part);
    }

    /** The calls as parts; only the first call of the answer is signed. */
    List<ObjectNode> calls(List<FunctionCall> calls) {
        List<ObjectNode> parts = new ArrayList<>();
        for (FunctionCall call : calls) {
            boolean needsId = model.requiresThoughtSignatures() && call.id().isEmpty();
            FunctionCall sent = needsId ? call.withId("call_" + random.nextInt(CALL_ID_RANGE)) : call;
            ObjectNode part = Json.object();
            part.set("functionCall", sent.toJson());
            if (!called && model.issuesThoughtSignatures()) {
                part.put("thoughtSignature", signatures.issue(call.name()));
            }
            called = true;
            visibleCharacters += call.name().length() + call.args().toString().length();
            parts.add(part);
        }
        return parts;
    }

    /** The parts that end an answer of text: an empty one, signed by newer models. */
    List<ObjectNode> closing() {
        ObjectNode part = Json.object().put("text", "");
        if (model.requiresThoughtSignatures() && !called) {
            part.put("thoughtSignature", signatures.issue(""));
        }
        return List.of(part);
    }

    /** Whether the last text has to be followed by a signed part. */
    boolean signsText() {
        return model.requiresThoughtSignatures() && !called;
    }

    ObjectNode chunk(List<ObjectNode> parts) {
        return frame(parts, "", false);
    }

    ObjectNode last(List<ObjectNode> parts, String finishReason) {
        return frame(parts, finishReason, true);
    }

    ObjectNode promptBlocked(String reason) {
        ObjectNode frame = Json.object();
        ObjectNode feedback = frame.putObject("promptFeedback");
        feedback.put("blockReason", reason);
        addRatings(feedback.putArray("safetyRatings"));
        return identify(frame, false);
    }

    ObjectNode answerBlocked() {
        ObjectNode frame = Json.object();
        ObjectNode candidate = frame.putArray("candidates").addObject();
        candidate.put("finishReason", "SAFETY").put("index", 0);
        addRatings(candidate.putArray("safetyRatings"));
        return identify(frame, true);
    }

    ObjectNode noCandidates() {
        return identify(Json.object(), false);
    }

    private ObjectNode frame(List<ObjectNode> parts, String finishReason, boolean last) {
        ObjectNode frame = Json.object();
        ObjectNode candidate = frame.putArray("candidates").addObject();
        ObjectNode content = candidate.putObject("content");
        if (!parts.isEmpty()) {
            ArrayNode array = content.putArray("parts");
            parts.forEach(array::add);
        }
        content.put("role", "model");
        if (!finishReason.isEmpty()) {
            candidate.put("finishReason", finishReason);
            if (called && finishReason.equals("STOP")) {
                candidate.put("finishMessage", "Model generated function call(s).");
            }
        }
        candidate.put("index", 0);
        return identify(frame, last);
    }

    private ObjectNode identify(ObjectNode frame, boolean last) {
        int thoughts = usage.thoughts().orElse(tokens(thoughtCharacters));
        int candidates = usage.candidates().orElse(tokens(visibleCharacters));
        int output = last ? candidates + thoughts : 0;
        ObjectNode counts = frame.putObject("usageMetadata");
        counts.put("promptTokenCount", promptTokens);
        if (last && candidates > 0) {
            counts.put("candidatesTokenCount", candidates);
        }
        counts.put("totalTokenCount", promptTokens + output);
        if (usage.cached() > 0) {
            counts.put("cachedContentTokenCount", usage.cached());
        }
        counts.putArray("promptTokensDetails")
                .addObject()
                .put("modality", "TEXT")
                .put("tokenCount", promptTokens);
        if (last && thoughts > 0) {
            counts.put("thoughtsTokenCount", thoughts);
        }
        return frame.put("modelVersion", model.id()).put("responseId", responseId);
    }

    private static int tokens(long characters) {
        return (int) Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
    }

    private static void addRatings(ArrayNode ratings) {
        ratings.addObject()
                .put("category", "HARM_CATEGORY_DANGEROUS_CONTENT")
                .put("probability", "HIGH")
                .put("blocked", true);
        ratings.addObject().put("category", "HARM_CATEGORY_HARASSMENT").put("probability", "NEGLIGIBLE");
    }
}
