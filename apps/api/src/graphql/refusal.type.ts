import { Field, InterfaceType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** The words of `extensions.code` of an error of the same kind. */
export const RefusalCodeEnum = {
  VALIDATION_ERROR: 'VALIDATION_ERROR',
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  NOT_PERMITTED: 'NOT_PERMITTED',
  NOT_FOUND: 'NOT_FOUND',
  INVALID_STATE: 'INVALID_STATE',
  CONFLICT: 'CONFLICT',
  INVALID_CREDENTIALS: 'INVALID_CREDENTIALS',
  TOO_MANY_ATTEMPTS: 'TOO_MANY_ATTEMPTS',
} as const;
export type RefusalCode = keyof typeof RefusalCodeEnum;
registerEnumType(RefusalCodeEnum, {
  name: 'RefusalCode',
  description: 'Why something was refused, for programs.',
});

/** Named so because `Error` is a word of most languages that clients are written in. */
@InterfaceType('Refusal', {
  description: 'Why something was not done. Every result that is not what was asked for is one.',
  resolveType: (value: Refusal) => value.__typename,
})
export abstract class Refusal {
  @Field(() => String, { description: 'A sentence for the person who asked.' })
  message!: string;

  @Field(() => RefusalCodeEnum, { description: 'For programs.' })
  code!: RefusalCode;

  /** Which refusal it is. */
  abstract readonly __typename: string;
}

@ObjectType({
  implements: () => [Refusal],
  description: 'The viewer may not do this, or has to sign in first.',
})
export class NotPermitted extends Refusal {
  override readonly __typename = 'NotPermitted';

  @Field(() => Boolean, { description: 'Somebody is signed in, and still may not.' })
  signedIn!: boolean;
}

@ObjectType({
  implements: () => [Refusal],
  description: 'There is no such thing, or none that the viewer may know of.',
})
export class NotFound extends Refusal {
  override readonly __typename = 'NotFound';
}

@ObjectType({
  implements: () => [Refusal],
  description: 'It is not in a state in which this can be done.',
})
export class InvalidState extends Refusal {
  override readonly __typename = 'InvalidState';
}

@ObjectType({
  implements: () => [Refusal],
  description: 'Somebody else changed it meanwhile, or something of that name is there already.',
})
export class Conflict extends Refusal {
  override readonly __typename = 'Conflict';
}

@ObjectType({
  implements: () => [Refusal],
  description:
    'What was shown to sign in, or to prove who one is, is wrong; never said which of it, nor whose.',
})
export class InvalidCredentials extends Refusal {
  override readonly __typename = 'InvalidCredentials';
}

@ObjectType({
  implements: () => [Refusal],
  description: 'Too fast, or the wrong thing too often.',
})
export class TooManyAttempts extends Refusal {
  override readonly __typename = 'TooManyAttempts';

  @Field(() => Int, { description: 'Try again after so long.' })
  seconds!: number;
}
