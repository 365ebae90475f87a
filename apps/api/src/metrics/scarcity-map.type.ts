import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Area } from '../graphql/coded.type.js';
import { Day } from '../graphql/days.scalar.js';
import { resultOf } from '../graphql/refusals.js';

const AT_LEAST =
  'So many at least: a multiple of five. Null for fewer than five, which includes none.';

@ObjectType({ description: 'What the directory has for a domain of expertise in a region.' })
export class ScarcityOfDomain {
  @Field(() => String, { description: 'The code of the domain.' })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  label!: string;

  @Field(() => Int, { nullable: true, description: AT_LEAST })
  mediators!: number | null;

  @Field(() => Int, {
    description:
      'How many public needs were open on the last day and ask for both, or leave one of them open.',
  })
  asked!: number;
}

@ObjectType({ description: 'What the directory has for a region.' })
export class ScarcityOfArea {
  @Field(() => Area, { description: 'An M49 sub-region, or an intermediate region.' })
  area!: Area;

  @Field(() => [String], {
    description: 'The territories of the region, as ISO 3166-1 alpha-2 codes.',
  })
  territories!: readonly string[];

  @Field(() => Int, { nullable: true, description: AT_LEAST })
  mediators!: number | null;

  @Field(() => Int, {
    description: 'How many public needs were open on the last day and ask for the region.',
  })
  asked!: number;

  @Field(() => [ScarcityOfDomain], { description: 'Each domain of expertise.' })
  domains!: readonly ScarcityOfDomain[];
}

@ObjectType({
  description:
    'Where mediators are few, in the last quarter that has ended. Counts mediators who agree to statistics, as verified organizers see them. The numbers of a quarter never change.',
})
export class ScarcityMap {
  readonly __typename = 'ScarcityMap';

  @Field(() => Day, { description: 'The first day of the quarter.' })
  from!: string;

  @Field(() => Day, { description: 'The last day of the quarter.' })
  to!: string;

  @Field(() => Int, { description: 'The step in which numbers of mediators are told: five.' })
  step!: number;

  @Field(() => [ScarcityOfArea], { description: 'Each region of the world, by its code.' })
  areas!: readonly ScarcityOfArea[];
}

export const ScarcityMapResult = resultOf(ScarcityMap);
