package io.attendant.customers;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import io.attendant.conversations.ShopperTool;
import io.attendant.conversations.TurnScope;
import io.attendant.identity.TrustLevel;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The signed-in shopper's own data, for the model. */
@ApplicationScoped
public class CustomerTools {
    @Inject
    CustomerService customers;

    @Inject
    CustomerActions actions;

    @Tool("Returns the signed-in shopper's own profile: name, e-mail, address, payment methods with their ids and the "
            + "balances of gift cards, and phone, language and preferences where known. Call it before proposing a payment "
            + "method, and for questions about the shopper's own data.")
    @ShopperTool(level = TrustLevel.customer)
    public Object getMyProfile(InvocationParameters turn) {
        return customers
                .byId(TurnScope.of(turn).session().requireCustomer())
                .orElseThrow(() -> new ProblemException(ErrorCode.CUSTOMER_NOT_FOUND));
    }

    @Tool(
            "Only proposes: the shopper sees a card and decides. Proposes a new address for the shopper's profile; orders keep "
                    + "theirs. Returns what would happen, or the rule that forbids it. Never say that it is done.")
    @ShopperTool(level = TrustLevel.customer)
    public Object updateMyAddress(
            @P(value = Address.LINE1, required = true) String line1,
            @P(value = Address.LINE2, required = true) String line2,
            @P(value = Address.CITY, required = true) String city,
            @P(value = Address.STATE, required = true) String state,
            @P(value = Address.POSTAL_CODE, required = true) String postalCode,
            @P(value = Address.COUNTRY, required = true) String country,
            InvocationParameters turn) {
        return actions.proposeMove(
                TurnScope.of(turn), Address.fromWords(line1, line2, city, state, postalCode, country));
    }
}
