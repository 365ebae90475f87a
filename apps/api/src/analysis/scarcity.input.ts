import type { ExpertiseLevel, Proficiency } from '#vocabulary';
import { ArgsType, Field, InputType, Int } from '@nestjs/graphql';
import { ExpertiseLevelEnum, ProficiencyEnum } from '../graphql/enums/vocabulary.js';

// The matching model itself checks a request and names every problem by its path, so these classes
// hold the shape and no rule of their own.

@InputType({ description: 'A language to combine with expertise and areas.' })
export class ScarcityLanguageInput {
  @Field(() => String, {
    description: 'A BCP 47 code. A macrolanguage such as `ar` also counts its members.',
  })
  code!: string;

  @Field(() => ProficiencyEnum, {
    nullable: true,
    description: 'The lowest level that counts. Defaults to B2.',
  })
  level?: Proficiency;
}

@InputType({ description: 'An expertise to combine with languages and areas.' })
export class ScarcityExpertiseInput {
  @Field(() => String, {
    description: 'The code of a topic, or of a domain, which any of its topics meets.',
  })
  code!: string;

  @Field(() => ExpertiseLevelEnum, {
    nullable: true,
    description: 'The lowest level that counts. Defaults to PRACTITIONER.',
  })
  level?: ExpertiseLevel;
}

@ArgsType()
export class ScarcityArgs {
  @Field(() => [ScarcityLanguageInput], {
    nullable: true,
    description:
      'The languages to combine. Defaults to the official languages of the UN and the African Union.',
  })
  languages?: ScarcityLanguageInput[];

  @Field(() => [ScarcityExpertiseInput], {
    nullable: true,
    description: 'The expertise to combine. Defaults to every domain.',
  })
  expertise?: ScarcityExpertiseInput[];

  @Field(() => [String], {
    nullable: true,
    description:
      'Codes of territories, regions or groupings to combine. Defaults to the M49 sub-regions.',
  })
  areas?: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'How many mediators each combination should have, from 1 to 100. Defaults to 3.',
  })
  minimum?: number;

  @Field(() => String, {
    nullable: true,
    description: 'The slug of a network, to count only its mediators. Counts all if absent.',
  })
  network?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many combinations to return, from 1 to 500. Defaults to 50.',
  })
  limit?: number;
}
