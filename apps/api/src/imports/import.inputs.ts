import type { DateOrder } from '#vocabulary';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { RowStatus } from '#imports';
import { DateOrderEnum } from '../graphql/enums/vocabulary.js';
import { ImportRowStatusEnum, NaMeansEnum } from '../graphql/enums/imports.js';
import { PageArgs } from '../graphql/page.js';

// The services check what is written here, and name every problem by its path.

@ArgsType()
export class ImportsArgs extends PageArgs {
  @Field(() => String, { description: 'The slug of the network.' })
  network!: string;
}

@ArgsType()
export class ImportStepArgs {
  @Field(() => ID, { description: 'The id of the import.' })
  id!: string;

  @Field(() => Int, { description: 'The revision of the import that you have read.' })
  revision!: number;
}

@InputType({ description: 'Which rows of an import are wanted. What is absent does not matter.' })
export class ImportRowFilter {
  @Field(() => [ImportRowStatusEnum], {
    nullable: true,
    description: 'Rows of any of these statuses.',
  })
  statuses?: RowStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for rows whose profile is published afterwards, false for the others.',
  })
  published?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for rows by which a consent ends, false for the others.',
  })
  endingConsent?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Rows in which something is wrong with the column of this canonical name.',
  })
  problemIn?: string | null;

  @Field(() => String, { nullable: true, description: 'Rows of this sheet of the workbook.' })
  sheet?: string | null;
}

@ArgsType()
export class ImportRowsArgs extends PageArgs {
  @Field(() => ID, { description: 'The id of the import.' })
  id!: string;

  @Field(() => ImportRowFilter, { nullable: true, description: 'Which rows are wanted.' })
  filter?: ImportRowFilter | null;
}

@InputType({ isAbstract: true })
abstract class ImportEditInput {
  @Field(() => ID, { description: 'The id of the import.' })
  id!: string;

  @Field(() => Int, { description: 'The revision of the import that you have read.' })
  revision!: number;
}

@InputType({ description: 'What a column of the file is.' })
export class ColumnMappingInput {
  @Field(() => String, { description: 'The header of the column in the file.' })
  header!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A canonical name such as `full_name`, one with a language such as `biography:fr`, one with a value such as `languages:French`, or `consent:LISTED,MATCHED`. Null or absent leaves the column out.',
  })
  column?: string | null;
}

@InputType({
  description: 'How the file of an import is to be read. What is absent stays as it is.',
})
export class ImportMappingInput extends ImportEditInput {
  @Field(() => [ColumnMappingInput], {
    nullable: true,
    description:
      'What columns are, in place of what was said before. Columns that are not here are found by their headers and values.',
  })
  columns?: ColumnMappingInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The sheets to read. `all` is every visible one that looks like a list.',
  })
  sheets?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The row of the header, as a spreadsheet counts it, from 1 to 20. 0 if it is to be looked for.',
  })
  headerRow?: number | null;
}

@InputType({ description: 'A text for a column that is not there, or for its empty cells.' })
export class ColumnDefaultInput {
  @Field(() => String, {
    description: 'The canonical name of the column, such as `language_level`.',
  })
  column!: string;

  @Field(() => String, { description: 'The text, as it could stand in a cell.' })
  text!: string;
}

@InputType({
  description: 'What the file of an import does not say. What is absent stays as it is.',
})
export class ImportDefaultsInput extends ImportEditInput {
  @Field(() => [ColumnDefaultInput], {
    nullable: true,
    description: 'Texts for columns that are not there or empty, in place of those before.',
  })
  defaults?: ColumnDefaultInput[] | null;

  @Field(() => DateOrderEnum, {
    nullable: true,
    description:
      'The order in which the file writes days in figures, such as 03/04/2021. Null if it is not said.',
  })
  dateOrder?: DateOrder | null;

  @Field(() => NaMeansEnum, {
    nullable: true,
    description:
      'Whether "NA" is Namibia in this file, or marks what is missing. Null if it is not said.',
  })
  naMeans?: 'Namibia' | 'missing' | null;
}

@InputType({ description: 'A value that is to be read as another wherever it stands in a column.' })
export class ValueFixInput {
  @Field(() => String, { description: 'The canonical name of the column, such as `languages`.' })
  field!: string;

  @Field(() => String, { description: 'The value as it stands in the file.' })
  value!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it means. Null or absent takes an earlier fix back.',
  })
  means?: string | null;
}

@InputType({ description: 'Values that are to be read as others in the whole file.' })
export class ImportValueFixesInput extends ImportEditInput {
  @Field(() => [ValueFixInput], { description: 'The values, 1 to 500 at a time.' })
  fixes!: ValueFixInput[];
}

@InputType({ description: 'A cell that is written anew.' })
export class CellFixInput {
  @Field(() => String, {
    nullable: true,
    description: 'The sheet of the workbook. Absent if only one is read, or the file has none.',
  })
  sheet?: string | null;

  @Field(() => Int, { description: 'The number of the row in the file.' })
  row!: number;

  @Field(() => String, {
    description:
      'The header of the column. A canonical name that the file lacks, such as `external_id`, adds a cell.',
  })
  column!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Which of the columns with that header is meant, from 1. Defaults to 1.',
  })
  nth?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The new text. Null or absent takes an earlier fix back.',
  })
  text?: string | null;
}

@InputType({ description: 'Cells of an import that are written anew.' })
export class ImportCellFixesInput extends ImportEditInput {
  @Field(() => [CellFixInput], { description: 'The cells, 1 to 500 at a time.' })
  fixes!: CellFixInput[];
}

@InputType({ description: 'A row of the file of an import.' })
export class RowPlaceInput {
  @Field(() => String, {
    nullable: true,
    description: 'The sheet of the workbook. Absent if only one is read, or the file has none.',
  })
  sheet?: string | null;

  @Field(() => Int, { description: 'The number of the row in the file.' })
  row!: number;
}

@InputType({ description: 'Rows that are left out of an import, or taken in again.' })
export class SkipImportRowsInput extends ImportEditInput {
  @Field(() => [RowPlaceInput], { description: 'The rows, 1 to 500 at a time.' })
  rows!: RowPlaceInput[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'False takes the rows in again. Defaults to true.',
  })
  skip?: boolean | null;
}
