// What the mock assistant answers: a list of [pause in ms, event, data] for each kind of question.

import { decide, eventOf, pendingOf, planFor, propose } from "./actions.mjs";
import { articles, orders, products } from "./data.mjs";
import { forget, tryCode } from "./verification.mjs";

const sentences = (text) => text.match(/[^.!?]+[.!?]+\s*|[^.!?]+$/g) ?? [];
const say = (text) => sentences(text).map((part) => [260, "text.delta", { text: part }]);
const tool = (name, ms = 700) => [
  [150, "tool.started", { callId: `call-${name}`, tool: name }],
  [ms, "tool.finished", { callId: `call-${name}`, tool: name, ok: true }],
];

export function answer(text, customer, conversation) {
  const asked = text.toLowerCase();
  const signedIn = customer !== undefined;
  const pending = pendingOf(conversation);
  if (pending && /^(yes|no)\b/.test(asked)) {
    decide(pending, asked.startsWith("yes") ? "confirm" : "decline");
    return [[200, ...eventOf(pending)], ...say("All right, I have noted your decision.")];
  }
  const code = conversation.check && /\d{6}/.exec(text)?.[0];
  if (code) {
    return tryCode(conversation, code) === undefined
      ? say("Thank you, now I know that it's you. What can I do for you?")
      : say("This code is not right. Please check it.");
  }
  if (/forget me/.test(asked)) {
    forget(conversation);
    return say("Your check does not hold any more.");
  }
  if (/fail/.test(asked)) return [...tool("searchHelp"), fail("model_unavailable", true)];
  if (/person|human|mensch/.test(asked)) {
    return [
      ...tool("handOffToHuman"),
      [100, "handoff.created", { ticketId: "7f3c2041-8a41-4f0e-9b57-0d1c5a6e2b10" }],
      ...say(
        "I have asked a colleague to take over. They will see our conversation, so you need not say it again.",
      ),
    ];
  }
  if (conversation.level === "order" && asked.includes(conversation.orderId.toLowerCase())) {
    const own = orders.find((entry) => entry.id === conversation.orderId);
    return [
      ...tool("getOrderDetails"),
      [50, "card", { kind: "order", data: own }],
      ...say(`Here is your order ${own.id}.`),
    ];
  }
  if (/order|bestellung|where|cancel/.test(asked) && !signedIn) {
    return [
      ...tool("requestVerification", 300),
      [50, "verification.required", { reason: "orders" }],
      ...say("I can look that up as soon as I know that it's you."),
    ];
  }
  if (/cancel|exchange|send back|change .*address|storn/.test(asked))
    return plan(text, customer, conversation);
  if (/all my orders|my orders|alle/.test(asked)) {
    return [
      ...tool("listMyOrders"),
      [50, "card", { kind: "orders", data: { items: orders, total: orders.length } }],
      ...say(
        `You have ${orders.length} orders. The newest one, ${orders[0].id}, is still pending.`,
      ),
    ];
  }
  if (/order|bestellung|where/.test(asked)) {
    const wanted =
      orders.find((entry) => asked.includes(entry.id.toLowerCase())) ??
      orders.find((entry) => entry.status === "processed");
    return [
      ...tool("getOrderDetails"),
      [50, "card", { kind: "order", data: wanted }],
      ...say(
        `Your order **${wanted.id}** is on its way. It left the sorting centre in Jönköping three hours ago. Nordpost expects to hand it over tomorrow.`,
      ),
      [
        100,
        "choices",
        {
          options: [
            { label: "Show all my orders", text: "Show me all my orders" },
            { label: "How do returns work?", text: "How do returns work?" },
          ],
        },
      ],
    ];
  }
  if (/compare/.test(asked)) {
    const lamps = products.filter((entry) => entry.category === "Lighting").slice(0, 2);
    return [
      ...tool("getProductDetails"),
      [50, "card", { kind: "comparison", data: { items: lamps } }],
      ...say(
        "Here are the two lamps side by side. The swing-arm lamp costs less and reaches further; the dome lamp gives a softer light.",
      ),
    ];
  }
  if (/lamp/.test(asked)) {
    const lamps = products.filter((entry) => entry.category === "Lighting");
    return [
      ...tool("findProducts"),
      [50, "card", { kind: "products", data: { items: lamps, total: 7 } }],
      ...say("These lamps are in stock. Shall I compare two of them?"),
      [
        100,
        "choices",
        { options: [{ label: "Compare two", text: "Compare the desk lamp and the table lamp" }] },
      ],
    ];
  }
  if (/skillet|pan/.test(asked)) {
    return [
      ...tool("findProducts", 300),
      ...tool("getProductDetails"),
      [50, "card", { kind: "product", data: products[0] }],
      ...say("The forged skillet comes in three sizes, and all of them can be sent today."),
      [50, "citation", cite(articles[2])],
    ];
  }
  if (/return|ship/.test(asked)) {
    const found = /ship/.test(asked) ? articles[1] : articles[0];
    return [
      ...tool("searchHelp"),
      ...say(
        "You have 30 days from delivery to send something back:\n\n- ask for the return here,\n- pack it in any sturdy box,\n- hand it to the carrier with our label.\n\nA card gets its money back in **5 to 7 business days**.",
      ),
      [50, "citation", cite(found)],
    ];
  }
  return say(
    "Hello! I can look up your orders, find products and answer questions about shipping and returns. What can I do for you?",
  );
}

function plan(text, customer, conversation) {
  const wanted = planFor(text.replace("send back", "return"), customer.id);
  if (wanted.refused) {
    return say("This is not possible for that order: it is not in the right state any more.");
  }
  const proposal = propose(conversation, wanted);
  return [
    ...tool(proposal.kind),
    [50, "action.proposed", proposal],
    ...say("Please check the details below and confirm them. Nothing is changed before you do."),
  ];
}

function cite(article) {
  return { articleId: article.id, title: article.title, url: `/help/${article.id}` };
}

function fail(code, retryable) {
  return [
    300,
    "turn.failed",
    { code, message: "The assistant can't answer right now.", retryable },
  ];
}
