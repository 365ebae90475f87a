import { CLOCK } from '#config';
import { Database, type Transaction } from '#database';
import {
  herRecords,
  holdMediators,
  listingNetworks,
  SELECT_CONTACTABLE,
  SELECT_HER_RECORDS,
} from '#directory';
import type { Alongside } from '#engagement';
import {
  authorise,
  changeRecord,
  hidden,
  may,
  organizationFacts,
  ownMediatorId,
  recordAudit,
  systemViewer,
  type Subject,
  type Viewer,
} from '#identity';
import { PreferenceService } from '#introductions';
import { InvalidStateError, MS_PER_DAY, NotFoundError, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { DeploymentEntity } from '../deployment/deployment.entity.js';
import { AT_WORK, BEFORE_START, type DeploymentState } from '../deployment/deployment-steps.js';
import { openWords, sealWords } from '../deployment/words.js';
import { AlongsideMails } from './alongside-mails.js';
import { AlongsidePlaceEntity } from './alongside-place.entity.js';
import { ALONGSIDE_DAYS, ALONGSIDE_STEPS, type AlongsideState } from './alongside-steps.js';

/** For whom a second place is shown. */
export const ALONGSIDE_PARTIES = ['desk', 'organizer', 'mentor', 'newcomer'] as const;
export type AlongsideParty = (typeof ALONGSIDE_PARTIES)[number];

/** How a second place stands, as its parties are told: the desk alone learns who did not agree. */
export const ALONGSIDE_SHOWN = ['waiting', 'arranged', 'ended'] as const;
export type AlongsideShown = (typeof ALONGSIDE_SHOWN)[number];

/** A second place as one party sees it. */
export interface AlongsideView {
  readonly id: string;
  readonly party: AlongsideParty;
  readonly shown: AlongsideShown;
  readonly form: Alongside;
  /** The first place; null to the newcomer, to whom it is not shown. */
  readonly deploymentId: string | null;
  readonly organization: string;
  /** The newcomer; null to herself. */
  readonly newcomerId: string | null;
  /** The mentor; null to herself, and to the newcomer until it is arranged. */
  readonly mentorId: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Whether the viewer's own side has agreed; null to the desk. */
  readonly ownAgreed: boolean | null;
  /** Whom the desk waits for; empty to the others. */
  readonly waitsFor: readonly Exclude<AlongsideParty, 'desk'>[];
  /** Until when it can be agreed to. */
  readonly dueAt: Date | null;
  /** The deployment of the newcomer, once it is arranged; null to the others than the desk and the organizer. */
  readonly arrangedId: string | null;
}

/** What a network proposes. */
export interface AlongsideProposal {
  readonly deploymentId: string;
  /** Key of the newcomer. */
  readonly mediatorId: string;
  readonly form: Alongside;
}

const OPEN: readonly AlongsideState[] = ['proposed', 'offered'];
const GOING: ReadonlySet<DeploymentState> = new Set<DeploymentState>([...BEFORE_START, ...AT_WORK]);

/** The role of a newcomer, by the form of her place. */
export const ALONGSIDE_ROLES = {
  shadow: 'observer',
  'note-taker': 'note-taker',
  'co-mediator': 'co-mediator',
} as const satisfies Record<Alongside, string>;

/**
 * A second place beside a mediator at work, for a young leader or a newcomer to Track 1, with the mediator as her mentor.
 * Her network proposes her; she, the organizer and the mentor agree.
 */
@Injectable()
export class AlongsideService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly mails: AlongsideMails,
    private readonly preferences: PreferenceService,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * Proposes a newcomer. She alone is told, until she agrees.
   *
   * @throws NotFoundError, InvalidStateError, InvalidInputError
   */
  async propose(viewer: Viewer, proposal: AlongsideProposal): Promise<AlongsideView> {
    const id = uuidv7();
    await this.database.transaction(async (tx) => {
      const deployment = await lockedDeployment(tx, proposal.deploymentId);
      if (!deployment || !may(viewer, 'propose', await subjectOf(tx, deployment, null))) {
        throw hidden(viewer, 'deployment');
      }
      await this.checkPlace(tx, deployment);
      const publicId = await newcomerOf(tx, deployment, proposal.mediatorId);
      const now = this.now();
      const wakeAt = new Date(now.getTime() + ALONGSIDE_DAYS * MS_PER_DAY);
      await tx.manager.insert(AlongsidePlaceEntity, {
        id,
        deploymentId: deployment.id,
        mediatorId: proposal.mediatorId,
        publicId,
        form: proposal.form,
        createdBy: viewer.name,
        createdAt: now,
        wakeAt,
      });
      await this.mails.asked(tx, { id, lead: deployment }, proposal.mediatorId, wakeAt);
      await recordAudit(tx, viewer, [
        changeRecord('alongside.propose', 'alongside', null, { id, state: 'proposed' }),
      ]);
    });
    return this.byId(viewer, id);
  }

  /** Second places of a network's deployments, the latest first. @throws NotPermittedError */
  async ofNetwork(viewer: Viewer, networkId: string): Promise<AlongsideView[]> {
    authorise(viewer, 'propose', { ...NOBODYS, networkId });
    return this.views({ deployment: { networkId } }, () => 'desk');
  }

  /** Those to which her organization is to agree, or has. @throws NotPermittedError */
  async ofOrganization(viewer: Viewer): Promise<AlongsideView[]> {
    const organizationId = viewer.organizationId ?? '';
    const facts = await organizationFacts(this.database, organizationId ? [organizationId] : []);
    const verified = facts.get(organizationId)?.state === 'verified';
    authorise(viewer, 'decide', { ...NOBODYS, organizationId, verified });
    return this.views({ deployment: { organizationId } }, () => 'organizer');
  }

  /** Those in which she is the newcomer or the mentor. @throws NotPermittedError */
  async ofHers(viewer: Viewer): Promise<AlongsideView[]> {
    const hers = await herRecords(this.database, ownMediatorId(viewer));
    const mediatorId = In(hers);
    return this.views([{ mediatorId }, { deployment: { mediatorId } }], (one) =>
      hers.includes(one.mediatorId) ? 'newcomer' : 'mentor',
    );
  }

  /** One of them, for whichever party the viewer is. @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<AlongsideView> {
    return this.database.transaction(async (tx) => {
      const held = await loaded(tx, id);
      const party = held && (await this.partyOf(tx, viewer, held));
      const view = party && (await this.toView(tx, held, party));
      if (!view) throw hidden(viewer, 'secondPlace');
      return view;
    });
  }

  /**
   * The viewer's own side agrees. With the last agreement the newcomer has a deployment of her own.
   *
   * @throws NotFoundError, InvalidStateError
   */
  async agree(viewer: Viewer, id: string): Promise<AlongsideView> {
    await this.act(viewer, id, async (tx, held, party) => {
      const { deployment } = held;
      if (!GOING.has(deployment.state)) {
        throw new InvalidStateError(refusal('deployments.ended'));
      }
      const now = this.now();
      if (party === 'newcomer') {
        const state = ALONGSIDE_STEPS.take('accept', held.state, {});
        await this.save(tx, viewer, held, 'accept', { state, newcomerAgreedAt: now });
        await this.mails.offered(tx, { id, lead: deployment });
        return;
      }
      ALONGSIDE_STEPS.take('agree', held.state, {});
      const agreed =
        party === 'organizer'
          ? { organizerAgreedAt: held.organizerAgreedAt ?? now }
          : { mentorAgreedAt: held.mentorAgreedAt ?? now };
      await this.save(tx, viewer, held, 'agree', agreed);
      const { organizerAgreedAt, mentorAgreedAt } = {
        organizerAgreedAt: held.organizerAgreedAt,
        mentorAgreedAt: held.mentorAgreedAt,
        ...agreed,
      };
      const outcome = ALONGSIDE_STEPS.outcome('arrange', held.state, {
        organizerAgreed: organizerAgreedAt !== null,
        mentorAgreed: mentorAgreedAt !== null,
      });
      if ('state' in outcome) await this.arrange(tx, held);
    });
    return this.byId(viewer, id);
  }

  /** The viewer's own side does not agree, and says no more. @throws NotFoundError, InvalidStateError */
  async decline(viewer: Viewer, id: string): Promise<AlongsideView> {
    await this.act(viewer, id, async (tx, held) => {
      const state = ALONGSIDE_STEPS.take('decline', held.state, {});
      await this.save(tx, viewer, held, 'decline', { state, wakeAt: null });
    });
    return this.byId(viewer, id);
  }

  /** The desk takes a proposal back. @throws NotFoundError, InvalidStateError */
  async withdraw(viewer: Viewer, id: string): Promise<AlongsideView> {
    await this.database.transaction(async (tx) => {
      const held = await loaded(tx, id, true);
      if (!held || (await this.partyOf(tx, viewer, held)) !== 'desk') {
        throw hidden(viewer, 'secondPlace');
      }
      const state = ALONGSIDE_STEPS.take('withdraw', held.state, {});
      await this.save(tx, viewer, held, 'withdraw', { state, wakeAt: null });
    });
    return this.byId(viewer, id);
  }

  /**
   * Repeats, on a database that was restored, that somebody did not agree or that the desk took the proposal back. Who it was is
   * not known, and nobody is told.
   *
   * @throws NotPermittedError, NotFoundError, InvalidStateError where it is over
   */
  async declineAgain(viewer: Viewer, id: string): Promise<void> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    await this.database.transaction(async (tx) => {
      const held = await loaded(tx, id, true);
      if (!held) throw new NotFoundError('secondPlace');
      const state = ALONGSIDE_STEPS.take('decline', held.state, {});
      await this.save(tx, viewer, held, 'decline', { state, wakeAt: null });
    });
  }

  /** Ends what nobody agreed to in time. Whether there was one. */
  async lapseNext(tx: Transaction): Promise<boolean> {
    const [due] = await tx.query<{ id: string }>(
      'SELECT id FROM alongside_place WHERE wake_at <= $1 ORDER BY wake_at, id LIMIT 1 FOR UPDATE SKIP LOCKED',
      [this.now()],
    );
    const held = due && (await loaded(tx, due.id));
    if (!held) return false;
    const state = ALONGSIDE_STEPS.take('lapse', held.state, {});
    await this.save(tx, SYSTEM, held, 'lapse', { state, wakeAt: null });
    return true;
  }

  private async checkPlace(tx: Transaction, deployment: DeploymentEntity): Promise<void> {
    const { id, introductionId, place, state } = deployment;
    if (place !== 'lead' || !GOING.has(state)) {
      throw new InvalidStateError(refusal('deployments.placeBesideFirst'));
    }
    const isTaken =
      (await tx.manager.existsBy(DeploymentEntity, { introductionId, place: 'alongside' })) ||
      (await tx.manager.existsBy(AlongsidePlaceEntity, { deploymentId: id, state: In([...OPEN]) }));
    if (isTaken) throw new InvalidStateError(refusal('deployments.placeTakenOrProposed'));
  }

  /** The newcomer's own deployment: with the days, the mode and the terms of the first place, to be cleared for her. */
  private async arrange(tx: Transaction, held: AlongsidePlaceEntity): Promise<void> {
    const { deployment: lead, form, mediatorId } = held;
    if (
      await tx.manager.existsBy(DeploymentEntity, {
        introductionId: lead.introductionId,
        place: 'alongside',
      })
    ) {
      throw new InvalidStateError(refusal('deployments.placeTaken'));
    }
    const id = uuidv7();
    const now = this.now();
    const words = await openWords(this.vault, lead);
    // Her own, as the mentor's is not hers to know.
    const { timeZone } = await this.preferences.ofMediator(tx, mediatorId);
    await tx.manager.insert(DeploymentEntity, {
      id,
      introductionId: lead.introductionId,
      place: 'alongside',
      needId: lead.needId,
      mediatorId,
      organizationId: lead.organizationId,
      networkId: lead.networkId,
      mode: lead.mode,
      support: lead.support,
      engagement: lead.engagement,
      role: ALONGSIDE_ROLES[form],
      track: lead.track,
      territory: lead.territory,
      startsOn: lead.startsOn,
      endsOn: lead.endsOn,
      firstEndsOn: lead.endsOn,
      percent: lead.percent,
      termsRevision: lead.termsRevision,
      ...(await sealWords(tx, this.vault, id, {
        ...words,
        reason: '',
        outcomeSource: '',
        experience: null,
        spoken: [],
      })),
      timeZone,
      wakeAt: now,
      createdAt: now,
      createdBy: SYSTEM.name,
    });
    const state = ALONGSIDE_STEPS.next('arrange', held.state);
    await this.save(tx, SYSTEM, held, 'arrange', { state, wakeAt: null });
    await this.mails.arranged(tx, { id: held.id, lead }, mediatorId);
  }

  private async act(
    viewer: Viewer,
    id: string,
    work: (tx: Transaction, held: AlongsidePlaceEntity, party: AlongsideParty) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const held = await loaded(tx, id, true);
      const party = held && (await this.partyOf(tx, viewer, held));
      if (!held || !party || party === 'desk' || !isShownTo(party, held)) {
        throw hidden(viewer, 'secondPlace');
      }
      await work(tx, held, party);
    });
  }

  private async save(
    tx: Transaction,
    actor: Viewer,
    { id, state }: AlongsidePlaceEntity,
    step: (typeof ALONGSIDE_STEPS.names)[number],
    changes: Partial<Omit<AlongsidePlaceEntity, 'deployment'>>,
  ): Promise<void> {
    await tx.manager.update(AlongsidePlaceEntity, { id }, changes);
    await recordAudit(tx, actor, [
      changeRecord(
        ALONGSIDE_STEPS.audit(step),
        'alongside',
        { id, state },
        { id, state: changes.state ?? state },
      ),
    ]);
  }

  private async partyOf(
    tx: Transaction,
    viewer: Viewer,
    { deployment, mediatorId }: AlongsidePlaceEntity,
  ): Promise<AlongsideParty | null> {
    const subject = await subjectOf(tx, deployment, null);
    if (may(viewer, 'decide', subject)) return 'organizer';
    if (may(viewer, 'propose', subject)) return 'desk';
    if (viewer.mediatorId === null) return null;
    const hers = await herRecords(this.database, viewer.mediatorId);
    const asHer = (id: string) =>
      hers.includes(id) && may(viewer, 'decide-own', { ...subject, mediatorId: viewer.mediatorId });
    if (asHer(mediatorId)) return 'newcomer';
    return asHer(deployment.mediatorId) ? 'mentor' : null;
  }

  private async views(
    where: object | object[],
    partyOf: (one: AlongsidePlaceEntity) => AlongsideParty,
  ): Promise<AlongsideView[]> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.manager.find(AlongsidePlaceEntity, {
        where,
        relations: { deployment: true },
        order: { id: 'DESC' },
        take: MOST_SHOWN,
      });
      const views: AlongsideView[] = [];
      for (const row of rows) {
        const view = await this.toView(tx, row, partyOf(row));
        if (view) views.push(view);
      }
      return views;
    });
  }

  private async toView(
    tx: Transaction,
    held: AlongsidePlaceEntity,
    party: AlongsideParty,
  ): Promise<AlongsideView | null> {
    if (!isShownTo(party, held)) return null;
    const { id, form, state, deployment, mediatorId, wakeAt } = held;
    const facts = await organizationFacts(tx, [deployment.organizationId]);
    const isArranged = state === 'arranged';
    const isWithDesk = party === 'desk' || party === 'organizer';
    const arranged =
      isArranged && isWithDesk
        ? await tx.manager.findOneBy(DeploymentEntity, {
            introductionId: deployment.introductionId,
            place: 'alongside',
          })
        : null;
    return {
      id,
      party,
      shown: isArranged ? 'arranged' : OPEN.includes(state) ? 'waiting' : 'ended',
      form,
      deploymentId: party === 'newcomer' ? null : deployment.id,
      organization: facts.get(deployment.organizationId)?.name ?? '',
      newcomerId: party === 'newcomer' ? null : mediatorId,
      mentorId:
        party === 'mentor' || (party === 'newcomer' && !isArranged) ? null : deployment.mediatorId,
      startsOn: deployment.startsOn,
      endsOn: deployment.endsOn,
      ownAgreed: ownAgreed(party, held),
      waitsFor: party === 'desk' ? waitsFor(held) : [],
      dueAt: wakeAt,
      arrangedId: arranged?.id ?? null,
    };
  }
}

const SYSTEM = systemViewer('alongside');

/** Second places that are listed at once: more than a network arranges in years. */
const MOST_SHOWN = 200;

const NOBODYS = {
  kind: 'alongside',
  organizationId: null,
  verified: false,
  networkId: null,
  mediatorId: null,
} as const;

/** Organizer and mentor learn of it once the newcomer has agreed. */
function isShownTo(party: AlongsideParty, { newcomerAgreedAt }: AlongsidePlaceEntity): boolean {
  return party === 'desk' || party === 'newcomer' || newcomerAgreedAt !== null;
}

function ownAgreed(party: AlongsideParty, held: AlongsidePlaceEntity): boolean | null {
  switch (party) {
    case 'newcomer':
      return held.newcomerAgreedAt !== null;
    case 'organizer':
      return held.organizerAgreedAt !== null;
    case 'mentor':
      return held.mentorAgreedAt !== null;
    default:
      return null;
  }
}

function waitsFor(held: AlongsidePlaceEntity): Exclude<AlongsideParty, 'desk'>[] {
  if (held.state === 'proposed') return ['newcomer'];
  if (held.state !== 'offered') return [];
  return [
    ...(held.organizerAgreedAt === null ? (['organizer'] as const) : []),
    ...(held.mentorAgreedAt === null ? (['mentor'] as const) : []),
  ];
}

async function subjectOf(
  tx: Transaction,
  { organizationId, networkId }: DeploymentEntity,
  mediatorId: string | null,
): Promise<Extract<Subject, { kind: 'alongside' }>> {
  const facts = await organizationFacts(tx, [organizationId]);
  const verified = facts.get(organizationId)?.state === 'verified';
  return { kind: 'alongside', organizationId, verified, networkId, mediatorId };
}

async function lockedDeployment(tx: Transaction, id: string): Promise<DeploymentEntity | null> {
  await tx.query('SELECT FROM deployment WHERE id = $1 FOR NO KEY UPDATE', [id]);
  return tx.manager.findOneBy(DeploymentEntity, { id });
}

async function loaded(
  tx: Transaction,
  id: string,
  lock = false,
): Promise<AlongsidePlaceEntity | null> {
  if (lock) {
    // The first place before the second, as whoever proposes takes them.
    await tx.query(
      'SELECT FROM deployment WHERE id = (SELECT deployment_id FROM alongside_place WHERE id = $1) FOR NO KEY UPDATE',
      [id],
    );
    await tx.query('SELECT FROM alongside_place WHERE id = $1 FOR UPDATE', [id]);
  }
  const relations = { deployment: true };
  return tx.manager.findOne(AlongsidePlaceEntity, { where: { id }, relations });
}

/** What the newcomer is called outside, where she can be proposed. @throws NotFoundError, InvalidInputError */
async function newcomerOf(
  tx: Transaction,
  deployment: DeploymentEntity,
  mediatorId: string,
): Promise<string> {
  const networks = await listingNetworks(tx, mediatorId);
  // Whom another network lists is as unknown as nobody.
  if (!networks.includes(deployment.networkId)) throw new NotFoundError('mediator');
  const [her] = await holdMediators(tx, [mediatorId]);
  const contactable = await tx.query(`SELECT FROM (${SELECT_CONTACTABLE}) c WHERE c.id = $1`, [
    mediatorId,
  ]);
  const [lead] = await tx.query<{ isHer: boolean }>(
    `SELECT $2::uuid IN (${SELECT_HER_RECORDS}) AS "isHer"`,
    [mediatorId, deployment.mediatorId],
  );
  const message = lead?.isHer
    ? refusal('deployments.inFirstPlace')
    : refusal('deployments.notAvailable');
  throwIfProblems(
    her && contactable.length > 0 && !lead?.isHer
      ? []
      : [{ path: 'mediatorId', code: 'NOT_ELIGIBLE', message }],
  );
  return her!.publicId;
}
