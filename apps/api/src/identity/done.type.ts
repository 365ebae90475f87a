import { Field, ObjectType } from '@nestjs/graphql';
import { GUESSED, resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'The operation was carried out and has nothing more to return.' })
export class Done {
  readonly __typename = 'Done';

  @Field(() => String, { description: 'A sentence that says what was done.' })
  message!: string;
}

export const DoneResult = resultOf(Done, 'DoneResult', GUESSED);

export function done(message: string): Done {
  return { __typename: 'Done', message };
}
