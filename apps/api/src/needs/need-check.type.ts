import type { FindingCode, FindingKind, HardCriterion } from '#matching';
import { Area } from '../graphql/coded.type.js';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { FindingCodeEnum, FindingKindEnum, HardCriterionEnum } from '../graphql/enums/matching.js';
import { UncheckedCriterion } from '../matching/match.type.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'Something about a need that its organizer should know.' })
export class NeedFinding {
  @Field(() => FindingKindEnum, { description: 'What the finding means for the need.' })
  kind!: FindingKind;

  @Field(() => FindingCodeEnum, { description: 'Which finding it is, for programs.' })
  code!: FindingCode;

  @Field(() => String, { description: 'The place in the need, such as `hard.languages.0.level`.' })
  path!: string;

  @Field(() => String, { description: 'The finding in words, in the language of the request.' })
  sentence!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many mediators it concerns. Null if it concerns none in particular.',
  })
  count!: number | null;
}

@ObjectType({ description: 'How many candidates would be eligible without one requirement.' })
export class NeedRelief {
  @Field(() => HardCriterionEnum, {
    description: 'The requirement. STATE stands for allowing stale profiles.',
  })
  requirement!: HardCriterion;

  @Field(() => Int, {
    description:
      'How many would be eligible without the requirement, including those who are with it.',
  })
  eligible!: number;
}

@ObjectType({ description: 'What was found in a need before anyone is ranked by it.' })
export class NeedCheck {
  readonly __typename = 'NeedCheck';

  @Field(() => Int, { description: 'How many candidates were examined.' })
  considered!: number;

  @Field(() => Int, { description: 'How many candidates meet every requirement.' })
  eligible!: number;

  @Field(() => [NeedRelief], {
    description: 'One entry for each requirement without which more candidates would be eligible.',
  })
  reliefs!: NeedRelief[];

  @Field(() => [Area], {
    description:
      'Where the process was taken to be, because the need leaves `territories` out: the single countries that it wants.',
  })
  assumedTerritories!: Area[];

  @Field(() => [UncheckedCriterion], {
    description:
      'One entry for each stated criterion that could not be applied to some candidates.',
  })
  uncheckedCriteria!: UncheckedCriterion[];

  @Field(() => [NeedFinding], {
    description: 'What was found: contradictions first, then what is too narrow, then the rest.',
  })
  findings!: NeedFinding[];
}

export const NeedCheckResult = resultOf(NeedCheck);
