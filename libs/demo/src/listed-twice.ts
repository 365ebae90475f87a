import type { GeneratedRecord } from './generate.js';

/** What tells who somebody is. */
type Identity = Pick<GeneratedRecord, string>;

/**
 * Rows of the demo that are of a woman who has another row, by their numbers: one in the same list, with her names in another
 * order, and one in the list of another network, in another spelling. All else of the row stays as it was drawn.
 */
const SAME_WOMEN: Readonly<Record<string, Identity>> = {
  /** acacia-000035. */
  'acacia-000142': {
    full_name: 'Mushi Atieno',
    date_of_birth: '1993-01-18',
    telephone: '+999 2468024',
  },
  'acacia-000035': { telephone: '+999 2468024' },
  /** acacia-000091. */
  'olive-branch-000043': {
    full_name: 'Amina Bensalah',
    name_variants: 'أمينة بن صالح',
    date_of_birth: '1979-07-15',
    telephone: '+999 1357913',
  },
  'acacia-000091': { telephone: '+999 1357913' },
};

/** The rows of a list, with those of women who are listed twice. */
export function* listedTwice(records: Iterable<GeneratedRecord>): Generator<GeneratedRecord> {
  for (const record of records) yield { ...record, ...SAME_WOMEN[record.external_id ?? ''] };
}
