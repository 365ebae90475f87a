import type {
  Concept,
  Direction,
  Fit,
  IndicatorLevel,
  ObservationStatus,
  Sharing,
  Unit,
} from '#wps';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LocalizedText } from '../graphql/coded.type.js';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { Day, Instant } from '../graphql/days.scalar.js';
import {
  ConceptEnum,
  DirectionEnum,
  FitEnum,
  IndicatorLevelEnum,
  ObservationStatusEnum,
  SharingEnum,
  UnitEnum,
} from '../graphql/enums/wps.js';
import { Node } from '../graphql/node.type.js';
import { PageArgs } from '../graphql/page.js';
import { resultOf } from '../graphql/refusals.js';
import { WpsActorName } from './actor.type.js';

@ObjectType({ description: 'A set of indicators that somebody asks actors to report by.' })
export class WpsFramework {
  @Field(() => String, { description: 'Its short name, such as `un-1325`.' })
  code!: string;

  @Field(() => String, {
    description: 'Its title in the language of the request, otherwise in English or in another.',
  })
  title!: string;

  @Field(() => String, { description: 'Who publishes and collects it.' })
  publisher!: string;

  @Field(() => String, { description: 'The document that defines it.' })
  source!: string;
}

@ObjectType({
  implements: () => [Node],
  description: 'An indicator of a framework, and the concept that it measures.',
})
export class WpsIndicator extends Node {
  override readonly __typename = 'WpsIndicator';

  @Field(() => String, { description: 'The short name of the framework to which it belongs.' })
  framework!: string;

  @Field(() => String, { description: 'Its number in the framework, such as `11a`.' })
  code!: string;

  @Field(() => String, {
    description: 'What it says in the language of the request, otherwise in English or in another.',
  })
  text!: string;

  @Cost({ items: 2 })
  @Field(() => [LocalizedText], { description: 'What it says in each language that is known.' })
  texts!: LocalizedText[];

  @Field(() => UnitEnum, { description: 'What kind of value it has.' })
  unit!: Unit;

  @Field(() => DirectionEnum, { description: 'Whether more is better, less is, or neither.' })
  direction!: Direction;

  @Field(() => IndicatorLevelEnum, { description: 'For the world, a country or a part of it.' })
  level!: IndicatorLevel;

  @Field(() => ConceptEnum, { description: 'What it measures, in common with other frameworks.' })
  concept!: Concept;

  @Field(() => FitEnum, { description: 'How well it fits that concept.' })
  fit!: Fit;

  @Field(() => String, {
    nullable: true,
    description: 'In what it differs from the concept. Null if it is the same.',
  })
  fitNote!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether its wording was compared with the document of the framework. Also true of words that no document has.',
  })
  checked!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The document with which its wording was compared, the place in it, and where it was read. Null if nobody has said it, or if there is no such document.',
  })
  checkedAgainst!: string | null;

  @Field(() => Day, { nullable: true, description: 'On which day it was compared.' })
  checkedOn!: string | null;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A value of an indicator for an actor in a period. It is never changed: a correction supersedes it.',
})
export class Observation extends Node {
  override readonly __typename = 'Observation';

  @Field(() => WpsActorName, { description: 'The actor that observed it.' })
  actor!: WpsActorName;

  @Field(() => WpsIndicator, { description: 'The indicator by which it was observed.' })
  indicator!: WpsIndicator;

  @Field(() => Day, { description: 'The first day of the period.' })
  from!: string;

  @Field(() => Day, { description: 'The last day of the period.' })
  until!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The value as a decimal number; of a share, from 0 to 1. Null if it is a text.',
  })
  value!: string | null;

  @Field(() => String, { nullable: true, description: 'The value in words, or more about it.' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'The number that is counted of a whole.' })
  numerator!: string | null;

  @Field(() => String, { nullable: true, description: 'The whole of which it is counted.' })
  denominator!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of which part it is told, such as `women aged 15 to 49`. Null for the whole.',
  })
  part!: string | null;

  @Field(() => ObservationStatusEnum, { description: 'How sure the value is.' })
  status!: ObservationStatus;

  @Field(() => String, { description: 'Where the value comes from.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'How it was measured.' })
  methodNote!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the source can be read.' })
  url!: string | null;

  @Field(() => SharingEnum, { description: 'With whom the observation is shared.' })
  sharing!: Sharing;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the observation that it corrects. Null if it corrects none that is shared with you.',
  })
  supersedesId!: string | null;

  @Field(() => Boolean, { description: 'Whether another observation corrects it.' })
  superseded!: boolean;

  @Field(() => Boolean, {
    description:
      'True if it can be about people who suffered violence and has a number below ten: check that nobody can be recognized.',
  })
  hasSmallNumber!: boolean;

  @Field(() => Instant, { description: 'When it was entered, in UTC.' })
  enteredAt!: string;
}

@ObjectType({ description: 'An observation on a page, with its cursor.' })
export class ObservationEdge extends EdgeOf(Observation) {}

@ObjectType({ description: 'A page of observations, in the order in which they were entered.' })
export class ObservationConnection extends ConnectionOf(ObservationEdge) {}

export const ObservationResult = resultOf(Observation);

@ObjectType({
  description: 'What a reader must know of a value that comes from another framework.',
})
export class SheetCaveat {
  @Field(() => WpsIndicator, { description: 'The indicator that differs from its concept.' })
  indicator!: WpsIndicator;

  @Field(() => FitEnum, { description: 'How well it fits the concept.' })
  fit!: Fit;

  @Field(() => String, { nullable: true, description: 'In what it differs from the concept.' })
  note!: string | null;
}

@ObjectType({ description: 'An indicator with the observation that answers it.' })
export class SheetRow {
  @Field(() => WpsIndicator, { description: 'The indicator that is asked about.' })
  indicator!: WpsIndicator;

  @Field(() => Observation, {
    nullable: true,
    description: 'The observation that answers it. Null is a gap, and is to be shown as one.',
  })
  observation!: Observation | null;

  @Cost({ items: 2 })
  @Field(() => [SheetCaveat], {
    description: 'What to say beside the value, if it comes from another framework.',
  })
  caveats!: SheetCaveat[];
}

@ObjectType({
  description: 'What an actor has observed of each indicator of a framework in a period.',
})
export class WpsSheet {
  @Field(() => WpsActorName, { description: 'The actor whose observations these are.' })
  actor!: WpsActorName;

  @Cost({ items: 40 })
  @Field(() => [SheetRow], { description: 'A row for each indicator, in the framework’s order.' })
  rows!: SheetRow[];

  @Field(() => Int, { description: 'How many indicators have no observation.' })
  gaps!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The office that owes what is missing: that of the focal point of today. Null if none is shared with you.',
  })
  gapsOwedBy!: string | null;
}

@ArgsType()
export class WpsSheetArgs {
  @Field(() => String, { description: 'The code of the actor, such as `NA`.' })
  actor!: string;

  @Field(() => String, { description: 'The short name of the framework, such as `un-1325`.' })
  framework!: string;

  @Field(() => Day, { description: 'The first day on which a period of observation may end.' })
  from!: string;

  @Field(() => Day, { description: 'The last day on which a period of observation may end.' })
  until!: string;
}

@ArgsType()
export class ObservationsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'The code of an actor: only what it observed.',
  })
  actor?: string | null;

  @Field(() => ConceptEnum, {
    nullable: true,
    description: 'Only observations by indicators of this concept.',
  })
  concept?: Concept | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True adds observations that were corrected.',
  })
  superseded!: boolean;
}

@InputType({ description: 'An observation of your actor.' })
export class RecordObservationInput {
  @Field(() => String, { description: 'The code of the actor that observed it.' })
  actor!: string;

  @Field(() => ID, { description: 'The id of the indicator by which it was observed.' })
  indicator!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the observation that it corrects, if it corrects one.',
  })
  supersedes?: string | null;

  @Field(() => Day, { description: 'The first day of the period.' })
  from!: string;

  @Field(() => Day, { description: 'The last day of the period.' })
  until!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The value as a decimal number, such as `0.215`; of a share, from 0 to 1.',
  })
  value?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The value in words, or more about it, at most 2,000 characters.',
  })
  text?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number that is counted of a whole. Goes with `denominator`.',
  })
  numerator?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The whole of which it is counted. Goes with `numerator`.',
  })
  denominator?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of which part it is told, at most 200 characters. Leave it out for the whole.',
  })
  part?: string | null;

  @Field(() => ObservationStatusEnum, { description: 'How sure the value is.' })
  status!: ObservationStatus;

  @Field(() => String, { description: 'Where the value comes from, at most 500 characters.' })
  source!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How it was measured, at most 2,000 characters.',
  })
  methodNote?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the source can be read: an address that begins with https://.',
  })
  url?: string | null;

  @Field(() => SharingEnum, {
    defaultValue: 'own',
    description: 'With whom the observation is shared.',
  })
  sharing!: Sharing;
}
