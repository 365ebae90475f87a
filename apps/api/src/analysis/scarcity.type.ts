import type { Part } from '#matching';
import type { ExpertiseLevel, Proficiency } from '#vocabulary';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Area } from '../graphql/coded.type.js';
import { ExpertiseLevelEnum, ProficiencyEnum, ScarcePartEnum } from '../graphql/enums.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'The language of a combination.' })
export class ScarceLanguage {
  @Field(() => String, { description: 'BCP 47.' })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  label!: string;

  @Field(() => ProficiencyEnum, { description: 'At least.' })
  level!: Proficiency;
}

@ObjectType({ description: 'The expertise of a combination.' })
export class ScarceExpertise {
  @Field(() => String, { description: 'A domain, or a topic of one.' })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  label!: string;

  @Field(() => ExpertiseLevelEnum, { description: 'At least.' })
  level!: ExpertiseLevel;
}

@ObjectType({ description: 'How many of some women a network lists.' })
export class NetworkShare {
  @Field(() => String, { description: 'Slug of the network.' })
  network!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'How many women have two parts of a combination and lack just one.' })
export class LackOfOne {
  @Field(() => ScarcePartEnum, { description: 'The part that they lack.' })
  part!: Part;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'A combination that fewer women have than wanted.' })
export class ScarceCombination {
  @Field(() => ScarceLanguage, { description: 'The language.' })
  language!: ScarceLanguage;

  @Field(() => ScarceExpertise, { description: 'The expertise.' })
  expertise!: ScarceExpertise;

  @Field(() => Area, { description: 'The territory, region or grouping.' })
  area!: Area;

  @Field(() => Int, { description: 'Women who have all three.' })
  available!: number;

  @Field(() => Int, { description: 'How many more are wanted.' })
  missing!: number;

  @Field(() => Int, { description: 'Needs that ask for it; 1 where there are no needs.' })
  asked!: number;

  @Field(() => [LackOfOne], { description: 'Women who lack just one part.' })
  lackOnly!: LackOfOne[];

  @Field(() => ScarcePartEnum, {
    nullable: true,
    description: 'The part that most women lack alone; null where nobody has two.',
  })
  bottleneck!: Part | null;

  @Field(() => [NetworkShare], { description: 'Where those are who have all three.' })
  having!: NetworkShare[];

  @Field(() => [NetworkShare], { description: 'Where those are who lack only the bottleneck.' })
  trainable!: NetworkShare[];

  @Field(() => [String], { description: 'The same in words, in the language of the request.' })
  sentences!: string[];
}

@ObjectType({ description: 'What the directory, or a network, lacks: see docs/explanations.md.' })
export class Scarcity {
  readonly __typename = 'Scarcity';

  @Field(() => Int, { description: 'Women who may be matched.' })
  women!: number;

  @Field(() => Int, { description: 'Open public needs that make the demand.' })
  needs!: number;

  @Field(() => Int, { description: 'Combinations that were looked at.' })
  combinations!: number;

  @Field(() => Int, { description: 'Combinations that fewer women have than wanted.' })
  scarce!: number;

  @Field(() => Int, { description: 'How many women each should have.' })
  minimum!: number;

  @Field(() => [ScarceCombination], { description: 'The most urgent first.' })
  results!: ScarceCombination[];
}

export const ScarcityResult = resultOf(Scarcity);
