import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = `
  'sexual-violence-prevalence', 'sexual-violence-patterns', 'mission-reporting-on-violations',
  'rights-bodies-acting', 'women-in-rights-bodies', 'exploitation-cases-acted-upon',
  'directives-to-peacekeepers', 'security-policy-measures', 'council-actions', 'women-executives-regional',
  'agreements-gender', 'women-senior-un', 'gender-adviser-posts', 'women-in-negotiations', 'women-observers',
  'women-lead-mediators', 'women-in-mediation-teams', 'women-signatories', 'women-in-parliament',
  'women-ministers', 'women-voters-candidates', 'council-missions-gender', 'women-local-government',
  'women-decision-makers', 'physical-security', 'laws-on-womens-rights', 'women-in-justice-security',
  'women-in-peacekeeping', 'small-arms-control', 'temporary-employment', 'violence-cases-justice',
  'training-hours', 'maternal-mortality', 'school-enrolment', 'gender-budget-plans', 'budget-tracking',
  'funding-women-csos', 'un-spending-gender', 'truth-commissions', 'reparations', 'women-in-ddr',
  'action-plan', 'defenders-attacked', 'rights-institution'`;

const ADDED = `'inclusive-decisions', 'womens-peace-index'`;

/** Two concepts more: decisions that people find inclusive, and the index of women, peace and security. */
export class WpsConcepts1766700000000 implements MigrationInterface {
  readonly name = 'WpsConcepts1766700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE wps_indicator DROP CONSTRAINT wps_indicator_concept_known,
  ADD CONSTRAINT wps_indicator_concept_known CHECK (concept IN (${BEFORE}, ${ADDED}))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const kept = (await runner.query(
      `SELECT code FROM wps_indicator WHERE concept IN (${ADDED}) ORDER BY code`,
    )) as { code: string }[];
    if (kept.length > 0) {
      const codes = kept.map(({ code }) => code).join(', ');
      throw new Error(
        `The version before this migration does not know the concepts of these indicators: ${codes}. Delete them, with their observations and whatever else names them, before you undo it.`,
      );
    }
    await runner.query(`
ALTER TABLE wps_indicator DROP CONSTRAINT wps_indicator_concept_known,
  ADD CONSTRAINT wps_indicator_concept_known CHECK (concept IN (${BEFORE}))`);
  }
}
