import { describe, expect, it } from "vitest";
import { ApiError } from "@/lib/api-error";
import { PROPOSAL } from "@/testing/fixtures";
import { openSession, settle } from "@/testing/open-session";
import { decodeTranscript } from "./transcript";

const OFFLINE = new ApiError(0, "network");

async function openedWithAction() {
  const all = openSession({ id: "c1", token: "secret" });
  all.api.transcript = decodeTranscript({
    id: "c1",
    messages: [
      {
        messageId: "m1",
        from: "assistant",
        text: "Sure.",
        events: [{ event: "action.proposed", data: PROPOSAL }],
      },
    ],
    pendingAction: PROPOSAL,
  });
  await all.session.open();
  const action = () => all.session.getState().actions.x1;
  return { ...all, action };
}

describe("deciding", () => {
  it("sends one decision, however often it is clicked", async () => {
    const { api, session, action } = await openedWithAction();
    void session.actions.decide("x1", "confirm");
    void session.actions.decide("x1", "confirm");
    void session.actions.decide("x1", "decline");
    expect(action()?.sending).toBe("confirm");
    await settle();
    expect(api.decisions).toEqual([["x1", "confirm"]]);
    expect(action()).toEqual({ status: "executed", order: undefined });
    await session.actions.decide("x1", "decline");
    expect(api.decisions).toHaveLength(1);
  });

  it("sends it again when the answer was lost, and tells only when that does not help", async () => {
    const { api, session, action, pauses } = await openedWithAction();
    api.outcomes = [OFFLINE, OFFLINE, { status: "executed" }];
    await session.actions.decide("x1", "confirm");
    expect(api.decisions).toHaveLength(3);
    expect(pauses).toEqual([500, 1500]);
    expect(action()?.status).toBe("executed");

    const offline = await openedWithAction();
    offline.api.outcomes = [OFFLINE];
    await offline.session.actions.decide("x1", "decline");
    expect(offline.api.decisions).toHaveLength(3);
    expect(offline.action()).toEqual({
      status: "pending",
      failure: { decision: "decline", code: "network" },
    });
    offline.api.outcomes = [{ status: "declined" }];
    await offline.session.actions.decide("x1", "decline");
    expect(offline.action()?.status).toBe("declined");
  });

  it("tells at once what the server refuses", async () => {
    const { api, session, action } = await openedWithAction();
    api.outcomes = [new ApiError(403, "verification_required")];
    await session.actions.decide("x1", "confirm");
    expect(api.decisions).toHaveLength(1);
    expect(action()?.failure?.code).toBe("verification_required");
    expect(session.getState().verification).toMatchObject({ askedIn: "m1", actionId: "x1" });
  });

  it("shows what was decided in another tab, also while its own decision is on its way", async () => {
    const { api, session, action } = await openedWithAction();
    void session.actions.decide("x1", "confirm");
    api.follows[0]?.emit(7, {
      type: "action.settled",
      actionId: "x1",
      outcome: { status: "declined" },
    });
    expect(action()?.status).toBe("declined");
    await settle();
  });

  it("shows nothing in a conversation that has been left", async () => {
    const { session, action } = await openedWithAction();
    const decided = session.actions.decide("x1", "confirm");
    session.close();
    await decided;
    expect(action()).toEqual({ status: "pending", sending: "confirm" });
  });
});
