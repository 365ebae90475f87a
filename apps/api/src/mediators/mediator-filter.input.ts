import type { AvailabilityBand, Proficiency, Role, Track } from '#vocabulary';
import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import { AvailabilityEnum, ProficiencyEnum, RoleEnum, TrackEnum } from '../graphql/enums.js';
import { IsVocabularyCode } from '../graphql/is-vocabulary-code.js';

/** Most items in one list of a filter. */
const MOST = 50;

@InputType({ description: 'A language, at a level or better.' })
export class LanguageFilter {
  @Field(() => String, { description: 'BCP 47; a macrolanguage such as `ar` takes its members.' })
  @IsVocabularyCode('language')
  code!: string;

  @Field(() => ProficiencyEnum, {
    nullable: true,
    description: 'At least; any level where unstated.',
  })
  @IsOptional()
  minimumLevel?: Proficiency;
}

@InputType({ description: 'All that is stated must hold; what is absent filters nothing.' })
export class MediatorFilter {
  @Field(() => [String], { nullable: true, description: 'Slugs; in any of them.' })
  @IsOptional()
  @ArrayMaxSize(MOST)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { each: true, message: 'this is not the slug of a network' })
  networks?: string[];

  @Field(() => [LanguageFilter], { nullable: true, description: 'All of them.' })
  @IsOptional()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => LanguageFilter)
  languages?: LanguageFilter[];

  @Field(() => [String], {
    nullable: true,
    description: 'Any of them; a region or grouping finds who knows one of its territories.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST)
  @IsVocabularyCode('area', { each: true })
  territories?: string[];

  @Field(() => [String], { nullable: true, description: 'Any of them; a domain finds its topics.' })
  @IsOptional()
  @ArrayMaxSize(MOST)
  @IsVocabularyCode('expertise', { each: true })
  expertise?: string[];

  @Field(() => [TrackEnum], { nullable: true, description: 'Any of them.' })
  @IsOptional()
  @ArrayMaxSize(MOST)
  tracks?: Track[];

  @Field(() => [RoleEnum], { nullable: true, description: 'Any of them.' })
  @IsOptional()
  @ArrayMaxSize(MOST)
  roles?: Role[];

  @Field(() => [AvailabilityEnum], { nullable: true, description: 'Any of them.' })
  @IsOptional()
  @ArrayMaxSize(MOST)
  availability?: AvailabilityBand[];

  @Field(() => Int, {
    nullable: true,
    description: 'Compared with the lower end of the band that is shown.',
  })
  @IsOptional()
  @Min(0)
  @Max(100)
  minimumYears?: number;
}
