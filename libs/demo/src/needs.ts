import { addDays, dayOf } from '#kernel';
import type { PresetCode } from '#matching';
import type { Alongside, InsiderTies, NewNeed, Urgency } from '#engagement';
import type { Role, Track } from '#vocabulary';
import { PEACE_PROCESSES } from './processes.js';

/** What an organizer adds to what is known of the process. */
export interface Wish {
  readonly process: string;
  readonly title: string;
  readonly roles: Role[];
  readonly tracks: Track[];
  /** Language of work: without it at B2 nobody is considered. */
  readonly workingLanguage: string;
  readonly minimumYears?: number;
  readonly urgency?: Urgency;
  readonly insiderTies?: InsiderTies;
  readonly alongside?: Alongside;
  readonly preset?: PresetCode;
}

/** One that everybody may read. */
interface PublicWish extends Wish {
  readonly brief: string;
}

const WISHES: readonly PublicWish[] = [
  {
    process: 'algiers-mali',
    title: 'Gender adviser to a ceasefire commission in northern Mali',
    brief: 'Bring women of Gao, Kidal and Timbuktu into local ceasefire monitoring.',
    roles: ['gender-adviser', 'adviser'],
    tracks: ['1', '1.5'],
    workingLanguage: 'fr',
    minimumYears: 7,
  },
  {
    process: 'sudan-jeddah',
    title: 'Co-mediator for humanitarian access talks on Sudan',
    brief: 'Indirect talks on humanitarian access and the protection of civilians.',
    roles: ['co-mediator', 'facilitator'],
    tracks: ['1'],
    workingLanguage: 'ar',
    minimumYears: 10,
    urgency: 'flash',
    alongside: 'note-taker',
  },
  {
    process: 'nairobi-drc',
    title: 'Facilitator of community dialogue in North Kivu',
    brief: 'Dialogue between armed groups, displaced families and customary chiefs.',
    roles: ['facilitator', 'co-mediator'],
    tracks: ['2', '3'],
    workingLanguage: 'fr',
  },
  {
    process: 'r-arcss',
    title: 'Adviser on women’s participation in South Sudan’s constitution making',
    brief: 'Advise the parties on quotas and public consultation.',
    roles: ['adviser', 'gender-adviser'],
    tracks: ['1', '2'],
    workingLanguage: 'en',
    minimumYears: 5,
  },
  {
    process: 'pretoria-ethiopia',
    title: 'Observer of a cessation of hostilities in northern Ethiopia',
    brief: 'Monitoring and verification with communities on both sides.',
    roles: ['observer', 'adviser'],
    tracks: ['1'],
    workingLanguage: 'en',
    insiderTies: 'barred',
    alongside: 'shadow',
  },
  {
    process: 'stockholm-yemen',
    title: 'Mediator for detainee exchanges in Yemen',
    brief: 'Local exchanges of detainees and the opening of roads.',
    roles: ['co-mediator', 'lead-mediator', 'facilitator'],
    tracks: ['1.5', '2'],
    workingLanguage: 'ar',
    urgency: 'urgent',
  },
  {
    process: 'libya-lpdf',
    title: 'Designer of a follow-up to the Libyan dialogue forum',
    brief: 'A second forum with a third of seats for women and a digital consultation.',
    roles: ['process-designer', 'facilitator'],
    tracks: ['1.5'],
    workingLanguage: 'ar',
    minimumYears: 7,
  },
  {
    process: 'cabo-delgado',
    title: 'Trainer of community mediators in Cabo Delgado',
    brief: 'Train women mediators in displaced communities.',
    roles: ['trainer', 'facilitator'],
    tracks: ['3'],
    workingLanguage: 'pt',
  },
  {
    process: 'casamance',
    title: 'Insider mediator for the return of villages in Casamance',
    brief: 'Demining, return and reconciliation along the border.',
    roles: ['facilitator', 'co-mediator'],
    tracks: ['2', '3'],
    workingLanguage: 'fr',
    insiderTies: 'wanted',
    alongside: 'co-mediator',
  },
  {
    process: 'kosovo-serbia',
    title: 'Facilitator for missing persons in the Belgrade and Pristina dialogue',
    brief: 'Families of the missing on both sides, at one table.',
    roles: ['facilitator', 'adviser'],
    tracks: ['1.5', '2'],
    workingLanguage: 'en',
    minimumYears: 7,
  },
  {
    process: 'sahel-liptako',
    title: 'Mediator of herder and farmer agreements in Liptako-Gourma',
    brief: 'Local agreements on land, water and safe passage across three borders.',
    roles: ['facilitator', 'lead-mediator'],
    tracks: ['3'],
    workingLanguage: 'fr',
  },
  {
    process: 'jos-nigeria',
    title: 'Co-facilitator of youth dialogue in Plateau State',
    brief: 'Young women and men of both faiths after a violent year.',
    roles: ['facilitator', 'co-mediator', 'trainer'],
    tracks: ['3', '2'],
    workingLanguage: 'en',
  },
];

/** A dozen fictional needs in real processes, open and public, for half a year from two months on. */
export function demoNeeds(today: Date): NewNeed[] {
  return WISHES.map((wish) => toNeed(wish, today));
}

/** A fictional need in a process, as the organizer's wish and what is known of the process make it. */
export function toNeed(wish: PublicWish, today: Date): NewNeed {
  const process = PEACE_PROCESSES.find(({ slug }) => slug === wish.process);
  if (!process) throw new Error(`There is no peace process ${wish.process}.`);
  const { workingLanguage, minimumYears, urgency, insiderTies, alongside, preset } = wish;
  return {
    slug: `demo-${wish.process}`,
    title: wish.title,
    brief: `Fictional. ${wish.brief}`,
    process: process.slug,
    confidentiality: 'public',
    fictional: true,
    ...(urgency && { urgency }),
    ...(insiderTies && { insiderTies }),
    ...(alongside && { alongside }),
    ...(preset && { preset }),
    criteria: {
      date: addDays(dayOf(today), 0),
      period: { from: addDays(dayOf(today), 60), to: addDays(dayOf(today), 240) },
      territories: [...process.territories],
      hard: {
        languages: [{ code: workingLanguage, level: 'B2' }],
        ...(minimumYears === undefined ? {} : { minimumYears }),
      },
      soft: {
        languages: process.languages.map((code) => ({
          code,
          weight: code === workingLanguage ? 3 : 1,
        })),
        territories: process.territories.map((code) => ({ code })),
        expertise: process.themes.map((code) => ({ code })),
        roles: wish.roles,
        tracks: wish.tracks.map((code) => ({ code })),
        process: { type: process.type, phase: process.phase },
        years: 10,
        availability: true,
        freshness: true,
      },
    },
  };
}
