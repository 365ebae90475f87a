import type { Criterion, PresetCode } from '#matching';
import type { ExpertiseLevel, Phase, ProcessType, Proficiency, Role, Track } from '#vocabulary';
import { Field, InputType, Int } from '@nestjs/graphql';
import { FairnessInput } from './fairness.input.js';
import {
  ExpertiseLevelEnum,
  NeedPresetEnum,
  PhaseEnum,
  ProcessTypeEnum,
  ProficiencyEnum,
  RoleEnum,
  TrackEnum,
} from '../graphql/enums.js';
import { Day } from '../graphql/days.scalar.js';

// The matching model itself checks a need (`validateNeed`) and names every problem by its path, so
// these classes hold the shape and no rule of their own.

const WEIGHT = {
  nullable: true,
  description: 'From 1 to 1000 among the others of the list; 1 where unstated.',
};

@InputType({ description: 'A language at a level.' })
export class RequiredLanguageInput {
  @Field(() => String, { description: 'BCP 47; a member satisfies its macrolanguage.' })
  code!: string;

  @Field(() => ProficiencyEnum, { description: 'At least.' })
  level!: Proficiency;
}

@InputType({ description: 'Whom to leave out because they are too near to the parties.' })
export class ConflictOfInterestInput {
  @Field(() => [String], {
    nullable: true,
    description: 'Nationals and residents of these territories. Verified organizers only.',
  })
  territories?: string[];

  @Field(() => [String], { nullable: true, description: 'Members of these networks, by slug.' })
  networks?: string[];
}

@InputType({ description: 'How long she must be available.' })
export class AvailabilityInput {
  @Field(() => Int, { description: 'Share of the period in whole percent, from 1 to 100.' })
  minimumShare!: number;
}

@InputType({ description: 'Who fails one of these is excluded. What is absent excludes nobody.' })
export class HardCriteriaInput {
  @Field(() => [RequiredLanguageInput], { nullable: true, description: 'All of them.' })
  languages?: RequiredLanguageInput[];

  @Field(() => ConflictOfInterestInput, {
    nullable: true,
    description: 'Who is too near to the parties.',
  })
  conflictOfInterest?: ConflictOfInterestInput;

  @Field(() => AvailabilityInput, { nullable: true, description: 'Needs a period.' })
  availability?: AvailabilityInput;

  @Field(() => [RoleEnum], { nullable: true, description: 'At least one of them.' })
  roles?: Role[];

  @Field(() => [TrackEnum], { nullable: true, description: 'At least one of them.' })
  tracks?: Track[];

  @Field(() => [String], { nullable: true, description: 'At least one of them, by slug.' })
  networks?: string[];

  @Field(() => Int, { nullable: true, description: 'Years of mediation experience.' })
  minimumYears?: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Profiles that were not confirmed for too long stay eligible.',
  })
  allowStale?: boolean;
}

@InputType({ description: 'A language that earns score.' })
export class WantedLanguageInput {
  @Field(() => String, { description: 'BCP 47.' })
  code!: string;

  @Field(() => ProficiencyEnum, { nullable: true, description: 'C1 where unstated.' })
  level?: Proficiency;

  @Field(() => Int, WEIGHT)
  weight?: number;
}

@InputType({ description: 'A territory, region or grouping that earns score.' })
export class WantedAreaInput {
  @Field(() => String, { description: 'ISO 3166-1 alpha-2, UN M49 region or grouping.' })
  code!: string;

  @Field(() => Int, WEIGHT)
  weight?: number;
}

@InputType({ description: 'Expertise that earns score.' })
export class WantedExpertiseInput {
  @Field(() => String, { description: 'A domain or a topic of one.' })
  code!: string;

  @Field(() => ExpertiseLevelEnum, {
    nullable: true,
    description: 'PRACTITIONER where unstated.',
  })
  level?: ExpertiseLevel;

  @Field(() => Int, WEIGHT)
  weight?: number;
}

@InputType({ description: 'A track that earns score.' })
export class WantedTrackInput {
  @Field(() => TrackEnum, { description: 'The track.' })
  code!: Track;

  @Field(() => Int, WEIGHT)
  weight?: number;
}

@InputType({ description: 'A kind of process she should know.' })
export class WantedProcessInput {
  @Field(() => ProcessTypeEnum, { nullable: true, description: 'Type of the process.' })
  type?: ProcessType;

  @Field(() => PhaseEnum, { nullable: true, description: 'Phase of the process.' })
  phase?: Phase;
}

@InputType({ description: 'What earns score. What is absent takes no part.' })
export class SoftCriteriaInput {
  @Field(() => [WantedLanguageInput], {
    nullable: true,
    description: 'The better she covers them, the more.',
  })
  languages?: WantedLanguageInput[];

  @Field(() => [WantedAreaInput], {
    nullable: true,
    description: 'The nearer her experience, the more.',
  })
  territories?: WantedAreaInput[];

  @Field(() => [WantedExpertiseInput], {
    nullable: true,
    description: 'The better she covers them, the more.',
  })
  expertise?: WantedExpertiseInput[];

  @Field(() => [RoleEnum], { nullable: true, description: 'The best counts.' })
  roles?: Role[];

  @Field(() => [WantedTrackInput], {
    nullable: true,
    description: 'The nearer her tracks, the more.',
  })
  tracks?: WantedTrackInput[];

  @Field(() => WantedProcessInput, {
    nullable: true,
    description: 'Processes she has worked in count.',
  })
  process?: WantedProcessInput;

  @Field(() => Int, { nullable: true, description: 'Years that earn the full value.' })
  years?: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether availability in the period counts.',
  })
  availability?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether a recent confirmation counts.' })
  freshness?: boolean;

  @Field(() => [String], { nullable: true, description: 'Preferred networks, by slug.' })
  networks?: string[];
}

@InputType({ description: 'First and last day of the engagement, both included (ISO 8601).' })
export class PeriodInput {
  @Field(() => Day, { description: 'First day.' })
  from!: string;

  @Field(() => Day, { description: 'Last day.' })
  to!: string;
}

const CRITERION_WEIGHT = { nullable: true, description: 'From 0 to 1000.' };

@InputType({ description: "Weights that replace the model's own, by criterion." })
export class WeightsInput implements Partial<Record<Criterion, number>> {
  @Field(() => Int, CRITERION_WEIGHT)
  LANGUAGE?: number;

  @Field(() => Int, CRITERION_WEIGHT)
  REGION?: number;

  @Field(() => Int, CRITERION_WEIGHT)
  EXPERTISE?: number;

  @Field(() => Int, CRITERION_WEIGHT)
  ROLE?: number;

  @Field(() => Int, CRITERION_WEIGHT)
  TRACK?: number;

  @Field(() => Int, CRITERION_WEIGHT)
  PROCESS?: number;

  @Field(() => Int, CRITERION_WEIGHT)
  YEARS?: number;

  @Field(() => Int, CRITERION_WEIGHT)
  AVAILABILITY?: number;

  @Field(() => Int, CRITERION_WEIGHT)
  FRESHNESS?: number;

  @Field(() => Int, CRITERION_WEIGHT)
  TEXT?: number;

  @Field(() => Int, CRITERION_WEIGHT)
  NETWORK?: number;
}

@InputType({ description: 'What an organizer looks for: the model is docs/matching.md.' })
export class NeedInput {
  @Field(() => Day, { description: 'Date as of which candidates are judged (ISO 8601).' })
  date!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Orders those with equal scores; the same seed, the same order.',
  })
  seed?: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The organizer's own words: relevance earns score as TEXT. At most 2,000 characters.",
  })
  brief?: string;

  @Field(() => PeriodInput, { nullable: true, description: 'When she is wanted.' })
  period?: PeriodInput;

  @Field(() => [String], {
    nullable: true,
    description:
      'Where the process is. Absent: the single countries of `soft.territories`, which the answer names as `assumedTerritories`; an empty list means none. Who has ruled one of them out and lets rankings honour it is excluded.',
  })
  territories?: string[];

  @Field(() => HardCriteriaInput, { nullable: true, description: 'What everyone must meet.' })
  hard?: HardCriteriaInput;

  @Field(() => SoftCriteriaInput, {
    nullable: true,
    description: 'What makes one better than another. At least one criterion.',
  })
  soft?: SoftCriteriaInput;

  @Field(() => NeedPresetEnum, {
    nullable: true,
    description:
      'Weights of stated criteria to which the need itself gives none: see `needPresets`.',
  })
  preset?: PresetCode;

  @Field(() => WeightsInput, { nullable: true, description: 'How much each criterion counts.' })
  weights?: WeightsInput;

  @Field(() => FairnessInput, {
    nullable: true,
    description: 'Whether exposure shall be fair; off where absent.',
  })
  fairness?: FairnessInput;
}
