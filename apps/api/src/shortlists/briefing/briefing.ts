import type { EntryView, NeedView, SharedShortlistView } from '#engagement';
import { explain } from '#explanations';
import { translator } from '#messages';
import { isCode, label, type Locale } from '#vocabulary';

/** What a briefing says of one mediator, each in a line of its own. */
export interface BriefedMediator {
  /** Her name, or the code name that stands for it. */
  readonly name: string;
  readonly lines: readonly string[];
}

/** A shortlist in words of one language, for whoever decides. */
export interface Briefing {
  readonly title: string;
  /** For whom it is and what it holds. */
  readonly note: string;
  readonly needTitle: string;
  /** What the organizer wrote, and what is said of it. */
  readonly need: readonly string[];
  readonly mediatorsTitle: string;
  /** By rank. */
  readonly mediators: readonly BriefedMediator[];
  /** What is said after them. */
  readonly end: readonly string[];
  /** The day and the reader, on each page. */
  readonly watermark: string;
}

/** Who reads it, and when. */
export interface BriefingReader {
  readonly name: string;
  /** As YYYY-MM-DD. */
  readonly day: string;
}

/**
 * Notes and feedback are left out: they may hold how a woman is reached, and they are the organizer's own. Of the women
 * it says what the views hold, which are made for this reader.
 */
export function toBriefing(
  { list, need }: Pick<SharedShortlistView, 'list' | 'need'>,
  { name, day }: BriefingReader,
  locale: Locale,
): Briefing {
  const t = translator('shortlists', locale);
  const gone = list.closedEntries.length;
  return {
    title: t('briefing.title', { title: need.title }),
    // Isolated, so that the words around it do not turn the day around.
    note: t('briefing.note', { reader: name, day: `\u2066${day}\u2069` }),
    needTitle: t('briefing.need'),
    need: needLines(need, locale),
    mediatorsTitle: t('briefing.mediators', { title: list.title }),
    mediators: list.entries.map((entry) => toBriefed(entry, locale)),
    end: [
      ...(list.entries.length === 0 ? [t('briefing.nobody')] : []),
      ...(gone === 0 ? [] : [t('briefing.noLongerListed', { count: String(gone) })]),
    ],
    watermark: `${day} · ${name}`,
  };
}

function needLines(need: NeedView, locale: Locale): string[] {
  const t = translator('shortlists', locale);
  const { brief, organizationName, wanted, place, workLanguage, urgency, alongside } = need;
  return [
    ...(brief === '' ? [] : [brief]),
    ...(organizationName === null ? [] : [t('briefing.organization', { name: organizationName })]),
    t('briefing.wanted', { count: String(wanted) }),
    ...(place === null ? [] : [t('briefing.place', { place })]),
    ...(workLanguage !== null && isCode('language', workLanguage)
      ? [t('briefing.workLanguage', { language: label('language', workLanguage, locale) })]
      : []),
    t(`briefing.urgency-${urgency}`),
    ...(alongside === null ? [] : [t(`briefing.alongside-${alongside}`)]),
  ];
}

function toBriefed(entry: EntryView, locale: Locale): BriefedMediator {
  const t = translator('shortlists', locale);
  const { profile, rank, eligible, contributions } = entry;
  return {
    name: profile.name,
    lines: [
      ...(profile.pseudonymous ? [t('briefing.codeName')] : []),
      t('briefing.rank', { rank: String(rank), eligible: String(eligible) }),
      ...contributions.map((contribution) => explain(contribution, locale)),
    ],
  };
}
