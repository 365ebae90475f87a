import type { OwnAskView } from '#introductions';
import type { Viewer } from '#identity';
import type { Html, Value } from '../html/html.js';
import type { Visit } from '../request/visit.js';

/** Pages of an ask on which something is written. */
export const ASK_PAGES = ['yes', 'no', 'question', 'release', 'messages'] as const;
export type AskPage = (typeof ASK_PAGES)[number];

/** What a form of an ask does: most have a page of their own. */
export const ASK_STEPS = [...ASK_PAGES, 'take-back'] as const;
export type AskStep = (typeof ASK_STEPS)[number];

/** One ask where she reads it: on her own page, or behind the link of a mail. */
export interface AskPlace {
  readonly visit: Visit;
  readonly viewer: Viewer;
  readonly ask: OwnAskView;
  /** Whether it is her own page, with a menu. */
  readonly own: boolean;
  /** The way to a page of this ask, with what is written on it. */
  way(page: AskPage | 'ask', label: string): Html;
  /** The way to the file for her calendar. */
  hold(label: string): Html;
  form(step: AskStep, fields: Value): Html;
  /** The same place with the ask as it stands now. */
  with(ask: OwnAskView): AskPlace;
}

/** In which asks she can do it. */
const OPEN: Readonly<Record<AskStep, (ask: OwnAskView) => boolean>> = {
  yes: ({ state }) => state === 'forwarded',
  no: ({ state }) => state === 'forwarded' || state === 'accepted' || state === 'confirmed',
  question: ({ state, question }) => state === 'forwarded' && question === null,
  release: ({ state }) => state === 'confirmed',
  messages: ({ channels }) => channels.includes('relay'),
  'take-back': ({ channels }) => channels.length > 0,
};

/** Whether she can do this with the ask as it stands. */
export function isOpen({ ask }: Pick<AskPlace, 'ask'>, step: AskStep): boolean {
  return OPEN[step](ask);
}

/** Whether it is she for whom an ask waits. */
export function waitsForHer(ask: OwnAskView): boolean {
  return (isOpen({ ask }, 'yes') && ask.pausedAt === null) || isOpen({ ask }, 'release');
}
