import { OrganizationService, systemViewer, type Viewer } from '#identity';
import { addDays, dayOf, MS_PER_DAY } from '#kernel';
import {
  ActorKeeper,
  AnalysisService,
  CommentService,
  CommitmentService,
  FocalPointService,
  InvolvementService,
  MeetingService,
  NetworkImport,
  ObservationService,
  PlanPartService,
  PlanService,
  readNetworkFile,
  ReportService,
  WpsLessonService,
  type CommitmentStep,
  type IndicatorView,
  type PlanView,
  type ReportDraft,
  type ReportView,
} from '#wps';
import { Injectable } from '@nestjs/common';
import secretaryGeneral from '../../../../docs/examples/unchecked/f2-secretary-general.json' with { type: 'json' };
import cedaw from '../../../../docs/examples/unchecked/f3-cedaw.json' with { type: 'json' };
import africanUnion from '../../../../docs/examples/unchecked/f4-african-union.json' with { type: 'json' };
import europeanUnion from '../../../../docs/examples/unchecked/f5-european-union.json' with { type: 'json' };
import commonPledge from '../../../../docs/examples/unchecked/f8-common-pledge.json' with { type: 'json' };
import forms from '../../../../docs/examples/wps-forms.json' with { type: 'json' };
import frameworks from '../../../../docs/examples/wps-frameworks.json' with { type: 'json' };
import members from '../../../../docs/examples/wps-network-2018.json' with { type: 'json' };
import { DemoClock } from '../demo-clock.js';
import {
  AGENDA_CODES,
  AGENDA_ORGANIZATIONS,
  agendaActors,
  agendaMeetings,
  MEETING_DAYS,
  type AgendaActor,
} from './agenda-actors.js';
import { agendaCommitments, type CommitmentStory } from './agenda-commitments.js';
import { agendaFigures, observationOf, type FigureStory } from './agenda-figures.js';
import { AGENDA_LESSON, agendaAnalysis, agendaUse } from './agenda-lessons.js';
import type { PlanStory } from './agenda-plan-parts.js';
import { agendaPlans } from './agenda-plans.js';

const DEMO = systemViewer('demo');
const ACTORS = Object.keys(AGENDA_CODES) as AgendaActor[];

/** Words that nobody has compared with their document: the demo shows them with their mark. */
const UNCHECKED = [secretaryGeneral, cedaw, africanUnion, europeanUnion, commonPledge];

/** How many days ago the facts of the network were brought in, and the plans written down. */
const BEGUN = 700;
/** Days after a period on which its observations are entered. */
const COUNTED_IN = 60;

type Ids = Readonly<Record<AgendaActor, string>>;
type People = Readonly<Record<AgendaActor, Viewer>>;

/**
 * The agenda of women, peace and security in the demo: the network of 2018 as its documents state it, and fictional actors
 * with plans, observations, commitments and reports.
 */
@Injectable()
export class Agenda {
  constructor(
    private readonly clock: DemoClock,
    private readonly organizations: OrganizationService,
    private readonly network: NetworkImport,
    private readonly actors: ActorKeeper,
    private readonly focalPoints: FocalPointService,
    private readonly meetings: MeetingService,
    private readonly plans: PlanService,
    private readonly planParts: PlanPartService,
    private readonly involvements: InvolvementService,
    private readonly observations: ObservationService,
    private readonly commitments: CommitmentService,
    private readonly reports: ReportService,
    private readonly comments: CommentService,
    private readonly lessons: WpsLessonService,
    private readonly analyses: AnalysisService,
  ) {}

  /** Adds the organizations whose people act for the fictional actors. */
  async addOrganizations(): Promise<Ids> {
    const ids: [AgendaActor, string][] = [];
    for (const who of ACTORS) {
      const { id } = await this.organizations.create(DEMO, AGENDA_ORGANIZATIONS[who]);
      ids.push([who, id]);
    }
    return Object.fromEntries(ids) as unknown as Ids;
  }

  async tell(organizationIds: Ids, today: Date): Promise<void> {
    const day = dayOf(today);
    const year = today.getUTCFullYear();
    this.setDaysBefore(today, BEGUN);
    const known = { ...members, ...frameworks, ...forms };
    for (const file of [known, ...UNCHECKED]) {
      await this.network.apply(DEMO, readNetworkFile(file));
    }
    for (const draft of agendaActors(organizationIds, day)) {
      await this.actors.save(DEMO, null, draft);
    }
    const people = peopleOf(organizationIds);
    await this.addOffices(people, year);
    let plan: PlanView | null = null;
    for (const story of agendaPlans(year)) {
      plan = await this.addPlan(people[story.of], story, story.isLocal ? plan : null);
    }
    for (const [i, meeting] of agendaMeetings(day).entries()) {
      this.setDaysBefore(today, MEETING_DAYS[i]!);
      await this.meetings.save(DEMO, null, meeting);
    }
    await this.answerForWomen(people.women);
    const indicators = [
      ...(await this.observations.indicators(DEMO, 'un-1325')),
      ...(await this.observations.indicators(DEMO, 'sdg')),
    ];
    for (const story of agendaFigures(year)) {
      await this.enterFigures(people[story.of], story, indicators, today);
    }
    this.setDaysBefore(today, 100);
    for (const story of agendaCommitments(day)) await this.undertake(people[story.of], story);
    await this.tellReports(people, today);
    await this.tellLessons(people, today);
  }

  private setDaysBefore(today: Date, days: number): void {
    this.clock.set(new Date(today.getTime() - days * MS_PER_DAY));
  }

  private async addOffices({ state, neighbour, region }: People, year: number): Promise<void> {
    const office = {
      person: null,
      title: null,
      reportsTo: null,
      ownStaff: true,
      ownBudget: null,
      deputy: false,
      channel: null,
      until: null,
      ministry: null,
      sharing: 'public',
    } as const;
    await this.focalPoints.save(state, AGENDA_CODES.state, null, {
      ...office,
      office: 'Office of the Prime Minister of Amberland, unit for the agenda',
      officePosition: 'director',
      ministry: 'cross-government',
      ownBudget: true,
      reportsTo: 'Steering group of the plan',
      from: `${year - 2}-01-01`,
    });
    await this.focalPoints.save(state, AGENDA_CODES.state, null, {
      ...office,
      office: 'Ministry of Foreign Affairs of Amberland, desk for human rights',
      officePosition: 'unit',
      ministry: 'foreign',
      ownStaff: false,
      from: `${year - 5}-03-01`,
      until: `${year - 3}-12-31`,
    });
    await this.focalPoints.save(neighbour, AGENDA_CODES.neighbour, null, {
      ...office,
      office: 'Ministry of Women of Birchland',
      officePosition: 'focal-person-only',
      ministry: 'gender',
      ownStaff: false,
      from: `${year - 1}-01-01`,
    });
    await this.focalPoints.save(region, AGENDA_CODES.region, null, {
      ...office,
      office: 'Secretariat of the Amber Coast Union, gender adviser',
      officePosition: 'director',
      from: `${year - 2}-06-01`,
    });
  }

  private async addPlan(
    viewer: Viewer,
    { of, draft, steps, items, involvements }: PlanStory,
    parent: PlanView | null,
  ): Promise<PlanView> {
    const parentId = parent?.id ?? null;
    let plan = await this.plans.save(viewer, AGENDA_CODES[of], null, { ...draft, parentId });
    const { id } = plan;
    for (const { draft: item, under, money } of items) {
      const above = under === null ? null : await this.itemAt(plan, under);
      await this.planParts.saveItem(viewer, id, null, { ...item, parentId: above });
      const itemId = money.length > 0 ? await this.itemAt(plan, item.place) : '';
      for (const line of money) await this.planParts.saveBudgetLine(viewer, itemId, null, line);
    }
    for (const involvement of involvements) {
      await this.planParts.saveInvolvement(viewer, id, null, involvement);
    }
    for (const step of steps) plan = await this.plans.step(viewer, plan, step);
    return plan;
  }

  private async itemAt(plan: PlanView, place: number): Promise<string> {
    const { items } = (await this.plans.parts([plan])).get(plan.id)!;
    return items.find((one) => one.place === place)!.id;
  }

  /** Civil society confirms what is said of it, contests one thing, and has not answered to the rest. */
  private async answerForWomen(women: Viewer): Promise<void> {
    const { items } = await this.involvements.own(women, { first: 10 });
    const of = (stage: string) => items.find((one) => one.stage === stage)!;
    await this.involvements.answer(women, of('drafting'), 'confirmed', null);
    const words = 'We were invited to two of five meetings, and to none since last summer.';
    await this.involvements.answer(women, of('monitoring'), 'contested', words);
  }

  private async enterFigures(
    viewer: Viewer,
    story: FigureStory,
    indicators: readonly IndicatorView[],
    today: Date,
  ): Promise<void> {
    const indicator = indicators.find(
      ({ framework, code }) => framework.code === story.framework && code === story.indicator,
    )!;
    const isNumber = indicator.unit !== 'text' && indicator.unit !== 'yes-no';
    let last: string | null = null;
    for (const figure of story.values) {
      this.clock.set(new Date(addDays(figure.until, COUNTED_IN)));
      const draft = observationOf(story, figure, isNumber, dayOf(today));
      const corrected: string | null = figure.corrects ? last : null;
      const code = AGENDA_CODES[story.of];
      last = (await this.observations.record(viewer, code, indicator.id, corrected, draft)).id;
    }
  }

  private async undertake(viewer: Viewer, story: CommitmentStory): Promise<void> {
    let made = await this.commitments.save(viewer, AGENDA_CODES[story.of], null, story.draft);
    const reasonOf = (step: CommitmentStep) => (step === 'drop' ? (story.reason ?? null) : null);
    for (const step of story.steps) {
      made = await this.commitments.step(viewer, made, step, reasonOf(step));
    }
  }

  /** A lesson that a neighbour uses, and an analysis of the region. */
  private async tellLessons({ state, neighbour, region }: People, today: Date): Promise<void> {
    this.setDaysBefore(today, 30);
    let lesson = await this.lessons.save(state, AGENDA_CODES.state, null, AGENDA_LESSON);
    lesson = await this.lessons.step(state, lesson, 'review');
    lesson = await this.lessons.step(state, lesson, 'share');
    this.setDaysBefore(today, 10);
    const use = agendaUse(addDays(dayOf(today), -20));
    await this.lessons.use(neighbour, AGENDA_CODES.neighbour, lesson.id, null, use);
    const analysis = agendaAnalysis(addDays(dayOf(today), -60));
    await this.analyses.save(region, AGENDA_CODES.region, null, analysis);
  }

  /** One report that was reviewed, one on which civil society is consulted, and some that were only begun. */
  private async tellReports({ state, region, women }: People, today: Date): Promise<void> {
    const year = today.getUTCFullYear();
    const found = await this.reports.forms(DEMO);
    const begin = async (
      viewer: Viewer,
      who: AgendaActor,
      form: string,
      rest: Pick<ReportDraft, 'from' | 'until' | 'sharing'>,
    ): Promise<ReportView> =>
      this.reports.begin(viewer, {
        ...rest,
        actor: AGENDA_CODES[who],
        formId: found.find(({ code }) => code === form)!.id,
      });
    const last = { from: `${year - 1}-01-01`, until: `${year - 1}-12-31` };
    const consulted = [AGENDA_CODES.women];

    this.setDaysBefore(today, 95);
    let progress = await begin(state, 'state', 'f1-plan-progress', { ...last, sharing: 'public' });
    progress = await this.reports.change(state, progress, {
      sharing: 'public',
      consulted,
      submittedTo: 'Parliament of Amberland (fictional)',
      answers: {
        achieved: { en: 'The list of women mediators is in use; two were named for talks.' },
        obstacles: { en: 'Units in four provinces have no vehicles.' },
        next: { en: 'The bill on amnesties, and grants for women’s organizations.' },
      },
    });
    progress = await this.reports.step(state, progress, 'consult');
    const words =
      'The seat in the steering group was promised to us. We have had no invitation since summer.';
    const said = await this.comments.comment(women, progress.id, 'plan-involvement', words);
    await this.comments.answer(
      state,
      said,
      'The next meeting is with you, and has this as its first point.',
    );
    progress = await this.reports.byId(state, progress.id);
    progress = await this.reports.step(state, progress, 'clear');
    progress = await this.reports.step(state, progress, 'submit');
    this.setDaysBefore(today, 40);
    await this.reports.review(state, progress, [
      {
        text: { en: 'Tell parliament each half-year how many provinces have both services.' },
        responsible: 'Ministry of Justice',
        due: addDays(dayOf(today), 120),
        themes: [],
      },
    ]);

    this.setDaysBefore(today, 12);
    let chapter = await begin(state, 'state', 'f3-cedaw', {
      from: `${year - 2}-01-01`,
      until: last.until,
      sharing: 'public',
    });
    chapter = await this.reports.change(state, chapter, {
      sharing: 'public',
      consulted,
      submittedTo: 'Committee on the Elimination of Discrimination against Women (fictional)',
      answers: { achieved: { en: 'Women hold more than a quarter of the seats in parliament.' } },
    });
    await this.reports.step(state, chapter, 'consult');
    await this.comments.comment(
      women,
      chapter.id,
      null,
      'Which provinces are still without a service?',
    );

    await begin(state, 'state', 'f2-secretary-general', { ...last, sharing: 'network' });
    await begin(state, 'state', 'f7-network-meeting', {
      from: addDays(dayOf(today), -MEETING_DAYS[0]),
      until: dayOf(today),
      sharing: 'region',
    });
    await begin(state, 'state', 'f8-common-pledge', { ...last, sharing: 'own' });
    await begin(region, 'region', 'f7-network-meeting', {
      from: addDays(dayOf(today), -MEETING_DAYS[0]),
      until: dayOf(today),
      sharing: 'network',
    });
  }
}

/** Whoever acts for each actor, with or without an account. */
function peopleOf(organizationIds: Ids): People {
  const viewers = ACTORS.map((who): [AgendaActor, Viewer] => [
    who,
    {
      ...DEMO,
      grants: ['anyone', who === 'women' ? 'organizer' : 'focal-point'],
      organizationId: organizationIds[who],
    },
  ]);
  return Object.fromEntries(viewers) as unknown as People;
}
