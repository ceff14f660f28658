-- What is said, and the log of everything that happened while it was said.

CREATE TABLE conversations (
    id             uuid        NOT NULL,
    -- SHA-256 of the conversation's token; the token itself is given out once and never stored.
    token_hash     bytea       NOT NULL,
    customer_id    text,
    -- Opened by a signed-in shopper: then that shopper's bearer alone opens it too.
    opened_signed_in boolean   NOT NULL,
    locale         text,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    last_event_id  bigint      NOT NULL DEFAULT 0,
    last_message   int         NOT NULL DEFAULT 0,
    -- The turn's lease: one turn at a time over all replicas.
    turn_id        uuid,
    turn_owner     uuid,
    lease_until    timestamptz,
    fence          bigint      NOT NULL DEFAULT 0,
    CONSTRAINT pk_conversations PRIMARY KEY (id),
    CONSTRAINT ck_conversations_token_hash CHECK (octet_length(token_hash) = 32),
    CONSTRAINT ck_conversations_lease CHECK ((turn_id IS NULL) = (turn_owner IS NULL) AND (turn_id IS NULL) = (lease_until IS NULL)),
    CONSTRAINT ck_conversations_opened CHECK (NOT opened_signed_in OR customer_id IS NOT NULL)
);
CREATE INDEX ix_conversations_customer_id ON conversations (customer_id, updated_at DESC) WHERE customer_id IS NOT NULL;
CREATE INDEX ix_conversations_turn_owner ON conversations (turn_owner) WHERE turn_owner IS NOT NULL;

CREATE TABLE turns (
    id                uuid           NOT NULL,
    conversation_id   uuid           NOT NULL,
    -- The fence of the lease under which it ran; also the order of the turns.
    fence             bigint         NOT NULL,
    client_message_id text,
    status            text           NOT NULL,
    model             text           NOT NULL,
    degraded          boolean        NOT NULL DEFAULT false,
    failure_code      text,
    -- Edited away by a later message; kept for the record, out of view and memory.
    replaced          boolean        NOT NULL DEFAULT false,
    input_tokens      bigint         NOT NULL DEFAULT 0,
    output_tokens     bigint         NOT NULL DEFAULT 0,
    model_calls       int            NOT NULL DEFAULT 0,
    tool_calls        int            NOT NULL DEFAULT 0,
    cost              numeric(14, 6) NOT NULL DEFAULT 0,
    started_at        timestamptz    NOT NULL,
    finished_at       timestamptz,
    first_event_id    bigint,
    CONSTRAINT pk_turns PRIMARY KEY (id),
    CONSTRAINT fk_turns_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE,
    CONSTRAINT uq_turns_fence UNIQUE (conversation_id, fence),
    CONSTRAINT uq_turns_client_message_id UNIQUE (conversation_id, client_message_id),
    CONSTRAINT ck_turns_status CHECK (status IN ('running', 'completed', 'failed')),
    CONSTRAINT ck_turns_finished CHECK ((status = 'running') = (finished_at IS NULL)),
    CONSTRAINT ck_turns_failure CHECK ((status = 'failed') = (failure_code IS NOT NULL)),
    CONSTRAINT ck_turns_usage CHECK (input_tokens >= 0 AND output_tokens >= 0 AND model_calls >= 0 AND tool_calls >= 0 AND cost >= 0)
);
CREATE UNIQUE INDEX uq_turns_running ON turns (conversation_id) WHERE status = 'running';

CREATE TABLE messages (
    id              uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    position        int         NOT NULL,
    turn_id         uuid,
    author          text        NOT NULL,
    text            text        NOT NULL,
    at              timestamptz NOT NULL,
    CONSTRAINT pk_messages PRIMARY KEY (id),
    CONSTRAINT fk_messages_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE,
    CONSTRAINT fk_messages_turn_id FOREIGN KEY (turn_id) REFERENCES turns (id) ON DELETE CASCADE,
    CONSTRAINT uq_messages_position UNIQUE (conversation_id, position),
    CONSTRAINT ck_messages_author CHECK (author IN ('shopper', 'assistant', 'agent')),
    CONSTRAINT ck_messages_text CHECK (text <> '')
);
CREATE INDEX ix_messages_turn_id ON messages (turn_id);

-- The model's memory: what a finished turn added, whole or not at all.
CREATE TABLE memory_messages (
    turn_id         uuid  NOT NULL,
    position        int   NOT NULL,
    message         jsonb NOT NULL,
    CONSTRAINT pk_memory_messages PRIMARY KEY (turn_id, position),
    CONSTRAINT fk_memory_messages_turn_id FOREIGN KEY (turn_id) REFERENCES turns (id) ON DELETE CASCADE
);

-- Every event a client was or could have been sent, numbered per conversation without a gap.
CREATE TABLE events (
    conversation_id uuid        NOT NULL,
    id              bigint      NOT NULL,
    turn_id         uuid,
    type            text        NOT NULL,
    -- json, not jsonb: a replayed event is the same text.
    data            json        NOT NULL,
    at              timestamptz NOT NULL,
    CONSTRAINT pk_events PRIMARY KEY (conversation_id, id),
    CONSTRAINT fk_events_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE,
    CONSTRAINT fk_events_turn_id FOREIGN KEY (turn_id) REFERENCES turns (id) ON DELETE CASCADE
);
CREATE INDEX ix_events_turn_id ON events (turn_id, id);

CREATE TABLE tickets (
    id              uuid        NOT NULL,
    number          bigint      GENERATED ALWAYS AS IDENTITY,
    conversation_id uuid        NOT NULL,
    state           text        NOT NULL,
    reason          text        NOT NULL,
    summary         text        NOT NULL,
    created_at      timestamptz NOT NULL,
    CONSTRAINT pk_tickets PRIMARY KEY (id),
    CONSTRAINT fk_tickets_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE,
    CONSTRAINT ck_tickets_state CHECK (state IN ('open', 'claimed', 'resolved', 'returned'))
);
-- A conversation waits in the queue once, however often a person is asked for.
CREATE UNIQUE INDEX uq_tickets_open ON tickets (conversation_id) WHERE state IN ('open', 'claimed');
CREATE INDEX ix_tickets_queue ON tickets (number) WHERE state = 'open';
