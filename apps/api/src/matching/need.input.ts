import type { Criterion, ModelVersion, PresetCode, Stance, WantedMode } from '#matching';
import type { ExpertiseLevel, Phase, ProcessType, Proficiency, Role, Track } from '#vocabulary';
import { Field, InputType, Int } from '@nestjs/graphql';
import { FairnessInput } from './fairness.input.js';
import {
  ExpertiseLevelEnum,
  PhaseEnum,
  ProcessTypeEnum,
  ProficiencyEnum,
  RoleEnum,
  TrackEnum,
} from '../graphql/enums/vocabulary.js';
import { NeedPresetEnum, StanceEnum, WantedModeEnum } from '../graphql/enums/matching.js';
import { Day } from '../graphql/days.scalar.js';

// The matching model itself checks a need (`validateNeed`) and names every problem by its path, so
// these classes hold the shape and no rule of their own.

const WEIGHT = {
  nullable: true,
  description:
    'The weight of this entry relative to the others of its list, from 1 to 1000. Defaults to 1.',
};

const ESSENTIAL = {
  nullable: true,
  description:
    'What lacking this entry costs, in percent of the whole score from 0 to 90; a part of it where the entry is met in part. Version 2 only. If no language states it, lacking the heaviest language costs 15.',
};

@InputType({ description: 'A language that is required at a level.' })
export class RequiredLanguageInput {
  @Field(() => String, {
    description: 'A BCP 47 code. A macrolanguage such as `ar` accepts its members.',
  })
  code!: string;

  @Field(() => ProficiencyEnum, { description: 'The lowest level that is accepted.' })
  level!: Proficiency;
}

@InputType({
  description: 'Which mediators are excluded because they are too close to the parties.',
})
export class ConflictOfInterestInput {
  @Field(() => [String], {
    nullable: true,
    description:
      'Codes of territories whose nationals and residents are excluded. Only for verified organizers.',
  })
  territories?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'Slugs of networks whose members are excluded.',
  })
  networks?: string[];
}

@InputType({ description: 'For how much of the period she must be available.' })
export class AvailabilityInput {
  @Field(() => Int, {
    description: "The share of the period's days, in whole percent from 1 to 100.",
  })
  minimumShare!: number;
}

@InputType({
  description:
    'Requirements that exclude whoever fails one of them. A criterion that is absent excludes nobody.',
})
export class HardCriteriaInput {
  @Field(() => [RequiredLanguageInput], {
    nullable: true,
    description: 'She must have all of these languages, each at its level.',
  })
  languages?: RequiredLanguageInput[];

  @Field(() => ConflictOfInterestInput, {
    nullable: true,
    description: 'Excludes mediators who are too close to the parties.',
  })
  conflictOfInterest?: ConflictOfInterestInput;

  @Field(() => AvailabilityInput, {
    nullable: true,
    description: 'She must be available for a share of the period. Needs `period`.',
  })
  availability?: AvailabilityInput;

  @Field(() => [RoleEnum], {
    nullable: true,
    description: 'She must take at least one of these roles.',
  })
  roles?: Role[];

  @Field(() => [TrackEnum], {
    nullable: true,
    description: 'She must have worked on at least one of these tracks.',
  })
  tracks?: Track[];

  @Field(() => [String], {
    nullable: true,
    description: 'Slugs of networks, of which at least one must list her.',
  })
  networks?: string[];

  @Field(() => Int, { nullable: true, description: 'The fewest years of mediation experience.' })
  minimumYears?: number;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'If true, profiles that were not confirmed for too long stay eligible. Defaults to false.',
  })
  allowStale?: boolean;
}

@InputType({ description: 'A language that earns score.' })
export class WantedLanguageInput {
  @Field(() => String, {
    description: 'The language as a BCP 47 code. Related languages earn part of the score.',
  })
  code!: string;

  @Field(() => ProficiencyEnum, {
    nullable: true,
    description: 'The level that earns the full value. Defaults to C1.',
  })
  level?: Proficiency;

  @Field(() => Int, WEIGHT)
  weight?: number;

  @Field(() => Int, ESSENTIAL)
  essential?: number;
}

@InputType({ description: 'A territory, region or grouping that earns score.' })
export class WantedAreaInput {
  @Field(() => String, {
    description: 'An ISO 3166-1 alpha-2 code, an UN M49 region or the code of a grouping.',
  })
  code!: string;

  @Field(() => Int, WEIGHT)
  weight?: number;

  @Field(() => Int, ESSENTIAL)
  essential?: number;
}

@InputType({ description: 'Expertise that earns score.' })
export class WantedExpertiseInput {
  @Field(() => String, { description: 'The code of a domain, or of one of its topics.' })
  code!: string;

  @Field(() => ExpertiseLevelEnum, {
    nullable: true,
    description: 'The level that earns the full value. Defaults to PRACTITIONER.',
  })
  level?: ExpertiseLevel;

  @Field(() => Int, WEIGHT)
  weight?: number;

  @Field(() => Int, ESSENTIAL)
  essential?: number;
}

@InputType({ description: 'A track that earns score.' })
export class WantedTrackInput {
  @Field(() => TrackEnum, { description: 'The track of diplomacy that earns score.' })
  code!: Track;

  @Field(() => Int, WEIGHT)
  weight?: number;
}

@InputType({ description: 'The kind of process in which experience earns score.' })
export class WantedProcessInput {
  @Field(() => ProcessTypeEnum, {
    nullable: true,
    description: 'The type of process that she should know.',
  })
  type?: ProcessType;

  @Field(() => PhaseEnum, {
    nullable: true,
    description: 'The phase of the process that she should know.',
  })
  phase?: Phase;
}

@InputType({
  description:
    'Whether somebody of some territories is sought or somebody from outside. Only for verified organizers. Version 2 only.',
})
export class OriginInput {
  @Field(() => StanceEnum, {
    description: 'Whether being of the territories counts for or against.',
  })
  stance!: Stance;

  @Field(() => [String], {
    description: 'Codes of the territories. A nationality counts more than a residence.',
  })
  territories!: string[];
}

@InputType({
  description: 'What earns score. A criterion that is absent takes no part in the score.',
})
export class SoftCriteriaInput {
  @Field(() => [WantedLanguageInput], {
    nullable: true,
    description:
      'Languages that earn score. The more of them she has, and the better, the higher the score.',
  })
  languages?: WantedLanguageInput[];

  @Field(() => [WantedAreaInput], {
    nullable: true,
    description: 'Areas that earn score. The nearer her experience is, the higher the score.',
  })
  territories?: WantedAreaInput[];

  @Field(() => [WantedExpertiseInput], {
    nullable: true,
    description:
      'Fields of expertise that earn score. The more of them she covers, and the better, the higher the score.',
  })
  expertise?: WantedExpertiseInput[];

  @Field(() => [RoleEnum], {
    nullable: true,
    description: 'Roles that earn score. The one that she fits best counts.',
  })
  roles?: Role[];

  @Field(() => [WantedTrackInput], {
    nullable: true,
    description: 'Tracks that earn score. The nearer hers are, the higher the score.',
  })
  tracks?: WantedTrackInput[];

  @Field(() => WantedProcessInput, {
    nullable: true,
    description: 'The kind of process in which her deployments earn score.',
  })
  process?: WantedProcessInput;

  @Field(() => Int, {
    nullable: true,
    description: 'How many years of experience earn the full value.',
  })
  years?: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'If true, her availability in the period earns score. Needs `period`.',
  })
  availability?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'If true, a recent confirmation of the profile earns score.',
  })
  freshness?: boolean;

  @Field(() => [String], {
    nullable: true,
    description: 'Slugs of preferred networks, whose members earn score.',
  })
  networks?: string[];

  @Field(() => Int, {
    nullable: true,
    description:
      'The years of experience above which more earn less, for work that is meant for younger mediators. Needs `years`. Version 2 only.',
  })
  yearsAtMost?: number;

  @Field(() => OriginInput, {
    nullable: true,
    description: 'Nationality and residence, for or against.',
  })
  origin?: OriginInput;

  @Field(() => WantedModeEnum, {
    nullable: true,
    description: 'How she shall work. Version 2 only.',
  })
  workingMode?: WantedMode;

  @Field(() => Int, {
    nullable: true,
    description:
      'Days until the work begins: who needs more notice than that earns less. Version 2 only.',
  })
  noticeDays?: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'If true, being named a mentor by a network earns score. Version 2 only.',
  })
  mentor?: boolean;
}

@InputType({ description: 'The first and last day of an engagement, both included.' })
export class PeriodInput {
  @Field(() => Day, { description: 'The first day of the engagement, included.' })
  from!: string;

  @Field(() => Day, { description: 'The last day of the engagement, included.' })
  to!: string;
}

const CRITERION_WEIGHT = {
  nullable: true,
  description:
    'The weight of this criterion, from 0 to 1000. 0 takes it out of the score. Absent keeps the weight of the preset or the model.',
};

@InputType({ description: 'Weights that replace those of the preset or the model, by criterion.' })
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

  @Field(() => Int, CRITERION_WEIGHT)
  ORIGIN?: number;

  @Field(() => Int, CRITERION_WEIGHT)
  WORKING_MODE?: number;

  @Field(() => Int, CRITERION_WEIGHT)
  NOTICE?: number;

  @Field(() => Int, CRITERION_WEIGHT)
  MENTOR?: number;
}

@InputType({ description: 'What an organizer looks for. docs/matching.md describes the model.' })
export class NeedInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version of the matching model, 1 or 2. Defaults to 1. docs/matching-2.md says what version 2 does differently.',
  })
  version?: ModelVersion;

  @Field(() => Day, { description: 'The day as of which candidates are judged.' })
  date!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Decides the order of candidates with equal scores, at most 200 characters. The same seed gives the same order.',
  })
  seed?: string;

  @Field(() => String, {
    nullable: true,
    description:
      "What is looked for in the organizer's own words, at most 2,000 characters. Relevance to it earns score as the criterion TEXT.",
  })
  brief?: string;

  @Field(() => PeriodInput, {
    nullable: true,
    description: 'The first and last day of the engagement. Needed if availability counts.',
  })
  period?: PeriodInput;

  @Field(() => [String], {
    nullable: true,
    description:
      'Codes of the territories where the process is. If absent, the single countries of `soft.territories` are taken, which the answer names in `assumedTerritories`. An empty list means none. A mediator who has ruled one of them out, and lets rankings honour it, is excluded.',
  })
  territories?: string[];

  @Field(() => HardCriteriaInput, {
    nullable: true,
    description: 'Requirements that exclude whoever fails one of them.',
  })
  hard?: HardCriteriaInput;

  @Field(() => SoftCriteriaInput, {
    nullable: true,
    description: 'What makes one candidate better than another. At least one criterion is needed.',
  })
  soft?: SoftCriteriaInput;

  @Field(() => NeedPresetEnum, {
    nullable: true,
    description:
      'A preset whose weights count for the stated criteria that `weights` leaves out. `needPresets` lists them.',
  })
  preset?: PresetCode;

  @Field(() => WeightsInput, {
    nullable: true,
    description:
      'How much each criterion counts. A criterion that is left out has the weight of the preset or the model.',
  })
  weights?: WeightsInput;

  @Field(() => FairnessInput, {
    nullable: true,
    description: 'Which measures of fair exposure to apply. None if absent.',
  })
  fairness?: FairnessInput;
}
