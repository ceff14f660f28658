// A stand-in for the server, for working on the app alone: `npm run mock` and `npx vite` beside it.
// It also serves a finished build from dist/, so that the browser tests can run against it.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { decide, eventOf } from "./actions.mjs";
import * as chat from "./conversations.mjs";
import { articles, config, customers, orders, products } from "./data.mjs";
import * as feedback from "./feedback.mjs";
import * as verification from "./verification.mjs";

const PORT = Number(process.env.PORT ?? 8080);
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const IMAGES = join(ROOT, "../src/main/resources/demo/images");
const PAGE_SIZE = 8;
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const routes = [
  ["GET", /^\/api\/config$/, ({ json }) => json(200, config)],
  ["GET", /^\/api\/me$/, ({ json, customer }) => json(200, me(customer))],
  ["GET", /^\/api\/me\/orders$/, (call) => ownOrders(call)],
  ["GET", /^\/api\/me\/orders\/(.+)$/, (call) => ownOrder(call)],
  ["GET", /^\/api\/products$/, ({ json, query }) => json(200, page(searchProducts(query), query))],
  [
    "GET",
    /^\/api\/products\/categories$/,
    ({ json }) => json(200, [...new Set(products.map((entry) => entry.category))]),
  ],
  ["GET", /^\/api\/products\/(.+)$/, (call) => byId(call, products, "product_not_found")],
  ["GET", /^\/api\/articles$/, ({ json, query }) => json(200, page(searchArticles(query), query))],
  ["GET", /^\/api\/articles\/(.+)$/, (call) => byId(call, articles, "article_not_found")],
  ["GET", /^\/api\/demo\/customers$/, ({ json }) => json(200, customers)],
  [
    "POST",
    /^\/api\/demo\/tokens$/,
    ({ json, body }) => json(200, { token: `demo.${body.subject}` }),
  ],
  ["GET", /^\/api\/demo\/outbox$/, verification.demoOutbox],
  ["GET", /^\/api\/conversations$/, ownConversations],
  ["POST", /^\/api\/conversations$/, (call) => createConversation(call)],
  [
    "GET",
    /^\/api\/conversations\/([^/]+)$/,
    inConversation((call, found) => call.json(200, chat.describe(found))),
  ],
  ["POST", /^\/api\/conversations\/([^/]+)\/messages$/, inConversation(postMessage)],
  ["GET", /^\/api\/conversations\/([^/]+)\/events$/, inConversation(follow)],
  ["POST", /^\/api\/conversations\/([^/]+)\/turns\/([^/]+)\/stop$/, inConversation(stopTurn)],
  ["POST", /^\/api\/conversations\/([^/]+)\/feedback$/, inConversation(feedback.rate)],
  ["POST", /^\/api\/conversations\/([^/]+)\/resolution$/, inConversation(feedback.resolve)],
  ["POST", /^\/api\/conversations\/([^/]+)\/handoff$/, inConversation(handOff)],
  ["POST", /^\/api\/conversations\/([^/]+)\/actions\/([^/]+)$/, inConversation(decideAction)],
  ["POST", /^\/api\/conversations\/([^/]+)\/verification$/, inConversation(verification.start)],
  [
    "POST",
    /^\/api\/conversations\/([^/]+)\/verification\/code$/,
    inConversation(verification.submit),
  ],
];

createServer(async (request, response) => {
  const url = new URL(request.url, "http://localhost");
  if (url.pathname.startsWith("/demo/images/"))
    return sendFile(response, join(IMAGES, normalize(url.pathname.slice(13))));
  if (!url.pathname.startsWith("/api/")) return sendApp(response, url.pathname);
  const call = await read(request, response, url);
  for (const [method, pattern, handle] of routes) {
    const match = method === request.method && pattern.exec(url.pathname);
    if (match) return handle({ ...call, params: match.slice(1).map(decodeURIComponent) });
  }
  return call.problem(404, "not_found");
}).listen(PORT, () => console.log(`The mock server listens on http://localhost:${PORT}`));

async function read(request, response, url) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const subject = /^Bearer demo\.(.+)$/.exec(request.headers.authorization ?? "")?.[1];
  const json = (status, value, headers = {}) => {
    response.writeHead(status, { "Content-Type": "application/json", ...headers });
    response.end(JSON.stringify(value));
  };
  return {
    request,
    response,
    json,
    problem: (status, code, members = {}, headers = {}) =>
      json(
        status,
        { title: code, status, code, ...members },
        { "Content-Type": "application/problem+json", ...headers },
      ),
    query: url.searchParams,
    body: chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {},
    customer: customers.find((entry) => entry.id === subject),
  };
}

function me(customer) {
  return customer
    ? { level: "customer", roles: ["shopper"], customer }
    : { level: "anonymous", roles: [] };
}

function ownOrders({ json, problem, customer, query }) {
  if (!customer) return problem(401, "unauthorized");
  return json(200, page(customer.id === "C1001" ? orders : [], query));
}

function ownOrder({ json, problem, customer, params }) {
  if (!customer) return problem(401, "unauthorized");
  const found = customer.id === "C1001" && orders.find((entry) => entry.id === params[0]);
  return found ? json(200, found) : problem(404, "order_not_found");
}

function byId({ json, problem, params }, list, code) {
  const found = list.find((entry) => entry.id === params[0]);
  return found ? json(200, found) : problem(404, code);
}

function searchProducts(query) {
  const words = (query.get("query") ?? "").toLowerCase();
  const category = query.get("category");
  return products.filter(
    (entry) =>
      `${entry.name} ${entry.description}`.toLowerCase().includes(words) &&
      (!category || entry.category === category),
  );
}

function searchArticles(query) {
  const words = (query.get("query") ?? "").toLowerCase();
  return articles.filter((entry) => `${entry.title} ${entry.body}`.toLowerCase().includes(words));
}

function page(items, query) {
  const number = Number(query.get("page") ?? 1);
  const from = (number - 1) * PAGE_SIZE;
  return { items: items.slice(from, from + PAGE_SIZE), page: number, total: items.length };
}

function createConversation({ json, customer }) {
  const created = chat.create(customer);
  const { id, token, greeting, suggestions, level } = created;
  json(201, { id, token, greeting, suggestions, assistant: config.assistant, level });
}

function ownConversations({ json, problem, customer, query }) {
  if (!customer) return problem(401, "token_required");
  return json(200, page(chat.ofCustomer(customer), query));
}

function inConversation(handle) {
  return (call) => {
    const found = chat.find(
      call.params[0],
      call.request.headers["x-conversation-token"],
      call.customer,
    );
    return found ? handle(call, found) : call.problem(404, "conversation_not_found");
  };
}

function postMessage(call, conversation) {
  const { body, problem, request, customer } = call;
  if (typeof body.text !== "string" || body.text.trim() === "")
    return problem(400, "invalid_request");
  if (body.text.length > 4000) return problem(413, "message_too_long");
  const turn = chat.ask(conversation, body, customer);
  if (typeof turn === "string") return problem(409, turn);
  const send = openStream(call);
  const seen = Number(request.headers["last-event-id"] ?? 0);
  const tell = (entry) => {
    send(entry);
    if (entry.event === "turn.completed" || entry.event === "turn.failed") call.response.end();
  };
  for (const entry of turn.events.filter(({ id }) => id > seen)) tell(entry);
  turn.listeners.add(tell);
  return request.socket.on("close", () => turn.listeners.delete(tell));
}

function follow(call, conversation) {
  const send = openStream(call);
  const seen = Number(call.request.headers["last-event-id"] ?? 0);
  for (const entry of conversation.published.filter(({ id }) => id > seen)) send(entry);
  conversation.followers.add(send);
  call.request.socket.on("close", () => conversation.followers.delete(send));
}

function openStream({ response }) {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-cache" });
  response.write(": open\n\n");
  return ({ id, event, data }) =>
    response.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

function stopTurn({ response, params }, conversation) {
  chat.stop(conversation, params[1]);
  response.writeHead(204).end();
}

function decideAction({ json, problem, params, body, customer }, conversation) {
  const action = conversation.actions.find(({ proposal }) => proposal.actionId === params[1]);
  if (!action) return problem(404, "action_not_found");
  if (body.decision !== "confirm" && body.decision !== "decline")
    return problem(400, "invalid_request");
  if (!customer && !conversation.verifiedCustomer) return problem(403, "verification_required");
  const known = action.outcome !== undefined;
  const outcome = decide(action, body.decision);
  const event = known ? undefined : eventOf(action);
  if (event) chat.publish(conversation, ...event);
  return json(200, outcome);
}

function handOff({ json }, conversation) {
  conversation.ticket = {
    ticketId: "5b9d2042-31c7-4c8e-a0f4-7be2d9c11a36",
    state: "open",
    position: 2,
  };
  json(202, { ticketId: "5b9d2042-31c7-4c8e-a0f4-7be2d9c11a36", position: 2 });
  setTimeout(
    () =>
      chat.publish(conversation, "ticket.updated", {
        ticketId: "5b9d2042-31c7-4c8e-a0f4-7be2d9c11a36",
        state: "claimed",
      }),
    6000,
  );
  setTimeout(
    () =>
      chat.publish(conversation, "message.created", {
        messageId: "agent-1",
        from: "agent",
        text: "Hi, this is Noor from the support team. I have read your conversation, one moment please.",
      }),
    7000,
  );
}

function sendApp(response, path) {
  const file = join(ROOT, "dist", normalize(path));
  const isFile = existsSync(file) && statSync(file).isFile();
  return sendFile(response, isFile ? file : join(ROOT, "dist/index.html"));
}

function sendFile(response, file) {
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
  return createReadStream(file).pipe(response);
}
