import { FACET_NAMES, type FacetName, type SearchSort } from '#search';
import { ArgsType, Field, ObjectType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Cost } from '../graphql/cost/field-cost.js';
import { FacetNameEnum, SearchSortEnum } from '../graphql/enums/matching.js';
import { PageArgs } from '../graphql/page.js';
import { MediatorFilter } from './mediator-filter.input.js';
import { MaxCharacters } from '../graphql/max-characters.js';

@ArgsType()
export class MediatorsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words to look for, at most 200 characters, in any script. Accents and small typing errors do not matter. Every word must be found; the last one may be the beginning of a word.',
  })
  @IsOptional()
  @MaxCharacters(200)
  search?: string | null;

  @Field(() => MediatorFilter, {
    nullable: true,
    description: 'Which mediators to find. Finds all if absent.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => MediatorFilter)
  filter?: MediatorFilter | null;

  @Field(() => SearchSortEnum, {
    nullable: true,
    description: 'The order of the result. Defaults to RELEVANCE.',
  })
  @IsOptional()
  sort?: SearchSort | null;

  @Field(() => [FacetNameEnum], {
    nullable: true,
    description: 'For which fields to count values in `facets`.',
  })
  @IsOptional()
  @ArrayMaxSize(FACET_NAMES.length)
  facets?: FacetName[] | null;
}

@ObjectType({ description: 'How many of the mediators that were found have a value.' })
export class FacetCount {
  @Field(() => String, { description: 'The value, as the filter takes it.' })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  label!: string;

  @Field(() => Boolean, {
    description:
      'Whether it stands for several values: a region or grouping of countries in TERRITORIES. False in other fields.',
  })
  group!: boolean;

  @Field(() => Int, {
    description: 'How many mediators would be found if the value were added to the filter.',
  })
  count!: number;
}

@ObjectType({
  description: 'How often each value of one field occurs among the mediators that were found.',
})
export class Facet {
  @Field(() => FacetNameEnum, { description: 'The field whose values were counted.' })
  name!: FacetName;

  @Cost({ items: 50 })
  @Field(() => [FacetCount], {
    description:
      'The values and their counts, the most frequent first; values of the filter that nobody has follow with 0. The world, which holds all territories, is left out.',
  })
  counts!: FacetCount[];
}
