import { memo } from "react";
import type { ThreadMessage as Message } from "../model/message";
import { AgentMessage } from "./agent-message";
import { AssistantMessage } from "./assistant-message";
import { DayMark } from "./day-mark";
import { ShopperMessage } from "./shopper-message";

interface ThreadMessageProps {
  message: Message;
  /** Time of the message before this one. */
  previousAt: string | undefined;
}

/** One message, below the mark of its day where a new one begins. */
export const ThreadMessage = memo(function ThreadMessage({
  message,
  previousAt,
}: ThreadMessageProps) {
  return (
    <div>
      <DayMark at={message.at} previousAt={previousAt} />
      {message.from === "shopper" && <ShopperMessage message={message} />}
      {message.from === "agent" && <AgentMessage message={message} />}
      {message.from === "assistant" && <AssistantMessage message={message} />}
    </div>
  );
});
