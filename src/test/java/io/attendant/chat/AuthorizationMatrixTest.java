package io.attendant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.CrowdedShop;
import io.attendant.testsupport.Shop;
import io.attendant.testsupport.SmallShop;
import io.attendant.testsupport.Visitors.Level;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may do what, found out by doing it; {@code -Dupdate.docs=true} writes the document anew. */
@QuarkusTest
class AuthorizationMatrixTest extends ApplicationTest {
    private static final Path DOCUMENT = Path.of("docs/authorization-matrix.md");

    private static final String INTRODUCTION = """
            # Authorization matrix

            Who may do what. Every cell is the answer to a real call, made by `AuthorizationMatrixTest`; the test fails when a
            cell differs from this file, and when there is a tool or an endpoint that it doesn't know. To take over a change
            that is meant: `./mvnw test -Dtest=AuthorizationMatrixTest -Dupdate.docs=true`, and review the difference. Do not
            edit by hand.

            ## Tools of the model

            A row is a tool and the object that one of its arguments names; all other arguments are right. A column is the
            level of trust of the conversation: nobody in particular, one order proved by the e-mail address or the postal
            code on it, a signed-in shopper, and a shopper who read a code sent to the e-mail address on file.

            - **allowed**: the tool reads and answers.
            - **proposes**: the shopper gets a card and decides. The tool itself changes nothing.
            - a code: refused, with nothing else said. Rows of foreign and of unknown objects are equal in every cell, in all
              that the shopper and the model are told: that an object exists is nobody's business but its owner's.

            No tool takes a customer's id: who is asking comes from the session alone.

            """;

    private static final String ENDPOINTS = """

            ## HTTP endpoints

            A row is a call about a shopper's own things: her conversation (or a guest's), her order, her proposal. A column is
            who makes the call. A conversation's token opens the conversation, not the level: that a proposal is confirmed
            takes its shopper, or a code. Somebody else's conversation, order or proposal reads like one that doesn't exist.
            `another shopper and token` for a guest's conversation is the shopper who signs in there first: it is his then.
            Demo endpoints answer in demo mode only, and 404 everywhere else.

            """;

    @Inject
    Shop shop;

    @Test
    void everyCellIsAsReviewed() throws IOException {
        CrowdedShop.load(shop);
        ToolMatrix tools = new ToolMatrix(attendant, gemini);
        List<String> toolColumns = new ArrayList<>(List.of("tool", "object"));
        Arrays.stream(Level.values()).map(AuthorizationMatrixTest::title).forEach(toolColumns::add);
        String document = INTRODUCTION + table(toolColumns, tools.rows());

        SmallShop.load(shop);
        EndpointMatrix endpoints = new EndpointMatrix(attendant, gemini);
        List<String> endpointColumns = new ArrayList<>(List.of("call"));
        Arrays.stream(EndpointMatrix.Caller.values())
                .map(EndpointMatrix.Caller::title)
                .forEach(endpointColumns::add);
        document += ENDPOINTS + table(endpointColumns, endpoints.rows());

        System.out.printf("authorization matrix: tool cells=%d endpoint cells=%d%n", tools.cells(), endpoints.cells());
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(document).isEqualTo(Files.readString(DOCUMENT));
    }

    private static String title(Level level) {
        return switch (level) {
            case anonymous -> "anonymous";
            case order -> "order";
            case customer -> "customer, signed in";
            case customerByCode -> "customer, by code";
        };
    }

    private static String table(List<String> columns, List<List<String>> rows) {
        return line(columns)
                + line(Collections.nCopies(columns.size(), "---"))
                + rows.stream().map(AuthorizationMatrixTest::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
