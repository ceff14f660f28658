package io.attendant.customers;

import io.attendant.actions.ActionDraft;
import io.attendant.actions.ActionHandler;
import io.attendant.actions.CardWords;
import io.attendant.actions.Proposals;
import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.TurnScope;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Json;
import io.attendant.shared.ProblemException;
import io.attendant.shared.wording.Wording;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Proposes what shoppers want changed in their own profile, and changes it when they have confirmed. */
@ApplicationScoped
public class CustomerActions implements ActionHandler {
    private static final String UPDATE_ADDRESS = "updateMyAddress";

    @Inject
    Proposals proposals;

    @Inject
    CustomerService customers;

    @Inject
    CardWords words;

    /** What the model is told of a proposal: nothing has happened yet. */
    @RegisterForReflection
    record Proposed(boolean proposed, String kind, String summary, List<ChatEvent.Line> lines, Instant expiresAt) {}

    /** @throws ProblemException {@link ErrorCode#ADDRESS_INCOMPLETE} */
    @Transactional
    Proposed proposeMove(TurnScope turn, Address given) {
        String customerId = turn.session().requireCustomer();
        CustomerData customer =
                customers.byId(customerId).orElseThrow(() -> new ProblemException(ErrorCode.CUSTOMER_NOT_FOUND));
        Address address = checked(given);
        Wording wording = words.in(turn.session().locale());
        ChatEvent.ActionProposed shown = proposals.propose(
                turn,
                new ActionDraft(
                        UPDATE_ADDRESS,
                        customerId,
                        Optional.empty(),
                        address,
                        address,
                        wording.text(UPDATE_ADDRESS + ".summary"),
                        List.of(
                                new ChatEvent.Line(
                                        wording.text("address.former.label"),
                                        customer.address().written()),
                                new ChatEvent.Line(wording.text("address.new.label"), address.written()))));
        return new Proposed(true, shown.kind(), shown.summary(), shown.lines(), shown.expiresAt());
    }

    private static Address checked(Address given) {
        Address address = given.stripped();
        if (!address.isComplete()) {
            throw new ProblemException(ErrorCode.ADDRESS_INCOMPLETE);
        }
        return address;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(UPDATE_ADDRESS);
    }

    @Override
    public Plan plan(String kind, String parameters, String customerId) {
        if (customers.lock(customerId).isEmpty()) {
            throw new ProblemException(ErrorCode.CUSTOMER_NOT_FOUND);
        }
        Address address = checked(Json.read(parameters, Address.class));
        return new Plan() {
            @Override
            public Object effects() {
                return address;
            }

            @Override
            public Optional<Object> apply() {
                customers.move(customerId, address);
                return Optional.empty();
            }
        };
    }
}
