package io.attendant.testsupport.gemini;

import static io.attendant.testsupport.gemini.EmulatorClient.json;
import static io.attendant.testsupport.gemini.EmulatorClient.message;
import static io.attendant.testsupport.gemini.EmulatorClient.parse;
import static io.attendant.testsupport.gemini.EmulatorClient.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.gemini.protocol.ThoughtSignatures;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThoughtSignatureTest {

    private static final String USER = "{'role':'user','parts':[{'text':'Hi'}]}";
    private static final String RESPONSE = "{'role':'user','parts':[{'functionResponse':{'name':'a','response':{}}}]}";

    private final GeminiEmulator gemini = GeminiEmulator.start();
    private final EmulatorClient client = new EmulatorClient(gemini);

    @AfterEach
    void close() {
        client.close();
        gemini.close();
    }

    @Test
    void itsOwnSignatureComesBackInEveryStepOfTheTurn() throws Exception {
        String first = issue("a");
        String second = issue("a");

        assertThat(first).hasSize(320).isNotEqualTo(second);
        assertThat(refusal(USER, call("a", first), RESPONSE)).isEmpty();
        assertThat(refusal(USER, call("a", first), RESPONSE, call("a", second), RESPONSE))
                .isEmpty();
        assertThat(refusal(USER, call("a", first), RESPONSE, call("a", ""), RESPONSE))
                .contains("missing a thought_signature", "`default_api:a` , position 4.");
    }

    @Test
    void aMissingOneIsNamedWithItsPosition() throws Exception {
        assertThat(refusal(USER, call("a", ""), RESPONSE))
                .isEqualTo("Function call is missing a thought_signature in functionCall parts. This"
                        + " is required for tools to work correctly, and missing"
                        + " thought_signature may lead to degraded model performance."
                        + " Additional data, function call `default_api:a` , position 2."
                        + " Please refer to"
                        + " https://ai.google.dev/gemini-api/docs/thought-signatures for"
                        + " more details.");
    }

    @Test
    void earlierTurnsAndOlderModelsAreNotChecked() throws Exception {
        String body = body(USER, call("a", ""), RESPONSE);

        assertThat(refusal(USER, call("a", ""), RESPONSE, USER)).isEmpty();
        assertThat(client.post("/models/gemini-2.5-flash:generateContent", body).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aForeignOneIsRefusedAndTheBypassAccepted() throws Exception {
        String foreign = Base64.getEncoder().encodeToString(new byte[240]);

        assertThat(refusal(USER, call("a", foreign), RESPONSE)).isEqualTo("Corrupted thought signature.");
        assertThat(refusal(USER, call("a", issue("b")), RESPONSE)).isEqualTo("Corrupted thought signature.");
        assertThat(refusal(USER, call("a", ThoughtSignatures.BYPASS), RESPONSE)).isEmpty();
    }

    @Test
    void theSameSeedAcceptsThemAfterARestart() {
        String signature = new ThoughtSignatures(7).issue("a");

        assertThat(new ThoughtSignatures(7).isIssuedFor("a", signature)).isTrue();
        assertThat(new ThoughtSignatures(8).isIssuedFor("a", signature)).isFalse();
        assertThat(new ThoughtSignatures(7).isIssuedFor("b", signature)).isFalse();
    }

    @Test
    void anEmptyTextWithItsSignatureMayBeSentBack() throws Exception {
        String signed = "{'role':'model','parts':[{'text':'Yes.'}," + "{'text':'','thoughtSignature':'c2lnbmVk'}]}";

        assertThat(refusal(USER, signed, USER)).isEmpty();
    }

    private String issue(String function) throws Exception {
        gemini.script(GeminiReply.call(function, Map.of()));
        return parse(client.generate(says("Hi")).body())
                .at("/candidates/0/content/parts/0/thoughtSignature")
                .asText();
    }

    private String refusal(String... contents) throws Exception {
        return message(client.generate(body(contents)));
    }

    private static String body(String... contents) {
        return json("{'contents':[" + String.join(",", contents) + "]}");
    }

    private static String call(String name, String signature) {
        String signed = signature.isEmpty() ? "" : ",'thoughtSignature':'" + signature + "'";
        return "{'role':'model','parts':[{'functionCall':{'name':'%s'}%s}]}".formatted(name, signed);
    }
}
