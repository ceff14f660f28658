package io.attendant.testsupport.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.attendant.shared.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The emulator refuses what it is there to refuse. */
class OpenAiRulesTest {
    private static final String USER = "{'role':'user','content':'Hi'}";
    private static final String CALL =
            "{'role':'assistant','tool_calls':[{'id':'a','type':'function','function':{'name':'f','arguments':'{}'}}]}";
    private static final String RESULT = "{'role':'tool','tool_call_id':'a','content':'1'}";

    private static List<String> check(String messages, String more) {
        String request = "{'model':'m','stream':true,'messages':[" + messages + "]" + more + "}";
        try {
            return OpenAiRules.check(Json.mapper().readTree(request.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void validRequestIsAccepted() {
        assertThat(check(
                        String.join(",", "{'role':'system','content':'Be kind.'}", USER, CALL, RESULT, USER),
                        ",'tools':[{'type':'function','function':{'name':'f','parameters':{'type':'object','properties':{"
                                + "'a':{'type':'array','items':{'type':'string'}}},'required':['a']}}}]"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'role':'user','content':''}                       | content must not be empty
        {'role':'robot','content':'Hi'}                    | unknown role
        {'role':'assistant','content':null}                | neither content nor tool_calls
        {'role':'assistant'}                               | neither content nor tool_calls
        {'role':'tool','tool_call_id':'a','content':'1'}   | answers no preceding tool call
        {'role':'assistant','tool_calls':[{'id':'','type':'function','function':{'name':'f','arguments':'{}'}}]} | missing or repeated
        {'role':'assistant','tool_calls':[{'id':'a','type':'function','function':{'name':'f','arguments':{}}}]} | arguments are no string
        {'role':'assistant','tool_calls':[{'id':'a','function':{'name':'f','arguments':'{}'}}]} | type must be function
        """)
    void badMessageIsFound(String message, String finding) {
        assertThat(check(USER + "," + message, "")).anyMatch(found -> found.contains(finding));
    }

    @Test
    void callNeedsItsResultAndItsOwnId() {
        assertThat(check(USER + "," + CALL, "")).anyMatch(found -> found.contains("without a tool message"));
        assertThat(check(String.join(",", USER, CALL, USER), ""))
                .anyMatch(found -> found.contains("without a tool message"));
        assertThat(check(String.join(",", USER, CALL, RESULT, CALL, RESULT), ""))
                .anyMatch(found -> found.contains("missing or repeated"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ,'max_tokens':1                                                       | max_tokens
        ,'tools':[{'type':'function','function':{'name':'a b'}}]              | invalid name
        ,'tools':[{'type':'other','function':{'name':'f'}}]                   | no function
        ,'tools':[{'type':'function','function':{'name':'f','parameters':{'type':'OBJECT'}}}] | invalid type
        ,'tools':[{'type':'function','function':{'name':'f','parameters':{'type':'object','required':['x']}}}] | required but unknown
        ,'stream':false                                                       | only streams
        ,'model':''                                                           | model
        """)
    void badRequestIsFound(String more, String finding) {
        assertThat(check(USER, more)).anyMatch(found -> found.contains(finding));
    }
}
