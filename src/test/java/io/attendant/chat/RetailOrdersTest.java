package io.attendant.chat;

import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Shop;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.GeminiRequest;
import io.attendant.testsupport.retail.RetailData;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Every order of the retail data: its owner is told the truth, and nobody else is told anything. */
@QuarkusTest
class RetailOrdersTest extends ApplicationTest {
    private static final int AT_ONCE = 16;

    @Inject
    Shop shop;

    /** What the model got from the tool, by the order's id and who asked. */
    private final Map<String, JsonNode> toolAnswers = new ConcurrentHashMap<>();

    @Test
    void ownerIsToldTheRowAndAnotherCustomerNothing() throws Exception {
        Path folder = RetailData.folder();
        shop.clear();
        for (String kind : List.of("customers", "products", "orders")) {
            assertThat(attendant
                            .importFile(kind, folder.resolve(kind + ".json"))
                            .status())
                    .isEqualTo(200);
        }
        gemini.script(this::clerk);
        JsonNode orders = Shop.parse(RetailData.read("orders.json").toString());

        List<Future<?>> asked = new ArrayList<>();
        try (ExecutorService shoppers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (JsonNode order : orders) {
                String id = order.path("id").asText();
                String owner = order.path("customerId").asText();
                String other = someoneElse(orders, owner);
                asked.add(shoppers.submit(() -> ask(owner, id)));
                asked.add(shoppers.submit(() -> ask(other, id)));
            }
            for (Future<?> one : asked) {
                finished(one);
            }
        }

        for (JsonNode order : orders) {
            String id = order.path("id").asText();
            String owner = order.path("customerId").asText();
            ObjectNode told =
                    (ObjectNode) Shop.parse(toolAnswers.get(id + " " + owner).toString());
            assertThat(told.remove("totals")).isNotNull();
            assertThat((JsonNode) told).isEqualTo(order);
            assertThat(toolAnswers
                            .get(id + " " + someoneElse(orders, owner))
                            .path("refused")
                            .asText())
                    .isEqualTo("order_not_found");
        }
        System.out.printf("retail orders: %d asked by their owner and by another customer%n", orders.size());
    }

    /** The model: looks up the order that was named, and says that it is done. */
    private GeminiReply clerk(GeminiRequest request) {
        String order = request.inLastUserText("#W\\d+").orElseThrow();
        return request.functionResponse("getOrderDetails")
                .map(answer -> {
                    String who = request.inLastUserText("[a-z]+_[a-z]+_\\d+").orElseThrow();
                    toolAnswers.put(order + " " + who, answer.result());
                    return text("Here it is.");
                })
                .orElseGet(() -> call("getOrderDetails", Map.of("orderId", order)));
    }

    private void ask(String customer, String order) {
        JsonNode answer = attendant
                .shopper(customer)
                .ask("I am " + customer + ". Where is " + order + "?")
                .json();
        assertThat(answer.path("reply").asText()).isEqualTo("Here it is.");
    }

    private static String someoneElse(JsonNode orders, String owner) {
        for (JsonNode order : orders) {
            if (!order.path("customerId").asText().equals(owner)) {
                return order.path("customerId").asText();
            }
        }
        throw new AssertionError("all orders are one customer's");
    }

    private static void finished(Future<?> asked) throws InterruptedException {
        try {
            asked.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
