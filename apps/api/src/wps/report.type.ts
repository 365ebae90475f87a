import type { CellKind, ReportState, Rhythm, Sharing } from '#wps';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalizedText } from '../graphql/coded.type.js';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { Day, Instant } from '../graphql/days.scalar.js';
import {
  FormCellKindEnum,
  ReportStateEnum,
  RhythmEnum,
  SharingEnum,
} from '../graphql/enums/wps.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';
import { WpsActorName } from './actor.type.js';

@ObjectType({ description: 'A place of a form that is filled.' })
export class WpsFormCell {
  @Field(() => String, { description: 'Its short name, unique in the form.' })
  code!: string;

  @Field(() => FormCellKindEnum, { description: 'What fills this place of the form.' })
  kind!: CellKind;

  @Field(() => String, {
    nullable: true,
    description:
      'Of what: an indicator such as `un-1325/11a`, a framework, a concept, a list of records or a metric. Null for words of the actor.',
  })
  of!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the form asks, in the language of the request. Null if its subject says it.',
  })
  label!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How it is to be filled, in the language of the request.',
  })
  note!: string | null;
}

@ObjectType({ description: 'A part of a form with its places.' })
export class WpsFormSection {
  @Field(() => String, { description: 'Its title in the language of the request.' })
  title!: string;

  @Field(() => [WpsFormCell], { description: 'Its places, in their order.' })
  cells!: WpsFormCell[];
}

@ObjectType({
  implements: () => [Node],
  description: 'A form by which actors report, in one version.',
})
export class WpsForm extends Node {
  override readonly __typename = 'WpsForm';

  @Field(() => String, { description: 'Its short name, such as `f1-plan-progress`.' })
  code!: string;

  @Field(() => Int, {
    description: 'Its version. A report stays with the version it was begun by.',
  })
  version!: number;

  @Field(() => String, { description: 'Its title in the language of the request.' })
  title!: string;

  @Field(() => String, { description: 'Who asks for reports by it.' })
  publisher!: string;

  @Field(() => RhythmEnum, { description: 'How often a report by it is due.' })
  rhythm!: Rhythm;

  @Field(() => String, { description: 'The document that asks for it.' })
  source!: string;

  @Field(() => Boolean, {
    description:
      'Whether the form was compared with that document. Also true of a form that no document prescribes.',
  })
  checked!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The document with which it was compared, the place in it, and where it was read. Null if nobody has said it, or if there is no such document.',
  })
  checkedAgainst!: string | null;

  @Field(() => Day, { nullable: true, description: 'On which day it was compared.' })
  checkedOn!: string | null;

  @Cost({ items: 8 })
  @Field(() => [WpsFormSection], { description: 'Its parts, in their order.' })
  sections!: WpsFormSection[];
}

@ObjectType({ description: 'Words of an actor that fill a place of a form.' })
export class WpsReportAnswer {
  @Field(() => String, { description: 'The short name of the place.' })
  cell!: string;

  @Field(() => [LocalizedText], { description: 'The words, by language.' })
  texts!: LocalizedText[];
}

@ObjectType({ description: 'A table of a report, in words of the language of the request.' })
export class WpsReportTable {
  @Field(() => [String], { description: 'The names of its columns.' })
  columns!: readonly string[];

  @Field(() => [[String]], { description: 'Its rows, a text for each column, which may be empty.' })
  rows!: readonly (readonly string[])[];
}

@ObjectType({ description: 'A filled place of a report, in words of the language of the request.' })
export class WpsReportCell {
  @Field(() => String, { description: 'The short name of the place in the form.' })
  code!: string;

  @Field(() => String, { description: 'What the form asks for in this place.' })
  title!: string;

  @Field(() => [String], { description: 'What is said of it: definitions, and what is withheld.' })
  notes!: readonly string[];

  @Field(() => WpsReportTable, {
    nullable: true,
    description: 'Its figures or records. Null if it holds words, or nothing is recorded.',
  })
  table!: WpsReportTable | null;

  @Field(() => [String], { description: 'Its words, its caveats, or what is missing.' })
  lines!: readonly string[];

  @Field(() => Int, {
    description: 'How much is missing: of figures each indicator without a value, of all else one.',
  })
  gaps!: number;
}

@ObjectType({ description: 'A part of a report, as the form orders them.' })
export class WpsReportSection {
  @Field(() => String, { description: 'What this part is called in the form.' })
  title!: string;

  @Field(() => [WpsReportCell], { description: 'Its places, in the order of the form.' })
  cells!: readonly WpsReportCell[];
}

@ObjectType({
  description:
    'What a report says, in words of the language of the request: as it was submitted, or as of now while it is prepared.',
})
export class WpsReportContent {
  @Field(() => String, { description: 'The title of the form and the name of the actor.' })
  title!: string;

  @Field(() => [String], {
    description: 'Of which days it is, by which form, how far it has come and how much is missing.',
  })
  head!: readonly string[];

  @Field(() => [WpsReportSection], { description: 'Its parts, in the order of the form.' })
  sections!: readonly WpsReportSection[];

  @Field(() => Int, { description: 'How many of its places are empty.' })
  gaps!: number;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A report of an actor by a form, for a period. It holds records that are shared at least as widely as itself.',
})
export class WpsReport extends Node {
  override readonly __typename = 'WpsReport';

  @Field(() => WpsActorName, { description: 'The actor that reports.' })
  actor!: WpsActorName;

  @Field(() => WpsForm, { description: 'The form by which it reports.' })
  form!: WpsForm;

  @Field(() => Day, { description: 'The first day of the period.' })
  from!: string;

  @Field(() => Day, { description: 'The last day of the period.' })
  until!: string;

  @Field(() => ReportStateEnum, { description: 'How far it has come.' })
  state!: ReportState;

  @Cost({ items: 10 })
  @Field(() => [WpsReportAnswer], {
    description: 'The words of the actor, by the place they fill.',
  })
  answers!: WpsReportAnswer[];

  @Field(() => SharingEnum, {
    description: 'With whom it is shared once it is submitted, and so which records it may hold.',
  })
  sharing!: Sharing;

  @Cost({ items: 5 })
  @Field(() => [WpsActorName], {
    description: 'Actors that are consulted. Their people read it from the consultation on.',
  })
  consulted!: WpsActorName[];

  @Field(() => String, { nullable: true, description: 'The body that receives it.' })
  submittedTo!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was submitted. Null before.' })
  submittedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of its JSON file, as hexadecimal digits. Null until it is submitted.',
  })
  hash!: string | null;

  @Field(() => String, {
    description:
      'The path of its page. The same with `.pdf`, `.docx`, `.csv` or `.json` is a file; `?lang=` chooses the language.',
  })
  path!: string;

  @Field(() => Int, { description: 'The number of the present revision, for the next change.' })
  revision!: number;
}

@ObjectType({ description: 'A report on a page, with its cursor.' })
export class WpsReportEdge extends EdgeOf(WpsReport) {}

@ObjectType({ description: 'A page of reports, in the order in which they were begun.' })
export class WpsReportConnection extends ConnectionOf(WpsReportEdge) {}

export const WpsReportResult = resultOf(WpsReport);

@ObjectType({
  implements: () => [Node],
  description: 'What an actor that is consulted says of a report. It is printed with the report.',
})
export class WpsReportComment extends Node {
  override readonly __typename = 'WpsReportComment';

  @Field(() => ID, { description: 'Of which report the actor speaks.' })
  reportId!: string;

  @Field(() => WpsActorName, { description: 'The actor whose people say it.' })
  by!: WpsActorName;

  @Field(() => String, {
    nullable: true,
    description: 'The short name of the place of which it speaks. Null for the whole report.',
  })
  cell!: string | null;

  @Field(() => String, { description: 'What the people of that actor say of the report.' })
  words!: string;

  @Field(() => SharingEnum, {
    description:
      'With whom the report was shared when it was written. If it is shared with more people now, those do not read the comment, and it is not printed.',
  })
  sharing!: Sharing;

  @Field(() => Instant, { description: 'When it was written.' })
  writtenAt!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What the actor of the report answers. If the report is shared with more people than when it was answered, those do not read it, and it is not printed.',
  })
  answer!: string | null;

  @Field(() => Int, { description: 'The number of the present revision, for the answer.' })
  revision!: number;
}

@ObjectType({ description: 'A comment on a page, with its cursor.' })
export class WpsReportCommentEdge extends EdgeOf(WpsReportComment) {}

@ObjectType({ description: 'A page of comments, in the order in which they were written.' })
export class WpsReportCommentConnection extends ConnectionOf(WpsReportCommentEdge) {}

export const WpsReportCommentResult = resultOf(WpsReportComment);
