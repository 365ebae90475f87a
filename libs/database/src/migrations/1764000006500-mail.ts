import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that wait to be sent. */
export class Mail1764000006500 implements MigrationInterface {
  name = 'Mail1764000006500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE mail_message (
  id uuid PRIMARY KEY,
  key_id smallint NOT NULL CONSTRAINT mail_message_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  account_id uuid CONSTRAINT mail_message_account REFERENCES account ON DELETE CASCADE,
  mediator_id uuid CONSTRAINT mail_message_mediator REFERENCES mediator ON DELETE CASCADE,
  attempts integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE mail_message IS 'Address and words of each mail, sealed: the row is gone when it is sent.';
CREATE INDEX mail_message_of_account ON mail_message (account_id);
CREATE INDEX mail_message_of_mediator ON mail_message (mediator_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_message');
  }
}
