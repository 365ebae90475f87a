import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Area, LocalizedText } from '../graphql/coded.type.js';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({
  implements: () => [Node],
  description: 'A network of women mediators, or a pool within one.',
})
export class Network extends Node {
  override readonly __typename = 'Network';

  /** For the loader of `parent`. */
  parentId!: string | null;

  @Field(() => String, { description: 'A short name that never changes.' })
  slug!: string;

  @Field(() => String, {
    description: 'The name in the language of the request, otherwise in English.',
  })
  name!: string;

  @Field(() => [LocalizedText], {
    description: 'The name in every language in which there is one.',
  })
  names!: LocalizedText[];

  @Field(() => String, {
    nullable: true,
    description:
      'What the network is, in the language of the request, otherwise in English. Null if it is not stated.',
  })
  description!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Whom the network admits, in the language of the request, otherwise in English. Null if it is not stated.',
  })
  admissionCriteria!: string | null;

  @Field(() => [LocalizedText], {
    description: 'The description in every language in which there is one.',
  })
  descriptions!: LocalizedText[];

  @Field(() => [LocalizedText], {
    description: 'Whom the network admits, in every language in which it says so.',
  })
  admissionTexts!: LocalizedText[];

  @Field(() => [Area], { description: 'The territories, regions or groupings in which it works.' })
  territories!: Area[];

  @Field(() => String, {
    nullable: true,
    description: 'The address of its public website. Null if it has none.',
  })
  website!: string | null;

  @Field(() => Boolean, {
    description: 'True if the network belongs to the demo and its mediators do not exist.',
  })
  fictional!: boolean;

  @Field(() => Boolean, { description: 'True if the network is no longer active.' })
  archived!: boolean;

  @Field(() => Boolean, {
    description:
      'True if nobody in the network verifies a profile that she submitted or edited last herself.',
  })
  fourEyes!: boolean;

  @Field(() => Int, {
    description:
      'The number of the present revision. Pass it to an edit, which is refused if the network has changed since.',
  })
  revision!: number;
}

@ObjectType({ description: 'A network on a page, with its cursor.' })
export class NetworkEdge extends EdgeOf(Network) {}

@ObjectType({ description: 'A page of networks, in the order of their slugs.' })
export class NetworkConnection extends ConnectionOf(NetworkEdge) {}

export const NetworkResult = resultOf(Network);
