package io.attendant.testsupport;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attendant.identity.RowSecurity;
import io.attendant.shared.Json;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The shop's tables and the calls that fill them, for tests. */
@ApplicationScoped
public class Shop {
    @Inject
    EntityManager entityManager;

    @Inject
    RowSecurity rows;

    /** Removes everything that an import brings in. */
    @Transactional
    public void clear() {
        rows.staff();
        // Faster than to truncate, with the few rows of a test.
        for (String table :
                List.of("conversations", "orders", "customers", "products", "articles", "attempts", "demo_outbox")) {
            entityManager.createNativeQuery("delete from " + table).executeUpdate();
        }
    }

    public static String token(String subject, String role) {
        return given().contentType("application/json")
                .body(Json.write(Map.of("subject", subject, "role", role)))
                .post("/api/demo/tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    public static Response upload(String kind, byte[] file) {
        return given().auth()
                .oauth2(token("owner", "admin"))
                .contentType("application/json")
                .body(file)
                .post("/api/admin/import?format=json&kind=" + kind);
    }

    public static Response upload(String kind, String file) {
        return upload(kind, file.getBytes(StandardCharsets.UTF_8));
    }

    /** Imports and expects success. */
    public static void load(String kind, String file) {
        upload(kind, file).then().statusCode(200);
    }

    /** All rows of a kind as an export gives them. */
    public static JsonNode export(String kind) {
        return exported("/api/admin/export/" + kind);
    }

    /** One row as an export gives it. */
    public static JsonNode export(String kind, String id) {
        return parse(given().auth()
                .oauth2(token("owner", "admin"))
                .get("/api/admin/export/{kind}/{id}", kind, id)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static JsonNode exported(String address) {
        return parse(given().auth()
                .oauth2(token("owner", "admin"))
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** JSON for comparing: numbers at two decimals, so that 51 and 51.00 are equal. */
    public static JsonNode parse(String json) {
        try {
            return atTwoDecimals(Json.mapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }

    private static JsonNode atTwoDecimals(JsonNode node) {
        if (node.isNumber()) {
            return JsonNodeFactory.instance.numberNode(node.decimalValue().setScale(2));
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(atTwoDecimals(element)));
            return copy;
        }
        if (node.isObject()) {
            var copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), atTwoDecimals(field.getValue())));
            return copy;
        }
        return node;
    }
}
