import { translator } from '#messages';
import type { Locale } from '#vocabulary';
import { CRITERIA, type Criterion, MODEL, type ModelVersion } from '../model.js';
import { MODEL_2 } from '../model-2.js';
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

/**
 * The weights of each preset, as in the table of docs/needs.md: of LANGUAGE, REGION, EXPERTISE, ROLE, TRACK,
 * PROCESS, YEARS, AVAILABILITY, FRESHNESS, TEXT and NETWORK, which is the order of CRITERIA. What only model 2 knows has the
 * weight of that model in each.
 */
const WEIGHTS = {
  'ceasefire-talks': [250, 220, 320, 80, 60, 120, 80, 80, 10, 10, 0],
  'community-mediation': [350, 350, 200, 40, 120, 40, 10, 30, 10, 20, 0],
  'constitution-process': [180, 140, 420, 80, 40, 80, 80, 20, 10, 30, 0],
  'crsv-accountability': [260, 100, 450, 60, 20, 20, 100, 20, 20, 20, 0],
  'election-dialogue': [260, 240, 280, 60, 60, 100, 40, 150, 10, 10, 0],
  'humanitarian-access': [320, 260, 240, 60, 40, 40, 40, 180, 40, 20, 0],
  'implementation-monitoring': [220, 260, 260, 100, 30, 140, 40, 150, 20, 10, 0],
  'wps-action-plan': [220, 160, 420, 60, 20, 0, 60, 30, 20, 30, 0],
} as const satisfies Record<string, readonly number[]>;

/** The kinds of work that have weights of their own. */
export type PresetCode = keyof typeof WEIGHTS;
export const PRESET_CODES = Object.keys(WEIGHTS) as readonly PresetCode[];

const SUGGESTIONS: Readonly<Record<PresetCode, Suggestion>> = {
  'ceasefire-talks': {
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
  'community-mediation': {
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
  'constitution-process': {
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
  'crsv-accountability': {
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
  'election-dialogue': {
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
  'humanitarian-access': {
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
  'implementation-monitoring': {
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
  'wps-action-plan': {
    expertise: [
      { code: 'policy.wps-national-action-plans', level: 3, weight: 3 },
      { code: 'policy.local-action-plans', level: 2, weight: 1 },
      { code: 'policy.gender-responsive-budgeting', level: 2, weight: 1 },
      { code: 'policy.monitoring-indicators-and-reporting', level: 2, weight: 1 },
    ],
    roles: ['adviser', 'gender-adviser', 'trainer'],
    tracks: [{ code: '1' }, { code: '2' }],
  },
};

/**
 * The presets by code. They are a judgement, made from what mediation practice asks of each kind of
 * work, and no result of measurement: docs/needs.md gives the reasons, and feedback on shortlists is
 * counted by preset so that they can be corrected.
 */
export const PRESETS = Object.fromEntries(
  PRESET_CODES.map((code): [PresetCode, Preset] => {
    const weights = CRITERIA.map((criterion, i) => [
      criterion,
      WEIGHTS[code][i] ?? MODEL_2.weights[criterion],
    ]);
    return [code, { weights: Object.fromEntries(weights), suggests: SUGGESTIONS[code] }];
  }),
) as Readonly<Record<PresetCode, Preset>>;

export function isPreset(code: unknown): code is PresetCode {
  return PRESET_CODES.some((known) => known === code);
}

/**
 * The weights of a preset in a version of the model. In model 2 a preset moves the model's own weight by the square root of
 * what it makes of model 1's, which is half as far on a scale of ratios: measured, presets went too far. Availability and freshness
 * have the weight that is higher, for their weights in model 1 were next to nothing.
 */
export function presetWeights(
  code: PresetCode,
  version: ModelVersion,
): Readonly<Record<Criterion, number>> {
  const { weights } = PRESETS[code];
  if (version === 1) return weights;
  const moved = CRITERIA.map((criterion): [Criterion, number] => {
    const [before, own] = [MODEL.weights[criterion], MODEL_2.weights[criterion]];
    if (criterion === 'AVAILABILITY' || criterion === 'FRESHNESS') {
      return [criterion, Math.max(weights[criterion], own)];
    }
    if (before === 0) return [criterion, own];
    return [criterion, Math.round(own * Math.sqrt(weights[criterion] / before))];
  });
  return Object.fromEntries(moved) as Record<Criterion, number>;
}

/** The same need, stated criteria that it gives no weight weighed by the preset. */
export function withPreset(need: Need, code: PresetCode): Need {
  const weights = presetWeights(code, need.version ?? 1);
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
