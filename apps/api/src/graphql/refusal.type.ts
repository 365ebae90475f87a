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
  description: 'Why a request was refused. Stable, for programs to decide by.',
});

/** Named so because `Error` is a word of most languages that clients are written in. */
@InterfaceType('Refusal', {
  description:
    'Why an operation was not carried out. Every result that is not what was asked for implements this interface.',
  resolveType: (value: Refusal) => value.__typename,
})
export abstract class Refusal {
  @Field(() => String, { description: 'A sentence for the person who asked.' })
  message!: string;

  @Field(() => RefusalCodeEnum, {
    description:
      'The kind of refusal, for programs. The same word stands in `extensions.code` of errors.',
  })
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

  @Field(() => Boolean, {
    description: 'True if the viewer is signed in and still may not do this.',
  })
  signedIn!: boolean;
}

@ObjectType({
  implements: () => [Refusal],
  description:
    'The object does not exist, or the viewer may not know that it does. The two cannot be told apart.',
})
export class NotFound extends Refusal {
  override readonly __typename = 'NotFound';
}

@ObjectType({
  implements: () => [Refusal],
  description: 'The object is not in a state that allows the operation.',
})
export class InvalidState extends Refusal {
  override readonly __typename = 'InvalidState';
}

@ObjectType({
  implements: () => [Refusal],
  description:
    'Somebody else has changed the object since it was read, or one of that name exists already. Read it again.',
})
export class Conflict extends Refusal {
  override readonly __typename = 'Conflict';
}

@ObjectType({
  implements: () => [Refusal],
  description:
    'The password, code or link is wrong. The answer never says which, nor whether the account exists.',
})
export class InvalidCredentials extends Refusal {
  override readonly __typename = 'InvalidCredentials';
}

@ObjectType({
  implements: () => [Refusal],
  description: 'Too many requests, or too many wrong attempts.',
})
export class TooManyAttempts extends Refusal {
  override readonly __typename = 'TooManyAttempts';

  @Field(() => Int, { description: 'How many seconds to wait before trying again.' })
  seconds!: number;
}
