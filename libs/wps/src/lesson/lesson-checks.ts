import { refusal } from '#messages';
import { isArea, LOCALES } from '#vocabulary';
import { checkThemes } from '../plan/plan-checks.js';
import { Checks } from '../records/checks.js';
import { SHARINGS } from '../records/lists.js';
import { EVIDENCE_GRADES } from './lesson-steps.js';
import type { LessonUseDraft, WpsLessonDraft } from './views.js';

const LONGEST_NAME = 200;
const LONGEST_TEXT = 4_000;

/**
 * @param published ids of lessons of deployments that everyone reads, as far as they matter here
 * @throws InvalidInputError with every problem by field path
 */
export function checkLesson(draft: WpsLessonDraft, published: ReadonlySet<string>): void {
  const checks = new Checks();
  checks.oneOf('language', draft.language, LOCALES);
  checks.text('title', draft.title, LONGEST_NAME, true);
  for (const field of ['context', 'done', 'result'] as const) {
    checks.text(field, draft[field], LONGEST_TEXT, true);
  }
  for (const field of ['source', 'conditions', 'costs', 'avoid'] as const) {
    checks.text(field, draft[field], LONGEST_TEXT);
  }
  checks.text('office', draft.office, LONGEST_NAME);
  const isPlace = draft.territory === null || isArea(draft.territory);
  checks.unless(isPlace, 'territory', 'UNKNOWN', refusal('wps.noPlace'));
  checks.oneOf('evidence', draft.evidence, EVIDENCE_GRADES);
  checkThemes(draft.themes, checks);
  const { afterActionId: source } = draft;
  const isRead = source === null || published.has(source);
  checks.unless(isRead, 'drawnFrom', 'UNKNOWN', refusal('wps.noPublishedLesson'));
  checks.oneOf('sharing', draft.sharing, SHARINGS);
  checks.done();
}

/** @throws InvalidInputError with every problem by field path */
export function checkUse(draft: LessonUseDraft): void {
  const checks = new Checks();
  checks.text('adapted', draft.adapted, LONGEST_TEXT, true);
  checks.text('outcome', draft.outcome, LONGEST_TEXT);
  checks.days(draft.from, draft.until);
  checks.oneOf('sharing', draft.sharing, SHARINGS);
  checks.done();
}
