import { describe, expect, it } from "vitest";
import { ApiError, NETWORK_CODE } from "@/lib/api-error";
import { openSession, settle } from "@/testing/open-session";

async function opened() {
  const setup = openSession();
  await setup.session.open();
  await settle();
  return setup;
}

const shown = ({ session }: Pick<ReturnType<typeof openSession>, "session">) =>
  session
    .getState()
    .messages.map((message) =>
      message.from === "shopper" ? `${message.text} (${message.delivery})` : message.from,
    );

describe("without a network", () => {
  it("lets a question wait, and sends it once the network is back", async () => {
    const setup = await opened();
    const { api, session, network } = setup;
    network.online = false;
    expect(session.getState().offline).toBe(true);
    await session.send("Hello");
    expect(api.turns).toHaveLength(0);
    expect(shown(setup)).toEqual(["Hello (queued)"]);

    network.online = true;
    await settle();
    expect(session.getState().offline).toBe(false);
    expect(api.turns).toHaveLength(1);
    expect(api.turns[0]?.request?.text).toBe("Hello");
    expect(shown(setup)).toEqual(["Hello (sending)", "assistant"]);
  });

  it("keeps the waiting question until the server has it", async () => {
    const { api, session, network, outbox } = await opened();
    network.online = false;
    await session.send("Hello");
    expect(outbox.kept?.message.text).toBe("Hello");
    const { clientMessageId } = outbox.kept?.message ?? {};
    network.online = true;
    await settle();
    expect(outbox.kept).toBeDefined();
    expect(api.turns[0]?.request?.clientMessageId).toBe(clientMessageId);
    api.turns[0]?.emit(1, { type: "turn.started", turnId: "t1" });
    expect(outbox.kept).toBeUndefined();
  });

  it("sends what waited when the page was left", async () => {
    const setup = openSession({ id: "c1", token: "secret" });
    const message = { text: "Hello", clientMessageId: "m1", at: "2026-03-05T09:59:00Z" };
    setup.outbox.save("c1", message);
    await setup.session.open();
    await settle();
    expect(setup.api.turns[0]?.request).toMatchObject({ text: "Hello", clientMessageId: "m1" });
    expect(shown(setup)).toEqual(["Hello (sending)", "assistant"]);
  });

  it("changes a waiting question in place, and can forget it", async () => {
    const setup = await opened();
    const { api, session, network, outbox } = setup;
    network.online = false;
    await session.send("Helo");
    await session.resend(session.getState().messages[0]?.key ?? "", "Hello");
    expect(shown(setup)).toEqual(["Hello (queued)"]);
    expect(outbox.kept?.message.text).toBe("Hello");
    session.queue.discard();
    expect(shown(setup)).toEqual([]);
    network.online = true;
    await settle();
    expect(api.turns).toHaveLength(0);
    expect(outbox.kept).toBeUndefined();
  });

  it("does not lose it to a transcript that is loaded meanwhile", async () => {
    const setup = await opened();
    const { api, session, network } = setup;
    network.online = false;
    await session.send("Hello");
    api.follows[0]?.emit(5, { type: "turn.started", turnId: "elsewhere" });
    await settle();
    expect(shown(setup)).toEqual(["Hello (queued)"]);
  });

  it("leaves a dead line at once, and joins the answer where it was", async () => {
    const { api, session, network, pauses } = await opened();
    void session.send("Hello");
    await settle();
    api.turns[0]?.emit(7, { type: "turn.started", turnId: "t1" });
    api.turns[0]?.emit(8, { type: "text.delta", text: "One. " });
    network.online = false;
    await settle();
    expect(api.turns).toHaveLength(1);
    expect(session.getState().turn?.turnId).toBe("t1");

    network.online = true;
    await settle();
    expect(api.turns).toHaveLength(2);
    expect(api.turns[1]?.lastEventId).toBe(8);
    api.turns[1]?.emit(9, { type: "text.delta", text: "Two." });
    expect(session.getState().messages.at(-1)?.text).toBe("One. Two.");
    expect(pauses.every((ms) => ms === 500)).toBe(true);
    expect(api.follows).toHaveLength(2);
  });

  it("does not give up an answer however often the network comes and goes", async () => {
    const { api, session, network } = await opened();
    void session.send("Hello");
    await settle();
    for (let cut = 0; cut < 6; cut += 1) {
      network.online = false;
      await settle();
      network.online = true;
      await settle();
    }
    expect(api.turns).toHaveLength(7);
    expect(session.getState().turn).toBeDefined();
  });

  it("opens by itself what could not be opened", async () => {
    const { api, session, network } = openSession();
    network.online = false;
    api.createFailure = new ApiError(0, NETWORK_CODE);
    await session.open();
    expect(session.getState().phase).toBe("failed");
    api.createFailure = undefined;
    network.online = true;
    await settle();
    expect(session.getState().phase).toBe("ready");
  });
});
