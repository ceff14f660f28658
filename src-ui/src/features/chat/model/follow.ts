import { ApiError } from "@/lib/api-error";
import type { ChatEvent } from "./chat-event";
import type { Line } from "./line";
import { pause, type SessionLink } from "./session-link";

/**
 * Follows what others do in the open conversation until it is left, over every break of the line.
 *
 * @param from number of the newest event that is known
 */
export async function followOthers(
  link: SessionLink,
  line: Line,
  from: number,
  tell: (event: ChatEvent, id: number | undefined) => void,
): Promise<void> {
  const opened = link.open();
  if (!opened) return;
  const { ref, scope } = opened;
  let lastEventId = from;
  let failures = 0;
  const onOpen = () => {
    failures = 0;
    link.dispatch({ type: "connectionChanged", connection: "live" });
  };
  const onEvent = (event: ChatEvent, id: number | undefined) => {
    lastEventId = id ?? lastEventId;
    if (!scope.aborted) tell(event, id);
  };
  while (!scope.aborted) {
    if (!line.online) await line.whole();
    if (scope.aborted) return;
    try {
      const listener = { onOpen, onEvent };
      await link.api.followConversation(ref, lastEventId, listener, line.during(scope));
    } catch (error) {
      // Refused for good, for instance because the conversation was erased.
      if (error instanceof ApiError && !error.retryable) return;
    }
    if (scope.aborted) return;
    failures += 1;
    if (failures > 1) link.dispatch({ type: "connectionChanged", connection: "reconnecting" });
    await link.wait(pause(failures), scope);
  }
}
