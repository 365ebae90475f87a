import type { ProfileState } from '#directory';
import type { RowStatus } from '#imports';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { ConsentPurposeEnum, ProfileStateEnum } from '../graphql/enums/directory.js';
import { ImportRowStatusEnum } from '../graphql/enums/imports.js';

@ObjectType({ description: 'A cell of an uploaded list, as it stands there and as it was read.' })
export class ImportCell {
  @Field(() => String, { description: 'The header of the column in the file.' })
  column!: string;

  @Field(() => Int, { description: 'Which of the columns with that header it is, from 1.' })
  nth!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The canonical name of the column. Null if the column is not read.',
  })
  field!: string | null;

  @Field(() => Boolean, { description: 'True if the column holds contact or security data.' })
  private!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The value in the file. Null for contact and security data, unless you uploaded the file.',
  })
  raw!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the cell was mended to. Null if it was not mended.',
  })
  fixed!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the cell was understood to say, in the language of the request. Null if it was not understood.',
  })
  read!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is not accepted, in a sentence. Null if nothing is wrong with it.',
  })
  problem!: string | null;

  @Field(() => [String], {
    description:
      'What the cell should perhaps say, the likeliest first. Pass one to `fixImportCell`.',
  })
  suggestions!: readonly string[];
}

@ObjectType({
  description: 'What the network says of a woman in one column, before and after a row.',
})
export class ImportRowChange {
  @Field(() => String, { description: 'The canonical name of the column.' })
  field!: string;

  @Field(() => String, { description: 'What the network says now. Empty if it says nothing.' })
  before!: string;

  @Field(() => String, { description: 'What it would say. Empty if it would say nothing.' })
  after!: string;
}

@ObjectType({ description: 'A row of an uploaded list, and what it does.' })
export class ImportRow {
  @Field(() => String, {
    nullable: true,
    description: 'The sheet of the workbook. Null if only one is read, or the file has none.',
  })
  sheet!: string | null;

  @Field(() => Int, {
    description: 'The number of the row in the file, as a spreadsheet counts it.',
  })
  row!: number;

  @Field(() => ImportRowStatusEnum, { description: 'What the row does, or has done.' })
  status!: RowStatus;

  @Field(() => [ImportCell], {
    description:
      'The cells of the columns that are read, in the order of the file. Empty once the import is applied.',
  })
  cells!: readonly ImportCell[];

  @Field(() => [String], {
    description:
      'What is wrong with the row as a whole, why it was not applied, or why it was not undone, in sentences.',
  })
  problems!: readonly string[];

  @Field(() => [ImportRowChange], {
    description: 'What becomes different in the profile, column by column.',
  })
  changes!: readonly ImportRowChange[];

  @Field(() => [String], {
    description: 'The columns of contact data that become different, without their values.',
  })
  contactChanges!: readonly string[];

  @Field(() => [ConsentPurposeEnum], { description: 'Purposes to which she newly consents.' })
  consentsGiven!: readonly string[];

  @Field(() => [ConsentPurposeEnum], {
    description: 'Purposes of which the consent ends, because the list does not state it any more.',
  })
  consentsEnding!: readonly string[];

  @Field(() => ProfileStateEnum, {
    nullable: true,
    description: 'The state of the profile now. Null for a woman who is new.',
  })
  stateBefore!: ProfileState | null;

  @Field(() => ProfileStateEnum, {
    nullable: true,
    description: 'The state of the profile afterwards. Null if the row changes nothing.',
  })
  stateAfter!: ProfileState | null;

  @Field(() => [String], {
    description:
      'Why the profile will not be shown, each as half a sentence in the language of the request. Empty if it will be published.',
  })
  unpublishedBecause!: readonly string[];

  @Field(() => ID, {
    nullable: true,
    description: 'The id of her profile. Null for a woman who is new, and for a rejected row.',
  })
  profileId!: string | null;
}

@ObjectType({ description: 'A row on a page, with its cursor.' })
export class ImportRowEdge extends EdgeOf(ImportRow) {}

@ObjectType({ description: 'A page of the rows of an import.' })
export class ImportRowConnection extends ConnectionOf(ImportRowEdge) {}
