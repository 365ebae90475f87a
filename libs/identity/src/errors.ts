import { RefusedError } from '#kernel';
import { refusal } from '#messages';

/** The viewer may not do this. */
export class NotPermittedError extends RefusedError {
  constructor(readonly signedIn: boolean) {
    super(refusal(signedIn ? 'signIn.notPermitted' : 'signIn.first'));
  }
}

/** A token is none of ours, has expired or was revoked: never said which. */
export class InvalidTokenError extends RefusedError {
  constructor() {
    super(refusal('signIn.invalidToken'));
  }
}

/** What was shown to sign in is wrong. Said alike whatever of it is, and whether the account is there. */
export class InvalidCredentialsError extends RefusedError {
  /** @param accountId whose account it was tried on by somebody who has not signed in; told to nobody but administrators */
  constructor(readonly accountId: string | null = null) {
    super(refusal('signIn.wrong'));
  }
}

/** Somebody tries too fast, or the wrong thing too often. */
export class TooManyAttemptsError extends RefusedError {
  /** @param accountId as of `InvalidCredentialsError` */
  constructor(
    readonly seconds: number,
    readonly accountId: string | null = null,
  ) {
    super(refusal('signIn.tooManyAttempts', { seconds }));
  }
}

/** More than one client or account may ask for in so short a time. */
export class TooManyRequestsError extends RefusedError {
  constructor(readonly seconds: number) {
    super(refusal('signIn.tooManyRequests', { seconds }));
  }
}

/** The request took longer than any may, or nobody waits for its answer; what it had begun was cancelled. */
export class TimeoutError extends RefusedError {
  constructor(seconds: number) {
    super(refusal('service.tookTooLong', { seconds }));
  }
}

/** As much waits already as may; this was not begun. */
export class BusyError extends RefusedError {
  constructor(readonly seconds: number) {
    super(refusal('service.busy', { seconds }));
  }
}
