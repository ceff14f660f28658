package io.attendant.testsupport.gemini.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models that answer; ids that were shut down are simply not among them. */
public final class ModelCatalog {

    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final int MAX_PAGE_SIZE = 1_000;
    private static final List<String> CHAT_MODELS = List.of(
            "gemini-3.8-flash",
            "gemini-3.7-flash",
            "gemini-3.6-flash",
            "gemini-3.5-flash",
            "gemini-3.5-flash-lite",
            "gemini-3.1-flash-lite",
            "gemini-3.1-pro-preview",
            "gemini-3-flash-preview",
            "gemini-2.5-pro",
            "gemini-2.5-flash",
            "gemini-2.5-flash-lite");
    private static final List<String> EMBEDDING_MODELS = List.of("gemini-embedding-001", "gemini-embedding-2");

    private final Map<String, GeminiModel> models = new LinkedHashMap<>();

    /**
     * The known models and more.
     *
     * @param moreChatModels ids of chat models to add; their rules follow from the id
     */
    public ModelCatalog(Collection<String> moreChatModels) {
        CHAT_MODELS.forEach(id -> models.put(id, GeminiModel.chat(id)));
        EMBEDDING_MODELS.forEach(id -> models.put(id, GeminiModel.embedding(id)));
        moreChatModels.forEach(id -> models.putIfAbsent(id, GeminiModel.chat(id)));
    }

    /**
     * The model, if it supports the method.
     *
     * @throws RejectedRequestException with 404 otherwise
     */
    public GeminiModel require(String id, String method) {
        GeminiModel model = models.get(id);
        if (model == null || !model.methods().contains(method)) {
            throw new RejectedRequestException(GeminiError.modelNotFound(id, method));
        }
        return model;
    }

    /**
     * One model's description.
     *
     * @throws RejectedRequestException with 404 when it is not known
     */
    public JsonNode describe(String id) {
        GeminiModel model = models.get(id);
        if (model == null) {
            throw new RejectedRequestException(GeminiError.modelNotFound(id, "generateContent"));
        }
        return model.toJson();
    }

    /** One page of descriptions; the token of the next page is absent on the last. */
    public JsonNode list(Map<String, String> query) {
        int size = number(query, "pageSize", DEFAULT_PAGE_SIZE);
        int from = Math.min(number(query, "pageToken", 0), models.size());
        int pageSize = size == 0 ? DEFAULT_PAGE_SIZE : Math.min(size, MAX_PAGE_SIZE);
        int to = Math.min(from + pageSize, models.size());
        ObjectNode page = Json.object();
        ArrayNode items = page.putArray("models");
        new ArrayList<>(models.values()).subList(from, to).forEach(model -> items.add(model.toJson()));
        if (to < models.size()) {
            page.put("nextPageToken", Integer.toString(to));
        }
        return page;
    }

    private static int number(Map<String, String> query, String name, int missing) {
        String value = query.getOrDefault(name, "");
        if (value.isEmpty()) {
            return missing;
        }
        if (!value.matches("\\d{1,6}")) {
            throw RejectedRequestException.invalidArgument("Invalid value at '%s', \"%s\"".formatted(name, value));
        }
        return Integer.parseInt(value);
    }
}
