import {
  ConflictError,
  InvalidCredentialsError,
  InvalidInputError,
  InvalidStateError,
  NotFoundError,
  NotPermittedError,
  TooManyAttemptsError,
} from '#identity';
import {
  applyDecorators,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import {
  createUnionType,
  Mutation,
  Query,
  type MutationOptions,
  type QueryOptions,
} from '@nestjs/graphql';
import { catchError, of, throwError, type Observable } from 'rxjs';
import { InputError } from './input-error.js';
import {
  Conflict,
  InvalidCredentials,
  InvalidState,
  NotFound,
  NotPermitted,
  TooManyAttempts,
} from './refusal.type.js';
import { ValidationError } from './validation-error.type.js';

const REFUSALS = [ValidationError, NotPermitted, NotFound, InvalidState, Conflict] as const;

/** Of what takes a password, a code or a link, and so may be guessed at. */
export const GUESSED = [InvalidCredentials, TooManyAttempts] as const;

export type Refusal = InstanceType<(typeof REFUSALS)[number] | (typeof GUESSED)[number]>;

/**
 * The union of what a mutation or query gives and of everything that can be expected to stand in its way.
 *
 * @param more other things that it may give
 */
export function resultOf<T extends { readonly __typename: string }>(
  payload: Type<T>,
  name = `${payload.name}Result`,
  more: readonly Type[] = [],
) {
  return createUnionType({
    name,
    description: 'What was asked for, or why it was refused.',
    types: () => [payload, ...more, ...REFUSALS] as const,
    resolveType: (value: { readonly __typename: string }) => value.__typename,
  });
}

/** A mutation whose expected failures, mistakes in its arguments included, are data and not errors. */
export function RefusableMutation(result: () => object, options: MutationOptions): MethodDecorator {
  return applyDecorators(Mutation(result as () => Type, options), UseInterceptors(RefusalsAsData));
}

/** The same of a query whose answer depends on more than ids. */
export function RefusableQuery(result: () => object, options: QueryOptions): MethodDecorator {
  return applyDecorators(Query(result as () => Type, options), UseInterceptors(RefusalsAsData));
}

class RefusalsAsData implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        const refusal = toRefusal(error);
        return refusal ? of(refusal) : throwError(() => error);
      }),
    );
  }
}

/** The error as data, where it is one that is expected. */
export function toRefusal(error: unknown): Refusal | null {
  if (error instanceof InputError || error instanceof InvalidInputError) {
    return { __typename: 'ValidationError', fields: [...error.problems] };
  }
  if (error instanceof NotPermittedError) {
    const { message, signedIn } = error;
    return { __typename: 'NotPermitted', message, signedIn };
  }
  if (error instanceof NotFoundError) return { __typename: 'NotFound', message: error.message };
  if (error instanceof InvalidStateError) {
    return { __typename: 'InvalidState', message: error.message };
  }
  if (error instanceof InvalidCredentialsError) {
    return { __typename: 'InvalidCredentials', message: error.message };
  }
  if (error instanceof TooManyAttemptsError) {
    const { message, seconds } = error;
    return { __typename: 'TooManyAttempts', message, seconds };
  }
  if (error instanceof ConflictError) return { __typename: 'Conflict', message: error.message };
  return null;
}
