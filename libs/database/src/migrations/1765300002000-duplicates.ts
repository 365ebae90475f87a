import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records of one list that are perhaps of one woman, what was decided about them, and who looked. */
export class Duplicates1765300002000 implements MigrationInterface {
  readonly name = 'Duplicates1765300002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE duplicate_search (
  network_id uuid CONSTRAINT duplicate_search_pkey PRIMARY KEY CONSTRAINT duplicate_search_network REFERENCES network,
  searched text NOT NULL,
  searched_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE duplicate_pair (
  id uuid CONSTRAINT duplicate_pair_pkey PRIMARY KEY,
  network_id uuid NOT NULL CONSTRAINT duplicate_pair_network REFERENCES network,
  one_id uuid NOT NULL CONSTRAINT duplicate_pair_one REFERENCES mediator ON DELETE CASCADE,
  other_id uuid NOT NULL CONSTRAINT duplicate_pair_other REFERENCES mediator ON DELETE CASCADE,
  weight integer NOT NULL,
  model text NOT NULL,
  bars jsonb NOT NULL,
  state text NOT NULL DEFAULT 'open',
  revision integer NOT NULL DEFAULT 1,
  found_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT duplicate_pair_ordered CHECK (one_id < other_id),
  CONSTRAINT duplicate_pair_state_known CHECK (state IN ('open', 'same', 'different', 'cannot-say'))
);
CREATE UNIQUE INDEX duplicate_pair_once ON duplicate_pair (network_id, one_id, other_id);
CREATE INDEX duplicate_pair_of_one ON duplicate_pair (one_id);
CREATE INDEX duplicate_pair_of_other ON duplicate_pair (other_id);

CREATE TABLE duplicate_decision (
  id uuid CONSTRAINT duplicate_decision_pkey PRIMARY KEY,
  pair_id uuid NOT NULL CONSTRAINT duplicate_decision_of REFERENCES duplicate_pair ON DELETE CASCADE,
  verdict text NOT NULL,
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT now(),
  key_id smallint NOT NULL CONSTRAINT duplicate_decision_data_key REFERENCES data_key,
  reason bytea NOT NULL,
  CONSTRAINT duplicate_decision_verdict_known CHECK (verdict IN ('same', 'different', 'cannot-say'))
);
CREATE INDEX duplicate_decision_pair ON duplicate_decision (pair_id);

CREATE TABLE duplicate_look (
  id uuid CONSTRAINT duplicate_look_pkey PRIMARY KEY,
  mediator_id uuid NOT NULL CONSTRAINT duplicate_look_mediator REFERENCES mediator ON DELETE CASCADE,
  network_id uuid NOT NULL CONSTRAINT duplicate_look_network REFERENCES network,
  viewer text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX duplicate_look_of ON duplicate_look (mediator_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE duplicate_look, duplicate_decision, duplicate_pair, duplicate_search',
    );
  }
}
