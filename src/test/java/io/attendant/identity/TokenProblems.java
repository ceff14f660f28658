package io.attendant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.Attendant;
import java.util.Map;

/** A token that is refused is refused everywhere, in the same way, and lets nothing through. */
final class TokenProblems {
    private TokenProblems() {}

    static void assertRefused(Attendant attendant, String token, int status, String code) {
        Map<String, String> bearer = Attendant.bearer(token);
        for (Attendant.Answer answer : new Attendant.Answer[] {
            attendant.get("/api/me", bearer),
            attendant.get("/api/me/orders", bearer),
            attendant.get("/api/conversations", bearer),
            attendant.post("/api/conversations", Map.of(), bearer),
            attendant.post("/api/chat", Map.of("message", "Hello"), bearer),
            attendant.get("/api/admin/export/customers", bearer)
        }) {
            assertProblem(answer, status, code);
        }
    }

    static void assertProblem(Attendant.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text()).doesNotContain("Exception", "io.attendant", "org.", "java.", "127.0.0.1");
    }
}
