import type { Setting } from '#deployments';
import type { Terms } from '#introductions';
import { addDays, dayOf, MS_PER_DAY } from '#kernel';
import type { NewNeed } from '#engagement';
import type { LanguageCode, TerritoryCode } from '#vocabulary';
import { toNeed, type Wish } from '../needs.js';
import type { Story } from './steps.js';

/** A restricted need of the demo's own office, with its shortlist and what has been done about it. */
export interface OfficeNeed {
  readonly wish: Wish;
  readonly wanted: number;
  /** Days before the demo is loaded. */
  readonly opened: number;
  /** How many women under their names, and how many behind code names, are on the shortlist. */
  readonly named: number;
  readonly hidden: number;
  readonly work: Work;
  readonly stories: readonly Story[];
}

/** What of the terms differs from need to need. Days from the one on which the demo is loaded; null for remote work. */
interface Work {
  readonly from: number;
  readonly to: number;
  readonly place: { readonly territory: TerritoryCode; readonly words: string } | null;
  readonly languages: readonly LanguageCode[];
  readonly risk: string;
  /** Which lines of clearance are asked for. */
  readonly setting: Setting;
}

/** The need in which a newcomer finds a shortlist begun, complete terms, and nobody asked. */
const CEASEFIRE: OfficeNeed = {
  wish: {
    process: 'algiers-mali',
    title: 'Three advisers for ceasefire talks in northern Mali',
    roles: ['adviser', 'co-mediator'],
    tracks: ['1', '1.5'],
    workingLanguage: 'fr',
    preset: 'ceasefire-talks',
  },
  wanted: 3,
  opened: 0,
  named: 3,
  hidden: 0,
  work: {
    from: 60,
    to: 240,
    place: { territory: 'ML', words: 'Bamako, with journeys to Gao' },
    languages: ['fr'],
    risk: 'Roads outside of Bamako are not safe. All journeys are by air.',
    setting: 'abroad',
  },
  stories: [],
};

const LAND: OfficeNeed = {
  wish: {
    process: 'sahel-liptako',
    title: 'Three facilitators of agreements between herders and farmers',
    roles: ['facilitator', 'co-mediator'],
    tracks: ['2', '3'],
    workingLanguage: 'fr',
  },
  wanted: 3,
  opened: 40,
  named: 8,
  hidden: 0,
  work: {
    from: 45,
    to: 150,
    place: { territory: 'BF', words: 'Ouagadougou and Dori' },
    languages: ['fr'],
    risk: 'Armed groups are near the road to Dori. An escort is given.',
    setting: 'own-country',
  },
  stories: [
    {
      who: 'named',
      steps: [
        [34, 'request'],
        [33, 'forward'],
      ],
    },
    {
      who: 'named',
      steps: [
        [33.5, 'request'],
        [33.2, 'forward'],
        [30, 'accept'],
        [29, 'confirm'],
      ],
    },
    { who: 'named', steps: [[32, 'request']] },
    {
      who: 'named',
      steps: [
        [14, 'request'],
        [13, 'forward'],
        [10, 'withdraw'],
      ],
    },
    {
      who: 'named',
      steps: [
        [4, 'request'],
        [3.5, 'forward'],
      ],
    },
    {
      who: 'member',
      steps: [
        [2.5, 'request'],
        [2, 'forward'],
      ],
    },
    {
      who: 'named',
      steps: [
        [2, 'request'],
        [1, 'return'],
      ],
    },
    { who: 'named', steps: [[0.1, 'request']] },
  ],
};

const DETAINEES: OfficeNeed = {
  wish: {
    process: 'stockholm-yemen',
    title: 'Three insider mediators for exchanges of detainees',
    roles: ['co-mediator', 'facilitator'],
    tracks: ['1.5', '2'],
    workingLanguage: 'ar',
    urgency: 'urgent',
    insiderTies: 'wanted',
  },
  wanted: 3,
  opened: 12,
  named: 4,
  hidden: 2,
  work: {
    from: 20,
    to: 110,
    place: { territory: 'YE', words: 'Near the front line, as she judges' },
    languages: ['ar'],
    risk: 'Whoever is known to mediate may be detained. Names are kept out of all papers.',
    setting: 'own-country',
  },
  stories: [
    {
      who: 'hidden',
      steps: [
        [10, 'request'],
        [9.8, 'forward'],
        [9, 'accept with a tie'],
        [8.5, 'review'],
        [8, 'confirm'],
        [7, 'release the relay'],
        [6, 'organizer writes'],
        [5.8, 'pass'],
        [5, 'mediator writes'],
        [4.8, 'pass'],
        [0.2, 'organizer writes'],
      ],
    },
    {
      who: 'named',
      steps: [
        [9, 'request'],
        [8.8, 'forward'],
        [8, 'decline'],
      ],
    },
    {
      who: 'named',
      steps: [
        [3.5, 'request'],
        [3.3, 'forward'],
        [2.5, 'accept'],
        [1.5, 'confirm'],
      ],
    },
    {
      who: 'hidden',
      steps: [
        [2.5, 'request'],
        [2.3, 'forward'],
        [1, 'accept with a tie'],
      ],
    },
    {
      who: 'named',
      steps: [
        [2, 'request'],
        [1.8, 'forward'],
        [1.2, 'question'],
      ],
    },
    {
      who: 'named',
      steps: [
        [1.6, 'request'],
        [1.4, 'refuse'],
      ],
    },
  ],
};

const ACCESS: OfficeNeed = {
  wish: {
    process: 'sudan-jeddah',
    title: 'Co-mediator for humanitarian access, at once',
    roles: ['co-mediator', 'facilitator'],
    tracks: ['1'],
    workingLanguage: 'ar',
    urgency: 'flash',
  },
  wanted: 1,
  opened: 5,
  named: 4,
  hidden: 0,
  work: {
    from: 3,
    to: 40,
    place: { territory: 'SA', words: 'Jeddah' },
    languages: ['ar', 'en'],
    risk: 'No risk is known at the place of the talks.',
    setting: 'abroad',
  },
  stories: [
    {
      who: 'named',
      steps: [
        [4, 'request'],
        [3.95, 'forward'],
        [3.6, 'decline for now'],
      ],
    },
    {
      who: 'named',
      steps: [
        [1.2, 'request'],
        [1.15, 'forward'],
        [0.9, 'accept by telephone'],
        [0.7, 'confirm'],
        [0.5, 'release'],
      ],
    },
    {
      who: 'named',
      steps: [
        [0.4, 'request'],
        [0.35, 'forward'],
      ],
    },
    { who: 'named', steps: [[0.05, 'request']] },
  ],
};

/** Filled, and the work is done: completed, ended before its last day, or closed. */
const KIVU: OfficeNeed = {
  wish: {
    process: 'nairobi-drc',
    title: 'Three advisers to a dialogue of communities, from a distance',
    roles: ['adviser', 'facilitator'],
    tracks: ['2', '3'],
    workingLanguage: 'fr',
  },
  wanted: 3,
  opened: 160,
  named: 4,
  hidden: 0,
  work: {
    from: -120,
    to: -20,
    place: null,
    languages: ['fr'],
    risk: 'No risk is known: the work is remote.',
    setting: 'remote',
  },
  stories: [
    {
      who: 'named',
      steps: [
        [150, 'request'],
        [149, 'forward'],
        [146, 'accept'],
        [144, 'confirm'],
        [142, 'release'],
        [136, 'close'],
      ],
    },
    {
      who: 'member',
      steps: [
        [140, 'request'],
        [139, 'forward'],
        [137, 'accept'],
        [136, 'confirm'],
        [134, 'release'],
        [131, 'plan'],
        [129, 'clear'],
        [128, 'finish all lines'],
        [127, 'ready'],
        [119, 'begin'],
        [18, 'complete'],
        [16, 'organizer looks back'],
        [14, 'mediator looks back'],
      ],
    },
    {
      who: 'named',
      steps: [
        [148, 'request'],
        [147, 'forward'],
        [145, 'accept'],
        [143, 'confirm'],
        [141, 'release'],
        [139, 'plan'],
        [138, 'clear'],
        [137, 'finish all lines'],
        [135, 'ready'],
        [119, 'begin'],
        [62, 'end early'],
        [60, 'report'],
        [58, 'organizer looks back'],
        [55, 'mediator looks back'],
        [54, 'close the work'],
      ],
    },
    {
      who: 'named',
      steps: [
        [147.5, 'request'],
        [146.5, 'forward'],
        [145, 'accept'],
        [142, 'confirm'],
        [140, 'release'],
        [138.5, 'plan'],
        [137.5, 'clear'],
        [136.5, 'finish all lines'],
        [134.5, 'ready'],
        [118, 'begin'],
        [8, 'end early'],
      ],
    },
    {
      who: 'named',
      steps: [
        [134, 'request'],
        [133, 'forward'],
      ],
    },
  ],
};

/** One woman is at work with a newcomer alongside her, the work of another rests, a third is met. */
const CONSTITUTION: OfficeNeed = {
  wish: {
    process: 'r-arcss',
    title: 'Three advisers on public consultation',
    roles: ['adviser', 'gender-adviser'],
    tracks: ['1', '2'],
    workingLanguage: 'en',
    alongside: 'shadow',
  },
  wanted: 3,
  opened: 50,
  named: 3,
  hidden: 0,
  work: {
    from: -7,
    to: 80,
    place: { territory: 'SS', words: 'Juba, with journeys to Bor' },
    languages: ['en'],
    risk: 'There is crime after dark. The field office drives her.',
    setting: 'own-country',
  },
  stories: [
    {
      who: 'named',
      steps: [
        [45, 'request'],
        [44, 'forward'],
        [42, 'accept'],
        [41, 'confirm'],
        [40, 'release'],
        [38, 'plan'],
        [36, 'clear'],
        [30, 'finish all lines'],
        [25, 'ready'],
        [8, 'plan check-ins'],
        [6, 'propose a newcomer'],
        [5.8, 'newcomer agrees'],
        [5.5, 'begin'],
        [5.1, 'check in'],
        [5, 'organizer agrees'],
        [4.5, 'mentor agrees'],
        [4.1, 'check in'],
        [3.1, 'check in'],
        [2.1, 'check in'],
        [1.1, 'check in'],
        [0.1, 'check in'],
      ],
    },
    {
      who: 'named',
      steps: [
        [44.5, 'request'],
        [43.5, 'forward'],
        [42.5, 'accept'],
        [40.5, 'confirm'],
        [39.5, 'release'],
        [37, 'plan'],
        [35, 'clear'],
        [29, 'finish all lines'],
        [24, 'ready'],
        [6.5, 'begin'],
        [1.5, 'suspend'],
      ],
    },
    {
      who: 'named',
      steps: [
        [12, 'request'],
        [11, 'forward'],
        [9, 'accept'],
        [8, 'confirm'],
        [6, 'release'],
      ],
    },
  ],
};

/** Women are engaged who have not begun. */
const MISSING: OfficeNeed = {
  wish: {
    process: 'kosovo-serbia',
    title: 'Four facilitators for families of missing persons',
    roles: ['facilitator', 'adviser'],
    tracks: ['1.5', '2'],
    workingLanguage: 'en',
  },
  wanted: 4,
  opened: 30,
  named: 4,
  hidden: 0,
  work: {
    from: 25,
    to: 90,
    place: { territory: 'XK', words: 'Pristina' },
    languages: ['en'],
    risk: 'No risk is known at the place of the talks.',
    setting: 'abroad',
  },
  stories: [
    {
      who: 'named',
      steps: [
        [24, 'request'],
        [23, 'forward'],
        [21, 'accept'],
        [19, 'confirm'],
        [17, 'release'],
        [12, 'plan'],
        [10, 'cancel'],
      ],
    },
    {
      who: 'named',
      steps: [
        [22, 'request'],
        [21, 'forward'],
        [19, 'accept'],
        [17, 'confirm'],
        [15, 'release'],
        [9, 'plan'],
        [7, 'clear'],
        [5, 'finish some lines'],
      ],
    },
    {
      who: 'named',
      steps: [
        [21.5, 'request'],
        [20.5, 'forward'],
        [18.5, 'accept'],
        [16.5, 'confirm'],
        [14.5, 'release'],
        [8.5, 'plan'],
        [6.5, 'clear'],
        [4.5, 'finish all lines'],
        [3.5, 'ready'],
      ],
    },
    {
      who: 'named',
      steps: [
        [20, 'request'],
        [19, 'forward'],
        [17, 'accept'],
        [15, 'confirm'],
        [13, 'release'],
        [1, 'plan'],
      ],
    },
  ],
};

/** What the demo's office works on. */
export const OFFICE_NEEDS: readonly OfficeNeed[] = [
  CEASEFIRE,
  LAND,
  DETAINEES,
  ACCESS,
  KIVU,
  CONSTITUTION,
  MISSING,
];

/** Of a need of the office; no other need has it. */
export function slugOf({ wish }: OfficeNeed): string {
  return `demo-office-${wish.process}`;
}

export function officeNeeds(today: Date, organizationId: string): NewNeed[] {
  return OFFICE_NEEDS.map((need) => ({
    ...toNeed({ ...need.wish, brief: '' }, today),
    brief: '',
    slug: slugOf(need),
    confidentiality: 'restricted',
    wanted: need.wanted,
    openedAt: new Date(today.getTime() - need.opened * MS_PER_DAY),
    organizationId,
  }));
}

/** Complete terms of reference of a need. */
export function termsOf({ wish, work }: OfficeNeed, today: Date): Terms {
  const day = (days: number) => addDays(dayOf(today), days);
  return {
    purpose: `Fictional. ${wish.title}.`,
    role: 'Member of the mediation support team',
    mode: work.place === null ? 'remote' : 'in-person',
    support: 'direct-mediation',
    engagement: 'consultant',
    startsOn: day(work.from),
    endsOn: day(work.to),
    percent: 60,
    territory: work.place?.territory ?? null,
    placeWords: work.place?.words ?? null,
    workingLanguages: work.languages,
    host: 'The field office of the Fictional Office for Peace',
    costs: { fee: 'organizer', travel: 'organizer', insurance: 'organizer', security: 'host' },
    feeWords: 'By the scale of the office, paid each month',
    securityArrangements: 'A briefing on the first day, and a driver whom the field office knows.',
    reportingLine: 'To the head of the field office',
    confidentiality: 'Nothing is told of the talks while they last.',
    riskNote: work.risk,
    contactPerson: {
      name: 'Fictional contact person',
      email: 'contact.office@example.org',
      telephone: null,
    },
  };
}
