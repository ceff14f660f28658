-- What each turn took in from outside, so that it can be run again. Written with the turn's end, and deleted by age.

CREATE TABLE turn_recordings (
    turn_id     uuid        NOT NULL,
    recorded_at timestamptz NOT NULL,
    -- Kept to the letter: a number's zeros and a model's broken characters count in a replay.
    recording   json        NOT NULL,
    CONSTRAINT pk_turn_recordings PRIMARY KEY (turn_id),
    CONSTRAINT fk_turn_recordings_turn_id FOREIGN KEY (turn_id) REFERENCES turns (id) ON DELETE CASCADE
);
CREATE INDEX ix_turn_recordings_recorded_at ON turn_recordings (recorded_at);

-- Shoppers' turns are recorded; read and deleted they are by the shop's own people and by jobs.
GRANT INSERT ON turn_recordings TO attendant_shopper;
GRANT SELECT, INSERT, UPDATE, DELETE ON turn_recordings TO attendant_staff;

ALTER TABLE turn_recordings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_add ON turn_recordings FOR INSERT TO attendant_shopper
    WITH CHECK (EXISTS (SELECT FROM turns WHERE turns.id = turn_id));
CREATE POLICY staff_all ON turn_recordings TO attendant_staff USING (true);
