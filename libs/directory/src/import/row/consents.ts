import { problem } from '#messages';
import { readAgreement, splitValues } from '#vocabulary';
import { CONSENT_PURPOSES, type ConsentPurpose } from '../../profile/profile-record.js';
import type { ColumnMap } from '../columns/column-map.js';
import { purposeNamed } from '../columns/consent-column.js';
import { columnOf, type Cells } from './cells.js';

/** What a column says: the purposes that it speaks of, and those of them that it says yes to. */
interface Answer {
  readonly of: readonly ConsentPurpose[];
  readonly yes: readonly ConsentPurpose[];
}

const NAMES = CONSENT_PURPOSES.join(', ');
/**
 * The purposes she has consented to: those of which some column speaks, and to which every column that speaks of them
 * says yes. A column speaks of the purposes that its header or the mapping file names, else of all. An empty cell says
 * yes to none.
 */
export function consentsOf(cells: Cells, columns: ColumnMap): ConsentPurpose[] {
  const inFile = cells.cellsOf('consent');
  const answers = cells.valuesByColumn('consent').map((values, i) => {
    const cell = inFile[i];
    return answerOf(cells, values, cell && columnOf(cell, columns)?.purposes);
  });
  return CONSENT_PURPOSES.filter((purpose) => {
    const speaking = answers.filter(({ of }) => of.includes(purpose));
    return speaking.length > 0 && speaking.every(({ yes }) => yes.includes(purpose));
  }).toSorted();
}

/** @param asked the purposes that a yes means; absent where a yes alone says too little */
function answerOf(
  cells: Cells,
  values: readonly string[],
  asked: readonly ConsentPurpose[] | undefined,
): Answer {
  const of = asked ?? CONSENT_PURPOSES;
  const [only = ''] = values;
  const answer = values.length === 1 ? readAgreement(only) : null;
  if (answer === false || values.length === 0) return { of, yes: [] };
  if (answer === true) {
    if (asked === undefined) {
      cells.reject('consent', only, problem('value.consentYes', { values: NAMES }));
    }
    return { of, yes: asked ?? [] };
  }
  const named = values
    .flatMap((value) => splitValues(value, (part) => purposeNamed(part) !== null))
    .map((part) => ({ part, is: purposeNamed(part) }));
  for (const { part, is } of named) {
    if (is === null || !of.includes(is)) {
      const names = problem('value.consent', { values: of.join(', ') });
      cells.reject('consent', part, asked ? names : problem('value.purpose', { values: NAMES }));
    }
  }
  return { of, yes: named.flatMap(({ is }) => is ?? []) };
}
