import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizers who want to be told when another woman becomes eligible for a need. */
export class NeedAlerts1765500000200 implements MigrationInterface {
  readonly name = 'NeedAlerts1765500000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE need_watch (
  need_id uuid CONSTRAINT need_watch_pkey PRIMARY KEY CONSTRAINT need_watch_need REFERENCES need ON DELETE CASCADE,
  asked text NOT NULL,
  news_at timestamptz
);

CREATE TABLE need_watch_woman (
  need_id uuid NOT NULL CONSTRAINT need_watch_woman_watch REFERENCES need_watch ON DELETE CASCADE,
  public_id uuid NOT NULL,
  mediator_id uuid NOT NULL CONSTRAINT need_watch_woman_mediator REFERENCES mediator ON DELETE CASCADE,
  found_at timestamptz NOT NULL,
  news boolean NOT NULL,
  CONSTRAINT need_watch_woman_pkey PRIMARY KEY (need_id, public_id)
);
CREATE INDEX need_watch_woman_of_mediator ON need_watch_woman (mediator_id);

CREATE TABLE need_alert (
  need_id uuid NOT NULL CONSTRAINT need_alert_watch REFERENCES need_watch ON DELETE CASCADE,
  account_id uuid NOT NULL CONSTRAINT need_alert_account REFERENCES account ON DELETE CASCADE,
  rhythm text NOT NULL CONSTRAINT need_alert_rhythm_known CHECK (rhythm IN ('daily', 'weekly')),
  told_at timestamptz NOT NULL,
  CONSTRAINT need_alert_pkey PRIMARY KEY (need_id, account_id)
);
CREATE INDEX need_alert_of_account ON need_alert (account_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE need_alert, need_watch_woman, need_watch');
  }
}
