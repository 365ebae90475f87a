import { translator, type Named } from '#messages';
import { NO_STATE, UNSTATED, type Breakdown } from '#metrics';
import type { Locale } from '#vocabulary';
import type { Value } from './content.js';
import { valueInWords } from './print/printed-report.js';

/** What the rows of a metric are of: codes of the vocabulary, or words. */
const NAMED: Readonly<
  Record<Exclude<Breakdown, 'network' | 'decline-reason'>, (code: string) => Value>
> = {
  track: (code) => ({ code, of: 'track' }),
  role: (code) => ({ code, of: 'role' }),
  region: (code) => ({ code, of: 'region' }),
  state: (code) => ({ code, of: 'territory' }),
  place: (code) => ({ word: `place.${code as Named<'wps', 'place'>}` }),
  urgency: (code) => ({ word: `urgency.${code as Named<'wps', 'urgency'>}` }),
  'clearance-line': (code) => ({
    word: `clearance-line.${code as Named<'wps', 'clearance-line'>}`,
  }),
};

/** What a row is of, in no language. Networks and reasons to decline are told by their codes. */
export function namedRow(by: Breakdown | undefined, code: string): Value {
  if (code === UNSTATED) return { word: 'word.unstated' };
  if (code === NO_STATE) return { word: 'word.no-state' };
  return by === undefined || by === 'network' || by === 'decline-reason' ? code : NAMED[by](code);
}

/** The same in a language, as a report prints it; of a network or a reason to decline the code. */
export function metricRowName(by: Breakdown | undefined, code: string, locale: Locale): string {
  return valueInWords(namedRow(by, code), locale, translator('wps', locale));
}
