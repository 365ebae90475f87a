import { Field, ID, InterfaceType } from '@nestjs/graphql';

@InterfaceType('Node', {
  description: 'An object whose id is unique in the whole graph, as Relay defines it.',
  resolveType: (value: Node) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque; the same as long as the object exists.' })
  id!: string;

  /** Which type of the graph it is. */
  abstract readonly __typename: string;
}
