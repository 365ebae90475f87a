import type { VocabularyKind } from '#vocabulary';
import { Field, ObjectType } from '@nestjs/graphql';
import { LocalizedText } from '../graphql/coded.type.js';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { VocabularyKindEnum } from '../graphql/enums.js';

@ObjectType({ description: 'One entry of a list.' })
export class VocabularyEntry {
  @Field(() => VocabularyKindEnum, { description: 'The list it is in.' })
  kind!: VocabularyKind;

  @Field(() => String, { description: 'As inputs take it; enums have the names of the schema.' })
  code!: string;

  @Field(() => String, { description: 'In the language of the request, else in English.' })
  label!: string;

  @Field(() => [LocalizedText], { description: 'In every language it has a name in.' })
  labels!: LocalizedText[];

  @Field(() => [String], { description: 'Other names that imports understand.' })
  aliases!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Macrolanguage, containing region or domain.',
  })
  parent!: string | null;

  @Field(() => [String], { description: 'Member territories of a grouping.' })
  members!: string[];

  @Field(() => String, { nullable: true, description: 'What it means, where that needs saying.' })
  definition!: string | null;

  @Field(() => String, { description: 'Where the list comes from.' })
  source!: string;

  @Field(() => String, { description: 'Date of the list, as precisely as its source gives it.' })
  asOf!: string;

  @Field(() => Boolean, {
    description: 'The published sources differ: check before relying on it.',
  })
  verify!: boolean;
}

@ObjectType({ description: 'An entry of a page.' })
export class VocabularyEdge extends EdgeOf(VocabularyEntry) {}

@ObjectType({ description: 'A page of a list.' })
export class VocabularyConnection extends ConnectionOf(VocabularyEdge) {}
