import type {
  BudgetLineDraft,
  InvolvementDraft,
  PlanDraft,
  PlanIndicator,
  PlanItemDraft,
  PlanStep,
  Texts,
} from '#wps';
import { AGENDA_CODES, type AgendaActor, MADE_UP } from './agenda-actors.js';

/** A fictional action plan with all that belongs to it. */
export interface PlanStory {
  readonly of: AgendaActor;
  /** Whether it carries out the plan before it. */
  readonly isLocal: boolean;
  readonly draft: Omit<PlanDraft, 'parentId'>;
  readonly steps: readonly PlanStep[];
  /** Each before those that belong to it. */
  readonly items: readonly PlannedItem[];
  readonly involvements: readonly InvolvementDraft[];
}

export interface PlannedItem {
  readonly draft: Omit<PlanItemDraft, 'parentId'>;
  /** The place of the item to which it belongs. */
  readonly under: number | null;
  readonly money: readonly BudgetLineDraft[];
}

const CRSV = 'justice.conflict-related-sexual-and-gender-based-violence';

/** Plans of the fictional actors around a year. */
export function agendaPlans(year: number): PlanStory[] {
  const day = (years: number, end: 'first' | 'last' | 'middle') =>
    `${year + years}-${{ first: '01-01', middle: '06-30', last: '12-31' }[end]}`;
  const national: PlanStory = {
    of: 'state',
    isLocal: false,
    draft: {
      ...PLAN,
      level: 'national',
      generation: 2,
      title: {
        en: 'Second national action plan of Amberland on women, peace and security (demo)',
        fr: 'Deuxième plan d’action national d’Ambrelande pour les femmes, la paix et la sécurité (démo)',
        es: 'Segundo plan de acción nacional de Ambarlandia sobre mujeres, paz y seguridad (demo)',
        pt: 'Segundo plano de ação nacional da Ambarlândia para as mulheres, a paz e a segurança (demo)',
        ar: 'خطة العمل الوطنية الثانية لأمبرلاند بشأن المرأة والسلام والأمن (تجريبي)',
        sw: 'Mpango wa pili wa kitaifa wa Amberland kuhusu wanawake, amani na usalama (onyesho)',
      },
      languages: ['en', 'fr', 'es', 'pt', 'ar', 'sw'],
      adopted: `${year - 3}-11-20`,
      from: day(-2, 'first'),
      until: day(1, 'last'),
      leadOffice: 'Office of the Prime Minister of Amberland',
      leadPosition: 'cabinet-minister',
      leadMinistry: 'cross-government',
      coordinationBody: 'Steering group of the plan',
      focus: 'both',
      budgetStatus: 'allocated',
      mediatorNomination:
        'The steering group names women mediators for talks within a week, from the directories of their networks.',
      reportedOn: day(-1, 'last'),
      sharing: 'public',
    },
    steps: ['adopt', 'begin'],
    items: [
      item(
        1,
        null,
        'goal',
        'Women decide in talks and in what follows from them.',
        'participation',
      ),
      item(
        2,
        1,
        'outcome',
        'A third of each delegation of Amberland to peace talks are women.',
        'participation',
        {
          themes: ['mediation'],
          indicators: [measure('Women in delegations to peace talks', '12%', '33%', 'un-1325/11a')],
        },
      ),
      item(
        3,
        2,
        'action',
        'Keep a list of women mediators who can leave within a week.',
        'participation',
        {
          from: day(-2, 'first'),
          until: day(-1, 'middle'),
          progress: 'done',
          progressNote: 'The list is in use.',
          responsible: 'Ministry of Foreign Affairs',
          money: [
            money(year - 2, '40000', '40000', '38500', 2, false),
            money(year - 1, '40000', '40000', '40000', 2, false),
          ],
        },
      ),
      item(4, 2, 'action', 'Pay the travel of women’s organizations to talks.', 'participation', {
        from: day(-1, 'first'),
        until: day(1, 'last'),
        progress: 'under-way',
        responsible: 'Ministry of Foreign Affairs',
        money: [
          money(year - 1, '120000', '90000', '71000', 2, true),
          money(year, '120000', '110000', null, 2, true),
        ],
      }),
      item(
        5,
        null,
        'goal',
        'Survivors of sexual violence in conflict are served, and justice is done.',
        'protection',
        {
          themes: [CRSV],
        },
      ),
      item(
        6,
        5,
        'outcome',
        'Every province has a service for survivors, and a unit that investigates.',
        'protection',
        {
          themes: [CRSV],
          indicators: [measure('Provinces with both', '2 of 11', '11 of 11', null)],
        },
      ),
      item(
        7,
        6,
        'action',
        'Train units of the police and prosecutors in all eleven provinces.',
        'protection',
        {
          themes: [CRSV],
          from: day(-2, 'middle'),
          until: day(0, 'last'),
          progress: 'under-way',
          responsible: 'Ministry of Justice',
          money: [
            money(year - 1, '300000', '300000', '210000', 1, false),
            money(year, '300000', '280000', null, 1, false),
          ],
        },
      ),
      item(
        8,
        6,
        'action',
        'Define the crime and rule out amnesty for it in the penal code.',
        'protection',
        {
          themes: [CRSV],
          from: day(-1, 'first'),
          until: day(0, 'middle'),
          progress: 'under-way',
          progressNote: 'The bill is in its second reading.',
          responsible: 'Ministry of Justice',
        },
      ),
      item(9, null, 'goal', 'Money follows the plan.', 'cross-cutting'),
      item(
        10,
        9,
        'outcome',
        'All lines of the plan are screened for gender equality.',
        'cross-cutting',
        {
          indicators: [measure('Share of lines screened', '40%', '100%', 'sdg/5.c.1')],
        },
      ),
      item(
        11,
        10,
        'action',
        'Publish the budget of the plan by year, with what was spent.',
        'cross-cutting',
        {
          from: day(-2, 'first'),
          until: day(1, 'last'),
          progress: 'under-way',
          responsible: 'Ministry of Finance',
          money: [
            money(year - 1, '25000', '25000', '25000', null, null),
            money(year, '25000', '25000', null, 0, false),
          ],
        },
      ),
    ],
    involvements: [
      involved(
        'women-cso',
        'drafting',
        'co-lead',
        'Chaired the working group on protection.',
        'women',
      ),
      involved('women-cso', 'monitoring', 'member-of-body', 'Seat in the steering group.', 'women'),
      involved(
        'women-cso',
        'review',
        'consulted',
        'Invited to comment on the yearly report.',
        'women',
      ),
      involved(
        'parliament',
        'adoption',
        'consulted',
        'Debate in the plenary.',
        null,
        'Parliament of Amberland',
      ),
      involved('local-authority', 'implementation', 'funded', null, null, 'Northern Province'),
    ],
  };
  return [
    national,
    {
      of: 'state',
      isLocal: true,
      draft: {
        ...PLAN,
        level: 'local',
        title: {
          en: 'Plan of the Northern Province of Amberland (demo)',
          fr: 'Plan de la province du Nord d’Ambrelande (démo)',
        },
        adopted: day(-1, 'first'),
        from: day(-1, 'first'),
        until: day(1, 'last'),
        leadOffice: 'Governor of the Northern Province',
        leadPosition: 'director',
        budgetStatus: 'costed',
        sharing: 'region',
      },
      steps: ['adopt', 'begin'],
      items: [
        item(1, null, 'outcome', 'Women speak at every local peace committee.', 'participation', {
          indicators: [measure('Committees that women chair', '1 of 14', '5 of 14', null)],
        }),
        item(2, 1, 'action', 'Train members of fourteen local peace committees.', 'participation', {
          from: day(-1, 'middle'),
          until: day(0, 'last'),
          progress: 'under-way',
          responsible: 'Governor of the Northern Province',
          money: [money(year, '15000', '15000', null, 2, true)],
        }),
      ],
      involvements: [],
    },
    {
      of: 'neighbour',
      isLocal: false,
      draft: {
        ...PLAN,
        level: 'national',
        title: {
          en: 'First national action plan of Birchland (demo)',
          fr: 'Premier plan d’action national de Bouleaulande (démo)',
        },
        adopted: day(-1, 'first'),
        from: day(-1, 'middle'),
        until: day(2, 'last'),
        leadOffice: 'Ministry of Women of Birchland',
        leadPosition: 'deputy-minister',
        leadMinistry: 'gender',
        budgetStatus: 'mentioned',
        sharing: 'region',
      },
      steps: ['adopt', 'begin'],
      items: [
        item(1, null, 'goal', 'Women take part in early warning at the coast.', 'prevention'),
        item(2, 1, 'outcome', 'Half of those who watch and warn are women.', 'prevention', {
          indicators: [{ ...measure('Women among observers', '20%', '50%', null), source: null }],
        }),
        item(3, 2, 'action', 'Name and train observers in each harbour.', 'prevention', {
          responsible: 'Ministry of the Interior',
        }),
        item(4, 2, 'action', 'Share warnings with the neighbours each week.', 'prevention', {
          from: day(-1, 'middle'),
          until: day(2, 'last'),
          progress: 'under-way',
          responsible: 'Ministry of Foreign Affairs',
        }),
      ],
      involvements: [
        involved('parliament', 'review', 'informed', null, null, 'Parliament of Birchland'),
      ],
    },
    {
      of: 'region',
      isLocal: false,
      draft: {
        ...PLAN,
        level: 'regional',
        title: {
          en: 'Regional action plan of the Amber Coast (demo)',
          fr: 'Plan d’action régional de la Côte d’ambre (démo)',
        },
        adopted: day(-2, 'middle'),
        from: day(-2, 'middle'),
        until: day(2, 'middle'),
        leadOffice: 'Secretary-General of the Amber Coast Union',
        leadPosition: 'head-of-state-or-government',
        leadMinistry: 'cross-government',
        coordinationBody: 'Meeting of focal points, twice a year',
        budgetStatus: 'allocated',
        mediatorNomination:
          'Each mediation team of the union has two women at least, proposed by its members.',
        reportedOn: day(-1, 'middle'),
        sharing: 'public',
      },
      steps: ['adopt', 'begin'],
      items: [
        item(
          1,
          null,
          'goal',
          'Every mediation of the union has women in its team.',
          'participation',
        ),
        item(
          2,
          1,
          'outcome',
          'Half of the members of mediation teams are women.',
          'participation',
          {
            themes: ['mediation'],
            indicators: [measure('Women in mediation teams', '25%', '50%', 'un-1325/10')],
          },
        ),
        item(3, 2, 'action', 'Ask members for names before each mission.', 'participation', {
          from: day(-2, 'middle'),
          until: day(2, 'middle'),
          progress: 'under-way',
          responsible: 'Secretariat',
          money: [money(year, '60000', '60000', '20000', 2, false)],
        }),
      ],
      involvements: [involved('women-cso', 'drafting', 'consulted', 'Two meetings.', 'women')],
    },
  ];
}

const PLAN: Omit<PlanDraft, 'parentId' | 'level' | 'title' | 'sharing'> = {
  generation: 1,
  languages: ['en', 'fr'],
  adopted: null,
  from: null,
  until: null,
  leadOffice: null,
  leadPosition: null,
  leadMinistry: null,
  coordinationBody: null,
  focus: 'inward',
  budgetStatus: 'none',
  mediatorNomination: null,
  documentUrl: null,
  reportedOn: null,
  reportUrl: null,
};

type Rest = Partial<Omit<PlanItemDraft, 'parentId'>> & {
  readonly money?: readonly BudgetLineDraft[];
};

function item(
  place: number,
  under: number | null,
  kind: PlanItemDraft['kind'],
  text: string,
  pillar: PlanItemDraft['pillar'],
  { money: lines = [], ...rest }: Rest = {},
): PlannedItem {
  const texts: Texts = { en: text };
  return {
    under,
    money: lines,
    draft: {
      kind,
      place,
      text: texts,
      pillar,
      themes: [],
      responsible: null,
      from: null,
      until: null,
      progress: 'not-started',
      progressNote: null,
      indicators: [],
      ...rest,
    },
  };
}

function measure(
  text: string,
  baseline: string,
  target: string,
  alignedWith: string | null,
): PlanIndicator {
  return { text, baseline, target, source: MADE_UP, alignedWith };
}

/** In the fictional state's own money, of which no rate of exchange is known: XTS is the code that ISO 4217 keeps for tests. */
function money(
  year: number,
  planned: string,
  allocated: string,
  spent: string | null,
  marker: number | null,
  toWomenCso: boolean | null,
): BudgetLineDraft {
  return { year, currency: 'XTS', planned, allocated, spent, marker, toWomenCso, source: null };
}

function involved(
  who: InvolvementDraft['who'],
  stage: InvolvementDraft['stage'],
  how: InvolvementDraft['how'],
  evidence: string | null,
  actor: AgendaActor | null,
  name = 'Women of Amberland for Peace (demo)',
): InvolvementDraft {
  const code = actor && AGENDA_CODES[actor];
  return { who, stage, how, evidence, actor: code, name, named: 'body', agreedOn: null };
}
