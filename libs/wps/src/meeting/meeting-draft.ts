import { refusal } from '#messages';
import type { Transaction } from '#database';
import type { ChangeRecord } from '#identity';
import { NO_GROUPING, UNKNOWN, type idsByCode } from '../network/actor-keeper.js';
import { LONGEST_SOURCE } from '../actor/actor-draft.js';
import { GROUPING_KINDS, type ActorKind } from '../actor/lists.js';
import { trimmedTexts, type Checks, type Texts } from '../records/checks.js';
import { writeRow } from '../records/write-row.js';
import { MEETING_KINDS, type MeetingKind } from './lists.js';
import { MeetingEntity, type MeetingDocument } from './meeting.entity.js';
import { MeetingParticipantEntity } from './participant.entity.js';

/** What is written down of a meeting. Actors are named by their codes. */
export interface MeetingDraft {
  readonly code: string;
  /** The network or regional organization that meets. */
  readonly grouping: string;
  readonly kind: MeetingKind;
  readonly from: string;
  readonly until: string;
  readonly place: string;
  readonly theme: Texts;
  readonly documents: readonly MeetingDocument[];
  readonly hosts: readonly string[];
  /** Others who were there. */
  readonly participants: readonly string[];
  readonly source: string;
}

const LONGEST_PLACE = 200;
const LONGEST_THEME = 500;
const LONGEST_SYMBOL = 100;
const MOST_DOCUMENTS = 20;
const MOST_PARTICIPANTS = 300;

/** Codes of actors that a meeting names. */
export function namedIn({ grouping, hosts, participants }: MeetingDraft): string[] {
  return [grouping, ...hosts, ...participants];
}

/** Whether a draft is short enough to be looked at further, before anybody is looked up. */
export function isShort({ documents, hosts, participants }: MeetingDraft, checks: Checks): boolean {
  const present = [...hosts, ...participants];
  const fit = [
    checks.atMost('documents', documents, MOST_DOCUMENTS),
    checks.atMost('participants', present, MOST_PARTICIPANTS),
  ];
  return !fit.includes(false);
}

/** @param kindOf the kind of the actor of a code; null if there is none */
export function checkMeeting(
  draft: MeetingDraft,
  checks: Checks,
  kindOf: (code: string) => ActorKind | null,
): void {
  if (!isShort(draft, checks)) return;
  const { code, grouping, kind, documents, hosts, participants } = draft;
  checks.unless(
    /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(code) && code.length <= 64,
    'code',
    'MALFORMED',
    refusal('wps.meetingCode'),
  );
  checks.oneOf('kind', kind, MEETING_KINDS);
  checks.days(draft.from, draft.until);
  checks.text('place', draft.place, LONGEST_PLACE, true);
  checks.texts('theme', draft.theme, LONGEST_THEME);
  checks.text('source', draft.source, LONGEST_SOURCE, true);
  for (const [i, { title, symbol, url }] of documents.entries()) {
    const of = checks.at(`documents.${i}.`);
    of.text('title', title, LONGEST_SOURCE, true);
    of.text('symbol', symbol, LONGEST_SYMBOL);
    of.url('url', url);
  }
  const groupingKind = kindOf(grouping);
  checks.unless(groupingKind !== null, 'grouping', 'UNKNOWN', UNKNOWN);
  checks.unless(
    groupingKind === null || GROUPING_KINDS.includes(groupingKind),
    'grouping',
    'NOT_ELIGIBLE',
    NO_GROUPING,
  );
  const present = [...hosts, ...participants];
  for (const [list, codes] of Object.entries({ hosts, participants })) {
    for (const [i, each] of codes.entries()) {
      checks.unless(kindOf(each) !== null, `${list}.${i}`, 'UNKNOWN', UNKNOWN);
      const twice = present.indexOf(each) !== present.lastIndexOf(each);
      checks.unless(!twice, `${list}.${i}`, 'DUPLICATE', refusal('wps.actorOnce'));
    }
  }
}

/** Writes a draft that was checked. The caller has locked the meeting, and tells the audit log: also of who was there. */
export async function writeMeeting(
  tx: Transaction,
  held: MeetingEntity | null,
  { grouping, hosts, participants, theme, ...columns }: MeetingDraft,
  actors: Awaited<ReturnType<typeof idsByCode>>,
): Promise<{ readonly id: string; readonly record: ChangeRecord }> {
  const before = held && (await withPresent(tx, held));
  const { after, record } = await writeRow(tx, MeetingEntity, 'wps-meeting', held, {
    ...columns,
    documents: [...columns.documents],
    theme: trimmedTexts(theme),
    groupingId: actors.get(grouping)!.id,
  });
  const meetingId = after.id;
  await tx.manager.delete(MeetingParticipantEntity, { meetingId });
  const row = (host: boolean) => (code: string) => ({
    meetingId,
    actorId: actors.get(code)!.id,
    host,
  });
  await tx.manager.insert(MeetingParticipantEntity, [
    ...hosts.map(row(true)),
    ...participants.map(row(false)),
  ]);
  return { id: meetingId, record: { ...record, before, after: await withPresent(tx, after) } };
}

/** A meeting as the audit log takes its hash: with who was there. */
async function withPresent(tx: Transaction, meeting: MeetingEntity) {
  const present = await presentAt(tx, meeting.id);
  return Object.assign(new MeetingEntity(), meeting, { present });
}

async function presentAt(tx: Transaction, meetingId: string): Promise<MeetingParticipantEntity[]> {
  return tx.manager.find(MeetingParticipantEntity, {
    where: { meetingId },
    order: { actorId: 'ASC' },
  });
}
