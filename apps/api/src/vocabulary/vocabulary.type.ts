import type { VocabularyKind } from '#vocabulary';
import { Field, ObjectType } from '@nestjs/graphql';
import { LocalizedText } from '../graphql/coded.type.js';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { VocabularyKindEnum } from '../graphql/enums/vocabulary.js';

@ObjectType({ description: 'An entry of a list of the vocabulary.' })
export class VocabularyEntry {
  @Field(() => VocabularyKindEnum, { description: 'The list to which the entry belongs.' })
  kind!: VocabularyKind;

  @Field(() => String, {
    description: 'The code, as inputs take it. Enums have the names that the schema gives them.',
  })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the same in the enum of the list, such as LEAD_MEDIATOR. Null if the list has no enum.',
  })
  enumName!: string | null;

  @Field(() => String, {
    description: 'The name in the language of the request, otherwise in English.',
  })
  label!: string;

  @Field(() => [LocalizedText], {
    description: 'The name in every language in which there is one.',
  })
  labels!: LocalizedText[];

  @Field(() => [String], { description: 'Other names that imports and searches understand.' })
  aliases!: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'The code of the macrolanguage, containing region or domain. Null if there is none.',
  })
  parent!: string | null;

  @Field(() => [String], {
    description: 'Codes of the member territories of a grouping. Empty for other kinds.',
  })
  members!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'What the entry means. Null if the label says it.',
  })
  definition!: string | null;

  @Field(() => String, { description: 'The source of the list.' })
  source!: string;

  @Field(() => String, {
    description: 'The date of the list, as precisely as its source gives it.',
  })
  asOf!: string;

  @Field(() => Boolean, {
    description: 'True if the published sources differ, so that it should be checked before use.',
  })
  verify!: boolean;
}

@ObjectType({ description: 'An entry on a page of a list, with its cursor.' })
export class VocabularyEdge extends EdgeOf(VocabularyEntry) {}

@ObjectType({ description: 'A page of a list of the vocabulary.' })
export class VocabularyConnection extends ConnectionOf(VocabularyEdge) {}
