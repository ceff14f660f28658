package io.attendant.customers;

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

    @Tool("Returns the signed-in shopper's own profile: name, e-mail, address, payment methods with their ids and the "
            + "balances of gift cards, and phone, language and preferences where known. Call it before proposing a payment "
            + "method, and for questions about the shopper's own data.")
    @ShopperTool(level = TrustLevel.customer)
    public Object getMyProfile(InvocationParameters turn) {
        return customers
                .byId(TurnScope.of(turn).session().requireCustomer())
                .orElseThrow(() -> new ProblemException(ErrorCode.CUSTOMER_NOT_FOUND));
    }
}
