import type { Part } from '#matching';
import type { ExpertiseLevel, Proficiency } from '#vocabulary';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Area } from '../graphql/coded.type.js';
import { ExpertiseLevelEnum, ProficiencyEnum } from '../graphql/enums/vocabulary.js';
import { ScarcePartEnum } from '../graphql/enums/matching.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'The language of a combination.' })
export class ScarceLanguage {
  @Field(() => String, { description: 'The language as a BCP 47 code, such as `sw`.' })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  label!: string;

  @Field(() => ProficiencyEnum, { description: 'The lowest level that counts.' })
  level!: Proficiency;
}

@ObjectType({ description: 'The expertise of a combination.' })
export class ScarceExpertise {
  @Field(() => String, {
    description: 'The code of a domain or topic of the expertise vocabulary.',
  })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  label!: string;

  @Field(() => ExpertiseLevelEnum, { description: 'The lowest level that counts.' })
  level!: ExpertiseLevel;
}

@ObjectType({ description: 'How many of a group of mediators one network lists.' })
export class NetworkShare {
  @Field(() => String, { description: 'The slug of the network.' })
  network!: string;

  @Field(() => Int, { description: 'The number of mediators of the group whom the network lists.' })
  count!: number;
}

@ObjectType({
  description: 'How many mediators have two parts of a combination and lack only the third.',
})
export class LackOfOne {
  @Field(() => ScarcePartEnum, { description: 'The part of the combination that they lack.' })
  part!: Part;

  @Field(() => Int, { description: 'The number of mediators who lack only this part.' })
  count!: number;
}

@ObjectType({
  description:
    'A combination of language, expertise and area that fewer mediators have than wanted.',
})
export class ScarceCombination {
  @Field(() => ScarceLanguage, { description: 'The language of the combination.' })
  language!: ScarceLanguage;

  @Field(() => ScarceExpertise, { description: 'The expertise of the combination.' })
  expertise!: ScarceExpertise;

  @Field(() => Area, { description: 'The territory, region or grouping of the combination.' })
  area!: Area;

  @Field(() => Int, { description: 'How many mediators have all three parts.' })
  available!: number;

  @Field(() => Int, { description: 'How many more mediators are wanted.' })
  missing!: number;

  @Field(() => Int, {
    description: 'How many open needs ask for the combination. 1 if there are no open needs.',
  })
  asked!: number;

  @Field(() => [LackOfOne], {
    description: 'For each part, how many mediators lack only that part.',
  })
  lackOnly!: LackOfOne[];

  @Field(() => ScarcePartEnum, {
    nullable: true,
    description:
      'The part that most mediators lack while having the other two. Null if nobody has two parts.',
  })
  bottleneck!: Part | null;

  @Field(() => [NetworkShare], {
    description: 'The networks of the mediators who have all three parts.',
  })
  having!: NetworkShare[];

  @Field(() => [NetworkShare], {
    description: 'The networks of the mediators who lack only the bottleneck.',
  })
  trainable!: NetworkShare[];

  @Field(() => [String], { description: 'The same in words, in the language of the request.' })
  sentences!: string[];
}

@ObjectType({
  description:
    'The combinations that the directory, or one network, has too few mediators for. See docs/explanations.md.',
})
export class Scarcity {
  readonly __typename = 'Scarcity';

  @Field(() => Int, { description: 'How many mediators could be matched.' })
  women!: number;

  @Field(() => Int, { description: 'How many open public needs the demand is counted from.' })
  needs!: number;

  @Field(() => Int, { description: 'How many combinations were examined.' })
  combinations!: number;

  @Field(() => Int, {
    description: 'How many of the combinations have fewer mediators than wanted.',
  })
  scarce!: number;

  @Field(() => Int, {
    description: 'How many mediators each combination should have: the argument `minimum`.',
  })
  minimum!: number;

  @Field(() => [ScarceCombination], {
    description: 'The scarce combinations, the most urgent first, at most `limit`.',
  })
  results!: ScarceCombination[];
}

export const ScarcityResult = resultOf(Scarcity);
