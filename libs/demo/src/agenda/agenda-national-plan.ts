import {
  dayOfYear,
  involved,
  item,
  measure,
  money,
  PLAN,
  type PlanStory,
} from './agenda-plan-parts.js';

const CRSV = 'justice.conflict-related-sexual-and-gender-based-violence';

/** The second plan of the fictional state around a year, with its money and who had a part in it. */
export function nationalPlan(year: number): PlanStory {
  const day = (years: number, end: 'first' | 'last' | 'middle') => dayOfYear(year, years, end);
  return {
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
}
