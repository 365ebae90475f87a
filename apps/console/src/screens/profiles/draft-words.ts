import type { ProfileChangesInput } from '../../graph/types.js';
import type { Format } from '../../i18n/format.js';
import type { Draft } from './draft.js';

/** What a form holds in a field, in a line: as it was chosen and written. */
export function draftWords(
  draft: Draft,
  name: keyof ProfileChangesInput,
  { joined }: Format,
): string {
  switch (name) {
    case 'availability':
      return [draft.band, ...draft.periods.map(({ from, to }) => `${from} – ${to}`)]
        .join(' ')
        .trim();
    case 'languages':
    case 'expertise':
      return joined(draft[name].map(({ words, level }) => `${words} (${level})`));
    case 'territories':
    case 'nationalities':
    case 'residence':
    case 'ruledOut':
      return joined(draft[name].map(({ words }) => words));
    case 'biography':
      return draft.biography.map(({ words, text }) => `${words}: ${text}`).join(' ');
    case 'experience':
      return joined(draft.experience.map((one) => one.process));
    case 'roles':
    case 'tracks':
    case 'supports':
      return joined(draft[name]);
    default:
      return draft[name];
  }
}
