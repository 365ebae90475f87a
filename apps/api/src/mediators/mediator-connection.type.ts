import { Field, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Mediator } from './mediator.type.js';
import { Facet } from './mediators.args.js';

@ObjectType({ description: 'A piece of text in which words of the search were found.' })
export class Highlight {
  @Field(() => String, {
    description: 'The name of the profile field in which the words were found.',
  })
  field!: string;

  @Field(() => String, {
    description: 'The piece of text, plain. What was found stands between ‹ and ›.',
  })
  fragment!: string;
}

@ObjectType({ description: 'A mediator on a page, with its cursor.' })
export class MediatorEdge extends EdgeOf(Mediator) {
  @Field(() => [Highlight], {
    description: 'The pieces of text in which the words of `search` were found.',
  })
  highlights!: Highlight[];
}

@ObjectType({ description: 'A page of the mediators that were found.' })
export class MediatorConnection extends ConnectionOf(MediatorEdge) {
  @Field(() => [Facet], {
    description: 'The counts for the fields that the argument `facets` names.',
  })
  facets!: Facet[];
}
