import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wants which mails about the agenda, and who was sent what. */
export class WpsMails1766300000000 implements MigrationInterface {
  readonly name = 'WpsMails1766300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE wps_mail_choice (
  account_id uuid PRIMARY KEY CONSTRAINT wps_mail_choice_account REFERENCES account ON DELETE CASCADE,
  owing boolean NOT NULL,
  packs boolean NOT NULL
);
CREATE TABLE wps_mail_told (
  account_id uuid NOT NULL CONSTRAINT wps_mail_told_account REFERENCES account ON DELETE CASCADE,
  about text NOT NULL,
  told_on date NOT NULL,
  PRIMARY KEY (account_id, about)
);
CREATE INDEX wps_mail_told_on ON wps_mail_told (told_on);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE wps_mail_told, wps_mail_choice');
  }
}
