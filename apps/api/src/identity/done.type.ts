import { Field, ObjectType } from '@nestjs/graphql';
import { GUESSED, resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'It was done.' })
export class Done {
  readonly __typename = 'Done';

  @Field(() => String, { description: 'A sentence for the person who asked.' })
  message!: string;
}

export const DoneResult = resultOf(Done, 'DoneResult', GUESSED);

export function done(message: string): Done {
  return { __typename: 'Done', message };
}
