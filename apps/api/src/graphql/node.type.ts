import { Field, ID, InterfaceType } from '@nestjs/graphql';

@InterfaceType('Node', {
  description: 'An object with an id that is its own in the whole graph (Relay).',
  resolveType: (value: Node) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque; the same as long as the object exists.' })
  id!: string;

  /** Which type of the graph it is. */
  abstract readonly __typename: string;
}
