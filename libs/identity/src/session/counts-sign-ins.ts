import { ExpectedError } from '#kernel';
import { counter } from '#telemetry';
import { TooManyAttemptsError } from '../errors.js';

/** How a person signs in, where there are failures to count. */
type Way = 'password' | 'second-factor' | 'link' | 'openid';

const tries = counter('baraza_sign_in_tries_total', 'Tries to sign in, by way and outcome.', [
  'way',
  'outcome',
]);

/** Counts what becomes of a way to sign in, for operators: never of whose tries. */
export function CountsSignIns(way: Way) {
  return <SignIn extends (...args: never[]) => Promise<unknown>>(
    _target: object,
    _name: string,
    descriptor: TypedPropertyDescriptor<SignIn>,
  ): void => {
    const { value: signIn } = descriptor;
    if (!signIn) return;
    const counted = async function counted(this: unknown, ...args: Parameters<SignIn>) {
      try {
        const done = await signIn.apply(this, args);
        tries.inc({ way, outcome: 'right' });
        return done;
      } catch (error) {
        tries.inc({ way, outcome: outcomeOf(error) });
        throw error;
      }
    };
    descriptor.value = counted as SignIn;
  };
}

function outcomeOf(error: unknown): string {
  if (error instanceof TooManyAttemptsError) return 'too-many';
  return error instanceof ExpectedError ? 'wrong' : 'failed';
}
