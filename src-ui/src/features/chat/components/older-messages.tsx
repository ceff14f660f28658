import type { RefObject } from "react";
import { Virtualizer } from "virtua";
import type { ThreadMessage as Message } from "../model/message";
import { ThreadMessage } from "./thread-message";

interface OlderMessagesProps {
  messages: readonly Message[];
  scrollerRef: RefObject<HTMLElement | null>;
  /** Space in the scroller above the messages, in pixels. */
  spaceAbove: number;
}

/** The long past of a conversation, of which only what is in sight is on the page. */
export default function OlderMessages({ messages, scrollerRef, spaceAbove }: OlderMessagesProps) {
  return (
    <div className="flow-root shrink-0">
      <Virtualizer
        scrollRef={scrollerRef}
        startMargin={spaceAbove}
        data={messages}
        bufferSize={300}
      >
        {(message, index) => (
          <div key={message.key} className="pb-7">
            <ThreadMessage message={message} previousAt={messages[index - 1]?.at} />
          </div>
        )}
      </Virtualizer>
    </div>
  );
}
