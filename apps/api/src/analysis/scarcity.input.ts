import type { ExpertiseLevel, Proficiency } from '#vocabulary';
import { ArgsType, Field, InputType, Int } from '@nestjs/graphql';
import { ExpertiseLevelEnum, ProficiencyEnum } from '../graphql/enums.js';

// The matching model itself checks a request and names every problem by its path, so these classes
// hold the shape and no rule of their own.

@InputType({ description: 'A language of combinations.' })
export class ScarcityLanguageInput {
  @Field(() => String, { description: 'BCP 47; a member satisfies its macrolanguage.' })
  code!: string;

  @Field(() => ProficiencyEnum, { nullable: true, description: 'At least; B2 where unstated.' })
  level?: Proficiency;
}

@InputType({ description: 'An expertise of combinations.' })
export class ScarcityExpertiseInput {
  @Field(() => String, { description: 'A domain, which any of its topics meets, or a topic.' })
  code!: string;

  @Field(() => ExpertiseLevelEnum, {
    nullable: true,
    description: 'At least; PRACTITIONER where unstated.',
  })
  level?: ExpertiseLevel;
}

@ArgsType()
export class ScarcityArgs {
  @Field(() => [ScarcityLanguageInput], {
    nullable: true,
    description: 'The official languages of the UN and the African Union where unstated.',
  })
  languages?: ScarcityLanguageInput[];

  @Field(() => [ScarcityExpertiseInput], {
    nullable: true,
    description: 'Every domain where unstated.',
  })
  expertise?: ScarcityExpertiseInput[];

  @Field(() => [String], {
    nullable: true,
    description: 'Territories, regions and groupings; the M49 sub-regions where unstated.',
  })
  areas?: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'How many women each combination should have, from 1 to 100; 3 where unstated.',
  })
  minimum?: number;

  @Field(() => String, { nullable: true, description: 'Only women of this network, by slug.' })
  network?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many combinations to give, from 1 to 500; 50 where unstated.',
  })
  limit?: number;
}
