import { ArgsType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/days.scalar.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({
  implements: () => [Node],
  description: 'A list as you looked at it, kept for yourself.',
})
export class SavedView extends Node {
  override readonly __typename = 'SavedView';

  @Field(() => String, { description: 'Which list it is of, such as `members`.' })
  screen!: string;

  @Field(() => String, { description: 'The name that you gave it.' })
  name!: string;

  @Field(() => String, { description: 'Filters and order, as the client keeps them.' })
  query!: string;

  @Field(() => Instant, { description: 'When you saved the view, in UTC.' })
  createdAt!: string;
}

export const SavedViewResult = resultOf(SavedView);

@InputType({ description: 'A view of a list to keep for yourself.' })
export class SaveViewInput {
  @Field(() => String, {
    description: 'Which list it is of: small letters, digits and hyphens, at most 60.',
  })
  screen!: string;

  @Field(() => String, { description: 'A name for the view, at most 100 characters.' })
  name!: string;

  @Field(() => String, {
    description: 'Filters and order, as the client keeps them, at most 4,000 characters.',
  })
  query!: string;
}

@ArgsType()
export class SavedViewsArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Only views of this list. All of yours if absent.',
  })
  screen?: string | null;
}
