import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from './refusal.type.js';

@ObjectType({ description: 'What is wrong with one field of the input.' })
export class FieldError {
  @Field(() => String, { description: 'Where: `soft.languages.0.code`.' })
  path!: string;

  @Field(() => String, { description: 'A sentence for the person who wrote it.' })
  message!: string;

  @Field(() => String, {
    description:
      'For programs: UNKNOWN, MALFORMED, OUT_OF_RANGE, TOO_MANY, TOO_LONG, DUPLICATE, MISSING, CONTRADICTION or NOT_PERMITTED.',
  })
  code!: string;
}

@ObjectType({
  implements: () => [Refusal],
  description: 'The input is wrong: every problem at once.',
})
export class ValidationError extends Refusal {
  override readonly __typename = 'ValidationError';

  @Field(() => [FieldError], { description: 'One for each problem.' })
  fields!: FieldError[];
}
