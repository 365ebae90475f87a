import { translator } from '#messages';
import type { Locale } from '#vocabulary';
import type { Criterion } from '../model.js';
import { type Need, type SoftNeed, criteriaOf } from '../need/need.js';

/** What a preset suggests to want; the organizer takes of it what fits. */
type Suggestion = Required<Pick<SoftNeed, 'expertise' | 'roles' | 'tracks'>> &
  Pick<SoftNeed, 'process'>;

/** Weights for one kind of work, and what is usually wanted in it. */
interface Preset {
  /** Of every criterion, from 0 to 1000: those that a need states take part. */
  readonly weights: Readonly<Record<Criterion, number>>;
  readonly suggests: Readonly<Suggestion>;
}

/** The kinds of work that have weights of their own. */
export const PRESET_CODES = [
  'ceasefire-talks',
  'community-mediation',
  'constitution-process',
  'crsv-accountability',
  'election-dialogue',
  'humanitarian-access',
  'implementation-monitoring',
  'wps-action-plan',
] as const;
export type PresetCode = (typeof PRESET_CODES)[number];

/**
 * The presets by code. They are a judgement, made from what mediation practice asks of each kind of
 * work, and no result of measurement: docs/needs.md gives the reasons, and feedback on shortlists is
 * counted by preset so that they can be corrected.
 */
export const PRESETS: Readonly<Record<PresetCode, Preset>> = {
  'ceasefire-talks': {
    weights: {
      LANGUAGE: 250,
      REGION: 220,
      EXPERTISE: 320,
      ROLE: 80,
      TRACK: 60,
      PROCESS: 120,
      YEARS: 80,
      AVAILABILITY: 80,
      FRESHNESS: 10,
      TEXT: 10,
      NETWORK: 0,
    },
    suggests: {
      expertise: [
        { code: 'mediation.ceasefire-mediation', level: 3, weight: 3 },
        { code: 'security.ceasefire-design-and-monitoring', level: 2, weight: 2 },
        { code: 'mediation.gender-sensitive-conflict-analysis', level: 2, weight: 1 },
        { code: 'security.protection-of-civilians', level: 2, weight: 1 },
      ],
      roles: ['co-mediator', 'lead-mediator', 'adviser'],
      tracks: [{ code: '1', weight: 2 }, { code: '1.5' }],
      process: { type: 'ceasefire', phase: 'negotiation' },
    },
  },
  'community-mediation': {
    weights: {
      LANGUAGE: 350,
      REGION: 350,
      EXPERTISE: 200,
      ROLE: 40,
      TRACK: 120,
      PROCESS: 40,
      YEARS: 10,
      AVAILABILITY: 30,
      FRESHNESS: 10,
      TEXT: 20,
      NETWORK: 0,
    },
    suggests: {
      expertise: [
        { code: 'mediation.insider-and-community-mediation', level: 3, weight: 3 },
        { code: 'mediation.natural-resource-and-land-mediation', level: 2, weight: 1 },
        { code: 'mediation.inter-religious-and-customary-mediation', level: 2, weight: 1 },
        { code: 'recovery.reconciliation-and-social-cohesion', level: 2, weight: 1 },
      ],
      roles: ['facilitator', 'co-mediator'],
      tracks: [{ code: '3', weight: 2 }, { code: '2' }],
      process: { type: 'local' },
    },
  },
  'constitution-process': {
    weights: {
      LANGUAGE: 180,
      REGION: 140,
      EXPERTISE: 420,
      ROLE: 80,
      TRACK: 40,
      PROCESS: 80,
      YEARS: 80,
      AVAILABILITY: 20,
      FRESHNESS: 10,
      TEXT: 30,
      NETWORK: 0,
    },
    suggests: {
      expertise: [
        { code: 'governance.constitution-making', level: 3, weight: 3 },
        { code: 'inclusion.womens-participation', level: 2, weight: 2 },
        { code: 'governance.power-sharing', level: 2, weight: 1 },
        { code: 'governance.rule-of-law', level: 2, weight: 1 },
      ],
      roles: ['adviser', 'gender-adviser', 'process-designer'],
      tracks: [{ code: '1' }, { code: '1.5' }],
      process: { type: 'comprehensive', phase: 'implementation' },
    },
  },
  'crsv-accountability': {
    weights: {
      LANGUAGE: 260,
      REGION: 100,
      EXPERTISE: 450,
      ROLE: 60,
      TRACK: 20,
      PROCESS: 20,
      YEARS: 100,
      AVAILABILITY: 20,
      FRESHNESS: 20,
      TEXT: 20,
      NETWORK: 0,
    },
    suggests: {
      expertise: [
        {
          code: 'justice.conflict-related-sexual-and-gender-based-violence',
          level: 3,
          weight: 3,
        },
        { code: 'justice.criminal-accountability', level: 2, weight: 2 },
        { code: 'recovery.psychosocial-support', level: 2, weight: 1 },
        { code: 'justice.reparations', level: 2, weight: 1 },
      ],
      roles: ['adviser', 'gender-adviser', 'trainer'],
      tracks: [{ code: '1' }, { code: '2' }],
    },
  },
  'election-dialogue': {
    weights: {
      LANGUAGE: 260,
      REGION: 240,
      EXPERTISE: 280,
      ROLE: 60,
      TRACK: 60,
      PROCESS: 100,
      YEARS: 40,
      AVAILABILITY: 150,
      FRESHNESS: 10,
      TEXT: 10,
      NETWORK: 0,
    },
    suggests: {
      expertise: [
        { code: 'mediation.election-dispute-mediation', level: 3, weight: 3 },
        { code: 'mediation.facilitation-and-dialogue', level: 2, weight: 2 },
        { code: 'governance.elections', level: 2, weight: 1 },
        { code: 'inclusion.media-and-communication', level: 1, weight: 1 },
      ],
      roles: ['facilitator', 'co-mediator'],
      tracks: [{ code: '1.5' }, { code: '2' }],
      process: { type: 'election-related', phase: 'prevention' },
    },
  },
  'humanitarian-access': {
    weights: {
      LANGUAGE: 320,
      REGION: 260,
      EXPERTISE: 240,
      ROLE: 60,
      TRACK: 40,
      PROCESS: 40,
      YEARS: 40,
      AVAILABILITY: 180,
      FRESHNESS: 40,
      TEXT: 20,
      NETWORK: 0,
    },
    suggests: {
      expertise: [
        { code: 'recovery.humanitarian-access', level: 3, weight: 3 },
        { code: 'mediation.shuttle-diplomacy', level: 2, weight: 2 },
        { code: 'security.protection-of-civilians', level: 2, weight: 1 },
        { code: 'justice.missing-persons-and-detainees', level: 1, weight: 1 },
      ],
      roles: ['co-mediator', 'facilitator', 'adviser'],
      tracks: [{ code: '1' }, { code: '1.5' }],
      process: { phase: 'negotiation' },
    },
  },
  'implementation-monitoring': {
    weights: {
      LANGUAGE: 220,
      REGION: 260,
      EXPERTISE: 260,
      ROLE: 100,
      TRACK: 30,
      PROCESS: 140,
      YEARS: 40,
      AVAILABILITY: 150,
      FRESHNESS: 20,
      TEXT: 10,
      NETWORK: 0,
    },
    suggests: {
      expertise: [
        { code: 'security.ceasefire-design-and-monitoring', level: 2, weight: 2 },
        { code: 'policy.monitoring-indicators-and-reporting', level: 2, weight: 2 },
        { code: 'justice.human-rights-monitoring', level: 2, weight: 1 },
        {
          code: 'security.disarmament-demobilisation-and-reintegration',
          level: 2,
          weight: 1,
        },
      ],
      roles: ['observer', 'adviser'],
      tracks: [{ code: '1' }, { code: '2' }],
      process: { type: 'implementation', phase: 'implementation' },
    },
  },
  'wps-action-plan': {
    weights: {
      LANGUAGE: 220,
      REGION: 160,
      EXPERTISE: 420,
      ROLE: 60,
      TRACK: 20,
      PROCESS: 0,
      YEARS: 60,
      AVAILABILITY: 30,
      FRESHNESS: 20,
      TEXT: 30,
      NETWORK: 0,
    },
    suggests: {
      expertise: [
        { code: 'policy.wps-national-action-plans', level: 3, weight: 3 },
        { code: 'policy.local-action-plans', level: 2, weight: 1 },
        { code: 'policy.gender-responsive-budgeting', level: 2, weight: 1 },
        { code: 'policy.monitoring-indicators-and-reporting', level: 2, weight: 1 },
      ],
      roles: ['adviser', 'gender-adviser', 'trainer'],
      tracks: [{ code: '1' }, { code: '2' }],
    },
  },
};

export function isPreset(code: unknown): code is PresetCode {
  return PRESET_CODES.some((known) => known === code);
}

/** The same need, stated criteria that it gives no weight weighed by the preset. */
export function withPreset(need: Need, code: PresetCode): Need {
  const { weights } = PRESETS[code];
  const weighed = criteriaOf(need).map((criterion) => [criterion, weights[criterion]]);
  return { ...need, weights: { ...Object.fromEntries(weighed), ...need.weights } };
}

/** What a preset is called, and why it weighs as it does. */
interface PresetText {
  readonly title: string;
  readonly reason: string;
}

export function presetText(code: PresetCode, locale: Locale): PresetText {
  const t = translator('presets', locale);
  return { title: t(`${code}.title`), reason: t(`${code}.reason`) };
}
