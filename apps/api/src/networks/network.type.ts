import { Field, ObjectType } from '@nestjs/graphql';
import { Area, LocalizedText } from '../graphql/coded.type.js';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Node } from '../graphql/node.type.js';

@ObjectType({
  implements: () => [Node],
  description: "A women mediators' network, or a pool within one.",
})
export class Network extends Node {
  override readonly __typename = 'Network';

  /** For the loader of `parent`. */
  parentId!: string | null;

  @Field(() => String, { description: 'Short name, the same for ever.' })
  slug!: string;

  @Field(() => String, { description: 'In the language of the request, else in English.' })
  name!: string;

  @Field(() => [LocalizedText], { description: 'In every language it is written in.' })
  names!: LocalizedText[];

  @Field(() => String, {
    nullable: true,
    description: 'In the language of the request, else in English.',
  })
  description!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whom it admits, in the language of the request, else in English.',
  })
  admissionCriteria!: string | null;

  @Field(() => [Area], { description: 'Where it works.' })
  territories!: Area[];

  @Field(() => String, { nullable: true, description: 'Its public address.' })
  website!: string | null;

  @Field(() => Boolean, { description: 'Part of the demo: its women do not exist.' })
  fictional!: boolean;

  @Field(() => Boolean, { description: 'It is no longer active.' })
  archived!: boolean;

  @Field(() => Boolean, {
    description: 'Nobody there verifies what she submitted or edited last herself.',
  })
  fourEyes!: boolean;
}

@ObjectType({ description: 'A network of a page.' })
export class NetworkEdge extends EdgeOf(Network) {}

@ObjectType({ description: 'A page of networks.' })
export class NetworkConnection extends ConnectionOf(NetworkEdge) {}
