import type { CallState } from '#applications';
import type { Locale } from '#vocabulary';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalizedText } from '../graphql/coded.type.js';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Day, Instant } from '../graphql/days.scalar.js';
import { CallStateEnum } from '../graphql/enums/curation.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({
  implements: () => [Node],
  description: 'A call of a network for new members, with a page by which women apply themselves.',
})
export class Call extends Node {
  override readonly __typename = 'Call';

  /** For the loader of `network`, and for `pageUrl`. */
  networkId!: string;
  /** The key; `pageUrl` has it as it is. */
  key!: string;

  @Field(() => CallStateEnum, { description: 'Whether the call is a draft, open or closed.' })
  state!: CallState;

  @Field(() => String, {
    description: 'The title in the language of the request, otherwise in English or in another.',
  })
  title!: string;

  @Field(() => [LocalizedText], { description: 'The title in each language of the call.' })
  titles!: LocalizedText[];

  @Field(() => [LocalizedText], {
    description: 'Whom the network looks for, in each language of the call.',
  })
  criteria!: LocalizedText[];

  @Field(() => [LocaleEnum], {
    description: 'The languages in which the page of the call is offered.',
  })
  languages!: Locale[];

  @Field(() => Day, { description: 'The first day on which the page takes applications, in UTC.' })
  opensOn!: string;

  @Field(() => Day, {
    nullable: true,
    description: 'The last day on which the page takes applications. Null if there is none.',
  })
  closesOn!: string | null;

  @Field(() => Instant, { description: 'When the call was created, in UTC.' })
  createdAt!: string;

  @Field(() => Int, {
    description:
      'The number of the present revision. Pass it to an edit, which is refused if the call has changed since.',
  })
  revision!: number;
}

@ObjectType({ description: 'A call on a page, with its cursor.' })
export class CallEdge extends EdgeOf(Call) {}

@ObjectType({ description: 'A page of calls of a network, the oldest first.' })
export class CallConnection extends ConnectionOf(CallEdge) {}

export const CallResult = resultOf(Call);
