import { Database, type Transaction } from '#database';
import { CurationService, SELECT_HER_RECORDS } from '#directory';
import { hidden, may, OneTimeLinks, ownMediatorId, PUBLIC_VIEWER, type Viewer } from '#identity';
import { InvalidStateError, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { Injectable } from '@nestjs/common';
import type { LineCode } from './clearance/kinds.js';
import { AT_WORK, type DeploymentState } from './deployment/deployment-steps.js';
import { CheckInWriter } from './check-in-writer.js';
import { DeploymentStore, type StepTaken } from './deployment-store.js';
import { deploymentSubject } from './held.js';
import {
  checkCheckInPlan,
  type CheckInPlanInput,
  type ExperienceInput,
  type LineInput,
  type ReasonInput,
} from './inputs.js';
import { agreed, finished, requested, stepLine } from './line-changes.js';
import { extended, extensionProposed, extensionRefused, stopped } from './steps.js';
import { toOwnView, type OwnDeployment } from './views.js';

const SIDE = 'mediator';
const OWN_LINES = ['mediator'] as const;

/** Who comes by the link of a mail. */
const LINK_VIEWER: Viewer = {
  ...PUBLIC_VIEWER,
  name: 'system:check-in-link',
  grants: ['anyone', 'mediator'],
};
const NO_LINK = 'linkUsed';

/** What a mediator does with her own deployments. */
@Injectable()
export class OwnDeploymentService {
  constructor(
    private readonly database: Database,
    private readonly store: DeploymentStore,
    private readonly checkIns: CheckInWriter,
    private readonly curation: CurationService,
    private readonly links: OneTimeLinks,
  ) {}

  /** All of hers, the latest first. @throws NotPermittedError */
  async list(viewer: Viewer): Promise<OwnDeployment[]> {
    const mediatorId = ownMediatorId(viewer);
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM deployment WHERE mediator_id IN (${SELECT_HER_RECORDS}) ORDER BY id DESC`,
      [mediatorId],
    );
    const held = await this.store.read(rows.map(({ id }) => id));
    return held.filter((one) => may(viewer, 'read', deploymentSubject(SIDE, one))).map(toOwnView);
  }

  /** One of hers. @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<OwnDeployment> {
    const [held] = await this.store.read([id]);
    if (!held || !may(viewer, 'read', deploymentSubject(SIDE, held))) {
      throw hidden(viewer, 'deployment');
    }
    return toOwnView(held);
  }

  /** Says that a line of hers is under way. @throws NotFoundError, InvalidStateError */
  async requestLine(viewer: Viewer, id: string, kind: LineCode): Promise<OwnDeployment> {
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

  /** Says that a line of hers is done. @throws NotFoundError, InvalidStateError, InvalidInputError */
  async finishLine(
    viewer: Viewer,
    id: string,
    kind: LineCode,
    input: LineInput,
  ): Promise<OwnDeployment> {
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

  /** Agrees that a line is waived, whoever owns it. @throws NotFoundError, InvalidStateError */
  async agreeToWaiver(viewer: Viewer, id: string, kind: LineCode): Promise<OwnDeployment> {
    const owners = ['mediator', 'desk', 'organizer', 'host'] as const;
    await this.database.transaction((tx) =>
      stepLine(this.store, tx, viewer, SIDE, { id, kind, step: 'agree', owners }, (found) =>
        agreed(found, this.store.now()),
      ),
    );
    return this.byId(viewer, id);
  }

  /** Says when she checks in. @throws NotFoundError, ConflictError, InvalidStateError, InvalidInputError */
  async planCheckIns(
    viewer: Viewer,
    id: string,
    revision: number,
    input: CheckInPlanInput,
  ): Promise<OwnDeployment> {
    checkCheckInPlan(input);
    await this.database.transaction((tx) =>
      this.checkIns.plan(tx, viewer, SIDE, id, revision, input),
    );
    return this.byId(viewer, id);
  }

  /** Says that all is well, or that the desk shall call her. @throws NotFoundError, InvalidStateError */
  async checkIn(viewer: Viewer, id: string, wantsCall: boolean): Promise<OwnDeployment> {
    await this.database.transaction((tx) =>
      this.checkIns.make(tx, viewer, SIDE, id, { channel: 'account', wantsCall }),
    );
    return this.byId(viewer, id);
  }

  /**
   * The same by the link of a mail, which then works no more. She acts as herself, for this one thing.
   *
   * @throws NotFoundError for a link that is none, was used or came too late, and where she is not at work any more: all alike
   */
  async checkInByLink(token: string, wantsCall: boolean): Promise<void> {
    const deploymentId = (await this.links.look('check-in', token))?.data.deploymentId;
    if (deploymentId === undefined) throw new NotFoundError(NO_LINK);
    await this.database.transaction(async (tx) => {
      // The deployment is locked first, as everywhere, and the link read as it then stands.
      const held = await this.store.hold(tx, deploymentId);
      const link = held && (await this.links.peek(tx, 'check-in', token));
      const isAtWork = held && (AT_WORK as readonly DeploymentState[]).includes(held.row.state);
      if (!link || !isAtWork) throw new NotFoundError(NO_LINK);
      // It may have been sent to a record that was merged into another since.
      const viewer = { ...LINK_VIEWER, mediatorId: held.her.keptId };
      const heard = { channel: 'link', wantsCall } as const;
      await this.checkIns.make(tx, viewer, SIDE, deploymentId, heard);
    });
  }

  /** Rests, for whatever reason. @throws NotFoundError, ConflictError, InvalidStateError, InvalidInputError */
  async suspend(
    viewer: Viewer,
    id: string,
    revision: number,
    input: ReasonInput,
  ): Promise<OwnDeployment> {
    return this.step(viewer, id, revision, 'suspend', () => stopped(SIDE, input, null));
  }

  /** Proposes a later last day. @throws as `suspend` */
  async propose(
    viewer: Viewer,
    id: string,
    revision: number,
    until: string,
  ): Promise<OwnDeployment> {
    return this.step(viewer, id, revision, 'propose', () => extensionProposed(SIDE, until));
  }

  /** Accepts the later last day that the organizer proposes. @throws as `suspend` */
  async extend(
    viewer: Viewer,
    id: string,
    revision: number,
    until: string,
  ): Promise<OwnDeployment> {
    return this.step(viewer, id, revision, 'extend', (held) => ({
      ...extended(held, SIDE, until),
      // Her desk proposed it with her word: the organizer accepts it.
      facts: { ownProposal: held.row.proposedBy !== 'organizer' },
    }));
  }

  /** @throws as `suspend` */
  async refuseExtension(viewer: Viewer, id: string, revision: number): Promise<OwnDeployment> {
    return this.step(viewer, id, revision, 'refuse', () => extensionRefused(SIDE));
  }

  /** Ends her work before its last day. @throws as `suspend` */
  async end(
    viewer: Viewer,
    id: string,
    revision: number,
    input: ReasonInput,
  ): Promise<OwnDeployment> {
    return this.step(viewer, id, revision, 'end', () => stopped(SIDE, input, this.store.now()));
  }

  /** Does not go. @throws as `suspend` */
  async cancel(
    viewer: Viewer,
    id: string,
    revision: number,
    input: ReasonInput,
  ): Promise<OwnDeployment> {
    return this.step(viewer, id, revision, 'cancel', () => stopped(SIDE, input, this.store.now()));
  }

  /**
   * Takes her work into her profile, as a word of her own. Of a need that is not public she names the process herself.
   *
   * @throws as `suspend`
   */
  async acceptExperience(
    viewer: Viewer,
    id: string,
    revision: number,
    input: ExperienceInput,
  ): Promise<OwnDeployment> {
    await this.database.transaction(async (tx) => {
      const offered = (await this.byId(viewer, id)).experienceOffered;
      if (!offered) throw new InvalidStateError(refusal('deployments.noExperience'));
      const entry = { ...offered, ...given(input) };
      // Her profile is locked before the deployment, as everywhere.
      await this.curation.addExperience(tx, viewer, ownMediatorId(viewer), entry);
      await this.decide(tx, viewer, id, revision, 'accepted', entry);
    });
    return this.byId(viewer, id);
  }

  /** Leaves her profile as it is. @throws as `suspend` */
  async declineExperience(viewer: Viewer, id: string, revision: number): Promise<OwnDeployment> {
    await this.database.transaction((tx) =>
      this.decide(tx, viewer, id, revision, 'declined', null),
    );
    return this.byId(viewer, id);
  }

  private async decide(
    tx: Transaction,
    viewer: Viewer,
    id: string,
    revision: number,
    experience: 'accepted' | 'declined',
    entry: OwnDeployment['experienceOffered'],
  ): Promise<void> {
    const held = await this.store.held(tx, viewer, SIDE, id, 'agree', revision);
    if (held.row.experience !== 'offered') {
      throw new InvalidStateError(refusal('deployments.offerAnswered'));
    }
    const words = entry ? { experience: entry } : {};
    await this.store.change(
      tx,
      viewer,
      held,
      { columns: { experience }, words },
      `deployment.experience`,
    );
  }

  /** One step of this side, and what it sees then. */
  private async step(
    viewer: Viewer,
    id: string,
    revision: number,
    ...taken: StepTaken
  ): Promise<OwnDeployment> {
    return toOwnView(await this.store.step(viewer, SIDE, id, revision, ...taken));
  }
}

/** What is given, and nothing of what is not. */
function given(input: ExperienceInput): ExperienceInput {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as ExperienceInput;
}
