import { Database } from '#database';
import {
  AlongsideService,
  DeploymentClocks,
  DeploymentFeedbackService,
  DeploymentStore,
  DeskDeploymentService,
  OrganizerDeploymentService,
  FeedbackMails,
  LookBackClocks,
} from '#deployments';
import { askableMembers, NetworkService } from '#directory';
import { needOfSlug, ShortlistService } from '#engagement';
import { AccountService, PUBLIC_VIEWER, systemViewer, type Viewer } from '#identity';
import {
  DeskAskService,
  DeskService,
  IntroductionClocks,
  IntroductionStore,
  OwnAskService,
  PreferenceService,
  RelayService,
  RequestService,
  TermsService,
} from '#introductions';
import { MS_PER_DAY } from '#kernel';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.js';
import { addDemoUsers, type DemoStaff, type DemoUser } from '../users.js';
import { ASK_DEEDS } from './ask-deeds.js';
import type { Scene } from './scene.js';
import { WORK_DEEDS } from './work-deeds.js';
import { DemoClock } from '../demo-clock.js';
import { DESKS } from './desks.js';
import { OFFICE_NEEDS, type OfficeNeed, slugOf, termsOf } from './office-needs.js';
import { OneTransaction } from './one-transaction.js';
import { ASK_STEPS, type AskStep, type Story, type StoryStep } from './steps.js';

/** Something that is done at a moment. */
interface Event {
  readonly at: Date;
  readonly run: () => Promise<unknown>;
}

/** A need of the office, and the women on its shortlist who have not been asked. */
interface Stage {
  readonly need: OfficeNeed;
  readonly id: string;
  readonly entries: { readonly id: string; readonly rank: number; readonly her: EntryWoman }[];
}

interface EntryWoman {
  readonly id: string;
  readonly pseudonymous: boolean;
}

/** When the desks say how they are reached: before anything else. */
const DESKS_STATED = 400;

/**
 * Tells the stories of the demo through the services that real networks use, as its users, and by a clock that goes from
 * one step to the next until the moment at which the demo is loaded.
 */
@Injectable()
export class Stories {
  constructor(
    readonly clock: DemoClock,
    private readonly one: OneTransaction,
    readonly database: Database,
    readonly accounts: AccountService,
    readonly networks: NetworkService,
    private readonly shortlists: ShortlistService,
    private readonly deskStatements: DeskService,
    private readonly terms: TermsService,
    private readonly preferences: PreferenceService,
    readonly requests: RequestService,
    readonly desks: DeskAskService,
    readonly own: OwnAskService,
    readonly relay: RelayService,
    readonly introductions: IntroductionStore,
    readonly organizers: OrganizerDeploymentService,
    readonly deployments: DeskDeploymentService,
    readonly feedback: DeploymentFeedbackService,
    readonly alongside: AlongsideService,
    private readonly deploymentStore: DeploymentStore,
    private readonly feedbackMails: FeedbackMails,
    private readonly vault: Vault,
    private readonly agenda: Agenda,
  ) {}

  /**
   * Adds the demo's users, and all that they have done: everything or nothing.
   *
   * @param database on which the transaction is opened
   * @param office the organization that the organizer asks for
   * @throws ConflictError where the users are there already
   */
  async tell(database: Database, office: string, today: Date): Promise<readonly DemoUser[]> {
    return this.one.within(database, async () => {
      const agenda = await this.agenda.addOrganizations();
      const staff = await addDemoUsers(this, systemViewer('demo'), { office, ...agenda });
      await this.agenda.tell(agenda, today);
      const now = () => this.clock.now();
      const asks = new IntroductionClocks(this.database, this.introductions, now);
      const events = [...this.statements(staff, today), ...(await this.events(staff, today))];
      let looked = before(today, DESKS_STATED);
      // What is done at one moment is done in the order in which it is written.
      for (const { at, run } of events.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
        this.clock.set(at);
        if (at.getTime() - looked.getTime() > MS_PER_DAY) {
          await asks.handle();
          looked = at;
        }
        await run();
      }
      // Whatever is due by now is done, so that nobody is reminded of it later.
      this.clock.set(today);
      await asks.handle();
      await new DeploymentClocks(this.database, this.deploymentStore).handle();
      const { database: one, vault, feedbackMails, alongside } = this;
      await new LookBackClocks(one, vault, feedbackMails, alongside, now).handle();
      return staff.users;
    });
  }

  private statements({ coordinators }: DemoStaff, today: Date): Event[] {
    return Object.entries(DESKS).map(([slug, statement]) => ({
      at: before(today, DESKS_STATED),
      run: async () => {
        const networkId = (await this.networks.bySlug(slug))?.id ?? '';
        await this.deskStatements.state(
          coordinatorOf(coordinators, networkId),
          networkId,
          null,
          statement,
        );
      },
    }));
  }

  private async events(staff: DemoStaff, today: Date): Promise<Event[]> {
    const told: Event[] = [];
    for (const need of OFFICE_NEEDS) {
      const stage = await this.stageOf(need, staff.organizer);
      told.push({
        at: before(today, need.opened),
        run: () => this.terms.save(staff.organizer, stage.id, null, termsOf(need, today)),
      });
      for (const story of need.stories) {
        const scene = await this.sceneOf(story, stage, staff);
        for (const [daysAgo, step] of story.steps) {
          const at = before(today, daysAgo);
          told.push({ at, run: () => this.take(step, scene) });
        }
      }
    }
    return told;
  }

  private async take(step: StoryStep, scene: Scene): Promise<void> {
    if (isAskStep(step)) await ASK_DEEDS[step](this, scene);
    else await WORK_DEEDS[step](this, scene);
  }

  private async stageOf(need: OfficeNeed, organizer: Viewer): Promise<Stage> {
    const found = await needOfSlug(this.database, slugOf(need));
    const id = found?.id ?? '';
    const { items } = await this.shortlists.list(organizer, id, { first: 1 });
    const entries = (items[0]?.entries ?? []).map(({ id: entryId, rank, profile }) => ({
      id: entryId,
      rank,
      her: { id: profile.id, pseudonymous: profile.pseudonymous },
    }));
    return { need, id, entries: [...entries] };
  }

  /** The next woman of the kind that a story is of, and who acts for her. */
  private async sceneOf(
    { who, steps }: Story,
    { need, entries }: Stage,
    staff: DemoStaff,
  ): Promise<Scene> {
    const member = staff.mediator.mediatorId;
    const isMeant = ({ her }: Stage['entries'][number]) =>
      who === 'member'
        ? her.id === member
        : her.id !== member && her.pseudonymous === (who === 'hidden');
    const place = entries.findIndex(isMeant);
    const [entry] = place === -1 ? [] : entries.splice(place, 1);
    if (!entry) throw new Error(`Nobody on the shortlist of ${slugOf(need)} is ${who}.`);
    const { actingNetworkId } = await this.preferences.ofMediator(this.database, entry.her.id);
    return {
      need,
      organizer: staff.organizer,
      desk: coordinatorOf(staff.coordinators, actingNetworkId ?? ''),
      her: who === 'member' ? staff.mediator : byLink(entry.her.id),
      newcomer: steps.some(([, step]) => step === 'propose a newcomer')
        ? await this.newcomerBeside(entry.her.id, member, actingNetworkId ?? '')
        : null,
      entryId: entry.id,
      passesOver: entries.some(({ rank }) => rank < entry.rank),
      id: '',
      deploymentId: '',
      placeId: '',
    };
  }

  private async newcomerBeside(
    her: string,
    member: string | null,
    networkId: string,
  ): Promise<Viewer | null> {
    const members = await askableMembers(this.database, networkId, 3);
    const found = members.find((id) => id !== her && id !== member);
    return found === undefined ? null : byLink(found);
  }
}

function isAskStep(step: StoryStep): step is AskStep {
  return (ASK_STEPS as readonly StoryStep[]).includes(step);
}

/** A woman without an account, who acts by the link of a mail. */
function byLink(mediatorId: string): Viewer {
  return {
    ...PUBLIC_VIEWER,
    name: 'system:introduction-link',
    grants: ['anyone', 'mediator'],
    mediatorId,
  };
}

function coordinatorOf(coordinators: readonly Viewer[], networkId: string): Viewer {
  const found = coordinators.find(({ networkIds }) => networkIds.includes(networkId));
  if (!found) throw new Error('Each network of the demo has a coordinator.');
  return found;
}

function before(today: Date, days: number): Date {
  return new Date(today.getTime() - days * MS_PER_DAY);
}
