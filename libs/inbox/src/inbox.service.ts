import { APP_SETTINGS, CLOCK, type Settings } from '#config';
import { Database, listSelected, type Reader, type Transaction } from '#database';
import { SELECT_KEPT, selectUpkeep } from '#directory';
import {
  AccountService,
  authorise,
  changeRecord,
  coordinatorsOf,
  hidden,
  may,
  notPermitted,
  organizationFacts,
  organizersOf,
  partMadeOnce,
  recordAudit,
  SELECT_COORDINATED_NETWORKS,
  SELECT_INBOX_OWNERS,
  SELECT_INBOX_SNOOZES,
  SELECT_STAFFED_ORGANIZATIONS,
  setInboxOwner,
  setInboxSnooze,
  type Viewer,
} from '#identity';
import {
  InvalidInputError,
  type ListPage,
  type ListResult,
  MS_PER_DAY,
  type WaitsFor,
} from '#kernel';
import { refusal } from '#messages';
import { Inject, Injectable } from '@nestjs/common';
import { AWAITED_KINDS, selectWaiting, WAITING_KINDS, type WaitingKind } from './waiting.js';

/** One thing that waits for the viewer. */
export interface InboxItem {
  /** Orders the list; no two items share it. */
  readonly key: string;
  readonly kind: WaitingKind;
  /** Of the thing that waits. */
  readonly id: string;
  readonly waitsFor: WaitsFor;
  /** The network whose coordinators it waits for; null if it is not one. */
  readonly networkId: string | null;
  /** ISO 8601. */
  readonly since: string;
  /** ISO 8601; null if nothing says when it is overdue. */
  readonly dueAt: string | null;
  readonly overdue: boolean;
  /** Whom it is about; null if it is nobody, or the selection does not say. Not everybody may know whom it is about. */
  readonly mediatorId: string | null;
  /** The network or organization for whose people it waits; zeros if it is neither. */
  readonly sideId: string;
  /** Who of them deals with it; null is nobody yet. */
  readonly ownerId: string | null;
  /** Until when the viewer does not want to see it, ISO 8601; null if she does. */
  readonly snoozedUntil: string | null;
}

/** A person with whom the viewer shares an inbox. */
export interface Colleague {
  readonly accountId: string;
  readonly name: string;
}

/** What waits of one kind. */
export interface InboxCount {
  readonly kind: WaitingKind;
  readonly count: number;
  readonly overdue: number;
}

/** One thing that waits, as an inbox names it. */
export interface InboxSubject {
  readonly kind: WaitingKind;
  readonly id: string;
  /** The network for whose coordinators it waits; null if it is none. */
  readonly networkId: string | null;
}

export const INBOX_OWNERS = ['viewer', 'nobody'] as const;
export type InboxOwner = (typeof INBOX_OWNERS)[number];

/** Why nobody deals with something. */
export const STUCK_REASONS = ['overdue', 'nobody-there', 'clock-stopped'] as const;
export type StuckReason = (typeof STUCK_REASONS)[number];

/** One thing that nobody seems to deal with: no more than whose turn it is, and since when. */
export interface StuckItem extends Omit<
  InboxItem,
  'overdue' | 'mediatorId' | 'sideId' | 'ownerId' | 'snoozedUntil'
> {
  readonly organizationId: string | null;
  readonly reason: StuckReason;
}

/** What is asked of an inbox. */
export interface InboxFilter {
  /** Null is everything that somebody waits for; upkeep is asked for by its kinds. */
  readonly kinds: readonly WaitingKind[] | null;
  /** Only what waits for the coordinators of this network; null is all that waits for the viewer. */
  readonly networkId: string | null;
  /** Only what the viewer, or nobody, deals with; all if absent. */
  readonly owner?: InboxOwner | null;
  /** What the viewer has put off, instead of the rest. */
  readonly snoozed?: boolean;
}

/** The same; null is both what is put off and what is not. */
interface ReadFilter extends Omit<InboxFilter, 'snoozed'> {
  readonly snoozed?: boolean | null;
}

/** Days for which something can be put off at most. */
const LONGEST_SNOOZE_DAYS = 90;

/** Minutes after which a job should have looked at a row whose time has come. */
const JOB_MINUTES = 10;

/** Soonest due first, then what has waited longest; what has no due time comes last. */
const KEY = `coalesce(to_char(w.due_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), '9') ||
  to_char(w.since AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || w.kind || w.id || coalesce(w.network_id::text, '')`;

const COLUMNS = `${KEY} AS key, w.kind, w.id, w.waits_for AS "waitsFor", w.network_id AS "networkId",
  to_char(w.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since,
  to_char(w.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "dueAt"`;

/** The network or organization for whose people something waits. */
const SIDE = `coalesce(CASE w.waits_for WHEN 'coordinator' THEN w.network_id WHEN 'organizer' THEN w.organization_id END,
  '00000000-0000-0000-0000-000000000000')`;

/** What waits for a viewer. What is overdue is shown although she put it off: a clock is not stopped by looking away. */
const INBOX = `SELECT ${COLUMNS}, coalesce(w.due_at <= $1, false) AS overdue, w.mediator_id AS "mediatorId",
  ${SIDE} AS "sideId", o.account_id AS "ownerId",
  to_char(s.until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "snoozedUntil"
FROM (${selectWaiting('hers')} UNION ALL ${selectUpkeep({ now: '$1', confirmAfterDays: '$11' })}) w
  LEFT JOIN (${SELECT_INBOX_OWNERS}) o ON o.kind = w.kind AND o.subject_id = w.id AND o.side_id = ${SIDE}
  LEFT JOIN (${SELECT_INBOX_SNOOZES}) s ON s.account_id = $8 AND s.kind = w.kind AND s.subject_id = w.id
    AND s.side_id = ${SIDE} AND s.until > $1 AND NOT coalesce(w.due_at <= $1, false)
WHERE w.kind = ANY($2) AND ($3::uuid IS NULL OR w.waits_for = 'coordinator' AND w.network_id = $3) AND (
  w.waits_for = 'coordinator' AND w.network_id = ANY($4::uuid[])
  OR w.waits_for = 'organizer' AND w.organization_id = $5
  OR w.waits_for = 'mediator' AND w.mediator_id IN (SELECT id FROM (${SELECT_KEPT}) k WHERE k.kept_id = $6)
  OR w.waits_for = 'administrator' AND $7)
  AND ($9::text IS NULL OR $9 = 'viewer' AND o.account_id = $8 OR $9 = 'nobody' AND o.account_id IS NULL)
  AND ($10::boolean IS NULL OR (s.until IS NOT NULL) = $10)`;

const STUCK = `SELECT ${COLUMNS}, w.organization_id AS "organizationId",
  CASE WHEN w.wake_at < $1::timestamptz - interval '${JOB_MINUTES} minutes' THEN 'clock-stopped'
    WHEN w.waits_for = 'coordinator' AND w.network_id NOT IN (${SELECT_COORDINATED_NETWORKS})
      OR w.waits_for = 'organizer' AND w.organization_id NOT IN (${SELECT_STAFFED_ORGANIZATIONS}) THEN 'nobody-there'
    WHEN w.due_at <= $1 THEN 'overdue' END AS reason
FROM (${selectWaiting('utc')}) w`;

/** Everything that waits for somebody, in one list for each of them, so that nothing is forgotten unseen. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountService,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'confirmAfterDays'>,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** What waits for the viewer, the soonest due first. @throws NotPermittedError */
  async list(viewer: Viewer, filter: InboxFilter, page: ListPage): Promise<ListResult<InboxItem>> {
    authorise(viewer, 'read', { kind: 'inbox', networkId: filter.networkId });
    return listSelected(this.database, INBOX, await this.parameters(viewer, filter), page);
  }

  /**
   * How much of each kind waits for the viewer and is not put off, upkeep included; kinds of which nothing does are
   * absent. @throws NotPermittedError
   */
  async counts(viewer: Viewer, networkId: string | null): Promise<InboxCount[]> {
    authorise(viewer, 'read', { kind: 'inbox', networkId });
    return this.database.query<InboxCount>(
      `SELECT kind, count(*)::int AS count, count(*) FILTER (WHERE overdue)::int AS overdue
       FROM (${INBOX}) i GROUP BY kind ORDER BY kind`,
      await this.parameters(viewer, { kinds: WAITING_KINDS, networkId }),
    );
  }

  /**
   * Those with whom the viewer shares an inbox and who can sign in: coordinators of a network of hers, or organizers of
   * her verified organization. @throws NotPermittedError
   */
  async colleagues(viewer: Viewer, networkId: string | null): Promise<Colleague[]> {
    authorise(viewer, 'assign', { kind: 'inbox', networkId });
    const ids = await this.colleagueIds(this.database, viewer, networkId);
    const names = await this.accounts.names(ids);
    return ids.map((accountId) => ({ accountId, name: names.get(accountId) ?? '' }));
  }

  /** The names of those who deal with these items. The viewer may see the items. */
  async ownersOf(items: readonly InboxItem[]): Promise<Map<string, string>> {
    const ids = items.flatMap(({ ownerId }) => ownerId ?? []);
    return this.accounts.names([...new Set(ids)]);
  }

  /**
   * Says who deals with something that waits for coordinators or organizers: one of them, or nobody (null).
   *
   * @throws NotPermittedError, NotFoundError where it does not wait for the viewer, InvalidInputError
   */
  async assign(
    viewer: Viewer,
    subject: InboxSubject,
    accountId: string | null,
  ): Promise<InboxItem> {
    authorise(viewer, 'assign', { kind: 'inbox', networkId: subject.networkId });
    const before = await this.one(viewer, subject);
    if (before.waitsFor !== 'coordinator' && before.waitsFor !== 'organizer') {
      throw notPermitted(viewer);
    }
    await this.once(async (tx) => {
      const network = before.waitsFor === 'coordinator' ? before.networkId : null;
      const colleagues = await this.colleagueIds(tx, viewer, network);
      if (accountId !== null && !colleagues.includes(accountId)) {
        const message = refusal('inbox.waitsForNobody');
        throw new InvalidInputError([{ path: 'accountId', code: 'NOT_ELIGIBLE', message }]);
      }
      await setInboxOwner(tx, placeOf(before), accountId, viewer.name);
      const record = (ownerId: string | null) => ({ id: before.id, kind: before.kind, ownerId });
      await recordAudit(tx, viewer, [
        changeRecord('inbox.assign', 'inbox-item', record(before.ownerId), record(accountId)),
      ]);
    });
    return this.one(viewer, subject);
  }

  /**
   * Puts something off for the viewer alone, for at most 90 days; null shows it again. When it is overdue it is shown
   * all the same.
   *
   * @throws NotPermittedError, NotFoundError where it does not wait for the viewer, InvalidInputError
   */
  async snooze(viewer: Viewer, subject: InboxSubject, until: Date | null): Promise<InboxItem> {
    authorise(viewer, 'read', { kind: 'inbox', networkId: subject.networkId });
    const { userId } = viewer;
    if (userId === null) throw notPermitted(viewer);
    const now = this.now().getTime();
    if (
      until !== null &&
      (until.getTime() <= now || until.getTime() > now + LONGEST_SNOOZE_DAYS * MS_PER_DAY)
    ) {
      const message = refusal('inbox.snooze', { days: LONGEST_SNOOZE_DAYS });
      throw new InvalidInputError([{ path: 'until', code: 'OUT_OF_RANGE', message }]);
    }
    const before = await this.one(viewer, subject);
    await this.once(async (tx) => {
      await setInboxSnooze(tx, placeOf(before), userId, until);
      const { id, kind } = before;
      await recordAudit(tx, viewer, [
        changeRecord('inbox.snooze', 'inbox-item', { id, kind }, { id, kind, until }),
      ]);
    });
    return this.one(viewer, subject);
  }

  /** Of what was made before, the item is given as it is now. */
  private async once(make: (tx: Transaction) => Promise<void>): Promise<void> {
    await partMadeOnce(
      this.database,
      0,
      () => this.database.transaction(make),
      async () => undefined,
    );
  }

  private async one(viewer: Viewer, { kind, id, networkId }: InboxSubject): Promise<InboxItem> {
    const filter = { kinds: [kind], networkId, snoozed: null };
    const [found] = await this.database.query<InboxItem>(
      `SELECT * FROM (${INBOX}) i WHERE i.id = $12`,
      [...(await this.parameters(viewer, filter)), id],
    );
    if (!found) throw hidden(viewer, 'inboxItem');
    return found;
  }

  /** Of `INBOX`. */
  private async parameters(
    viewer: Viewer,
    { kinds, networkId, owner = null, snoozed = false }: ReadFilter,
  ): Promise<unknown[]> {
    return [
      this.now(),
      kinds ?? AWAITED_KINDS,
      networkId,
      viewer.networkIds,
      await this.verifiedOrganization(viewer),
      viewer.mediatorId,
      may(viewer, 'read-stuck', { kind: 'inbox', networkId: null }),
      viewer.userId,
      owner,
      snoozed,
      this.settings.confirmAfterDays,
    ];
  }

  private async colleagueIds(
    reader: Reader,
    viewer: Viewer,
    networkId: string | null,
  ): Promise<string[]> {
    if (networkId !== null) return coordinatorsOf(reader, networkId);
    const organization = await this.verifiedOrganization(viewer);
    return organization === null ? [] : organizersOf(reader, organization);
  }

  /**
   * What is overdue, what waits for people of whom nobody can sign in, and what no job looks at. It is told of each
   * whose turn it is, and nothing else. What is due by a day is due when that day begins in UTC, wherever the mediator is:
   * so neither the time nor the moment at which it is overdue tells where. @throws NotPermittedError
   */
  async stuck(viewer: Viewer, page: ListPage): Promise<ListResult<StuckItem>> {
    authorise(viewer, 'read-stuck', { kind: 'inbox', networkId: null });
    const sql = `SELECT * FROM (${STUCK}) s WHERE reason IS NOT NULL`;
    return listSelected(this.database, sql, [this.now()], page);
  }

  /** The viewer's organization while it is verified: of one that is suspended, nothing waits for its organizers. */
  private async verifiedOrganization({ organizationId }: Viewer): Promise<string | null> {
    if (organizationId === null) return null;
    const facts = await organizationFacts(this.database, [organizationId]);
    return facts.get(organizationId)?.state === 'verified' ? organizationId : null;
  }
}

function placeOf({ kind, id, sideId }: InboxItem) {
  return { kind, subjectId: id, sideId };
}
