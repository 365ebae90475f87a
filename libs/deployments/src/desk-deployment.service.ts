import { Database, listPage, type Transaction } from '#database';
import { ofHerRecords } from '#directory';
import { authorise, hidden, may, type Viewer } from '#identity';
import { InvalidInputError, NotFoundError, type ListPage, type ListResult } from '#kernel';
import { refusal } from '#messages';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { CheckInEntity } from './check-in/check-in.entity.js';
import {
  covers,
  kindsOf,
  LINE_OWNERS,
  type LineCode,
  type LineOwner,
  type Setting,
} from './clearance/kinds.js';
import { UNTOUCHED, type Line } from './clearance/line.js';
import type { LineStep } from './clearance/line-steps.js';
import { DeploymentEntity } from './deployment/deployment.entity.js';
import {
  BEFORE_START,
  DEPLOYMENT_STATES,
  type DeploymentState,
} from './deployment/deployment-steps.js';
import type { SpokenWord } from './deployment/words.js';
import { isFeedbackOver } from './feedback/feedback-rounds.js';
import { CheckInWriter } from './check-in-writer.js';
import { DeploymentStore, others, type StepTaken } from './deployment-store.js';
import { deploymentSubject, type Held } from './held.js';
import type { SpokenChannel } from '#introductions';
import {
  checkCheckInPlan,
  checkSpoken,
  checkWaiver,
  type CheckInPlanInput,
  type EditInput,
  type LineInput,
  type OutcomeInput,
  type ReasonInput,
  type SpokenInput,
} from './inputs.js';
import {
  agreed,
  finished,
  handed,
  proposed,
  reopened,
  requested,
  stepLine,
} from './line-changes.js';
import {
  completed,
  edited,
  extended,
  extensionProposed,
  extensionRefused,
  reported,
  stopped,
} from './steps.js';
import { toCheckIn, toDeskView, type CheckInView, type DeskDeployment } from './views.js';

/** Which deployments of women of a network are listed. */
export interface DeskDeploymentFilter {
  readonly networkId: string;
  readonly states?: readonly DeploymentState[] | null;
  /** Internal id of a woman: her deployments alone. */
  readonly mediatorId?: string | null;
}

const SIDE = 'desk';
/** The reason of whatever is over again on a restored database. */
const RESTORED = 'The database was restored from a backup.';

/** What the desk of her network does with deployments. What she says to it, it writes down with its proof. */
@Injectable()
export class DeskDeploymentService {
  constructor(
    private readonly database: Database,
    private readonly store: DeploymentStore,
    private readonly checkIns: CheckInWriter,
  ) {}

  /** Deployments of women for whom the desk of a network acts, the oldest first. @throws NotPermittedError */
  async list(
    viewer: Viewer,
    { networkId, states, mediatorId }: DeskDeploymentFilter,
    page: ListPage,
  ): Promise<ListResult<DeskDeployment>> {
    authorise(viewer, 'read', {
      kind: 'deployment',
      organizationId: null,
      verified: false,
      networkId,
      mediatorId: null,
    });
    const where = {
      networkId,
      state: In([...(states ?? DEPLOYMENT_STATES)]),
      ...(mediatorId ? { mediatorId: ofHerRecords(mediatorId) } : {}),
    };
    const repository = this.database.manager.getRepository(DeploymentEntity);
    const result = await listPage(repository, 'id', { where }, page);
    const held = await this.store.read(result.items.map(({ id }) => id));
    return { ...result, items: held.map(toDeskView) };
  }

  /** One of them. @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<DeskDeployment> {
    return toDeskView(await this.found(viewer, id));
  }

  /** The check-ins of a deployment, the latest first: 60 at most. @throws NotFoundError */
  async checkInsOf(viewer: Viewer, id: string): Promise<CheckInView[]> {
    await this.found(viewer, id);
    const rows = await this.database.manager.find(CheckInEntity, {
      where: { deploymentId: id },
      order: { dueAt: 'DESC' },
      take: 60,
    });
    return rows.map(toCheckIn);
  }

  /** Changes the plan before she begins. @throws NotFoundError, ConflictError, InvalidStateError, InvalidInputError */
  async edit(
    viewer: Viewer,
    id: string,
    revision: number,
    input: EditInput,
  ): Promise<DeskDeployment> {
    return this.step(viewer, id, revision, 'edit', (held) => edited(held, SIDE, input));
  }

  /**
   * Begins clearance with the lines that a setting asks for, or adds those of a wider setting later.
   *
   * @throws as `edit`
   */
  async clear(
    viewer: Viewer,
    id: string,
    revision: number,
    setting: Setting,
  ): Promise<DeskDeployment> {
    await this.database.transaction(async (tx) => {
      const held = await this.store.held(tx, viewer, SIDE, id, 'clear', revision);
      const step = held.row.setting === null ? 'clear' : 'edit';
      const lines = withLines(held, setting);
      await this.store.take(tx, viewer, SIDE, held, step, {
        columns: { setting },
        lines,
        told: others(SIDE),
      });
    });
    return this.byId(viewer, id);
  }

  /** Says that all is clear. @throws as `edit` */
  async ready(viewer: Viewer, id: string, revision: number): Promise<DeskDeployment> {
    return this.step(viewer, id, revision, 'ready', () => ({ told: others(SIDE) }));
  }

  /** She begins. @throws as `edit` */
  async activate(viewer: Viewer, id: string, revision: number): Promise<DeskDeployment> {
    return this.step(viewer, id, revision, 'activate', () => ({
      columns: { beganAt: this.store.now() },
      told: others(SIDE),
    }));
  }

  /** @throws as `edit` */
  async suspend(
    viewer: Viewer,
    id: string,
    revision: number,
    input: ReasonInput,
  ): Promise<DeskDeployment> {
    return this.step(viewer, id, revision, 'suspend', () => stopped(SIDE, input, null));
  }

  /** @throws as `edit` */
  async resume(viewer: Viewer, id: string, revision: number): Promise<DeskDeployment> {
    return this.step(viewer, id, revision, 'resume', () => ({
      columns: { reason: null, endedBy: null },
      words: { reason: '' },
      told: others(SIDE),
    }));
  }

  /** Proposes a later last day with her, who has said yes to it. @throws as `edit` */
  async propose(
    viewer: Viewer,
    id: string,
    revision: number,
    until: string,
    spoken: SpokenInput,
  ): Promise<DeskDeployment> {
    return this.step(viewer, id, revision, 'propose', (held) => ({
      ...extensionProposed(SIDE, until),
      words: { spoken: this.heard(viewer, held, 'extension', spoken) },
    }));
  }

  /** Accepts for her the later last day that the organizer proposes. @throws as `edit` */
  async extend(
    viewer: Viewer,
    id: string,
    revision: number,
    until: string,
    spoken: SpokenInput,
  ): Promise<DeskDeployment> {
    return this.step(viewer, id, revision, 'extend', (held) => ({
      ...extended(held, SIDE, until),
      // What she proposed herself the organizer accepts, and not her own desk.
      facts: { ownProposal: held.row.proposedBy !== 'organizer' },
      words: { spoken: this.heard(viewer, held, 'extension', spoken) },
    }));
  }

  /** @throws as `edit` */
  async refuseExtension(viewer: Viewer, id: string, revision: number): Promise<DeskDeployment> {
    return this.step(viewer, id, revision, 'refuse', () => extensionRefused(SIDE));
  }

  /** @throws as `edit` */
  async end(
    viewer: Viewer,
    id: string,
    revision: number,
    input: ReasonInput,
  ): Promise<DeskDeployment> {
    return this.step(viewer, id, revision, 'end', () => stopped(SIDE, input, this.store.now()));
  }

  /** @throws as `edit` */
  async cancel(
    viewer: Viewer,
    id: string,
    revision: number,
    input: ReasonInput,
  ): Promise<DeskDeployment> {
    return this.step(viewer, id, revision, 'cancel', () => stopped(SIDE, input, this.store.now()));
  }

  /**
   * Repeats, on a database that was restored, that a deployment was ended or cancelled: one that has not begun here is cancelled. Why
   * it was is not known, and nobody is told.
   *
   * @throws NotPermittedError, NotFoundError, InvalidStateError where it is over
   */
  async endAgain(viewer: Viewer, id: string): Promise<void> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    await this.database.transaction(async (tx) => {
      const held = await this.store.hold(tx, id);
      if (!held) throw new NotFoundError('deployment');
      const hasBegun = BEFORE_START.every((state) => state !== held.row.state);
      const { told: _told, ...change } = stopped(
        SIDE,
        { reason: 'other', words: RESTORED },
        this.store.now(),
      );
      await this.store.take(tx, viewer, SIDE, held, hasBegun ? 'end' : 'cancel', change);
    });
  }

  /** @throws as `edit` */
  async complete(
    viewer: Viewer,
    id: string,
    revision: number,
    input: OutcomeInput,
  ): Promise<DeskDeployment> {
    return this.step(viewer, id, revision, 'complete', (held) =>
      completed(held, SIDE, input, this.store.now()),
    );
  }

  /** @throws as `edit` */
  async report(
    viewer: Viewer,
    id: string,
    revision: number,
    input: OutcomeInput,
  ): Promise<DeskDeployment> {
    return this.step(viewer, id, revision, 'report', () => reported(SIDE, input));
  }

  /** Closes it, once it is told what came of it and feedback is released. @throws as `edit` */
  async close(viewer: Viewer, id: string, revision: number): Promise<DeskDeployment> {
    return this.step(viewer, id, revision, 'close', async ({ row }, tx) => ({
      facts: { feedbackOver: await isFeedbackOver(tx, row, this.store.now()) },
    }));
  }

  /** Writes down when she checks in, as she said. @throws as `edit` */
  async planCheckIns(
    viewer: Viewer,
    id: string,
    revision: number,
    input: CheckInPlanInput,
    spoken: SpokenInput,
  ): Promise<DeskDeployment> {
    checkCheckInPlan(input);
    const held = await this.found(viewer, id);
    const words = { spoken: this.heard(viewer, held, 'check-in-plan', spoken) };
    await this.database.transaction((tx) =>
      this.checkIns.plan(tx, viewer, SIDE, id, revision, input, words),
    );
    return this.byId(viewer, id);
  }

  /** Writes down that she was heard by telephone or in person. @throws NotFoundError, InvalidStateError */
  async recordCheckIn(
    viewer: Viewer,
    id: string,
    channel: SpokenChannel,
    wantsCall: boolean,
  ): Promise<DeskDeployment> {
    await this.database.transaction((tx) =>
      this.checkIns.make(tx, viewer, SIDE, id, { channel, wantsCall }),
    );
    return this.byId(viewer, id);
  }

  /** @throws NotFoundError, InvalidStateError */
  async requestLine(viewer: Viewer, id: string, kind: LineCode): Promise<DeskDeployment> {
    return this.line(viewer, id, kind, 'request', requested);
  }

  /** @throws NotFoundError, InvalidStateError, InvalidInputError */
  async finishLine(
    viewer: Viewer,
    id: string,
    kind: LineCode,
    input: LineInput,
  ): Promise<DeskDeployment> {
    return this.line(viewer, id, kind, 'finish', (found) => finished(found, input));
  }

  /** @throws NotFoundError, InvalidStateError */
  async dispenseLine(viewer: Viewer, id: string, kind: LineCode): Promise<DeskDeployment> {
    return this.line(viewer, id, kind, 'dispense', () => ({}));
  }

  /** @throws NotFoundError, InvalidStateError */
  async reopenLine(viewer: Viewer, id: string, kind: LineCode): Promise<DeskDeployment> {
    return this.line(viewer, id, kind, 'reopen', reopened);
  }

  /** Gives a line another owner. @throws NotFoundError, InvalidStateError, InvalidInputError */
  async handLine(
    viewer: Viewer,
    id: string,
    kind: LineCode,
    owner: LineOwner,
  ): Promise<DeskDeployment> {
    return this.line(viewer, id, kind, 'hand', (found) => handed(found, owner));
  }

  /**
   * Wants to waive a line: the first of the desk proposes it, another seconds it. It counts with both and, where the line
   * guards her life or health, with her own agreement.
   *
   * @throws NotFoundError, InvalidStateError, InvalidInputError
   */
  async waiveLine(
    viewer: Viewer,
    id: string,
    kind: LineCode,
    words: string,
  ): Promise<DeskDeployment> {
    checkWaiver(words);
    return this.line(viewer, id, kind, 'propose', (found) => proposed(found, viewer.name, words));
  }

  /** Writes down that she agrees to a waiver. @throws NotFoundError, InvalidStateError, InvalidInputError */
  async agreeForHer(
    viewer: Viewer,
    id: string,
    kind: LineCode,
    spoken: SpokenInput,
  ): Promise<DeskDeployment> {
    return this.line(viewer, id, kind, 'agree', (found) => ({
      ...agreed(found, this.store.now()),
      words: { spoken: this.heard(viewer, found.held, 'waiver', spoken) },
    }));
  }

  private async line(
    viewer: Viewer,
    id: string,
    kind: LineCode,
    step: LineStep,
    work: Parameters<typeof stepLine>[5],
  ): Promise<DeskDeployment> {
    const held = await this.database.transaction((tx: Transaction) =>
      stepLine(this.store, tx, viewer, SIDE, { id, kind, step, owners: LINE_OWNERS }, work),
    );
    return toDeskView(held);
  }

  private async found(viewer: Viewer, id: string): Promise<Held> {
    const [held] = await this.store.read([id]);
    if (!held || !may(viewer, 'read', deploymentSubject(SIDE, held))) {
      throw hidden(viewer, 'deployment');
    }
    return held;
  }

  private heard(
    { name: by }: Viewer,
    { words }: Held,
    to: SpokenWord['to'],
    spoken: SpokenInput,
  ): SpokenWord[] {
    checkSpoken(spoken);
    const { channel, proof } = spoken;
    const at = this.store.now().toISOString();
    return [...words.spoken, { to, channel, proof: proof.trim(), by, at }];
  }

  /** One step of this side, and what it sees then. */
  private async step(
    viewer: Viewer,
    id: string,
    revision: number,
    ...taken: StepTaken
  ): Promise<DeskDeployment> {
    return toDeskView(await this.store.step(viewer, SIDE, id, revision, ...taken));
  }
}

/** The lines of a deployment with those that a setting adds. @throws InvalidInputError for one that asks for too little */
function withLines({ row, lines }: Held, setting: Setting): readonly Line[] {
  const isAway = row.mode === 'in-person' || row.mode === 'hybrid';
  const least = row.setting ?? (isAway ? 'own-country' : 'remote');
  if (!covers(setting, least)) {
    const message = refusal('deployments.settingTooLow', { least });
    throw new InvalidInputError([{ path: 'setting', code: 'CONTRADICTION', message }]);
  }
  const added = kindsOf(setting).filter(({ code }) => lines.every(({ kind }) => kind !== code));
  return [
    ...lines,
    ...added.map(({ code: kind, owner, due: dueBefore }) => ({
      ...UNTOUCHED,
      id: uuidv7(),
      deploymentId: row.id,
      kind,
      owner,
      dueBefore,
    })),
  ];
}
