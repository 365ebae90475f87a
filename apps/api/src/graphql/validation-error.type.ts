import { Field, ObjectType } from '@nestjs/graphql';

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

@ObjectType({ description: 'The input is wrong: every problem at once.' })
export class ValidationError {
  readonly __typename = 'ValidationError';

  @Field(() => [FieldError], { description: 'One for each problem.' })
  fields!: FieldError[];
}
