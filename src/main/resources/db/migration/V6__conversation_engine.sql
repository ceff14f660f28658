-- What a turn took, call by call, and the wish to stop it from any replica.

ALTER TABLE turns
    ADD COLUMN stop_requested boolean NOT NULL DEFAULT false,
    -- The shopper got nowhere with it; several in a row and a person is offered.
    ADD COLUMN stuck boolean NOT NULL DEFAULT false;
CREATE INDEX ix_turns_started_at ON turns (started_at);

-- Every call to a model. The turn's own columns are the sums of these.
CREATE TABLE model_calls (
    turn_id       uuid           NOT NULL,
    position      int            NOT NULL,
    model         text           NOT NULL,
    outcome       text           NOT NULL,
    input_tokens  bigint         NOT NULL,
    output_tokens bigint         NOT NULL,
    cost          numeric(14, 6) NOT NULL,
    CONSTRAINT pk_model_calls PRIMARY KEY (turn_id, position),
    CONSTRAINT fk_model_calls_turn_id FOREIGN KEY (turn_id) REFERENCES turns (id) ON DELETE CASCADE,
    CONSTRAINT ck_model_calls_usage CHECK (input_tokens >= 0 AND output_tokens >= 0 AND cost >= 0)
);

GRANT SELECT, INSERT ON model_calls TO attendant_shopper;
GRANT SELECT, INSERT, UPDATE, DELETE ON model_calls TO attendant_staff;

ALTER TABLE model_calls ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON model_calls TO attendant_shopper
    USING (EXISTS (SELECT FROM turns WHERE turns.id = turn_id));
CREATE POLICY staff_all ON model_calls TO attendant_staff USING (true);
