import { Field, Int, ObjectType } from '@nestjs/graphql';

/** What every refusal says. */
@ObjectType({ isAbstract: true })
abstract class Refusal {
  @Field(() => String, { description: 'A sentence for the person who asked.' })
  message!: string;
}

@ObjectType({ description: 'The viewer may not do this, or has to sign in first.' })
export class NotPermitted extends Refusal {
  readonly __typename = 'NotPermitted';

  @Field(() => Boolean, { description: 'Somebody is signed in, and still may not.' })
  signedIn!: boolean;
}

@ObjectType({ description: 'There is no such thing, or none that the viewer may know of.' })
export class NotFound extends Refusal {
  readonly __typename = 'NotFound';
}

@ObjectType({ description: 'It is not in a state in which this can be done.' })
export class InvalidState extends Refusal {
  readonly __typename = 'InvalidState';
}

@ObjectType({
  description: 'Somebody else changed it meanwhile, or something of that name is there already.',
})
export class Conflict extends Refusal {
  readonly __typename = 'Conflict';
}

@ObjectType({
  description:
    'What was shown to sign in, or to prove who one is, is wrong; never said which of it, nor whose.',
})
export class InvalidCredentials extends Refusal {
  readonly __typename = 'InvalidCredentials';
}

@ObjectType({ description: 'Too fast, or the wrong thing too often.' })
export class TooManyAttempts extends Refusal {
  readonly __typename = 'TooManyAttempts';

  @Field(() => Int, { description: 'Try again after so long.' })
  seconds!: number;
}
