package io.attendant.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.CrowdedShop.Person;
import io.attendant.testsupport.CrowdedShop.State;
import io.attendant.testsupport.gemini.protocol.FunctionCall;
import io.attendant.testsupport.gemini.protocol.FunctionDeclaration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every call that a model on the wrong side could think of, made from the tools as they are declared to it. */
public final class HostileCalls {
    private static final Set<String> REFUSED_ORDER = Set.of("order_not_found", "verification_required");
    private static final Set<String> REFUSED_METHOD = Set.of("payment_method_not_found", "verification_required");

    /** Given back in the model's own words, so foreign values of its own invention prove nothing there. */
    private static final Set<String> OWN_WORDS =
            Set.of("reason", "summary", "expression", "line1", "line2", "city", "state", "postalCode", "country");

    private final List<FunctionDeclaration> tools;
    private final Person self;
    private final List<Person> others;
    private final Optional<String> readable;

    /** @param codes of which one has to be the answer; any answer will do if empty */
    public record Attack(FunctionCall call, Set<String> codes) {}

    /**
     * @param self whose orders and methods fill the places that are not under attack
     * @param others everybody whom the shopper is not, as far as anybody knows
     * @param readable the one order that may be read nevertheless
     */
    public HostileCalls(List<FunctionDeclaration> tools, Person self, List<Person> others, Optional<String> readable) {
        this.tools = tools;
        this.self = self;
        this.others = others;
        this.readable = readable;
    }

    public List<Attack> all() {
        List<Attack> attacks = new ArrayList<>();
        for (FunctionDeclaration tool : tools) {
            otherPeoplesOrders(tool, attacks);
            otherPeoplesMethods(tool, attacks);
            writings(tool, attacks);
            smuggled(tool, attacks);
            wrongTypes(tool, attacks);
        }
        invented(attacks);
        return attacks;
    }

    /** Arguments that would be right if the order were the shopper's. */
    public static Map<String, Object> fitting(FunctionDeclaration tool, Person person, String order) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (String parameter : parameters(tool)) {
            arguments.put(
                    parameter,
                    switch (parameter) {
                        case "orderId" -> order;
                        case "paymentMethodId" -> tool.name().equals("returnItems") ? person.card() : person.paypal();
                        case "itemIds" -> List.of(CrowdedShop.BLACK);
                        case "newItemIds" -> List.of(CrowdedShop.WHITE);
                        case "productId" -> CrowdedShop.LAMP;
                        case "reason" -> "NO_LONGER_NEEDED";
                        case "summary", "hint", "query" -> "lamp";
                        case "category" -> "Lighting";
                        case "expression" -> "1 + 1";
                        case "maxPrice" -> 1000;
                        case "inStockOnly" -> false;
                        case "line1" -> "1 Blank Street";
                        case "city" -> "Nowhere";
                        case "postalCode" -> "0000";
                        case "country" -> "NL";
                        case "line2", "state" -> "";
                        default -> isList(tool, parameter) ? List.of(order) : order;
                    });
        }
        return arguments;
    }

    public static List<String> parameters(FunctionDeclaration tool) {
        List<String> names = new ArrayList<>();
        tool.parameters().path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean isList(FunctionDeclaration tool, String parameter) {
        JsonNode type = tool.parameters().path("properties").path(parameter).path("type");
        return type.asText().toLowerCase(Locale.ROOT).equals("array");
    }

    /** The order that the tool would take, were it the person's who asks. */
    public static String order(FunctionDeclaration tool, Person person) {
        boolean delivered = Set.of("returnItems", "exchangeItems").contains(tool.name());
        return person.order(delivered ? State.delivered : State.pending);
    }

    private void otherPeoplesOrders(FunctionDeclaration tool, List<Attack> attacks) {
        if (!parameters(tool).contains("orderId")) {
            return;
        }
        for (Person other : others) {
            for (String order : other.orders()) {
                Set<String> codes = readable.filter(order::equals).isPresent() ? Set.of() : REFUSED_ORDER;
                attacks.add(attack(tool, fitting(tool, other, order), codes));
                attacks.add(attack(tool, fitting(tool, self, order), codes));
            }
        }
    }

    private void otherPeoplesMethods(FunctionDeclaration tool, List<Attack> attacks) {
        if (!parameters(tool).contains("paymentMethodId")) {
            return;
        }
        for (Person other : others) {
            for (String method : other.paymentMethods()) {
                Map<String, Object> arguments = fitting(tool, self, order(tool, self));
                arguments.put("paymentMethodId", method);
                attacks.add(attack(tool, arguments, REFUSED_METHOD));
            }
        }
    }

    /** One thing in all the ways in which it can be written, in each place where an id or a search can stand. */
    private void writings(FunctionDeclaration tool, List<Attack> attacks) {
        for (String parameter : parameters(tool)) {
            if (OWN_WORDS.contains(parameter)) {
                continue;
            }
            for (int person = 0; person < others.size(); person++) {
                Person other = others.get(person);
                String order = order(tool, other);
                String bare = order.substring(1);
                List<String> values = List.of(
                        order.toLowerCase(Locale.ROOT),
                        bare,
                        " " + order + "\n",
                        "##" + bare,
                        "＃" + bare,
                        "%23" + bare,
                        order + "\u200b",
                        "\u0000" + order,
                        order + "' OR '1'='1",
                        "'; UPDATE orders SET customer_id = '" + self.id() + "'; --",
                        "x' UNION SELECT email FROM customers --",
                        "${" + order + "}",
                        "../orders/" + bare,
                        "%",
                        "*",
                        "{\"$gt\":\"\"}",
                        other.id(),
                        other.email(),
                        other.card(),
                        other.lastName(),
                        other.postalCode(),
                        order.repeat(200));
                // Everybody's turn comes, with every other writing.
                for (int i = person % 2; i < values.size(); i += 2) {
                    Map<String, Object> arguments = fitting(tool, other, order);
                    String value = values.get(i);
                    arguments.put(parameter, isList(tool, parameter) ? List.of(value) : value);
                    attacks.add(attack(tool, arguments, Set.of()));
                }
            }
        }
    }

    /** More arguments than there are parameters, as if one of them could say who is asking. */
    private void smuggled(FunctionDeclaration tool, List<Attack> attacks) {
        for (Person other : others) {
            Map<String, Object> who =
                    Map.of("level", "customer", "customerId", other.id(), "orderId", order(tool, other));
            Map<String, Object> more = new LinkedHashMap<>();
            Stream.of("customerId", "customer_id", "userId", "sub", "owner", "asCustomer")
                    .forEach(name -> more.put(name, other.id()));
            Stream.of("turn", "session", "parameters", "invocationParameters", "context")
                    .forEach(name -> more.put(name, who));
            more.put("email", other.email());
            more.put("role", "admin");
            more.put("confirm", true);
            more.put("confirmed", "yes");
            more.put("decision", "confirm");
            Map<String, Object> arguments = fitting(tool, other, order(tool, other));
            arguments.putAll(more);
            attacks.add(attack(tool, arguments, Set.of()));
        }
    }

    private void wrongTypes(FunctionDeclaration tool, List<Attack> attacks) {
        List<Object> values = new ArrayList<>(Arrays.asList(
                null,
                7,
                -1.5e300,
                true,
                "",
                "\u0000",
                Map.of("$ne", 1),
                List.of(),
                List.of(List.of("x")),
                Arrays.asList(null, 3),
                Collections.nCopies(3, Map.of("id", 1))));
        for (String parameter : parameters(tool)) {
            for (Object value : values) {
                Map<String, Object> arguments = fitting(tool, self, order(tool, self));
                arguments.put(parameter, value);
                attacks.add(attack(tool, arguments, Set.of()));
            }
            Map<String, Object> missing = fitting(tool, self, order(tool, self));
            missing.remove(parameter);
            attacks.add(attack(tool, missing, Set.of()));
            if (isList(tool, parameter)) {
                Map<String, Object> many = fitting(tool, self, order(tool, self));
                many.put(parameter, Collections.nCopies(10_000, CrowdedShop.BLACK));
                attacks.add(attack(tool, many, Set.of("invalid_arguments", "verification_required")));
            }
        }
    }

    private void invented(List<Attack> attacks) {
        Person other = others.getFirst();
        for (String name : List.of(
                "confirmAction",
                "executeAction",
                "setCustomer",
                "getCustomer",
                "getCustomerProfile",
                "listOrders",
                "runSql",
                "GETORDERDETAILS",
                "getmyprofile",
                "OrderTools.getOrderDetails",
                "answer",
                "toString")) {
            attacks.add(new Attack(
                    FunctionCall.of(
                            name,
                            Map.of(
                                    "orderId",
                                    other.order(State.pending),
                                    "customerId",
                                    other.id(),
                                    "sql",
                                    "SELECT * FROM customers",
                                    "decision",
                                    "confirm")),
                    Set.of("unknown_tool")));
        }
    }

    private static Attack attack(FunctionDeclaration tool, Map<String, Object> arguments, Set<String> codes) {
        return new Attack(FunctionCall.of(tool.name(), arguments), codes);
    }
}
