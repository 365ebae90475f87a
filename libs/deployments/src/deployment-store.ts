import { CLOCK } from '#config';
import { Database, type Transaction } from '#database';
import { heldStanding, standingsOf, type Standing } from '#directory';
import { needFacts, type NeedFacts } from '#engagement';
import {
  type ActionOn,
  changeRecord,
  hidden,
  may,
  recordAudit,
  type ChangeRecord,
  type Viewer,
} from '#identity';
import { ConflictError } from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { In, IsNull } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { CheckInEntity } from './check-in/check-in.entity.js';
import { ClearanceLineEntity } from './clearance/clearance-line.entity.js';
import { LINE_CODES } from './clearance/kinds.js';
import { lineColumns, openLine, type Line } from './clearance/line.js';
import { nextCheckIn, wakeAt } from './clock/clock.js';
import { DeploymentEntity } from './deployment/deployment.entity.js';
import {
  AT_WORK,
  DEPLOYMENT_STEPS,
  type DeploymentFacts,
  type DeploymentState,
  type DeploymentStep,
} from './deployment/deployment-steps.js';
import type { Side } from './deployment/lists.js';
import { openWords, sealWords, type DeploymentWords } from './deployment/words.js';
import { DeploymentMails, type Told } from './deployment-mails.js';
import {
  deploymentSubject,
  factsOf,
  nextDue,
  withConsequences,
  type Held,
  type Party,
} from './held.js';
import { toOrganizerView } from './views.js';

/** What a step makes of a deployment, besides its state. */
export interface Change {
  readonly columns?: Partial<Held['row']>;
  readonly words?: Partial<DeploymentWords>;
  readonly lines?: readonly Line[];
  readonly facts?: DeploymentFacts;
  readonly told?: readonly Told[];
}

const CHANGED_MEANWHILE = refusal('deployments.changed');

/** A step by its name, and what it changes besides the state. */
export type StepTaken = [
  step: DeploymentStep,
  work?: (held: Held, tx: Transaction) => Change | Promise<Change>,
];

/** Reads and writes deployments: the rows, their clock, the audit log, and the mails that a step causes. */
@Injectable()
export class DeploymentStore {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly mails: DeploymentMails,
    @Inject(CLOCK) readonly now: () => Date = () => new Date(),
  ) {}

  /** Deployments as they stand, in the order of the ids; those that are not there are left out. */
  async read(ids: readonly string[]): Promise<Held[]> {
    const { manager } = this.database;
    const rows = await manager.find(DeploymentEntity, {
      where: { id: In([...ids]) },
    });
    const found = new Map(rows.map((row) => [row.id, row]));
    const { database } = this;
    return this.whole(
      database,
      ids.flatMap((id) => found.get(id) ?? []),
      await needFacts(database, [...new Set(rows.map(({ needId }) => needId))]),
      await standingsOf(database, [...new Set(rows.map(({ mediatorId }) => mediatorId))]),
    );
  }

  /**
   * A deployment, locked until the transaction ends; null if there is none. All take these locks in one order, so that
   * nobody waits for another in a circle: the woman, the need and its organization, the deployment.
   */
  async hold(tx: Transaction, id: string): Promise<Held | null> {
    const [found] = await tx.query<{ mediatorId: string; needId: string }>(
      'SELECT mediator_id AS "mediatorId", need_id AS "needId" FROM deployment WHERE id = $1',
      [id],
    );
    if (!found) return null;
    const her = await heldStanding(tx, found.mediatorId);
    const needs = await needFacts(tx, [found.needId], true);
    const row = await tx.manager.findOne(DeploymentEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row || !her) return null;
    const women = new Map([[found.mediatorId, her]]);
    return (await this.whole(tx, [row], needs, women))[0] ?? null;
  }

  /**
   * The same where the viewer may do this with it from her side, at the revision that she saw.
   *
   * @param revision null where what she does holds whatever has changed
   * @throws NotFoundError, ConflictError
   */
  async held(
    tx: Transaction,
    viewer: Viewer,
    side: Party,
    id: string,
    action: ActionOn<'deployment'>,
    revision: number | null,
  ): Promise<Held> {
    const found = await this.hold(tx, id);
    if (!found || !may(viewer, action, deploymentSubject(side, found))) {
      throw hidden(viewer, 'deployment');
    }
    const now = side === 'organizer' ? found.row.shownRevision : found.row.revision;
    if (revision !== null && revision !== now) throw new ConflictError(CHANGED_MEANWHILE);
    return found;
  }

  /**
   * Takes a step by hand, and gives the deployment as it is afterwards.
   *
   * @throws NotFoundError, ConflictError, InvalidStateError, and what `work` throws
   */
  async step(
    viewer: Viewer,
    side: Party,
    id: string,
    revision: number,
    ...[step, work = () => ({})]: StepTaken
  ): Promise<Held> {
    return this.database.transaction(async (tx) => {
      const action = DEPLOYMENT_STEPS.action(step);
      const before = await this.held(tx, viewer, side, id, action, revision);
      const change = await work(before, tx);
      return this.take(tx, viewer, side, before, step, change);
    });
  }

  /** Takes a step with a deployment that is locked, and gives it as it is afterwards. @throws InvalidStateError */
  async take(
    tx: Transaction,
    viewer: Viewer,
    side: Side,
    before: Held,
    step: DeploymentStep,
    change: Change = {},
  ): Promise<Held> {
    const facts = {
      ...factsOf(side, { ...before, lines: change.lines ?? before.lines }, this.now()),
      ...change.facts,
    };
    const state = DEPLOYMENT_STEPS.take(step, before.row.state, facts);
    const columns = { ...change.columns, state };
    const after = await this.save(tx, before, { ...change, columns });
    const audit = [
      changeRecord(DEPLOYMENT_STEPS.audit(step), 'deployment', recordOf(before), recordOf(after)),
    ];
    if (after.row.state !== state) audit.push(unreadied(before, after));
    await recordAudit(tx, viewer, audit);
    return after;
  }

  /**
   * Writes what has changed of a deployment, and what follows: one that is ready and has an open line goes back to
   * clearance, an extension that lines do not cover any more is dropped, the next check-in and the next time of the clock
   * are set, and the organizer's revision grows only with what the organizer sees.
   */
  async save(
    tx: Transaction,
    before: Held,
    { columns, words, lines, told = [] }: Change,
  ): Promise<Held> {
    const now = this.now();
    let after: Held = {
      ...before,
      row: { ...before.row, ...columns },
      words: { ...before.words, ...words },
      lines: lines ?? before.lines,
    };
    await this.writeLines(tx, before.lines, after.lines);
    after = withConsequences(after);
    after = { ...after, checkIns: await this.writeCheckIns(tx, before, after, now) };
    const due = nextDue(after);
    const { state, timeZone, endedAt } = after.row;
    const wake = wakeAt({ state, timeZone, endedAt, checkIn: due }, now);
    const seen = (held: Held) => ({ ...toOrganizerView(held), revision: 0 });
    const isSeen = !isDeepStrictEqual(seen(before), seen(after));
    const row = {
      ...after.row,
      wakeAt: wake,
      revision: before.row.revision + 1,
      shownRevision: before.row.shownRevision + (isSeen ? 1 : 0),
    };
    const sealed = words && (await sealWords(tx, this.vault, row.id, after.words));
    await tx.manager.update(DeploymentEntity, { id: row.id }, { ...row, ...sealed });
    const saved = { ...after, row };
    // A mail that something is new would tell the organizer of what it does not see.
    const untold = ({ to, mail }: Told) =>
      to === 'organizer' && mail === 'introduction-message' && !isSeen;
    await this.mails.send(
      tx,
      saved,
      told.filter((one) => !untold(one)),
    );
    return saved;
  }

  /** Any other change by hand, which takes no step. */
  async change(
    tx: Transaction,
    viewer: Viewer,
    before: Held,
    change: Change,
    action: string,
  ): Promise<Held> {
    const after = await this.save(tx, before, change);
    await recordAudit(tx, viewer, [
      changeRecord(action, 'deployment', recordOf(before), recordOf(after)),
    ]);
    return after;
  }

  /** A change of one line by hand, which takes no step of the deployment. */
  async saveLine(
    tx: Transaction,
    viewer: Viewer,
    before: Held,
    change: Change,
    audit: ChangeRecord[],
  ): Promise<Held> {
    const after = await this.save(tx, before, change);
    if (after.row.state !== before.row.state) audit.push(unreadied(before, after));
    await recordAudit(tx, viewer, audit);
    return after;
  }

  private async writeLines(
    tx: Transaction,
    before: readonly Line[],
    after: readonly Line[],
  ): Promise<void> {
    const added: Awaited<ReturnType<typeof lineColumns>>[] = [];
    for (const line of after) {
      const held = before.find(({ id }) => id === line.id);
      if (held === line) continue;
      const columns = await lineColumns(tx, this.vault, line);
      if (held) await tx.manager.update(ClearanceLineEntity, { id: line.id }, columns);
      else added.push(columns);
    }
    if (added.length > 0) await tx.manager.insert(ClearanceLineEntity, added);
  }

  /** The check-in that she is expected to make next follows her plan, from the day on which she begins to that on which she ends. */
  private async writeCheckIns(
    tx: Transaction,
    before: Held,
    after: Held,
    now: Date,
  ): Promise<readonly CheckInEntity[]> {
    const due = nextDue(after);
    const isAtWork = (AT_WORK as readonly DeploymentState[]).includes(after.row.state);
    const isSame = isDeepStrictEqual(planOf(before), planOf(after));
    if (due && isAtWork && isSame) return after.checkIns;
    const rest = after.checkIns.filter((one) => one !== due);
    if (due) await tx.manager.update(CheckInEntity, { id: due.id }, { state: 'excused' });
    const next = isAtWork ? await this.insertNext(tx, after, now, due?.dueAt ?? null) : null;
    return next ? [...rest, next] : rest;
  }

  private async insertNext(
    tx: Transaction,
    { row }: Held,
    now: Date,
    excused: Date | null,
  ): Promise<CheckInEntity | null> {
    const last = await tx.manager.findOne(CheckInEntity, {
      where: { deploymentId: row.id },
      order: { dueAt: 'DESC' },
    });
    const lastAt = last?.dueAt ?? null;
    const plan = { ...row };
    // One that was made early stands for its time: the next comes after it.
    const from = lastAt && last?.state === 'made' && lastAt > now ? lastAt : now;
    const next = nextCheckIn(plan, from, row.rhythm === 'weekly' ? lastAt : null);
    if (!next) return null;
    if (excused && next.dueAt.getTime() === excused.getTime()) {
      await tx.manager.delete(CheckInEntity, { deploymentId: row.id, dueAt: excused });
    }
    const entity = {
      ...next,
      id: uuidv7(),
      deploymentId: row.id,
      askedAt: null,
      state: 'due',
      madeAt: null,
      channel: null,
      wantsCall: false,
      notedBy: null,
    } as const;
    await tx.manager.insert(CheckInEntity, entity);
    return entity;
  }

  private async whole(
    reader: Pick<Transaction, 'query' | 'manager'>,
    rows: readonly DeploymentEntity[],
    needs: ReadonlyMap<string, NeedFacts>,
    women: ReadonlyMap<string, Standing>,
  ): Promise<Held[]> {
    const ids = rows.map(({ id }) => id);
    const lines = await reader.manager.find(ClearanceLineEntity, {
      where: { deploymentId: In(ids) },
    });
    const checkIns = await reader.manager.find(CheckInEntity, {
      where: [
        { deploymentId: In(ids), state: 'due' },
        { deploymentId: In(ids), state: 'missed', madeAt: IsNull() },
      ],
      order: { dueAt: 'ASC' },
    });
    return Promise.all(
      rows.map(async (entity) => {
        const { key: _key, keyId: _keyId, sealed: _sealed, ...row } = entity;
        const need = needs.get(row.needId);
        const her = women.get(row.mediatorId);
        if (!need || !her) throw new Error('A deployment has its need and its mediator.');
        const own = lines.filter(({ deploymentId }) => deploymentId === row.id);
        return {
          row,
          need,
          her,
          words: await openWords(this.vault, entity),
          lines: (await Promise.all(own.map((line) => openLine(this.vault, line)))).toSorted(
            (a, b) => LINE_CODES.indexOf(a.kind) - LINE_CODES.indexOf(b.kind),
          ),
          checkIns: checkIns.filter(({ deploymentId }) => deploymentId === row.id),
        };
      }),
    );
  }
}

function unreadied(before: Held, after: Held): ChangeRecord {
  return changeRecord(
    DEPLOYMENT_STEPS.audit('unready'),
    'deployment',
    recordOf(before),
    recordOf(after),
  );
}

function planOf({ row }: Held): object {
  const { rhythm, checkInTime, timeZone, graceHours } = row;
  return { rhythm, checkInTime, timeZone, graceHours };
}

/** A deployment as the audit log is told it. */
function recordOf({ row, words }: Held): Held['row'] & { readonly words: DeploymentWords } {
  return { ...row, words };
}

/** The other two sides, to be told that something waits for them. */
export function others(side: Side): Told[] {
  return (['organizer', 'desk', 'mediator'] as const)
    .filter((one) => one !== side)
    .map((to) => ({ to, mail: 'introduction-message' }));
}
