import type { FindingCode, FindingKind, HardCriterion } from '#matching';
import { Area } from '../graphql/coded.type.js';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { FindingCodeEnum, FindingKindEnum, HardCriterionEnum } from '../graphql/enums.js';
import { UncheckedCriterion } from '../matching/match.type.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'Something about a need that its organizer should know.' })
export class NeedFinding {
  @Field(() => FindingKindEnum, { description: 'What it means.' })
  kind!: FindingKind;

  @Field(() => FindingCodeEnum, { description: 'For programs.' })
  code!: FindingCode;

  @Field(() => String, { description: 'Where: `hard.languages.0.level`.' })
  path!: string;

  @Field(() => String, { description: 'In words, in the language of the request.' })
  sentence!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many women it is about, where it is about any.',
  })
  count!: number | null;
}

@ObjectType({ description: 'How many would be eligible without one requirement.' })
export class NeedRelief {
  @Field(() => HardCriterionEnum, { description: 'The requirement; STATE is allowing stale ones.' })
  requirement!: HardCriterion;

  @Field(() => Int, { description: 'Eligible without it, those included who are with it.' })
  eligible!: number;
}

@ObjectType({ description: 'A need looked at before anyone is ranked by it.' })
export class NeedCheck {
  readonly __typename = 'NeedCheck';

  @Field(() => Int, { description: 'How many were looked at.' })
  considered!: number;

  @Field(() => Int, { description: 'How many meet all that is required.' })
  eligible!: number;

  @Field(() => [NeedRelief], {
    description: 'One for each requirement that alone keeps someone out.',
  })
  reliefs!: NeedRelief[];

  @Field(() => [Area], {
    description:
      'Where the process was taken to be, because the need leaves `territories` out: the single countries that it wants.',
  })
  assumedTerritories!: Area[];

  @Field(() => [UncheckedCriterion], {
    description: 'One for each stated criterion that profiles may keep from being applied.',
  })
  uncheckedCriteria!: UncheckedCriterion[];

  @Field(() => [NeedFinding], {
    description: 'Contradictions first, then what is too narrow, then the rest.',
  })
  findings!: NeedFinding[];
}

export const NeedCheckResult = resultOf(NeedCheck);
