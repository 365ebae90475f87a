import {
  InvalidCredentialsError,
  NotPermittedError,
  SecurityEvents,
  TooManyAttemptsError,
  type Viewer,
} from '#identity';
import {
  ConflictError,
  InvalidInputError,
  InvalidStateError,
  NotFoundError,
  type RefusedError,
} from '#kernel';
import {
  applyDecorators,
  Injectable,
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
import type { Locale } from '#vocabulary';
import { catchError, from, lastValueFrom, of, throwError, type Observable } from 'rxjs';
import { MadeOnce } from './made-once.js';
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

type AnyRefusal = InstanceType<(typeof REFUSALS)[number] | (typeof GUESSED)[number]>;

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
    description:
      'The result of the operation, or a refusal. Select on `__typename`, or on the interface `Refusal` for all refusals.',
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

/** Of the context of a request. */
interface RequestWords {
  readonly locale: Locale;
  readonly viewer: Viewer;
}

@Injectable()
class RefusalsAsData implements NestInterceptor {
  constructor(
    private readonly once: MadeOnce,
    private readonly events: SecurityEvents,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.once.run(context, async () => lastValueFrom(next.handle()))).pipe(
      catchError((error: unknown) => {
        const { locale, viewer } = context.getArgByIndex<RequestWords>(2);
        const refusal = toRefusal(error, locale);
        // The others go on as errors of the answer, and are noted as those.
        if (refusal) this.events.note(error, viewer, context.getHandler().name);
        return refusal ? of(refusal) : throwError(() => error);
      }),
    );
  }
}

/** The error as data, said in a language, where it is one that is expected. */
export function toRefusal(error: unknown, locale: Locale): AnyRefusal | null {
  if (error instanceof InvalidInputError) {
    const message = error.saidIn(locale);
    const fields = error.fieldsIn(locale);
    return { __typename: 'ValidationError', code: 'VALIDATION_ERROR', message, fields };
  }
  if (error instanceof NotPermittedError) {
    const { signedIn } = error;
    const message = error.saidIn(locale);
    const code = signedIn ? 'NOT_PERMITTED' : 'UNAUTHENTICATED';
    return { __typename: 'NotPermitted', code, message, signedIn };
  }
  if (error instanceof TooManyAttemptsError) {
    const { seconds } = error;
    const message = error.saidIn(locale);
    return { __typename: 'TooManyAttempts', code: 'TOO_MANY_ATTEMPTS', message, seconds };
  }
  const plain = PLAIN.find(([type]) => error instanceof type);
  if (!plain) return null;
  const [, __typename, code] = plain;
  return { __typename, code, message: (error as RefusedError).saidIn(locale) };
}

/** Refusals that say nothing but a sentence. */
const PLAIN = [
  [NotFoundError, 'NotFound', 'NOT_FOUND'],
  [InvalidStateError, 'InvalidState', 'INVALID_STATE'],
  [InvalidCredentialsError, 'InvalidCredentials', 'INVALID_CREDENTIALS'],
  [ConflictError, 'Conflict', 'CONFLICT'],
] as const;
