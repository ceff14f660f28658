import { ApiError, errorCode } from "@/lib/api-error";
import type { ActionOutcome, Decision } from "./action";
import type { ConversationRef } from "./chat-api";
import { pause, type SessionLink } from "./session-link";

/** How often a decision whose answer was lost is sent again before the shopper is told. */
const MAX_RESENDS = 2;

/** The shopper's decisions on proposed actions, on their way to the server. */
export class ActionDecisions {
  readonly #link: SessionLink;

  constructor(link: SessionLink) {
    this.#link = link;
  }

  /** Sends a decision; does nothing while one is on its way or when the action has ended. */
  async decide(actionId: string, decision: Decision): Promise<void> {
    const { getState, dispatch } = this.#link;
    const open = this.#link.open();
    const action = getState().actions[actionId];
    if (!open || action?.status !== "pending" || action.sending) return;
    dispatch({ type: "decisionSent", actionId, decision });
    try {
      const outcome = await this.#send(open.ref, actionId, decision, open.scope);
      if (!open.scope.aborted) dispatch({ type: "actionSettled", actionId, outcome });
    } catch (error) {
      if (open.scope.aborted) return;
      dispatch({ type: "decisionFailed", actionId, decision, code: errorCode(error) });
    }
  }

  /** What was sent may have arrived although its answer was lost; the server does it only once. */
  async #send(
    ref: ConversationRef,
    actionId: string,
    decision: Decision,
    scope: AbortSignal,
  ): Promise<ActionOutcome> {
    for (let resends = 0; ; resends += 1) {
      try {
        return await this.#link.api.decideAction(ref, actionId, decision);
      } catch (error) {
        const lost = error instanceof ApiError && error.status === 0;
        if (!lost || resends >= MAX_RESENDS || scope.aborted) throw error;
        await this.#link.wait(pause(resends + 1), scope);
      }
    }
  }
}
