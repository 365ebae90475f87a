import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shortlists that their organization shows to a person or to another organization. */
export class SharedShortlists1764700000110 implements MigrationInterface {
  name = 'SharedShortlists1764700000110';

  async up(runner: QueryRunner): Promise<void> {
    // One that is taken back stays, for each woman on the list may know who was shown her.
    await runner.query(`
CREATE TABLE shortlist_share (
  id uuid PRIMARY KEY,
  shortlist_id uuid NOT NULL CONSTRAINT shortlist_share_shortlist REFERENCES shortlist ON DELETE CASCADE,
  organization_id uuid NOT NULL CONSTRAINT shortlist_share_organization REFERENCES organization,
  account_id uuid CONSTRAINT shortlist_share_account REFERENCES account ON DELETE CASCADE,
  shared_by text NOT NULL,
  shared_at timestamptz NOT NULL DEFAULT now(),
  taken_back_by text,
  taken_back_at timestamptz,
  CONSTRAINT shortlist_share_taken_back CHECK ((taken_back_by IS NULL) = (taken_back_at IS NULL))
);
CREATE INDEX shortlist_share_of_shortlist ON shortlist_share (shortlist_id);
CREATE INDEX shortlist_share_of_reader ON shortlist_share (organization_id);
CREATE INDEX shortlist_share_of_account ON shortlist_share (account_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE shortlist_share');
  }
}
