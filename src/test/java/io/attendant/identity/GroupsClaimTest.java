package io.attendant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.attendant.shared.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupsClaimTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            groups             | {"groups":["shopper"]}                               | shopper
            groups             | {"groups":"shopper agent"}                           | agent,shopper
            groups             | {"groups":["offline_access","admin","Admin"]}        | admin
            realm_access/roles | {"realm_access":{"roles":["shopper"]}}               | shopper
            realm_access/roles | {"groups":["admin"]}                                 | ``
            realm_access/roles | {"realm_access":{"roles":null},"groups":["admin"]}   | ``
            realm_access/roles | {"realm_access":["roles"]}                           | ``
            realm_access/roles | {"realm_access/roles":["admin"]}                     | ``
            "https://s.example/roles" | {"https://s.example/roles":["agent"]}         | agent
            a/"b/c"/d          | {"a":{"b/c":{"d":["agent"]}}}                        | agent
            groups             | {"groups":{"admin":"admin"}}                         | ``
            groups             | {"groups":[1,null,{"admin":true},["admin"],true]}    | ``
            groups             | {"groups":7}                                         | ``
            groups             | {}                                                   | ``
            """)
    void onlyThePlaceThatIsConfiguredCounts(String path, String claims, String roles) throws JsonProcessingException {
        assertThat(String.join(
                        ",",
                        new GroupsClaim(path)
                                .in(Json.mapper().readTree(claims)).stream()
                                        .sorted()
                                        .toList()))
                .isEqualTo(roles);
    }

    @Test
    void whatIsWrittenIsRead() {
        for (String path : new String[] {"groups", "realm_access/roles", "a/\"b/c\"/d"}) {
            GroupsClaim claim = new GroupsClaim(path);
            Map.Entry<String, Object> written = claim.holding("agent");

            assertThat(claim.in(Json.tree(Map.of(written.getKey(), written.getValue()))))
                    .containsExactly("agent");
        }
    }
}
