package io.attendant.assistant.budget;

import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.model.ModelFailure;
import io.attendant.conversations.Spending;
import io.attendant.conversations.Spent;
import io.attendant.identity.ShopperSession;
import io.attendant.shared.DemoConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps what is spent on the provider's model within the configured limits. */
@ApplicationScoped
public class Budget {
    @Inject
    BudgetConfig config;

    @Inject
    DemoConfig demo;

    @Inject
    Spending spending;

    @Inject
    Clock clock;

    /** A limit, and what had been spent of it when the turn began. */
    private record Account(BudgetConfig.Limits limits, Spent before) {
        /** The largest share of any of its limits that is used up; 1 or more if one is. */
        double used(Spent now) {
            Spent all = before.plus(now);
            double tokens =
                    limits.tokens().map(most -> share(all.tokens(), most)).orElse(0.0);
            double calls = limits.calls().map(most -> share(all.calls(), most)).orElse(0.0);
            double cost = limits.cost()
                    .map(most -> share(all.cost().doubleValue(), most.doubleValue()))
                    .orElse(0.0);
            return Math.max(tokens, Math.max(calls, cost));
        }

        private static double share(double used, double most) {
            return most == 0 ? 1 : used / most;
        }
    }

    /** What a turn may still spend; fixed when it begins, so that its calls cost no queries. */
    public static final class Allowance {
        private final List<Account> accounts;
        private final int callsPerTurn;
        private final double near;

        private Allowance(List<Account> accounts, int callsPerTurn, double near) {
            this.accounts = accounts;
            this.callsPerTurn = callsPerTurn;
            this.near = near;
        }

        /** @throws ModelFailure {@link ModelFailure.Kind#OVER_BUDGET} once a limit is reached */
        public void check(AnswerTurn turn) {
            Spent now = Spent.of(turn.modelCalls());
            if (now.calls() >= callsPerTurn || accounts.stream().anyMatch(account -> account.used(now) >= 1)) {
                throw new ModelFailure(ModelFailure.Kind.OVER_BUDGET);
            }
        }

        /** Whether it is time to be thrifty. */
        public boolean isNear() {
            return accounts.stream().anyMatch(account -> account.used(Spent.NOTHING) >= near);
        }
    }

    /** What the conversation, its shopper and the shop have left. */
    public Allowance of(UUID conversationId, ShopperSession session) {
        List<Account> accounts = new ArrayList<>();
        if (limits(config.conversation())) {
            accounts.add(new Account(config.conversation(), spending.ofConversation(conversationId)));
        }
        if (!demo.enabled()) {
            Instant midnight = clock.instant().truncatedTo(ChronoUnit.DAYS);
            session.customerId()
                    .filter(id -> limits(config.shopperDay()))
                    .ifPresent(customer ->
                            accounts.add(new Account(config.shopperDay(), spending.ofCustomer(customer, midnight))));
            if (limits(config.shopDay())) {
                accounts.add(new Account(config.shopDay(), spending.ofAll(midnight)));
            }
        }
        return new Allowance(accounts, config.callsPerTurn(), config.nearPercent() / 100.0);
    }

    private static boolean limits(BudgetConfig.Limits limits) {
        return limits.tokens().isPresent()
                || limits.cost().isPresent()
                || limits.calls().isPresent();
    }
}
