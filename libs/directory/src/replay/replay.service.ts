import { Database } from '#database';
import {
  AccountService,
  authorise,
  type LoggedDeed,
  ServiceAccountService,
  type Viewer,
} from '#identity';
import { InvalidStateError, NotFoundError } from '#kernel';
import { Injectable } from '@nestjs/common';
import { ErasureService } from '../erasure/erasure.service.js';
import { HidingService } from '../hiding/hiding.service.js';
import { standingsOf } from '../mediator/standing.js';

/** Deeds about a mediator that took nothing away from anybody's sight. Whatever is not here hides her until somebody has looked. */
const HARMLESS: ReadonlySet<string> = new Set([
  'contact.view',
  'profile.annotate',
  'profile.ask',
  'profile.confirm',
  'profile.remind',
  'profile.readmit',
  'profile.submit',
  'profile.return',
  'profile.verify',
  'profile.publish',
  'consent.give',
]);

/** Deeds that took something away from an account. */
const SHUT: ReadonlySet<string> = new Set(['account.suspend', 'account.take-role']);

/** What a replay did. */
export interface Replay {
  readonly erased: number;
  readonly hidden: number;
  /** Of the hiding that holds them; null where nobody had to be hidden. */
  readonly hidingId: string | null;
  readonly suspended: number;
  readonly revoked: number;
}

/**
 * Repeats on a restored database what protects people and was done after the backup, as far as the audit log tells. It names
 * who and what kind of deed, not what was said: so erasures are repeated, and everybody else whose profile, consents or
 * contact data were changed is hidden until her curators have looked. Accounts that were suspended or lost a role are suspended,
 * and service accounts revoked.
 */
@Injectable()
export class ReplayService {
  constructor(
    private readonly database: Database,
    private readonly erasure: ErasureService,
    private readonly hiding: HidingService,
    private readonly accounts: AccountService,
    private readonly serviceAccounts: ServiceAccountService,
  ) {}

  /** It may be run again: what was done stays done. @throws NotPermittedError */
  async replay(viewer: Viewer, deeds: readonly LoggedDeed[]): Promise<Replay> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    const about = (kind: string, is: (action: string) => boolean) => [
      ...new Set(
        deeds.flatMap(({ action, subject_kind: of, subject_id: id }) =>
          of === kind && id !== null && is(action) ? [id] : [],
        ),
      ),
    ];
    // Whoever had to be hidden is so before anything else can go wrong.
    const touched = about('mediator', (action) => !HARMLESS.has(action));
    const standings = await standingsOf(this.database, touched);
    const mediatorIds = [...new Set([...standings.values()].map(({ keptId }) => keptId))];
    const hiding =
      mediatorIds.length > 0
        ? await this.hiding.hide(viewer, { networkId: null, mediatorIds, reason: 'other' })
        : null;
    return {
      hidden: hiding?.women ?? 0,
      hidingId: hiding?.id ?? null,
      erased: await done(
        about('mediator', (action) => action === 'profile.erase'),
        (id) => this.erasure.erase(viewer, id),
      ),
      suspended: await done(
        about('account', (action) => SHUT.has(action)),
        (id) => this.accounts.suspend(viewer, id),
      ),
      revoked: await done(
        about('service-account', (action) => action === 'service-account.revoke'),
        (id) => this.serviceAccounts.revoke(viewer, id),
      ),
    };
  }
}

/** Does it to each. What is not there any more, or was done before, needs nothing. */
async function done(
  ids: readonly string[],
  act: (id: string) => Promise<unknown>,
): Promise<number> {
  let count = 0;
  for (const id of ids) {
    try {
      await act(id);
      count += 1;
    } catch (error) {
      if (!(error instanceof NotFoundError || error instanceof InvalidStateError)) throw error;
    }
  }
  return count;
}
