package io.attendant.testsupport.gemini;

import static io.attendant.testsupport.gemini.EmulatorClient.json;
import static io.attendant.testsupport.gemini.EmulatorClient.message;
import static io.attendant.testsupport.gemini.EmulatorClient.parse;
import static io.attendant.testsupport.gemini.EmulatorClient.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestValidationTest {

    private static final String OLDER = "/models/gemini-2.5-flash:generateContent";
    private static final String USER = "{'role':'user','parts':[{'text':'Hi'}]}";
    private static final String CALL = "{'role':'model','parts':[{'functionCall':{'name':'a','args':{}}}]}";
    private static final String TWO_CALLS =
            "{'role':'model','parts':[{'functionCall':{'name':'a'}},{'functionCall':{'name':'b'}}]}";
    private static final String RESPONSE_A =
            "{'role':'user','parts':[{'functionResponse':{'name':'a','response':{'response':'1'}}}]}";
    private static final String RESPONSE_B =
            "{'role':'user','parts':[{'functionResponse':{'name':'b','response':{'response':'1'}}}]}";
    private static final String CALL_POSITION =
            "Please ensure that function call turn comes immediately after a user turn or after a"
                    + " function response turn.";
    private static final String RESPONSE_POSITION =
            "Please ensure that function response turn comes immediately after a function call" + " turn.";
    private static final String RESPONSE_COUNT =
            "Please ensure that the number of function response parts is equal to the number of"
                    + " function call parts of the function call turn.";

    private final GeminiEmulator gemini = GeminiEmulator.start();
    private final EmulatorClient client = new EmulatorClient(gemini);

    @AfterEach
    void close() {
        client.close();
        gemini.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    [{'role':'user'}] | * GenerateContentRequest.contents[0].parts: contents.parts must not be empty.
                    [{'role':'user','parts':[]}] | * GenerateContentRequest.contents[0].parts: contents.parts must not be empty.
                    [{'role':'user','parts':[{}]}] | * GenerateContentRequest.contents[0].parts[0].data: required oneof field 'data' must have one initialized field
                    [{'role':'user','parts':[{'text':''}]}] | * GenerateContentRequest.contents[0].parts[0].data: required oneof field 'data' must have one initialized field
                    [{'role':'user','parts':[{'functionCall':{}}]}] | * GenerateContentRequest.contents[0].parts[0].function_call.name: Name cannot be empty.
                    [{'role':'system','parts':[{'text':'a'}]}] | Please use a valid role: user, model.
                    [] | * GenerateContentRequest.contents: contents is not specified
                    [{'parts':[{'text':'a','thoughtSignature':'no base64!'}]}] | Invalid value at 'contents[0].parts[0].thought_signature' (TYPE_BYTES), Base64 decoding failed for "no base64!"
                    [{'parts':[{'text':'a','functionCall':{'name':'a'}}]}] | Invalid value at 'contents[0].parts[0]' (oneof), oneof field 'data' is already set. Cannot set 'functionCall'
                    [{'parts':[{'text':1}]}] | Invalid value at 'contents[0].parts[0].text' (TYPE_STRING), 1
                    ['hello'] | Invalid value at 'contents[0]' (type.googleapis.com/google.ai.generativelanguage.v1beta.Content), "hello"
                    [{'parts':[{'text':'a','cache':true}]}] | Invalid JSON payload received. Unknown name "cache" at 'contents[0].parts[0]': Cannot find field.
                    """)
    void contents(String contents, String message) throws Exception {
        refused("{'contents':" + contents + "}", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'temperature':2.5 | * GenerateContentRequest.generation_config.temperature: temperature must be in the range [0, 2].
                    'topP':-0.1 | * GenerateContentRequest.generation_config.top_p: top_p must be in the range [0, 1].
                    'topK':0 | * GenerateContentRequest.generation_config.top_k: top_k must be in the range [1, inf).
                    'temperature':'hot' | Invalid value at 'generation_config.temperature' (TYPE_FLOAT), "hot"
                    'maxOutputTokens':0 | * GenerateContentRequest.generation_config.max_output_tokens: max_output_tokens must be positive.
                    'maxOutputTokens':70000 | Unable to submit request because it has a maxOutputTokens value of 70000 but the supported range is from 1 (inclusive) to 65537 (exclusive).
                    'stopSequences':['a','b','c','d','e','f'] | * GenerateContentRequest.generation_config.stop_sequences: the number of stop sequences must not exceed 5.
                    'candidateCount':2 | Multiple candidates is not enabled for this model
                    'responseLogprobs':true | Logprobs is not enabled for models/gemini-3.8-flash
                    'responseMimeType':'image/png' | * GenerateContentRequest.generation_config.response_mime_type: allowed mimetypes are `text/plain`, `application/json`, `application/xml`, `application/yaml` and `text/x.enum`.
                    'responseSchema':{'type':'STRING'} | * GenerateContentRequest.generation_config.response_schema: only allowed when response_mime_type is application/json.
                    'thinkingConfig':{'thinkingBudget':9,'thinkingLevel':'low'} | You can only set only one of thinking budget and thinking level.
                    'thinkingConfig':{'thinkingLevel':'minimal'} | Thinking level MINIMAL is not supported for this model.
                    'thinkingConfig':{'thinkingBudget':52428} | The thinking budget (52428) is invalid.
                    'includeThoughts':true | Invalid JSON payload received. Unknown name "includeThoughts" at 'generation_config': Cannot find field.
                    """)
    void generationConfig(String config, String message) throws Exception {
        refused("{'contents':" + USER + ",'generationConfig':{" + config + "}}", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {'name':'1st'} | .name: Invalid function name. Must start with a letter or an underscore. Must be alphanumeric (a-z, A-Z, 0-9), underscores (_), dots (.), colons (:), or dashes (-), with a maximum length of 64.
                    {'name':'f','parameters':{'type':'OBJECT','properties':{}}} | .parameters.properties: should be non-empty for OBJECT type
                    {'name':'f','parameters':{'type':'OBJECT','properties':{'x':{'type':'OBJECT'}}}} | .parameters.properties[x].properties: should be non-empty for OBJECT type
                    {'name':'f','parameters':{'type':'OBJECT','properties':{'x':{'type':'ARRAY'}}}} | .parameters.properties[x].items: missing field.
                    {'name':'f','parameters':{'type':'OBJECT','properties':{'x':{'description':'?'}}}} | .parameters.properties[x].type: must be specified
                    {'name':'f','parameters':{'type':'OBJECT','properties':{'x':{'type':'INTEGER','enum':['1']}}}} | .parameters.properties[x].enum: only allowed for STRING type
                    {'name':'f','parameters':{'type':'OBJECT','properties':{'x':{'type':'STRING','format':'uuid'}}}} | .parameters.properties[x].format: only 'enum' and 'date-time' are supported for STRING type
                    {'name':'f','parameters':{'type':'OBJECT','properties':{'x':{'type':'STRING'}},'required':['y']}} | .parameters.required[0]: property is not defined
                    {'name':'f','parameters':{'type':'STRING'},'parametersJsonSchema':{}} | : parameters and parameters_json_schema are mutually exclusive.
                    """)
    void functionDeclarations(String declaration, String message) throws Exception {
        refused(
                "{'contents':" + USER + ",'tools':[{'functionDeclarations':[" + declaration + "]}]}",
                "* GenerateContentRequest.tools[0].function_declarations[0]" + message);
    }

    @Test
    void schemasHaveOnlyTheFieldsOfTheSubset() throws Exception {
        HttpResponse<String> response =
                client.generate(json("{'contents':[" + USER + "],'tools':[{'function_declarations':[{"
                        + "'name':'f','parameters':{'type':'object','properties':"
                        + "{'x':{'type':'string','$ref':'y'}},"
                        + "'additionalProperties':false}}]}]}"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(message(response))
                .isEqualTo(json("Invalid JSON payload received. Unknown name '$ref' at 'tools[0]."
                                + "function_declarations[0].parameters.properties[0].value':"
                                + " Cannot find field.\n"
                                + "Invalid JSON payload received. Unknown name"
                                + " 'additionalProperties' at"
                                + " 'tools[0].function_declarations[0].parameters': Cannot"
                                + " find field.")
                        .replace("at \"", "at '")
                        .replace("\": Cannot", "': Cannot"));
        assertThat(parse(response.body())
                        .at("/error/details/0/fieldViolations/1/field")
                        .asText())
                .isEqualTo("tools[0].function_declarations[0].parameters");
    }

    @Test
    void unknownNamesAtTheRootHaveNoPath() throws Exception {
        refused("{'messages':[]}", "Invalid JSON payload received. Unknown name \"messages\": Cannot find field.");
    }

    @Test
    void functionNamesAreUnique() throws Exception {
        refused(
                "{'contents':" + USER + ",'tools':[{'functionDeclarations':[{'name':'f'}]},"
                        + "{'functionDeclarations':[{'name':'f'}]}]}",
                "Duplicate function declaration found: f");
    }

    @Test
    void callingConfigNeedsDeclarations() throws Exception {
        refused(
                "{'contents':" + USER + ",'toolConfig':{'functionCallingConfig':{'mode':'ANY'}}}",
                "Function calling config is set without function_declarations.");
        refused(
                "{'contents':" + USER + ",'tools':[{'functionDeclarations':[{'name':'f'}]}],"
                        + "'toolConfig':{'functionCallingConfig':{'mode':'ANY',"
                        + "'allowed_function_names':['g']}}}",
                "* GenerateContentRequest.tool_config.function_calling_config"
                        + ".allowed_function_names: only declared functions, and only in mode ANY"
                        + " or VALIDATED.");
    }

    @Test
    void toolsWithJsonModeDependOnTheModel() throws Exception {
        String body = json("{'contents':" + USER + ",'tools':{'functionDeclarations':{'name':'f'}},"
                + "'generationConfig':{'responseMimeType':'application/json'}}");

        assertThat(client.generate(body).statusCode()).isEqualTo(200);
        assertThat(message(client.post(OLDER, body)))
                .isEqualTo("Function calling with a response mime type: 'application/json' is" + " unsupported");
    }

    @Test
    void thinkingLevelsAreForNewModels() throws Exception {
        String body = json("{'contents':" + USER + ",'generationConfig':{'thinkingConfig':{'thinkingLevel':'LOW'}}}");

        assertThat(client.generate(body).statusCode()).isEqualTo(200);
        assertThat(message(client.post(OLDER, body))).isEqualTo("Thinking level is not supported for this model.");
    }

    @Test
    void callsAndResponsesFollowEachOther() throws Exception {
        conversation(CALL_POSITION, CALL, RESPONSE_A);
        conversation(CALL_POSITION, USER, "{'role':'model','parts':[{'text':'a'}]}", CALL, RESPONSE_A);
        conversation(RESPONSE_POSITION, USER, RESPONSE_A);
        conversation(RESPONSE_POSITION, RESPONSE_A);
        conversation(RESPONSE_COUNT, USER, CALL);
        conversation(RESPONSE_COUNT, USER, CALL, USER);
        conversation(RESPONSE_COUNT, USER, CALL, USER, RESPONSE_A);
        conversation(RESPONSE_COUNT, USER, CALL, RESPONSE_A, RESPONSE_A);
        conversation(RESPONSE_COUNT, USER, TWO_CALLS, RESPONSE_A);
        conversation(
                "Please ensure that the names and ids of the function response parts are those of"
                        + " the function call parts of the function call turn.",
                USER,
                TWO_CALLS,
                RESPONSE_A,
                RESPONSE_A);
        conversation("", USER, TWO_CALLS, RESPONSE_B, RESPONSE_A);
        conversation("", USER, USER, CALL, RESPONSE_A, USER);
    }

    @Test
    void strictTurnsWantAllResponsesInOneContent() throws Exception {
        String together = "{'role':'function','parts':[{'functionResponse':{'name':'a','response':{}}},"
                + "{'functionResponse':{'name':'b','response':{}}}]}";
        try (GeminiEmulator strict = GeminiEmulator.builder().strictTurns(true).start();
                EmulatorClient strictClient = new EmulatorClient(strict)) {
            String split = body(USER, TWO_CALLS, RESPONSE_A, RESPONSE_B);

            assertThat(message(strictClient.post(OLDER, split))).isEqualTo(RESPONSE_COUNT);
            assertThat(strictClient.post(OLDER, body(USER, TWO_CALLS, together)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void responseIdsMustBeThoseOfTheCalls() throws Exception {
        String call = "{'role':'model','parts':[{'functionCall':{'id':'1','name':'a'}}]}";
        String response = "{'role':'user','parts':[{'functionResponse':{'id':'%s','name':'a'," + "'response':{}}}]}";

        conversation("", USER, call, response.formatted("1"));
        conversation("", USER, call, RESPONSE_A);
        assertThat(client.post(OLDER, body(USER, call, response.formatted("2"))).statusCode())
                .isEqualTo(400);
    }

    @Test
    void inputHasALimit() throws Exception {
        refused(
                "{'contents':{'parts':{'text':'" + "x".repeat(4 * 1_048_576 + 1) + "'}}}",
                "The input token count (1048577) exceeds the maximum number of tokens allowed" + " (1048576).");
    }

    @Test
    void bodiesThatAreNoMessage() throws Exception {
        for (String body : List.of("{", "[]", "\"text\"", "{} {}", "null")) {
            HttpResponse<String> response = client.generate(body);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(message(response)).startsWith("Invalid JSON payload received.");
        }
        assertThat(message(client.generate(""))).contains("contents is not specified");
        assertThat(gemini.violations()).hasSize(6);
    }

    @Test
    void cachedContentIsUnknown() throws Exception {
        HttpResponse<String> response =
                client.generate(json("{'contents':" + USER + ",'cachedContent':'cachedContents/1'}"));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void acceptsWhatTheApiAccepts() throws Exception {
        String body = json("{'system_instruction':{'parts':{'text':'Be kind.'},'role':'model'},"
                + "'contents':{'parts':[{'text':'Hi','videoMetadata':null}]},"
                + "'tools':[{'googleSearch':{}},{'function_declarations':["
                + "{'name':'_a.b:c-d','description':'d'},{'name':'g',"
                + "'parametersJsonSchema':{'$ref':'x','properties':{}}}]}],"
                + "'safetySettings':[{'category':'HARM_CATEGORY_HARASSMENT',"
                + "'threshold':'BLOCK_NONE'}],"
                + "'generation_config':{'max_output_tokens':'100','seed':1.0,"
                + "'thinkingConfig':{'includeThoughts':true}}}");

        assertThat(client.generate(body).statusCode()).isEqualTo(200);
        GeminiRequest request = gemini.requests().get(0);
        assertThat(request.systemInstruction()).isEqualTo("Be kind.");
        assertThat(request.lastUserText()).isEqualTo("Hi");
        assertThat(request.declaredTools()).containsExactly("_a.b:c-d", "g");
        assertThat(request.generationConfig().get("maxOutputTokens").asInt()).isEqualTo(100);
        assertThat(client.generate(says("Hi")).statusCode()).isEqualTo(200);
        assertThat(gemini.violations()).isEmpty();
    }

    /** Whether an older model, which needs no signatures, takes the conversation. */
    private void conversation(String message, String... contents) throws Exception {
        HttpResponse<String> response = client.post(OLDER, body(contents));
        assertThat(message(response)).isEqualTo(message);
        assertThat(response.statusCode()).isEqualTo(message.isEmpty() ? 200 : 400);
    }

    private static String body(String... contents) {
        return json("{'contents':[" + String.join(",", contents) + "]}");
    }

    private void refused(String body, String message) throws Exception {
        HttpResponse<String> response = client.generate(json(body));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(parse(response.body()).at("/error/status").asText()).isEqualTo("INVALID_ARGUMENT");
        assertThat(message(response).stripTrailing()).isEqualTo(message);
        assertThat(gemini.violations())
                .last()
                .satisfies(violation -> assertThat(violation.reason()).contains(message));
    }
}
