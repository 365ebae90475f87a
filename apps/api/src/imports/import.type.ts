import type { ImportField, ImportFormat } from '#directory';
import type { ImportState } from '#imports';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Instant } from '../graphql/days.scalar.js';
import { ColumnEvidenceEnum, ImportStateEnum } from '../graphql/enums/imports.js';
import { ImportFormatEnum } from '../graphql/enums/directory.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'How many rows of an uploaded list there are of each kind.' })
export class ImportCounts {
  @Field(() => Int, { description: 'All rows behind the header.' })
  rows!: number;

  @Field(() => Int, { description: 'Rows of women who are not on the network’s list yet.' })
  new!: number;

  @Field(() => Int, { description: 'Rows that say something new of a woman on the list.' })
  changed!: number;

  @Field(() => Int, { description: 'Rows that say what the network says already.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Rows that are not accepted as they are.' })
  rejected!: number;

  @Field(() => Int, { description: 'Rows that the coordinator left out.' })
  skipped!: number;

  @Field(() => Int, {
    description: 'Further rows about a woman, each put together with the first about her.',
  })
  joined!: number;

  @Field(() => Int, { description: 'Rows that were applied and made a new profile.' })
  created!: number;

  @Field(() => Int, { description: 'Rows that were applied and changed a profile.' })
  updated!: number;

  @Field(() => Int, {
    description:
      'Rows that were not applied because somebody changed the profile after the preview.',
  })
  conflicts!: number;

  @Field(() => Int, { description: 'Rows that were undone.' })
  undone!: number;

  @Field(() => Int, {
    description:
      'Rows that could not be undone because somebody changed the profile after the import.',
  })
  kept!: number;

  @Field(() => Int, { description: 'New and changed rows whose profile is published afterwards.' })
  published!: number;

  @Field(() => Int, { description: 'Rows by which a consent ends.' })
  endingConsent!: number;
}

@ObjectType({ description: 'A column of an uploaded list, and what it is taken for.' })
export class ImportColumn {
  @Field(() => String, {
    nullable: true,
    description: 'The sheet of the workbook. Null if the file has no sheets.',
  })
  sheet!: string | null;

  @Field(() => String, {
    description:
      'The letter of the column, as a spreadsheet shows it. Empty for "Sheet name" and "Section title", as which the names of several sheets and the titles within the list are read.',
  })
  place!: string;

  @Field(() => String, { description: 'The header of the column in the file.' })
  header!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The canonical name of the column, such as `languages` (see docs/import.md). Null if the column is not read.',
  })
  field!: ImportField | null;

  @Field(() => String, {
    nullable: true,
    description: 'The language of the texts in the column. Null for a column of no language.',
  })
  language!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The value that a mark in the column states, such as "French". Null otherwise.',
  })
  value!: string | null;

  @Field(() => [String], {
    description: 'The purposes to which a yes in the column consents. Empty for other columns.',
  })
  purposes!: readonly string[];

  @Field(() => ColumnEvidenceEnum, {
    nullable: true,
    description: 'How it was found out what the column is. Null if the column is not read.',
  })
  evidence!: string | null;

  @Field(() => Float, {
    description:
      'How sure that is, from 0 to 1: 1 for what the coordinator said or the header names, less where values tell it.',
  })
  confidence!: number;

  @Field(() => [String], {
    description:
      'Up to three values of the column. Empty for contact data, and for a column that is not read, unless you uploaded the file.',
  })
  samples!: readonly string[];
}

@ObjectType({ description: 'The row of the header on a sheet.' })
export class ImportHeader {
  @Field(() => String, {
    nullable: true,
    description: 'The sheet of the workbook. Null if the file has no sheets.',
  })
  sheet!: string | null;

  @Field(() => Int, { description: 'The number of the row, as a spreadsheet counts it.' })
  row!: number;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A list that was uploaded for a network with `POST /imports`. It is checked in the background after each edit: ask for it until `state` is CHECKED.',
})
export class Import extends Node {
  override readonly __typename = 'Import';

  @Field(() => String, { description: 'The name of the file, without its folders.' })
  fileName!: string;

  @Field(() => ImportFormatEnum, {
    description: 'The format, as the content of the file tells it.',
  })
  format!: ImportFormat;

  @Field(() => Int, { description: 'The size of the file in bytes.' })
  size!: number;

  @Field(() => ImportStateEnum, { description: 'The present state of the import.' })
  state!: ImportState;

  @Field(() => Int, {
    description:
      'The number of the present revision. Pass it to an edit, which is refused if the import has changed since.',
  })
  revision!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'What must be settled before the file can be read, or why it failed, in a sentence in the language of the request. Null if nothing stands in the way.',
  })
  problem!: string | null;

  @Field(() => Int, {
    description: 'How many rows the job at work has been through. `counts.rows` is the whole.',
  })
  progress!: number;

  @Field(() => ImportCounts, {
    nullable: true,
    description: 'How many rows there are of each kind. Null until the file has been checked.',
  })
  counts!: ImportCounts | null;

  @Field(() => [String], {
    description: 'The visible sheets of the workbook that look like lists.',
  })
  availableSheets!: readonly string[];

  @Field(() => [String], {
    description: 'The sheets that are read. Empty if none was named: then the only list is read.',
  })
  sheets!: readonly string[];

  @Field(() => [ImportHeader], { description: 'Where the header of each sheet that is read is.' })
  headers!: readonly ImportHeader[];

  @Field(() => [ImportColumn], {
    description: 'The columns of the file. Empty for JSON Lines, and once the import is applied.',
  })
  columns!: readonly ImportColumn[];

  @Field(() => String, {
    description:
      'The mapping as the text of a mapping file, which the command `baraza import --mapping` takes.',
  })
  mappingFile!: string;

  @Field(() => Boolean, {
    description: 'True if the file is read as the network’s last list of this shape was.',
  })
  remembered!: boolean;

  @Field(() => Boolean, { description: 'True if you uploaded the file yourself.' })
  own!: boolean;

  @Field(() => Instant, { description: 'When the file was uploaded, in UTC.' })
  uploadedAt!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'When the file was last checked, in UTC. Null if it was not yet.',
  })
  checkedAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When the import was applied, in UTC. Null if it was not.',
  })
  appliedAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When the import was undone, in UTC. Null if it was not.',
  })
  undoneAt!: string | null;

  @Field(() => Instant, {
    description: 'When the file and all that is kept of it are removed, in UTC.',
  })
  expiresAt!: string;
}

@ObjectType({ description: 'An import on a page, with its cursor.' })
export class ImportEdge extends EdgeOf(Import) {}

@ObjectType({ description: 'A page of the imports of a network.' })
export class ImportConnection extends ConnectionOf(ImportEdge) {}

export const ImportResult = resultOf(Import);

@ObjectType({ description: 'A value that is not understood, and in how many rows it stands.' })
export class UnknownImportValue {
  @Field(() => String, { description: 'The canonical name of the column.' })
  field!: string;

  @Field(() => String, { description: 'The header of the column in the file.' })
  column!: string;

  @Field(() => String, {
    description:
      'The value as it stands in the file. Where only the name beside a level is not understood, or only the level, that part.',
  })
  value!: string;

  @Field(() => String, {
    description: 'Why it is not understood, in a sentence in the language of the request.',
  })
  reason!: string;

  @Field(() => String, {
    description: 'What was probably meant. Empty if nothing is close.',
  })
  suggestion!: string;

  @Field(() => [String], {
    description:
      'What was probably meant, one by one, the likeliest first. Pass one to `fixImportValue`.',
  })
  suggestions!: readonly string[];

  @Field(() => Int, { description: 'How many times it stands in the file.' })
  rows!: number;
}

@ObjectType({ description: 'What a coordinator must know of an import beside its rows.' })
export class ImportReport {
  @Field(() => ID, { description: 'The id of the import that the report is about.' })
  importId!: string;

  @Field(() => ImportCounts, {
    nullable: true,
    description: 'How many rows there are of each kind. Null until the file has been checked.',
  })
  counts!: ImportCounts | null;

  @Field(() => [String], {
    description:
      'What was left out of the file, in sentences in the language of the request, such as a column that is not understood.',
  })
  leftOut!: readonly string[];

  @Field(() => [String], {
    description: 'What else must be known of how the file was read, in sentences.',
  })
  noted!: readonly string[];

  @Field(() => [UnknownImportValue], {
    description:
      'Values that are not understood, the most frequent first, at most 200. Pass one to `fixImportValue` to settle it for the whole file.',
  })
  unknownValues!: readonly UnknownImportValue[];
}
