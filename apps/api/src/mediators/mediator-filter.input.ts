import type { AvailabilityBand, Proficiency, Role, Track } from '#vocabulary';
import { refusal } from '#messages';
import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import {
  AvailabilityEnum,
  ProficiencyEnum,
  RoleEnum,
  TrackEnum,
} from '../graphql/enums/vocabulary.js';
import { IsVocabularyCode } from '../graphql/is-vocabulary-code.js';

/** Most items in one list of a filter. */
const MOST = 50;

@InputType({ description: 'A language that a mediator must have, at a level or better.' })
export class LanguageFilter {
  @Field(() => String, {
    description: 'A BCP 47 code. A macrolanguage such as `ar` also finds its members.',
  })
  @IsVocabularyCode('language')
  code!: string;

  @Field(() => ProficiencyEnum, {
    nullable: true,
    description: 'The lowest level that is found. Any level if absent.',
  })
  @IsOptional()
  minimumLevel?: Proficiency;
}

@InputType({
  description:
    'A filter of mediators. All parts that are stated must hold. A list has at most 50 entries.',
})
export class MediatorFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Slugs of networks, of which at least one must list her.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { each: true, context: refusal('input.networkSlug') })
  networks?: string[];

  @Field(() => [LanguageFilter], {
    nullable: true,
    description: 'She must have all of these languages.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => LanguageFilter)
  languages?: LanguageFilter[];

  @Field(() => [String], {
    nullable: true,
    description:
      'Codes of areas, of which she must know at least one. A region or grouping finds whoever knows one of its territories.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST)
  @IsVocabularyCode('area', { each: true })
  territories?: string[];

  @Field(() => [String], {
    nullable: true,
    description:
      'Codes of expertise, of which she must have at least one. A domain also finds its topics.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST)
  @IsVocabularyCode('expertise', { each: true })
  expertise?: string[];

  @Field(() => [TrackEnum], {
    nullable: true,
    description: 'She must have worked on at least one of these tracks.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST)
  tracks?: Track[];

  @Field(() => [RoleEnum], {
    nullable: true,
    description: 'She must take at least one of these roles.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST)
  roles?: Role[];

  @Field(() => [AvailabilityEnum], {
    nullable: true,
    description: 'Her availability must be one of these.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST)
  availability?: AvailabilityBand[];

  @Field(() => Int, {
    nullable: true,
    description:
      'The fewest years of experience, from 0 to 100, compared with the lower end of the band that is shown.',
  })
  @IsOptional()
  @Min(0)
  @Max(100)
  minimumYears?: number;
}
