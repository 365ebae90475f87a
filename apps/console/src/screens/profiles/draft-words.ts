import type { ProfileChangesInput } from '../../graph/types.js';
import type { Draft } from './draft.js';

/** What a form holds in a field, in a line: as it was chosen and written. */
export function draftWords(draft: Draft, name: keyof ProfileChangesInput): string {
  switch (name) {
    case 'availability':
      return [draft.band, ...draft.periods.map(({ from, to }) => `${from} – ${to}`)]
        .join(' ')
        .trim();
    case 'languages':
    case 'expertise':
      return draft[name].map(({ words, level }) => `${words} (${level})`).join(', ');
    case 'territories':
    case 'nationalities':
    case 'residence':
    case 'ruledOut':
      return draft[name].map(({ words }) => words).join(', ');
    case 'biography':
      return draft.biography.map(({ words, text }) => `${words}: ${text}`).join(' ');
    case 'experience':
      return draft.experience.map((one) => one.process).join(', ');
    case 'roles':
    case 'tracks':
    case 'supports':
      return draft[name].join(', ');
    default:
      return draft[name];
  }
}
