import { Database, listPage } from '#database';
import {
  authorise,
  changeRecord,
  hidden,
  may,
  organizationFacts,
  recordAudit,
  type Viewer,
} from '#identity';
import { IntroductionService, PreferenceService } from '#introductions';
import { InvalidStateError, type ListPage, type ListResult } from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import type { LineCode } from './clearance/kinds.js';
import { In } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { nextMorning } from './clock/clock.js';
import { DeploymentEntity } from './deployment/deployment.entity.js';
import { DEPLOYMENT_STATES, type DeploymentState } from './deployment/deployment-steps.js';
import { sealWords, type DeploymentWords } from './deployment/words.js';
import { DeploymentMails } from './deployment-mails.js';
import { DeploymentStore, others, type StepTaken } from './deployment-store.js';
import { deploymentSubject } from './held.js';
import {
  checkPlan,
  type EditInput,
  type LineInput,
  type OutcomeInput,
  type PlanInput,
  type ReasonInput,
} from './inputs.js';
import { finished, requested, stepLine } from './line-changes.js';
import {
  completed,
  edited,
  extended,
  extensionProposed,
  extensionRefused,
  reported,
  stopped,
} from './steps.js';
import { toOrganizerView, type OrganizerDeployment } from './views.js';

/** Which deployments of the viewer's organization are listed. */
export interface OrganizerFilter {
  readonly needId?: string | null;
  readonly states?: readonly DeploymentState[] | null;
}

const SIDE = 'organizer';
const OWN_LINES = ['organizer'] as const;

/** What organizers do with deployments. */
@Injectable()
export class OrganizerDeploymentService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly introductions: IntroductionService,
    private readonly preferences: PreferenceService,
    private readonly mails: DeploymentMails,
    private readonly store: DeploymentStore,
  ) {}

  /**
   * Engages the woman with whom an introduction has connected the organizer, and plans her deployment by the terms that
   * both accepted.
   *
   * @throws NotFoundError, InvalidStateError, InvalidInputError
   */
  async plan(
    viewer: Viewer,
    introductionId: string,
    input: PlanInput,
  ): Promise<OrganizerDeployment> {
    checkPlan(input);
    const id = uuidv7();
    await this.database.transaction(async (tx) => {
      const engaged = await this.introductions.engage(tx, viewer, introductionId);
      const { needId, mediatorId, networkId, organizationId, terms, termsRevision } = engaged;
      const { mode, engagement, startsOn, endsOn, percent } = terms;
      if (networkId === null || !mode || !engagement || !startsOn || !endsOn) {
        throw new InvalidStateError(refusal('deployments.termsOrDesk'));
      }
      const now = this.store.now();
      const { timeZone } = await this.preferences.ofMediator(tx, mediatorId);
      const words: DeploymentWords = {
        terms,
        supervisor: input.supervisor.trim(),
        reason: '',
        outcomeSource: '',
        experience: null,
        spoken: [],
      };
      await tx.manager.insert(DeploymentEntity, {
        ...(await sealWords(tx, this.vault, id, words)),
        id,
        introductionId,
        // The second place is taken by who was proposed for it, and agreed to by all (AlongsideService).
        place: 'lead',
        needId,
        mediatorId,
        organizationId,
        networkId,
        mode,
        engagement,
        support: terms.support,
        role: input.role,
        track: input.track,
        territory: terms.territory,
        startsOn,
        endsOn,
        firstEndsOn: endsOn,
        percent: percent ?? 100,
        termsRevision,
        timeZone,
        wakeAt: nextMorning(timeZone, now),
        createdAt: now,
        createdBy: viewer.name,
      });
      const held = await this.store.held(tx, viewer, SIDE, id, 'plan', null);
      await this.mails.send(tx, held, others(SIDE));
      await recordAudit(tx, viewer, [
        changeRecord('deployment.plan', 'deployment', null, { ...held.row, words }),
      ]);
    });
    return this.byId(viewer, id);
  }

  /** Deployments of the viewer's organization, the oldest first. @throws NotPermittedError */
  async list(
    viewer: Viewer,
    { needId, states }: OrganizerFilter,
    page: ListPage,
  ): Promise<ListResult<OrganizerDeployment>> {
    const { organizationId } = viewer;
    const ids = organizationId === null ? [] : [organizationId];
    const facts = await organizationFacts(this.database, ids);
    const verified = facts.get(organizationId ?? '')?.state === 'verified';
    authorise(viewer, 'read', {
      kind: 'deployment',
      organizationId,
      verified,
      networkId: null,
      mediatorId: null,
    });
    const where = {
      organizationId: In(ids),
      state: In([...(states ?? DEPLOYMENT_STATES)]),
      ...(needId ? { needId } : {}),
    };
    const repository = this.database.manager.getRepository(DeploymentEntity);
    const result = await listPage(repository, 'id', { where }, page);
    const held = await this.store.read(result.items.map(({ id }) => id));
    return { ...result, items: held.map(toOrganizerView) };
  }

  /** One of them. @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<OrganizerDeployment> {
    const [held] = await this.store.read([id]);
    if (!held || !may(viewer, 'read', deploymentSubject(SIDE, held))) {
      throw hidden(viewer, 'deployment');
    }
    return toOrganizerView(held);
  }

  /** Changes the plan before she begins. @throws NotFoundError, ConflictError, InvalidStateError, InvalidInputError */
  async edit(
    viewer: Viewer,
    id: string,
    revision: number,
    input: EditInput,
  ): Promise<OrganizerDeployment> {
    return this.step(viewer, id, revision, 'edit', (held) => edited(held, SIDE, input));
  }

  /** Says that a line of the organizer's is under way. @throws NotFoundError, InvalidStateError */
  async requestLine(viewer: Viewer, id: string, kind: LineCode): Promise<OrganizerDeployment> {
    await this.database.transaction((tx) =>
      stepLine(
        this.store,
        tx,
        viewer,
        SIDE,
        { id, kind, step: 'request', owners: OWN_LINES },
        requested,
      ),
    );
    return this.byId(viewer, id);
  }

  /** Says that a line of the organizer's is done. @throws NotFoundError, InvalidStateError, InvalidInputError */
  async finishLine(
    viewer: Viewer,
    id: string,
    kind: LineCode,
    input: LineInput,
  ): Promise<OrganizerDeployment> {
    await this.database.transaction((tx) =>
      stepLine(
        this.store,
        tx,
        viewer,
        SIDE,
        { id, kind, step: 'finish', owners: OWN_LINES },
        (found) => finished(found, input),
      ),
    );
    return this.byId(viewer, id);
  }

  /** Asks that the work rests. @throws as `edit` */
  async suspend(
    viewer: Viewer,
    id: string,
    revision: number,
    input: ReasonInput,
  ): Promise<OrganizerDeployment> {
    return this.step(viewer, id, revision, 'suspend', () => stopped(SIDE, input, null));
  }

  /**
   * Proposes a later last day. Whether lines of clearance cover it is for her and the desk to see when they accept it.
   *
   * @throws as `edit`
   */
  async propose(
    viewer: Viewer,
    id: string,
    revision: number,
    until: string,
  ): Promise<OrganizerDeployment> {
    return this.step(viewer, id, revision, 'propose', () => ({
      ...extensionProposed(SIDE, until),
      facts: { until, validUntil: null },
    }));
  }

  /** Accepts a later last day that the desk or she proposes. @throws as `edit` */
  async extend(
    viewer: Viewer,
    id: string,
    revision: number,
    until: string,
  ): Promise<OrganizerDeployment> {
    return this.step(viewer, id, revision, 'extend', (held) => extended(held, SIDE, until));
  }

  /** Refuses a later last day, or takes back its own. @throws as `edit` */
  async refuseExtension(
    viewer: Viewer,
    id: string,
    revision: number,
  ): Promise<OrganizerDeployment> {
    return this.step(viewer, id, revision, 'refuse', () => extensionRefused(SIDE));
  }

  /** Ends the work before its last day. @throws as `edit` */
  async end(
    viewer: Viewer,
    id: string,
    revision: number,
    input: ReasonInput,
  ): Promise<OrganizerDeployment> {
    return this.step(viewer, id, revision, 'end', () => stopped(SIDE, input, this.store.now()));
  }

  /** Cancels it before she begins. @throws as `edit` */
  async cancel(
    viewer: Viewer,
    id: string,
    revision: number,
    input: ReasonInput,
  ): Promise<OrganizerDeployment> {
    return this.step(viewer, id, revision, 'cancel', () => stopped(SIDE, input, this.store.now()));
  }

  /** From the last day on: the work is done, and this came of it. @throws as `edit` */
  async complete(
    viewer: Viewer,
    id: string,
    revision: number,
    input: OutcomeInput,
  ): Promise<OrganizerDeployment> {
    return this.step(viewer, id, revision, 'complete', (held) =>
      completed(held, SIDE, input, this.store.now()),
    );
  }

  /** Tells what came of it, or corrects it, until the deployment is closed. @throws as `edit` */
  async report(
    viewer: Viewer,
    id: string,
    revision: number,
    input: OutcomeInput,
  ): Promise<OrganizerDeployment> {
    return this.step(viewer, id, revision, 'report', () => reported(SIDE, input));
  }

  /** One step of this side, and what it sees then. */
  private async step(
    viewer: Viewer,
    id: string,
    revision: number,
    ...taken: StepTaken
  ): Promise<OrganizerDeployment> {
    return toOrganizerView(await this.store.step(viewer, SIDE, id, revision, ...taken));
  }
}
