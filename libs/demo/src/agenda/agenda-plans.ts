import { nationalPlan } from './agenda-national-plan.js';
import {
  dayOfYear,
  involved,
  item,
  measure,
  money,
  PLAN,
  type PlanStory,
} from './agenda-plan-parts.js';

/** Plans of the fictional actors around a year. */
export function agendaPlans(year: number): PlanStory[] {
  return [nationalPlan(year), provincialPlan(year), neighbourPlan(year), regionalPlan(year)];
}

/** Of a province of the fictional state: it carries out the plan before it. */
function provincialPlan(year: number): PlanStory {
  const day = (years: number, end: 'first' | 'last' | 'middle') => dayOfYear(year, years, end);
  return {
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
  };
}

/** Of its neighbour, which has far to go. */
function neighbourPlan(year: number): PlanStory {
  const day = (years: number, end: 'first' | 'last' | 'middle') => dayOfYear(year, years, end);
  return {
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
  };
}

/** Of the regional organization. */
function regionalPlan(year: number): PlanStory {
  const day = (years: number, end: 'first' | 'last' | 'middle') => dayOfYear(year, years, end);
  return {
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
      item(1, null, 'goal', 'Every mediation of the union has women in its team.', 'participation'),
      item(2, 1, 'outcome', 'Half of the members of mediation teams are women.', 'participation', {
        themes: ['mediation'],
        indicators: [measure('Women in mediation teams', '25%', '50%', 'un-1325/10')],
      }),
      item(3, 2, 'action', 'Ask members for names before each mission.', 'participation', {
        from: day(-2, 'middle'),
        until: day(2, 'middle'),
        progress: 'under-way',
        responsible: 'Secretariat',
        money: [money(year, '60000', '60000', '20000', 2, false)],
      }),
    ],
    involvements: [involved('women-cso', 'drafting', 'consulted', 'Two meetings.', 'women')],
  };
}
