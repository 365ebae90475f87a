import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import { needFacts } from '#engagement';
import { authorise, changeRecord, recordAudit, systemViewer, type ChangeRecord } from '#identity';
import { dayOf, startOf } from '#kernel';
import { Injectable } from '@nestjs/common';
import { CheckInEntity } from './check-in/check-in.entity.js';
import type { LineOwner } from './clearance/kinds.js';
import { dueOn, isOverdue, type Line } from './clearance/line.js';
import { LINE_STEPS } from './clearance/line-steps.js';
import { dayIn, endingDays, isMorning, morningEverywhere } from './clock/clock.js';
import {
  AT_WORK,
  BEFORE_START,
  DEPLOYMENT_STEPS,
  type DeploymentState,
} from './deployment/deployment-steps.js';
import type { EndReason } from './deployment/lists.js';
import type { Told } from './deployment-mails.js';
import { DeploymentStore, others, type Change } from './deployment-store.js';
import { nextDue, PARTIES, unanswered, type Held, type Party } from './held.js';

/** Who is told of a line that is late. */
const TOLD: Readonly<Record<LineOwner, Party>> = {
  mediator: 'mediator',
  desk: 'desk',
  organizer: 'organizer',
  // A host has no account: the desk follows its lines.
  host: 'desk',
};

/**
 * What time does to deployments, every minute: it looks at each whose time has come, as its rows stand. Lines that count
 * no more are open again, owners are told every morning of what is late, she is asked whether she is well, a check-in that
 * she misses is told to the desk, a last day that comes near to everybody, and what is over closes. Before she begins, a
 * need that is cancelled or an organization that is suspended cancels her deployment; after that it goes on, for she is
 * there.
 */
@Injectable()
@BackgroundJob()
export class DeploymentClocks implements JobHandler {
  readonly name = 'deployment-clocks';
  readonly schedule = '* * * * *';
  private readonly viewer = systemViewer('deployments');

  constructor(
    private readonly database: Database,
    private readonly store: DeploymentStore,
  ) {}

  async handle(): Promise<void> {
    authorise(this.viewer, 'keep-time', {
      kind: 'deployment',
      organizationId: null,
      verified: false,
      networkId: null,
      mediatorId: null,
    });
    const due = await this.database.query<{ id: string }>(
      `SELECT id FROM deployment WHERE wake_at <= $1 OR state = ANY($2) AND need_id = ANY($3::uuid[])
       ORDER BY wake_at, id`,
      [this.store.now(), BEFORE_START, await this.needsThatAreOff()],
    );
    // One that cannot be looked at stands in no other's way.
    const failed: unknown[] = [];
    for (const { id } of due) {
      try {
        await this.database.transaction(async (tx) => {
          const held = await this.store.hold(tx, id);
          if (held) await this.look(tx, held);
        });
      } catch (error) {
        failed.push(error);
      }
    }
    if (failed.length > 0) throw failed[0];
  }

  /** Needs for which nobody goes any more, of deployments that have not begun. */
  private async needsThatAreOff(): Promise<string[]> {
    const rows = await this.database.query<{ needId: string }>(
      'SELECT DISTINCT need_id AS "needId" FROM deployment WHERE state = ANY($1)',
      [BEFORE_START],
    );
    const needs = await needFacts(
      this.database,
      rows.map(({ needId }) => needId),
    );
    return [...needs.values()].filter((need) => reasonToCancel({ need })).map(({ id }) => id);
  }

  private async look(tx: Transaction, held: Held): Promise<void> {
    const { state, wakeAt } = held.row;
    const off = isIn(BEFORE_START, state) ? reasonToCancel(held) : null;
    if (off) {
      const columns = { reason: off, endedBy: 'system', endedAt: this.store.now() } as const;
      await this.store.take(tx, this.viewer, 'system', held, 'cancel', {
        columns,
        told: others('system'),
      });
      return;
    }
    // Another worker was here before.
    if (wakeAt === null || wakeAt > this.store.now()) return;
    const { timer } = DEPLOYMENT_STEPS.transition('lapse');
    const closesAt = timer?.dueAt({ endedAt: held.row.endedAt }) ?? null;
    if (DEPLOYMENT_STEPS.transition('lapse').from.includes(state)) {
      if (closesAt && closesAt <= this.store.now()) {
        await this.store.take(tx, this.viewer, 'system', held, 'lapse');
      } else await this.store.save(tx, held, {});
      return;
    }
    await this.keepTime(tx, held);
  }

  private async keepTime(tx: Transaction, held: Held): Promise<void> {
    const now = this.store.now();
    const today = dayIn(held.row.timeZone, now);
    const audit: ChangeRecord[] = [];
    // In UTC, for the organizer sees it of its own lines, and of readiness that is taken back.
    const lines = held.lines.map((line) => expired(line, dayOf(now), audit));
    const told: Told[] = [];
    const checkIns = await this.checkIns(tx, held, now, told);
    const isMorningOf = held.row.toldOn !== today && isMorning(held.row.timeZone, now);
    const change: Change = isMorningOf
      ? { ...this.morning({ ...held, lines, checkIns }, today, told), lines, told }
      : { lines, told };
    const after = await this.store.save(tx, { ...held, checkIns }, change);
    if (after.row.state !== held.row.state) {
      const { id } = held.row;
      const before = { id, state: held.row.state };
      audit.push(
        changeRecord(DEPLOYMENT_STEPS.audit('unready'), 'deployment', before, {
          id,
          state: after.row.state,
        }),
      );
    }
    await recordAudit(tx, this.viewer, audit);
  }

  /** Once a day, where she is: what is late, and what comes near. */
  private morning({ row, lines, checkIns }: Held, today: string, told: Told[]): Change {
    const notBefore = morningEverywhere(today);
    for (const side of PARTIES) {
      const late = lines.filter(
        (line) => TOLD[line.owner] === side && isOverdue(line, row.startsOn, today),
      );
      const first = late.map((line) => dueOn(line, row.startsOn)).toSorted()[0];
      if (first) {
        told.push({
          to: side,
          mail: 'deployment-clearance-due',
          until: startOf(first),
          notBefore,
        });
      }
    }
    // One that has not begun by its first day, or not ended by its last, is the desk's and the organizer's to see to.
    const isStuck = isIn(BEFORE_START, row.state) ? row.startsOn < today : row.endsOn < today;
    if (isStuck) {
      const until = startOf(isIn(BEFORE_START, row.state) ? row.startsOn : row.endsOn);
      for (const to of ['desk', 'organizer'] as const)
        told.push({ to, mail: 'deployment-ending', until, notBefore });
    }
    if (unanswered({ checkIns }).length > 0) {
      told.push({ to: 'desk', mail: 'deployment-check-in-missed' });
    }
    const days = isIn(AT_WORK, row.state) ? endingDays(row.endsOn, today, row.toldDays) : null;
    if (days !== null) {
      const until = startOf(row.endsOn);
      for (const to of PARTIES) told.push({ to, mail: 'deployment-ending', until, notBefore });
    }
    return { columns: { toldOn: today, ...(days !== null && { toldDays: days }) } };
  }

  /** Asks her at the time that she chose, and tells the desk when her grace is over. */
  private async checkIns(
    tx: Transaction,
    held: Held,
    now: Date,
    told: Told[],
  ): Promise<readonly CheckInEntity[]> {
    const due = nextDue(held);
    if (!due || !isIn(AT_WORK, held.row.state) || due.dueAt > now) return held.checkIns;
    const rest = held.checkIns.filter((one) => one !== due);
    if (due.missedAt <= now) {
      await tx.manager.update(CheckInEntity, { id: due.id }, { state: 'missed' });
      told.push({ to: 'desk', mail: 'deployment-check-in-missed' });
      const { id, deploymentId, dueAt, missedAt, askedAt } = due;
      const missed = { id, deploymentId, dueAt, missedAt, askedAt, state: 'missed' } as const;
      return [...rest, { ...missed, madeAt: null, channel: null, wantsCall: false, notedBy: null }];
    }
    if (due.askedAt !== null) return held.checkIns;
    await tx.manager.update(CheckInEntity, { id: due.id }, { askedAt: now });
    told.push({ to: 'mediator', mail: 'deployment-check-in', until: due.missedAt });
    due.askedAt = now;
    return held.checkIns;
  }
}

/** Why a deployment that has not begun is off; null if it is not. */
function reasonToCancel({ need }: Pick<Held, 'need'>): EndReason | null {
  if (need.state === 'cancelled') return 'need-cancelled';
  return need.verified ? null : 'organization-suspended';
}

function expired(line: Line, today: string, audit: ChangeRecord[]): Line {
  if (line.state !== 'done' || line.validUntil === null || line.validUntil >= today) return line;
  const after = { ...line, state: LINE_STEPS.next('expire', line.state) };
  audit.push(changeRecord(LINE_STEPS.audit('expire'), 'clearance', line, after));
  return after;
}

function isIn(states: readonly DeploymentState[], state: DeploymentState): boolean {
  return states.includes(state);
}
