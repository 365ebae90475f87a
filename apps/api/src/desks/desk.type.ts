import type { DeskDuty } from '#introductions';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DeskDutyEnum } from '../introductions/introduction.enums.js';
import { WeekdayEnum, type Weekday } from '../graphql/enums/curation.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'When and where the desk of a network answers.' })
export class DeskStatement {
  @Field(() => String, {
    description: 'How the desk is reached, in the words of the network.',
  })
  address!: string;

  @Field(() => String, {
    description: 'The time zone of the desk, as the IANA database names it: `Africa/Nairobi`.',
  })
  timeZone!: string;

  @Field(() => [WeekdayEnum], { description: 'The days on which the desk works.' })
  workingDays!: Weekday[];

  @Field(() => String, { description: 'When it opens, in its time zone: `09:00`.' })
  opens!: string;

  @Field(() => String, { description: 'When it closes, in its time zone: `17:00`.' })
  closes!: string;

  @Field(() => [String], {
    description: 'The languages in which it answers, as BCP 47 codes.',
  })
  languages!: string[];
}

@ObjectType({ description: 'A coordinator of the network, with her duties at its desk.' })
export class DeskPerson {
  @Field(() => ID, { description: 'The id of her account. Pass it to `appointToDesk`.' })
  accountId!: string;

  @Field(() => String, { description: 'Her name, as her account has it.' })
  name!: string;

  @Field(() => [DeskDutyEnum], { description: 'Her duties. Empty if she has none.' })
  duties!: DeskDuty[];
}

@ObjectType({
  implements: () => [Node],
  description: 'The desk of a network: it handles requests to meet the mediators of the network.',
})
export class NetworkDesk extends Node {
  override readonly __typename = 'NetworkDesk';

  /** For the loader of `network`. */
  networkId!: string;

  @Field(() => DeskStatement, {
    nullable: true,
    description:
      'What the network states of its desk. Null if it states nothing: then it is taken to work from Monday to Friday, 09:00 to 17:00 UTC.',
  })
  statement!: DeskStatement | null;

  @Field(() => [DeskPerson], {
    nullable: true,
    description:
      'The coordinators of the network. Shown to themselves and to administrators, null to organizers.',
  })
  people!: DeskPerson[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of the present revision of the statement. Pass it to `stateDesk`, which is refused if something has changed since. Null if nothing is stated.',
  })
  revision!: number | null;
}

export const NetworkDeskResult = resultOf(NetworkDesk);
