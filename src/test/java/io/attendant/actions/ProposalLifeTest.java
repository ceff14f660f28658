package io.attendant.actions;

import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.calls;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.testsupport.ActionShop;
import io.attendant.testsupport.ActionShop.Outcome;
import io.attendant.testsupport.ActionShop.Proposal;
import io.attendant.testsupport.ActionShop.Shopper;
import io.attendant.testsupport.ActionTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.MovableClock;
import io.attendant.testsupport.MovableTime;
import io.attendant.testsupport.Move;
import io.attendant.testsupport.gemini.protocol.FunctionCall;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the card to its end: replaced, run out, or one too many; and what a model says is never a yes. */
@QuarkusTest
@TestProfile(MovableTime.class)
class ProposalLifeTest extends ActionTest {
    private static final Outcome EXPIRED = new Outcome("expired", "action_expired");
    private static final Outcome REPLACED = new Outcome("expired", "action_replaced");

    @Inject
    MovableClock clock;

    @Inject
    ActionsConfig config;

    private Shopper shopper;
    private Map<String, Map<String, ObjectNode>> before;

    @BeforeEach
    void someShopper() {
        shopper = goods.shopper();
        before = goods.exportAll();
    }

    private Proposal proposed() {
        return goods.propose(shopper, Move.cancel(shopper.orderId()));
    }

    private static List<String> states(Attendant.Chat chat) {
        return chat.transcript().path("actions").findValuesAsText("status");
    }

    @Test
    void stillStandsJustBeforeItsTimeIsUp() {
        Proposal proposal = proposed();
        clock.advance(config.expiry().minusSeconds(60));

        JsonNode transcript = proposal.chat().transcript();
        assertThat(transcript.path("pendingAction").path("actionId").asText()).isEqualTo(proposal.actionId());
        assertThat(states(proposal.chat())).containsExactly("pending");
        assertThat(proposal.confirmed()).isEqualTo(Outcome.EXECUTED);
    }

    @Test
    void executedStaysExecutedWhenItsTimeIsUp() {
        Proposal proposal = proposed();
        Attendant.Answer first = proposal.confirm();
        clock.advance(config.expiry().plus(Duration.ofDays(1)));

        Proposal later = new Proposal(attendant, today(proposal), proposal.actionId());
        assertThat(later.confirm().text()).isEqualTo(first.text());
        assertThat(Outcome.of(first)).isEqualTo(Outcome.EXECUTED);
    }

    /** The same conversation with a token of today. */
    private Attendant.Chat today(Proposal proposal) {
        return attendant.new Chat(proposal.chat().id(), Attendant.bearer(attendant.token(shopper.id(), "shopper")));
    }

    @Test
    void isOverWhenItsTimeIsUp() {
        Proposal proposal = proposed();
        clock.advance(config.expiry());

        assertThat(proposal.chat().transcript().has("pendingAction")).isFalse();
        assertThat(states(proposal.chat())).containsExactly("expired");
        Attendant.Answer first = proposal.confirm();
        assertThat(Outcome.of(first)).isEqualTo(EXPIRED);
        assertThat(proposal.decline().text()).isEqualTo(first.text());
        assertThat(told(proposal.chat())).containsExactly("action.failed");
        assertThat(recorded(proposal.chat())).containsExactly("expired");
        assertThat(goods.exportAll()).isEqualTo(before);
    }

    @Test
    void declinedTooLateIsExpiredAsWell() {
        Proposal proposal = proposed();
        clock.advance(config.expiry());

        assertThat(Outcome.of(proposal.decline())).isEqualTo(EXPIRED);
        assertThat(proposal.confirmed()).isEqualTo(EXPIRED);
    }

    @Test
    void typedYesAfterItsTimeIsToldSoWithoutAModel() {
        Proposal proposal = proposed();
        clock.advance(config.expiry());
        int requests = gemini.requests().size();

        JsonNode answer = proposal.chat().ask("yes").json();

        assertThat(gemini.requests()).hasSize(requests);
        assertThat(ActionShop.events(answer, "action.failed")
                        .getFirst()
                        .path("code")
                        .asText())
                .isEqualTo("action_expired");
        assertThat(answer.path("reply").asText()).isNotBlank();
        assertThat(proposal.confirmed()).isEqualTo(EXPIRED);
        assertThat(goods.exportAll()).isEqualTo(before);
    }

    @Test
    void nextTurnsProposalTakesItsPlace() {
        Proposal first = proposed();
        Proposal second = goods.propose(first.chat(), Move.sendTo(shopper.orderId(), "1 New Street"));

        JsonNode transcript = first.chat().transcript();
        assertThat(transcript.path("pendingAction").path("actionId").asText()).isEqualTo(second.actionId());
        assertThat(states(first.chat())).containsExactly("expired", "pending");
        Attendant.Answer answer = first.confirm();
        assertThat(Outcome.of(answer)).isEqualTo(REPLACED);
        assertThat(first.decline().text()).isEqualTo(answer.text());
        assertThat(goods.exportAll()).isEqualTo(before);

        assertThat(second.confirmed()).isEqualTo(Outcome.EXECUTED);
        assertThat(first.confirm().text()).isEqualTo(answer.text());
        assertThat(goods.export("orders", shopper.orderId()).path("status").asText())
                .isEqualTo("pending");
        assertThat(told(first.chat())).containsExactly("action.executed");
        assertThat(recorded(first.chat())).containsExactly("executed");
    }

    @Test
    void proposalAfterOneThatRanOutLeavesThatOneExpired() {
        Proposal first = proposed();
        clock.advance(config.expiry());
        Proposal second = goods.propose(first.chat(), Move.cancel(shopper.orderId()));

        assertThat(first.confirmed()).isEqualTo(EXPIRED);
        assertThat(second.confirmed()).isEqualTo(Outcome.EXECUTED);
    }

    @Test
    void secondProposalOfATurnIsRefusedAndTheFirstStands() {
        Move cancel = Move.cancel(shopper.orderId());
        Move send = Move.sendTo(shopper.orderId(), "1 New Street");
        gemini.reset();
        gemini.script(
                call(cancel.tool(), cancel.args()),
                call(send.tool(), send.args()),
                call(cancel.tool(), cancel.args()),
                text("Please look at the card."));
        assertOnlyTheFirst(attendant.shopper(shopper.id()), 3);
    }

    @Test
    void parallelProposalsOfATurnAreOne() {
        Move cancel = Move.cancel(shopper.orderId());
        Move send = Move.sendTo(shopper.orderId(), "1 New Street");
        gemini.reset();
        gemini.script(
                calls(FunctionCall.of(cancel.tool(), cancel.args()), FunctionCall.of(send.tool(), send.args())),
                text("Please look at the card."));
        assertOnlyTheFirst(attendant.shopper(shopper.id()), 2);
    }

    private void assertOnlyTheFirst(Attendant.Chat chat, int calls) {
        JsonNode answer = chat.ask("do it").json();

        List<JsonNode> finished = ActionShop.events(answer, "tool.finished");
        assertThat(finished).hasSize(calls);
        assertThat(finished.getFirst().path("ok").asBoolean()).isTrue();
        assertThat(finished.subList(1, calls))
                .extracting(event -> event.path("code").asText())
                .containsOnly("action_pending");
        List<JsonNode> cards = ActionShop.events(answer, "action.proposed");
        assertThat(cards).hasSize(1);
        assertThat(cards.getFirst().path("kind").asText()).isEqualTo("cancelOrder");
        assertThat(states(chat)).containsExactly("pending");
        assertThat(goods.exportAll()).isEqualTo(before);
        assertThat(goods.proposal(chat, cards.getFirst()).confirmed()).isEqualTo(Outcome.EXECUTED);
    }

    @Test
    void whatTheModelSaysConfirmsNothing() {
        Move cancel = Move.cancel(shopper.orderId());
        gemini.reset();
        gemini.script(
                call(cancel.tool(), cancel.args()),
                call("confirmAction", Map.of("decision", "confirm")),
                // Held back, and the attempt to put it right too.
                text("Confirmed! Yes. I confirm the cancellation, it is done."),
                text("Yes. I have cancelled it."),
                text("yes"),
                call(cancel.tool(), cancel.args()),
                text("The shopper said yes, so it is executed."),
                text("It has been cancelled."));
        Attendant.Chat chat = attendant.shopper(shopper.id());

        chat.ask("cancel my order");
        chat.ask("what does the card say?");
        assertThat(states(chat)).containsExactly("pending");
        chat.ask("say it for me");

        assertThat(states(chat)).containsExactly("expired", "pending");
        assertThat(told(chat)).isEmpty();
        assertThat(recorded(chat)).isEmpty();
        assertThat(goods.exportAll()).isEqualTo(before);
    }
}
