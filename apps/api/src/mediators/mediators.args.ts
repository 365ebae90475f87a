import { FACET_NAMES, type FacetName, type SearchSort } from '#search';
import { ArgsType, Field, ObjectType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Cost } from '../graphql/cost/field-cost.js';
import { FacetNameEnum, SearchSortEnum } from '../graphql/enums.js';
import { PageArgs } from '../graphql/page.js';
import { MediatorFilter } from './mediator-filter.input.js';
import { MaxCharacters } from '../graphql/max-characters.js';

@ArgsType()
export class MediatorsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words to look for in any script, accents and small typing errors forgiven; every word must be found, the last one also as a beginning.',
  })
  @IsOptional()
  @MaxCharacters(200)
  search?: string | null;

  @Field(() => MediatorFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => MediatorFilter)
  filter?: MediatorFilter | null;

  @Field(() => SearchSortEnum, { nullable: true, description: 'RELEVANCE where nothing is said.' })
  @IsOptional()
  sort?: SearchSort | null;

  @Field(() => [FacetNameEnum], { nullable: true, description: 'What to count in `facets`.' })
  @IsOptional()
  @ArrayMaxSize(FACET_NAMES.length)
  facets?: FacetName[] | null;
}

@ObjectType({ description: 'How many of the found have a code.' })
export class FacetCount {
  @Field(() => String, { description: 'As the filter takes it.' })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  label!: string;

  @Field(() => Int, { description: 'Adding the code to the filter finds exactly so many.' })
  count!: number;
}

@ObjectType({ description: 'Counts of one kind.' })
export class Facet {
  @Field(() => FacetNameEnum, { description: 'What was counted.' })
  name!: FacetName;

  @Cost({ items: 50 })
  @Field(() => [FacetCount], { description: 'The most frequent first.' })
  counts!: FacetCount[];
}
