package io.attendant.testsupport.gemini;

import static io.attendant.testsupport.gemini.EmulatorClient.json;
import static io.attendant.testsupport.gemini.EmulatorClient.parse;
import static io.attendant.testsupport.gemini.EmulatorClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClerkTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> ALL_TOOLS = List.of(
            "getOrderDetails",
            "listMyOrders",
            "getMyProfile",
            "listProductTypes",
            "findProducts",
            "searchHelp",
            "calculate",
            "handOffToHuman",
            "requestVerification");

    private final GeminiEmulator gemini = GeminiEmulator.start();
    private final EmulatorClient client = new EmulatorClient(gemini);

    @AfterEach
    void close() {
        client.close();
        gemini.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Where is my order #W1234567? | getOrderDetails | {'orderId':'#W1234567'}
                    status of a1001 please, I mean A1001 | getOrderDetails | {'orderId':'#A1001'}
                    Show my orders | listMyOrders | {}
                    What is my address? | getMyProfile | {}
                    What product types are there? | listProductTypes | {}
                    Do you have a red lamp? | findProducts | {'query':'red lamp'}
                    I am looking for some wool socks. | findProducts | {'query':'wool socks'}
                    How long does shipping take? | searchHelp | {'query':'How long does shipping take?'}
                    What is 3 * 12.50? | calculate | {'expression':'3 * 12.50'}
                    I want a human, about #A1001 | handOffToHuman | {'reason':'The customer asks for a person.','summary':'I want a human, about #A1001'}
                    """)
    void decidesWhatToCall(String text, String tool, String args) throws Exception {
        JsonNode part = ask(ALL_TOOLS, text).at("/candidates/0/content/parts/0/functionCall");

        assertThat(part.get("name").asText()).isEqualTo(tool);
        assertThat(part.get("args")).isEqualTo(parse(json(args)));
    }

    @Test
    void looksSeveralOrdersUpAtOnce() throws Exception {
        JsonNode answer = ask(ALL_TOOLS, "Where are #A1001, #A1002 and again #A1001?");

        assertThat(answer.at("/candidates/0/content/parts")).hasSize(2);
    }

    @Test
    void remembersTheOrderOfAnEarlierMessage() throws Exception {
        JsonNode answer = ask(ALL_TOOLS, "Where is #A1001?", "And when does it arrive?");

        assertThat(answer.at("/candidates/0/content/parts/0/functionCall/args/orderId")
                        .asText())
                .isEqualTo("#A1001");
    }

    @Test
    void callsOnlyWhatIsDeclared() throws Exception {
        assertThat(text(ask(List.of("searchHelp"), "Where is #A1001?"))).startsWith("Hello!");
        assertThat(text(ask(List.of(), "Thank you"))).startsWith("You are welcome.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    getOrderDetails | {'id':'#A1001','status':'return_requested','items':[{'name':'Lamp'},{'name':'Desk'}],'shipments':[{'trackingNumbers':['123','456']}]} | Order #A1001 is return requested. You can track it with 123 and 456. It contains Lamp and Desk.
                    getOrderDetails | {'refused':'order_not_found','message':'There is no such order'} | There is no such order.
                    listMyOrders | {'orders':[{'id':'#A1','status':'pending'},{'id':'#A2','status':'delivered'}]} | These are your orders: #A1 (pending) and #A2 (delivered).
                    listMyOrders | {'orders':[]} | I can't see an order of yours.
                    findProducts | {'items':[{'name':'Lamp'},{'name':'Desk'},{'name':'Chair'}]} | We have Lamp, Desk and Chair. Shall I tell you more about one of them?
                    findProducts | [] | I found nothing that fits.
                    getProductDetails | {'name':'Lamp','price':12.50} | Lamp costs 12.50.
                    listProductTypes | {'types':['Lamp','Desk']} | We have Lamp and Desk.
                    searchHelp | {'articles':[{'title':'Returns','snippet':'Send it back within 30 days. We pay.'}]} | Send it back within 30 days.
                    searchHelp | {'articles':[{'title':'Returns'}]} | Our article "Returns" answers that.
                    calculate | {'result':37.50} | The result is 37.50.
                    getMyProfile | {'name':{'first':'Ann'}} | I have your profile under the name Ann.
                    handOffToHuman | {'ticketId':'1'} | I have passed this on to a colleague, who will answer here.
                    somethingElse | {'a':1} | That is done.
                    """)
    void answersFromResultsOnly(String tool, String result, String answer) throws Exception {
        ObjectNode body = request(ALL_TOOLS, "Please");
        ArrayNode contents = (ArrayNode) body.get("contents");
        ObjectNode call = contents.addObject().put("role", "model");
        ObjectNode part = call.putArray("parts").addObject();
        part.putObject("functionCall").put("name", tool);
        part.put("thoughtSignature", "skip_thought_signature_validator");
        ObjectNode response = contents.addObject().put("role", "user");
        response.putArray("parts")
                .addObject()
                .putObject("functionResponse")
                .put("name", tool)
                .putObject("response")
                .put("response", json(result));

        assertThat(text(parse(client.generate(body.toString()).body()))).isEqualTo(answer);
        assertThat(gemini.violations()).isEmpty();
    }

    private JsonNode ask(List<String> tools, String... userTexts) throws Exception {
        return parse(client.generate(request(tools, userTexts).toString()).body());
    }

    private static ObjectNode request(List<String> tools, String... userTexts) {
        ObjectNode body = MAPPER.createObjectNode();
        ArrayNode contents = body.putArray("contents");
        for (String text : userTexts) {
            if (!contents.isEmpty()) {
                contents.addObject()
                        .put("role", "model")
                        .putArray("parts")
                        .addObject()
                        .put("text", "Yes?");
            }
            contents.addObject()
                    .put("role", "user")
                    .putArray("parts")
                    .addObject()
                    .put("text", text);
        }
        if (!tools.isEmpty()) {
            ArrayNode declarations = body.putArray("tools").addObject().putArray("functionDeclarations");
            tools.forEach(tool -> declarations.addObject().put("name", tool));
        }
        return body;
    }
}
