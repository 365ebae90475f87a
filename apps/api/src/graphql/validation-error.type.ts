import { PROBLEM_CODES } from '#kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from './refusal.type.js';

@ObjectType({ description: 'A problem of one field of the input.' })
export class FieldError {
  @Field(() => String, {
    description: 'The place of the field in the input, such as `soft.languages.0.code`.',
  })
  path!: string;

  @Field(() => String, { description: 'A sentence for the person who wrote the input.' })
  message!: string;

  @Field(() => String, {
    description: `The kind of problem, for programs: ${PROBLEM_CODES.slice(0, -1).join(', ')} or ${PROBLEM_CODES.at(-1)}.`,
  })
  code!: string;
}

@ObjectType({
  implements: () => [Refusal],
  description: 'The input is wrong. All problems are listed at once, and nothing was changed.',
})
export class ValidationError extends Refusal {
  override readonly __typename = 'ValidationError';

  @Field(() => [FieldError], { description: 'One entry for each problem that was found.' })
  fields!: FieldError[];
}
