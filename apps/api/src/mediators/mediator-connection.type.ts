import { Field, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Mediator } from './mediator.type.js';
import { Facet } from './mediators.args.js';

@ObjectType({ description: 'A piece of text around what was found.' })
export class Highlight {
  @Field(() => String, { description: 'Where it was found.' })
  field!: string;

  @Field(() => String, { description: 'Plain text; what was found stands between ‹ and ›.' })
  fragment!: string;
}

@ObjectType({ description: 'A mediator who was found.' })
export class MediatorEdge extends EdgeOf(Mediator) {
  @Field(() => [Highlight], { description: 'Why she was found by the words of `search`.' })
  highlights!: Highlight[];
}

@ObjectType({ description: 'A page of the mediators that were found.' })
export class MediatorConnection extends ConnectionOf(MediatorEdge) {
  @Field(() => [Facet], { description: 'The counts that `facets` asks for.' })
  facets!: Facet[];
}
