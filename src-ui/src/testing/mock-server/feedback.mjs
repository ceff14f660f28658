// What the shopper thinks of answers, and whether they were helped.

export function rate({ response, problem, body }, conversation) {
  if (body.rating !== "up" && body.rating !== "down") return problem(400, "invalid_request");
  const { messageId, rating, comment } = body;
  const given = { rating, ...(comment && { comment }) };
  if (messageId === undefined) {
    conversation.feedback = given;
  } else {
    const message = conversation.messages.find(
      (entry) => entry.messageId === messageId && entry.from !== "shopper",
    );
    if (!message) return problem(404, "message_not_found");
    message.feedback = given;
  }
  return response.writeHead(204).end();
}

export function resolve({ response, problem, body }, conversation) {
  if (typeof body.resolved !== "boolean") return problem(400, "invalid_request");
  conversation.resolution = { resolved: body.resolved, at: new Date().toISOString() };
  return response.writeHead(204).end();
}

/** Where a conversation stands, for the list. */
export function stateOf({ ticket, resolution, messages }) {
  if (ticket?.state === "open") return "waiting_for_person";
  if (ticket?.state === "claimed") return "with_person";
  const asked = messages.findLast((message) => message.from === "shopper");
  return resolution?.resolved && resolution.at >= asked.at ? "solved" : "open";
}
