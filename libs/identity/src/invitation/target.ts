import type { Reader } from '#database';
import type { AccountRole } from '../account/account-role.entity.js';
import {
  ConflictError,
  type InputProblem,
  InvalidStateError,
  NotFoundError,
  throwIfProblems,
} from '#kernel';
import { refusal } from '#messages';
import type { Listings } from '../listings.js';
import { may } from '../policy/policy.js';
import type { Viewer } from '../viewer.js';

/** What the invited will become. */
export interface Target {
  readonly role: AccountRole;
  /** Which a coordinator will coordinate, or which lists a mediator. */
  readonly networkId: string | null;
  readonly mediatorId: string | null;
  readonly organizationId: string | null;
}

type Part = 'networkId' | 'mediatorId' | 'organizationId';

/** What each role needs to be said, and nothing more. */
const PARTS: Readonly<Record<AccountRole, readonly Part[]>> = {
  administrator: [],
  coordinator: ['networkId'],
  mediator: ['networkId', 'mediatorId'],
  organizer: ['organizationId'],
  'focal-point': ['organizationId'],
};

/** @throws InvalidInputError where too little or too much is said for the role. */
export function checkTarget(target: Target): void {
  const problems = (['networkId', 'mediatorId', 'organizationId'] as const).flatMap(
    (part): InputProblem[] => {
      const wanted = PARTS[target.role].includes(part);
      if (wanted === (target[part] !== null)) return [];
      return wanted
        ? [{ path: part, code: 'MISSING', message: refusal('invitations.roleNeeds') }]
        : [{ path: part, code: 'CONTRADICTION', message: refusal('invitations.roleHasNot') }];
    },
  );
  throwIfProblems(problems);
}

/**
 * That what it names is there and free, when it is invited to and again when it is accepted.
 *
 * @throws NotFoundError, InvalidStateError, ConflictError
 */
export async function checkStands(
  reader: Reader,
  listings: Listings,
  { networkId, mediatorId, organizationId }: Target,
): Promise<void> {
  if (mediatorId !== null) {
    const listing = await listings.networksOf(reader, mediatorId);
    const isListed = networkId !== null && listing.includes(networkId);
    if (!isListed) throw new NotFoundError('profileOfNetwork');
    const taken = await reader.query('SELECT FROM account WHERE mediator_id = $1', [mediatorId]);
    if (taken.length > 0) throw new ConflictError(refusal('invitations.hasAccount'));
  } else if (networkId !== null) {
    const known = await listings.networks(reader, [networkId]);
    if (!known.has(networkId)) throw new NotFoundError('network');
  }
  if (organizationId !== null) {
    const [organization] = await reader.query<{ state: string }>(
      'SELECT state FROM organization WHERE id = $1',
      [organizationId],
    );
    if (!organization) throw new NotFoundError('organization');
    if (organization.state === 'suspended') {
      throw new InvalidStateError(refusal('invitations.organizationSuspended'));
    }
  }
}

/**
 * An account opens what every network stated of her: whoever gives her one answers for all of them.
 *
 * @throws InvalidStateError where a network lists her for which the viewer may not invite
 */
export async function checkReach(
  reader: Reader,
  listings: Listings,
  viewer: Viewer,
  { role, mediatorId }: Target,
): Promise<void> {
  if (mediatorId === null) return;
  const listing = await listings.networksOf(reader, mediatorId);
  const foreign = listing.some(
    (networkId) => !may(viewer, 'create', { kind: 'invitation', role, networkId }),
  );
  if (foreign) {
    throw new InvalidStateError(refusal('invitations.otherNetworkToo'));
  }
}
