import type { MeetingKind } from '#wps';
import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LocalizedText } from '../graphql/coded.type.js';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Day } from '../graphql/days.scalar.js';
import { MeetingKindEnum } from '../graphql/enums/wps.js';
import { Node } from '../graphql/node.type.js';
import { PageArgs } from '../graphql/page.js';
import { LocalizedTextInput } from '../graphql/profile-values.input.js';
import { resultOf } from '../graphql/refusals.js';
import { WpsActorName } from './actor.type.js';

@ObjectType({ description: 'A communiqué, a summary or another text that belongs to a meeting.' })
export class MeetingDocument {
  @Field(() => String, { description: 'What the document is called.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its symbol of the United Nations, such as `A/72/926-S/2018/669`.',
  })
  symbol!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it can be read.' })
  url!: string | null;
}

@ObjectType({
  implements: () => [Node],
  description: 'A meeting of a network or a regional organization on women, peace and security.',
})
export class WpsMeeting extends Node {
  override readonly __typename = 'WpsMeeting';

  @Field(() => String, { description: 'A slug, such as `berlin-2018`.' })
  code!: string;

  @Field(() => WpsActorName, { description: 'The network or regional organization that meets.' })
  grouping!: WpsActorName;

  @Field(() => MeetingKindEnum, { description: 'What kind of meeting it is.' })
  kind!: MeetingKind;

  @Field(() => Day, { description: 'The day on which it begins.' })
  from!: string;

  @Field(() => Day, { description: 'The day on which it ends.' })
  until!: string;

  @Field(() => String, { description: 'Where it takes place.' })
  place!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Its theme in the language of the request, otherwise in English or in another. Null if none is known.',
  })
  theme!: string | null;

  @Field(() => [LocalizedText], { description: 'Its theme in each language that is known.' })
  themes!: LocalizedText[];

  @Field(() => [MeetingDocument], {
    description: 'What was decided, sent out or written down about it.',
  })
  documents!: MeetingDocument[];

  @Field(() => [WpsActorName], { description: 'The actors that host it.' })
  hosts!: WpsActorName[];

  @Field(() => [WpsActorName], {
    description: 'Who else was there. Empty if the list is not known.',
  })
  participants!: WpsActorName[];

  @Field(() => String, { description: 'The document that says so.' })
  source!: string;

  @Field(() => String, {
    description:
      'The path of the page with the papers for it: commitments and the sheets of participants. Also with `.pdf`, `.docx` or `.csv` at its end.',
  })
  packPath!: string;

  @Field(() => Int, {
    description: 'The number of the present revision. Pass it to `saveWpsMeeting`.',
  })
  revision!: number;
}

@ObjectType({ description: 'A meeting on a page, with its cursor.' })
export class WpsMeetingEdge extends EdgeOf(WpsMeeting) {}

@ObjectType({ description: 'A page of meetings, in the order of their codes.' })
export class WpsMeetingConnection extends ConnectionOf(WpsMeetingEdge) {}

export const WpsMeetingResult = resultOf(WpsMeeting);

@ArgsType()
export class WpsMeetingsArgs extends PageArgs {
  @Field(() => [MeetingKindEnum], {
    nullable: true,
    description: 'Only meetings of these kinds. All if absent.',
  })
  kinds?: MeetingKind[] | null;
}

@InputType({ description: 'A communiqué, a summary or another text that belongs to a meeting.' })
export class MeetingDocumentInput {
  @Field(() => String, { description: 'Its title, at most 500 characters.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its symbol of the United Nations, at most 100 characters.',
  })
  symbol?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it can be read: an address that begins with https://.',
  })
  url?: string | null;
}

@InputType({ description: 'A meeting with everyone who was there.' })
export class SaveWpsMeetingInput {
  @Field(() => String, {
    description:
      'A slug, such as `berlin-2018`: lower-case letters, digits and single hyphens, at most 64.',
  })
  code!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The revision that you read. Without one, the meeting is new. If it has changed since, the answer is Conflict.',
  })
  revision?: number | null;

  @Field(() => String, {
    description: 'The code of the network or regional organization that meets.',
  })
  grouping!: string;

  @Field(() => MeetingKindEnum, { description: 'What kind of meeting it is.' })
  kind!: MeetingKind;

  @Field(() => Day, { description: 'The day on which it begins.' })
  from!: string;

  @Field(() => Day, { description: 'The day on which it ends.' })
  until!: string;

  @Field(() => String, { description: 'Where it takes place, at most 200 characters.' })
  place!: string;

  @Field(() => [LocalizedTextInput], {
    defaultValue: [],
    description: 'Its theme, at most 500 characters in each language.',
  })
  themes!: LocalizedTextInput[];

  @Field(() => [MeetingDocumentInput], {
    defaultValue: [],
    description: 'Its documents, at most 20.',
  })
  documents!: MeetingDocumentInput[];

  @Field(() => [String], { defaultValue: [], description: 'Codes of the actors that host it.' })
  hosts!: string[];

  @Field(() => [String], {
    defaultValue: [],
    description: 'Codes of the other actors that were there.',
  })
  participants!: string[];

  @Field(() => String, {
    description: 'The document that says so, at most 500 characters.',
  })
  source!: string;
}
