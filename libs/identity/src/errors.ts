import { ExpectedError } from '#kernel';

/** The viewer may not do this. */
export class NotPermittedError extends ExpectedError {
  constructor(readonly signedIn: boolean) {
    super(signedIn ? 'You may not do this.' : 'Sign in to do this.');
  }
}

/** A token is none of ours, has expired or was revoked: never said which. */
export class InvalidTokenError extends ExpectedError {
  constructor() {
    super('The token is not valid: sign in again.');
  }
}

/** What was shown to sign in is wrong. Said alike whatever of it is, and whether the account is there. */
export class InvalidCredentialsError extends ExpectedError {
  constructor() {
    super('That is not right. Check what you entered.');
  }
}

/** Somebody tries too fast, or the wrong thing too often. */
export class TooManyAttemptsError extends ExpectedError {
  constructor(readonly seconds: number) {
    super(`Too many attempts. Try again in ${seconds} seconds.`);
  }
}

/** More than one client or account may ask for in so short a time. */
export class TooManyRequestsError extends ExpectedError {
  constructor(readonly seconds: number) {
    super(`Too many requests. Try again in ${seconds} seconds.`);
  }
}

/** The request took longer than any may, or nobody waits for its answer; what it had begun was cancelled. */
export class TimeoutError extends ExpectedError {
  constructor(seconds: number) {
    super(
      `This took longer than ${seconds} seconds and was cancelled. Ask for less at once, or later.`,
    );
  }
}

/** As much waits already as may; this was not begun. */
export class BusyError extends ExpectedError {
  constructor(readonly seconds: number) {
    super(`Too much is waiting at present. Try again in ${seconds} seconds.`);
  }
}
