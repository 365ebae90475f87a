import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that wait until a time of the recipient, and messages for her telephone beside them. */
export class MailNotBefore1764700000200 implements MigrationInterface {
  name = 'MailNotBefore1764700000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE mail_message
  ADD COLUMN not_before timestamptz,
  ADD COLUMN channel text NOT NULL DEFAULT 'mail'
    CONSTRAINT mail_message_channel CHECK (channel IN ('mail', 'message'));
COMMENT ON TABLE mail_message IS 'Address and words of each mail, and of each short message to a telephone, sealed: the row is gone when it is sent.';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM mail_message WHERE channel <> 'mail';
ALTER TABLE mail_message DROP COLUMN not_before, DROP COLUMN channel;
COMMENT ON TABLE mail_message IS 'Address and words of each mail, sealed: the row is gone when it is sent.';
`);
  }
}
