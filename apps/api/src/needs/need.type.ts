import { Field, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Json } from '../graphql/json.scalar.js';
import { Node } from '../graphql/node.type.js';

@ObjectType({
  implements: () => [Node],
  description: 'What an organizer looks for in a peace process, open and public.',
})
export class Need extends Node {
  override readonly __typename = 'Need';

  @Field(() => String, { description: 'Short name, the same for ever.' })
  slug!: string;

  @Field(() => String, { description: 'In a few words.' })
  title!: string;

  @Field(() => String, { description: "The organizer's own words." })
  brief!: string;

  @Field(() => String, { nullable: true, description: 'The peace process it belongs to.' })
  process!: string | null;

  @Field(() => Json, {
    description: 'A NeedInput as JSON: pass it back to `matchCandidates` as a variable.',
  })
  criteria!: unknown;

  @Field(() => Boolean, { description: 'Part of the demo.' })
  fictional!: boolean;
}

@ObjectType({ description: 'A need of a page.' })
export class NeedEdge extends EdgeOf(Need) {}

@ObjectType({ description: 'A page of needs.' })
export class NeedConnection extends ConnectionOf(NeedEdge) {}
