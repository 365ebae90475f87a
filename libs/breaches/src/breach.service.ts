import { CLOCK } from '#config';
import { Database, listSelected, type Transaction } from '#database';
import { standingsOf } from '#directory';
import { authorise, changeRecord, isOfMediator, recordAudit, type Viewer } from '#identity';
import { PreferenceService } from '#introductions';
import {
  InvalidInputError,
  InvalidStateError,
  isDay,
  dayOf,
  NotFoundError,
  textProblems,
  throwIfProblems,
  type InputProblem,
  type ListPage,
  type ListResult,
} from '#kernel';
import { refusal, type Sentence } from '#messages';
import { openJson, sealJson, Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { affectedBy, type BreachScope } from './breach/affected.js';
import { breachPlace, type BreachWords } from './breach/breach.entities.js';
import { breachTellingJob } from './breach-telling.js';
import { HerBreachNotice } from './breach/her-notice.js';
import {
  BREACH_FACTS,
  reportDueAt,
  type BreachAdvice,
  type BreachCause,
  type BreachChannel,
  type BreachFact,
} from './breach/lists.js';
import { actingFor, untold, type UntoldWoman } from './breach/untold.js';

/** What is written down when it becomes known that data came into wrong hands. */
export interface NewBreach extends BreachScope {
  readonly cause: BreachCause;
  /** When it became known; now where null. */
  readonly knownAt: Date | null;
  readonly advice: readonly BreachAdvice[];
  readonly words: BreachWords;
}

/** A breach as it stands. */
export interface Breach {
  readonly id: string;
  readonly cause: BreachCause;
  /** The account that was misused, as the audit log names it; null if none was. */
  readonly account: string | null;
  /** Networks all of whose women it concerns. */
  readonly networkIds: readonly string[];
  /** First and last day, in UTC, as YYYY-MM-DD. */
  readonly from: string;
  readonly until: string;
  readonly knownAt: Date;
  /** Until when an authority is told where the GDPR applies: 72 hours after it became known. */
  readonly reportDueAt: Date;
  readonly reportedAt: Date | null;
  readonly advice: readonly BreachAdvice[];
  readonly words: BreachWords;
  readonly openedBy: string;
  readonly openedAt: Date;
  /** Who had the women told, and when. */
  readonly toldBy: string | null;
  readonly toldAt: Date | null;
  /** How many women it concerns, those who were erased since among them. */
  readonly women: number;
  /** How many are still to be told, or to be left to their network, by the job; 0 before anybody is. */
  readonly waiting: number;
  /** Of how many women each kind of data may have been seen. */
  readonly byFact: Readonly<Record<BreachFact, number>>;
  /** How many are told by each way; all 0 before anybody is. */
  readonly byChannel: Readonly<Record<BreachChannel, number>>;
  /** How many of those whom networks tell in person have not been told yet. */
  readonly toTell: number;
  /** How many have said that they have read it. */
  readonly read: number;
}

/** Whom notifying would tell, and how. */
export interface BreachPreview {
  readonly women: number;
  readonly byChannel: Readonly<Record<BreachChannel, number>>;
  /** Those to be told in person, by the network whose desk acts for each; null where none lists her. */
  readonly inPerson: readonly { readonly networkId: string | null; readonly women: number }[];
}

/** One woman of a breach, for the record. */
export interface BreachWoman {
  readonly mediatorId: string;
  readonly facts: readonly BreachFact[];
  readonly channel: BreachChannel | null;
  readonly toldBy: string | null;
  readonly toldAt: Date | null;
  readonly readAt: Date | null;
}

/** The same on a page of the record. */
export interface RecordedWoman extends BreachWoman {
  /** Where she stands on it. */
  readonly key: string;
  /** The record that stands for her now. */
  readonly keptId: string;
  /** The network whose desk acts for her; null where none lists her. */
  readonly actingNetworkId: string | null;
  /** Whether administrators may read on it who she is. */
  readonly isNamed: boolean;
}

type Row = Omit<Breach, 'reportDueAt' | 'words'> & {
  readonly keyId: number;
  readonly sealed: Buffer;
};

/** As a page of a list has it, whose moments are texts. */
type Paged = Omit<BreachWoman, 'toldAt' | 'readAt'> & {
  readonly key: string;
  readonly toldAt: string | null;
  readonly readAt: string | null;
};

const counted = (what: string, values: readonly string[], list: boolean): string =>
  `json_build_object(${values
    .map((one) => `'${one}', count(*) FILTER (WHERE '${one}' ${list ? '= ANY' : '='}(w.${what}))`)
    .join(', ')})`;

const BREACHES = `
SELECT b.id, b.cause, b.account, b.network_ids AS "networkIds", b.began_on::text AS "from", b.ended_on::text AS "until",
  b.known_at AS "knownAt", b.reported_at AS "reportedAt", b.advice, b.opened_by AS "openedBy", b.opened_at AS "openedAt",
  b.told_by AS "toldBy", b.told_at AS "toldAt", b.women, b.key_id AS "keyId", b.sealed, n.*
FROM breach b, LATERAL (
  SELECT ${counted('facts', BREACH_FACTS, true)} AS "byFact",
    ${counted('channel', ['mail', 'message', 'person'], false)} AS "byChannel",
    count(*) FILTER (WHERE w.channel IS NULL AND b.told_at IS NOT NULL)::int AS waiting,
    count(*) FILTER (WHERE w.channel = 'person' AND w.told_at IS NULL)::int AS "toTell",
    count(w.read_at)::int AS read
  FROM breach_mediator w WHERE w.breach_id = b.id) n`;

/**
 * The key of a row is in cursors. It is a hash with what is sealed of the breach, so that nobody can tell by it who is the
 * same in two breaches: the woman whose own account it is has no name in the one, and may have in the other.
 */
const WOMEN = `
SELECT encode(sha256(b.sealed || uuid_send(w.mediator_id)), 'hex') AS key, w.mediator_id AS "mediatorId", w.facts, w.channel,
  w.told_by AS "toldBy", w.told_at AS "toldAt", w.read_at AS "readAt"
FROM breach_mediator w JOIN breach b ON b.id = w.breach_id WHERE b.id = $1`;

const LONGEST_WORDS = 5_000;
/** Women of whom a preview finds out at a time how they would be told. */
const PREVIEWED = 500;

/**
 * Data in wrong hands: whom it concerns, what may have been seen of each, and who was told when and by which way. The register
 * that article 33(5) of the GDPR asks for. To the account that was misused a breach is as if there were none: whoever misuses it
 * may still be in.
 */
@Injectable()
export class BreachService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly notices: HerBreachNotice,
    private readonly preferences: PreferenceService,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  /**
   * Writes it down, with the women whom it concerns now. Nobody is told yet.
   *
   * @throws NotPermittedError, InvalidInputError with every problem by path, as where it concerns nobody
   */
  async open(viewer: Viewer, draft: NewBreach): Promise<Breach> {
    authorise(viewer, 'open', { kind: 'breach', networkId: null, mediatorId: null });
    const openedAt = this.now();
    const knownAt = draft.knownAt ?? openedAt;
    throwIfProblems(problemsOf(draft, viewer, knownAt, openedAt));
    const id = uuidv7();
    await this.database.transaction(async (tx) => {
      await mustNotTellHer(tx, draft);
      const women = await affectedBy(tx, draft);
      if (women.size === 0) {
        const message = refusal('breaches.nobody');
        throw new InvalidInputError([{ path: 'from', code: 'MISSING', message }]);
      }
      const { keyId, sealed } = await sealJson(tx, this.vault, draft.words, breachPlace(id));
      await tx.query(
        `INSERT INTO breach (id, cause, account, network_ids, began_on, ended_on, known_at, advice, women, opened_by, opened_at, key_id,
           sealed)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          id,
          draft.cause,
          draft.accountId && `user:${draft.accountId}`,
          draft.networkIds,
          draft.from,
          draft.until,
          knownAt,
          draft.advice,
          women.size,
          viewer.name,
          openedAt,
          keyId,
          sealed,
        ],
      );
      const rows = [...women].map(([mediatorId, facts]) => ({ mediatorId, facts }));
      await tx.query(
        `INSERT INTO breach_mediator (breach_id, mediator_id, facts)
         SELECT $1, "mediatorId", facts FROM jsonb_to_recordset($2) AS r("mediatorId" uuid, facts text[])`,
        [id, JSON.stringify(rows)],
      );
      await recordAudit(tx, viewer, [
        changeRecord('breach.open', 'breach', null, { id, ...draft }),
      ]);
    });
    return this.found(viewer, id);
  }

  /** All of them, the latest first. @throws NotPermittedError */
  async list(viewer: Viewer): Promise<Breach[]> {
    authorise(viewer, 'list', { kind: 'breach', networkId: null, mediatorId: null });
    const rows = await this.database.query<Row>(
      `${BREACHES} WHERE b.account IS DISTINCT FROM $1 ORDER BY b.id DESC`,
      [viewer.name],
    );
    return Promise.all(rows.map((row) => this.view(row)));
  }

  /** @throws NotPermittedError, NotFoundError */
  async found(viewer: Viewer, id: string): Promise<Breach> {
    authorise(viewer, 'list', { kind: 'breach', networkId: null, mediatorId: null });
    const [row] = await this.database.query<Row>(
      `${BREACHES} WHERE b.id = $1 AND b.account IS DISTINCT FROM $2`,
      [id, viewer.name],
    );
    if (!row) throw new NotFoundError('breach');
    return this.view(row);
  }

  /** Whom it concerns, with what, and who was told when: for the record. @throws NotPermittedError, NotFoundError */
  async women(viewer: Viewer, id: string): Promise<BreachWoman[]> {
    await this.found(viewer, id);
    return this.database.query<BreachWoman>(`${WOMEN} ORDER BY key`, [id]);
  }

  /**
   * A page of the same: of all, or of those alone whom somebody still has to tell in person. Who is under a code name is named to
   * nobody; beside the account of a mediator nobody is, for whoever knows all the others would know whose account it is.
   *
   * @throws NotPermittedError, NotFoundError, InvalidCursorError
   */
  async record(
    viewer: Viewer,
    id: string,
    page: ListPage,
    onlyToTell = false,
  ): Promise<ListResult<RecordedWoman>> {
    const { account } = await this.found(viewer, id);
    const result = await listSelected<Paged>(
      this.database,
      onlyToTell ? `${WOMEN} AND w.channel = 'person' AND w.told_at IS NULL` : WOMEN,
      [id],
      page,
    );
    const ids = result.items.map(({ mediatorId }) => mediatorId);
    const standings = await standingsOf(this.database, ids);
    const keptOf = (mediatorId: string): string => standings.get(mediatorId)?.keptId ?? mediatorId;
    const acting = await this.preferences.ofMediators(this.database, [...new Set(ids.map(keptOf))]);
    const isHers =
      account !== null && (await isOfMediator(this.database, account.replace('user:', '')));
    return {
      ...result,
      items: result.items.map((row) => {
        const keptId = keptOf(row.mediatorId);
        return {
          ...row,
          toldAt: row.toldAt === null ? null : new Date(row.toldAt),
          readAt: row.readAt === null ? null : new Date(row.readAt),
          keptId,
          actingNetworkId: acting.get(keptId)?.actingNetworkId ?? null,
          isNamed: !isHers && standings.get(row.mediatorId)?.pseudonymous === false,
        };
      }),
    };
  }

  /** Whom notifying would tell now, and by which way. Changes nothing. @throws NotPermittedError, NotFoundError */
  async preview(viewer: Viewer, id: string): Promise<BreachPreview> {
    authorise(viewer, 'notify', { kind: 'breach', networkId: null, mediatorId: null });
    await this.found(viewer, id);
    return this.database.transaction(async (tx) => {
      const byChannel = { mail: 0, message: 0, person: 0 };
      const inPerson = new Map<string | null, number>();
      let women = 0;
      let batch: UntoldWoman[] = [];
      do {
        batch = await untold(tx, id, PREVIEWED, batch.at(-1)?.mediatorId);
        const kept = batch.map(({ keptId }) => keptId);
        const ways = await this.notices.waysTo(tx, kept);
        for (const way of ways) byChannel[way] += 1;
        const called = kept.filter((_, i) => ways[i] === 'person');
        for (const [networkId, count] of await actingFor(this.preferences, tx, called)) {
          inPerson.set(networkId, (inPerson.get(networkId) ?? 0) + count);
        }
        women += batch.length;
      } while (batch.length === PREVIEWED);
      return {
        women,
        byChannel,
        inPerson: [...inPerson].map(([networkId, count]) => ({ networkId, women: count })),
      };
    });
  }

  /**
   * Has each woman told by the way that is safe for her, in her language; the others are for their networks to tell in person. A job
   * does it (`BreachTelling`), so that it takes no longer for many women, and goes on where it was cut off.
   *
   * @throws NotPermittedError, NotFoundError, InvalidStateError where it was done before
   */
  async notify(viewer: Viewer, id: string): Promise<Breach> {
    authorise(viewer, 'notify', { kind: 'breach', networkId: null, mediatorId: null });
    await this.found(viewer, id);
    const at = this.now();
    await this.database.transaction(async (tx) => {
      await mustBeUntold(tx, id);
      await tx.query('UPDATE breach SET told_at = $2, told_by = $3 WHERE id = $1', [
        id,
        at,
        viewer.name,
      ]);
      await tx.addJob(breachTellingJob(id));
      await recordAudit(tx, viewer, [
        changeRecord('breach.notify', 'breach', { id }, { id, toldAt: at }),
      ]);
    });
    return this.found(viewer, id);
  }

  /**
   * Notes when an authority was told.
   *
   * @throws NotPermittedError, NotFoundError, InvalidInputError, InvalidStateError where it was noted before
   */
  async noteReported(viewer: Viewer, id: string, at: Date | null): Promise<Breach> {
    authorise(viewer, 'report', { kind: 'breach', networkId: null, mediatorId: null });
    const { knownAt, reportedAt } = await this.found(viewer, id);
    const when = at ?? this.now();
    if (when < knownAt || when > this.now()) {
      const message = refusal('breaches.authorityAfter');
      throw new InvalidInputError([{ path: 'at', code: 'OUT_OF_RANGE', message }]);
    }
    await this.database.transaction(async (tx) => {
      const noted = await tx.query(
        'UPDATE breach SET reported_at = $2, reported_by = $3 WHERE id = $1 AND reported_at IS NULL RETURNING id',
        [id, when, viewer.name],
      );
      if (noted.length === 0) throw new InvalidStateError(refusal('breaches.notedBefore'));
      await recordAudit(tx, viewer, [
        changeRecord('breach.report', 'breach', { id, reportedAt }, { id, reportedAt: when }),
      ]);
    });
    return this.found(viewer, id);
  }

  private async view({ keyId, sealed, ...row }: Row): Promise<Breach> {
    const words = await openJson<BreachWords>(this.vault, { keyId, sealed }, breachPlace(row.id));
    return { ...row, reportDueAt: reportDueAt(row.knownAt), words };
  }
}

/** Keeps others from notifying at the same time. @throws NotFoundError, InvalidStateError */
async function mustBeUntold(tx: Transaction, id: string): Promise<void> {
  const [row] = await tx.query<{ toldAt: Date | null }>(
    'SELECT told_at AS "toldAt" FROM breach WHERE id = $1 FOR UPDATE',
    [id],
  );
  if (!row) throw new NotFoundError('breach');
  if (row.toldAt) throw new InvalidStateError(refusal('breaches.toldBefore'));
}

/**
 * Beside the account of a mediator, how many women it concerns would tell whether she is one of those who are named, or of these
 * networks. @throws InvalidInputError
 */
async function mustNotTellHer(
  tx: Transaction,
  { accountId, networkIds, mediatorIds }: NewBreach,
): Promise<void> {
  if (accountId === null || networkIds.length + mediatorIds.length === 0) return;
  if (!(await isOfMediator(tx, accountId))) return;
  const path = mediatorIds.length > 0 ? 'mediatorIds' : 'networks';
  const message = refusal('breaches.nameApart');
  throw new InvalidInputError([{ path, code: 'CONTRADICTION', message }]);
}

function problemsOf(
  { accountId, networkIds, mediatorIds, facts, withLists, from, until, advice, words }: NewBreach,
  viewer: Viewer,
  knownAt: Date,
  now: Date,
): InputProblem[] {
  const problems: InputProblem[] = [];
  const wrong = (path: string, code: InputProblem['code'], message: Sentence) =>
    problems.push({ path, code, message });
  const isScoped = networkIds.length + mediatorIds.length > 0;
  if (accountId === null && !isScoped) {
    wrong('accountId', 'MISSING', refusal('breaches.nameSomebody'));
  }
  if (accountId !== null && accountId === viewer.userId) {
    wrong('accountId', 'NOT_ELIGIBLE', refusal('breaches.ownAccount'));
  }
  if (withLists && accountId === null) {
    wrong('withLists', 'NOT_ELIGIBLE', refusal('breaches.listsOfAccount'));
  }
  if (isScoped !== facts.length > 0) {
    wrong('facts', 'MISSING', refusal('breaches.sayWhatSeen'));
  }
  const days = { from, until };
  for (const [path, day] of Object.entries(days)) {
    if (!isDay(day)) wrong(path, 'MALFORMED', refusal('days.written'));
  }
  if (isDay(from) && isDay(until)) {
    if (until < from) wrong('until', 'OUT_OF_RANGE', refusal('days.lastNotBefore'));
    if (from > dayOf(now)) wrong('from', 'OUT_OF_RANGE', refusal('days.firstInFuture'));
  }
  if (knownAt > now) wrong('knownAt', 'OUT_OF_RANGE', refusal('breaches.knownNotFuture'));
  if (advice.length === 0) wrong('advice', 'MISSING', refusal('breaches.sayWhatToDo'));
  for (const [name, text] of Object.entries(words)) {
    problems.push(...textProblems(name, text as string, LONGEST_WORDS, name === 'what'));
  }
  return problems;
}
