import { Database, type Transaction } from '#database';
import { changeRecord, hidden, may, recordAudit, type ActionOn, type Viewer } from '#identity';
import { isSafetyOfficer, safetyOfficers } from '#introductions';
import {
  ConflictError,
  dayOf,
  isDay,
  textProblems,
  throwIfProblems,
  type InputProblem,
} from '#kernel';
import { refusal } from '#messages';
import { openJson, sealJson, type SealedColumns, Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { DeploymentMails } from './deployment-mails.js';
import { DeploymentStore } from './deployment-store.js';
import type { Held } from './held.js';
import { IncidentEntity, type IncidentRecord } from './incident/incident.entity.js';
import type { IncidentReporter } from './incident/lists.js';
import { placeIn } from './sealed-places.js';

/** What happened to her at work, as the safety officer and she read it. */
export interface IncidentView extends IncidentRecord {
  readonly id: string;
  readonly deploymentId: string;
  readonly reporter: IncidentReporter;
  readonly reportedAt: Date;
  readonly closedAt: Date | null;
  readonly revision: number;
}

/** What somebody reports. */
export type IncidentInput = Pick<IncidentRecord, 'kind' | 'severity' | 'happenedOn' | 'words'>;

const LONGEST_TEXT = 10_000;

/** Incidents: the safety officer of the desk that acts for her and she herself read them, and nobody else. */
@Injectable()
export class IncidentService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly store: DeploymentStore,
    private readonly mails: DeploymentMails,
  ) {}

  /** The incidents of a deployment, the latest first. @throws NotFoundError */
  async list(viewer: Viewer, deploymentId: string): Promise<IncidentView[]> {
    const [held] = await this.store.read([deploymentId]);
    if (!held || (await this.sideOf(this.database, viewer, held, 'read')) === null) {
      throw hidden(viewer, 'deployment');
    }
    const rows = await this.database.manager.find(IncidentEntity, {
      where: { deploymentId },
      order: { id: 'DESC' },
    });
    return Promise.all(rows.map((row) => this.toView(row)));
  }

  /** One of them. @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<IncidentView> {
    const row = await this.database.manager.findOneBy(IncidentEntity, { id });
    const [held] = row ? await this.store.read([row.deploymentId]) : [];
    if (!row || !held || (await this.sideOf(this.database, viewer, held, 'read')) === null) {
      throw hidden(viewer, 'incident');
    }
    return this.toView(row);
  }

  /**
   * Writes down what happened. The safety officers of the desk are told that something waits; a desk without one is told
   * so too, and reads nothing before it has appointed one.
   *
   * @throws NotFoundError, InvalidInputError
   */
  async report(viewer: Viewer, deploymentId: string, input: IncidentInput): Promise<IncidentView> {
    throwIfProblems([
      ...dayProblems(input.happenedOn, dayOf(this.store.now())),
      ...textProblems('words', input.words, LONGEST_TEXT, true),
    ]);
    const id = uuidv7();
    await this.database.transaction(async (tx) => {
      const held = await this.store.hold(tx, deploymentId);
      const reporter = held && (await this.sideOf(tx, viewer, held, 'report'));
      if (!held || !reporter) throw hidden(viewer, 'deployment');
      const { kind, severity, happenedOn, words } = input;
      const record = { kind, severity, happenedOn, words: words.trim(), action: '' };
      await tx.manager.insert(IncidentEntity, {
        ...(await this.seal(tx, id, record)),
        id,
        deploymentId,
        reporter,
        reportedAt: this.store.now(),
      });
      const officers = await safetyOfficers(tx, held.row.networkId);
      if (officers.length > 0) await this.mails.toAccounts(tx, officers);
      else await this.mails.send(tx, held, [{ to: 'desk', mail: 'introduction-message' }]);
      if (reporter === 'safety-officer') {
        await this.mails.send(tx, held, [{ to: 'mediator', mail: 'introduction-message' }]);
      }
      await recordAudit(tx, viewer, [
        changeRecord('incident.report', 'incident', null, { id, ...record }),
      ]);
    });
    return this.toView(await this.database.manager.findOneByOrFail(IncidentEntity, { id }));
  }

  /**
   * Writes down what was done about it, and whether it is closed with that.
   *
   * @throws NotFoundError, ConflictError, InvalidInputError
   */
  async handle(
    viewer: Viewer,
    id: string,
    revision: number,
    { action, closes }: { readonly action: string; readonly closes: boolean },
  ): Promise<IncidentView> {
    throwIfProblems(textProblems('action', action, LONGEST_TEXT, true));
    await this.database.transaction(async (tx) => {
      const found = await tx.manager.findOneBy(IncidentEntity, { id });
      const held = found && (await this.store.hold(tx, found.deploymentId));
      if (!held || (await this.sideOf(tx, viewer, held, 'handle')) === null) {
        throw hidden(viewer, 'incident');
      }
      const row = await tx.manager.findOneByOrFail(IncidentEntity, { id });
      if (row.revision !== revision) {
        throw new ConflictError(refusal('deployments.incidentChanged'));
      }
      const before = await this.open(row);
      const after = { ...before, action: action.trim() };
      await tx.manager.update(
        IncidentEntity,
        { id },
        {
          ...(await this.seal(tx, id, after)),
          closedAt: closes ? (row.closedAt ?? this.store.now()) : null,
          revision: revision + 1,
        },
      );
      await this.mails.send(tx, held, [{ to: 'mediator', mail: 'introduction-message' }]);
      await recordAudit(tx, viewer, [
        changeRecord('incident.handle', 'incident', { id, ...before }, { id, ...after }),
      ]);
    });
    return this.toView(await this.database.manager.findOneByOrFail(IncidentEntity, { id }));
  }

  /** As who the viewer may do this; null if she may not. */
  private async sideOf(
    reader: Pick<Transaction, 'query'>,
    viewer: Viewer,
    { row, her }: Held,
    action: ActionOn<'incident'>,
  ): Promise<IncidentReporter | null> {
    const { networkId } = row;
    const herself = {
      kind: 'incident',
      networkId: null,
      mediatorId: her.keptId,
      safetyOfficer: false,
    } as const;
    if (may(viewer, action, herself)) return 'mediator';
    const safetyOfficer = await isSafetyOfficer(reader, networkId, viewer.userId);
    const desk = { kind: 'incident', networkId, mediatorId: null, safetyOfficer } as const;
    return may(viewer, action, desk) ? 'safety-officer' : null;
  }

  private async toView(row: IncidentEntity): Promise<IncidentView> {
    const { id, deploymentId, reporter, reportedAt, closedAt, revision } = row;
    const record = await this.open(row);
    return { ...record, id, deploymentId, reporter, reportedAt, closedAt, revision };
  }

  private async seal(tx: Transaction, id: string, record: IncidentRecord): Promise<SealedColumns> {
    return sealJson(tx, this.vault, record, placeIn('incident', id));
  }

  private async open(row: IncidentEntity): Promise<IncidentRecord> {
    return openJson(this.vault, row, placeIn('incident', row.id));
  }
}

function dayProblems(day: string, today: string): InputProblem[] {
  const path = 'happenedOn';
  if (!isDay(day)) {
    const message = refusal('days.existsWritten');
    return [{ path, code: 'MALFORMED', message }];
  }
  // A day may have begun where she is that is still to come in UTC.
  return Date.parse(day) > Date.parse(today) + 86_400_000
    ? [{ path, code: 'OUT_OF_RANGE', message: refusal('days.toCome') }]
    : [];
}
