import type { Transaction } from '#database';
import type { Viewer } from '#identity';
import { sameWords, type Statement } from '../../assertion/statement.js';
import type { Contact } from '../../contact/contact.js';
import { NO_CONTACT } from '../../contact/contact.js';
import type { ContactRepository } from '../../contact/contact-repository.js';
import { STATED_FIELDS } from '../../fields/stated.js';
import type { ConsentPurpose, NetworkMembership } from '../../profile/profile-record.js';
import { versionOfConsent } from '../row/consent-versions.js';
import type { Candidate } from './batch.js';

/** A consent that is in force. */
export interface LiveConsent {
  readonly purpose: ConsentPurpose;
  readonly textVersion: string;
  /** ISO date. */
  readonly givenOn: string;
  /** Recorded by this network; else she gave it herself, or another network recorded it. */
  readonly isOwn: boolean;
}

/** What a network states of a woman now, by its last import or by its coordinators since. */
export interface Stated {
  readonly mediatorId: string;
  readonly externalId: string;
  readonly role: NetworkMembership['role'];
  readonly since: string | null;
  readonly statement: Statement;
  /** Those that are in force, whoever recorded them. */
  readonly consents: readonly LiveConsent[];
}

const SELECT = `
SELECT a.mediator_id AS "mediatorId", a.external_id AS "externalId", a.role, a.since::text, a.asserted AS statement,
  coalesce((SELECT json_agg(json_build_object('purpose', c.purpose, 'textVersion', c.text_version,
      'givenOn', c.given_on::text, 'isOwn', c.network_id IS NOT DISTINCT FROM a.network_id) ORDER BY c.purpose)
    FROM consent c WHERE c.mediator_id = a.mediator_id AND c.withdrawn_at IS NULL), '[]'::json) AS consents
FROM affiliation a`;

/** What a network states of these women now, by id. */
export async function readStated(
  tx: Pick<Transaction, 'query'>,
  networkId: string,
  mediatorIds: readonly string[],
): Promise<Map<string, Stated>> {
  const rows = await tx.query<Stated>(
    `${SELECT} WHERE a.network_id = $1 AND a.mediator_id = ANY($2::uuid[]) AND a.status <> 'ended'`,
    [networkId, mediatorIds],
  );
  return new Map(rows.map((row) => [row.mediatorId, row]));
}

/**
 * The same of the women on a network's list behind a number, in the order of their numbers. Of two records that were
 * merged it is the one that was kept: an import refuses the number of the other.
 */
export async function readStatedAfter(
  tx: Pick<Transaction, 'query'>,
  networkId: string,
  after: string,
  limit: number,
): Promise<Stated[]> {
  return tx.query<Stated>(
    `${SELECT} JOIN mediator m ON m.id = a.mediator_id AND m.merged_into IS NULL
     WHERE a.network_id = $1 AND a.status <> 'ended' AND a.external_id COLLATE "C" > $2
     ORDER BY a.external_id COLLATE "C" LIMIT $3`,
    [networkId, after, limit],
  );
}

/**
 * Of candidates of whom the network stated something else in its last import, the ids of those of whom it states the same
 * now, because its coordinators have changed her profile since.
 */
export async function saysTheSame(
  tx: Transaction,
  contacts: ContactRepository,
  origin: { readonly by: Viewer; readonly networkId: string },
  candidates: readonly { readonly id: string; readonly candidate: Candidate }[],
): Promise<Set<string>> {
  const ids = candidates.map(({ id }) => id);
  const stated = await readStated(tx, origin.networkId, ids);
  const open = await contacts.inCuratorContext(tx, origin.by, origin.networkId, (some) =>
    some.about(ids),
  );
  const contactOf = new Map(open.map(({ mediatorId, contact }) => [mediatorId, contact]));
  const same = candidates.filter(({ id, candidate }) => {
    const now = stated.get(id);
    return now && isSame(candidate, now, contactOf.get(id) ?? NO_CONTACT);
  });
  return new Set(same.map(({ id }) => id));
}

function isSame({ draft, statement }: Candidate, now: Stated, contact: Contact): boolean {
  return (
    draft.networkRole === now.role &&
    draft.memberSince === now.since &&
    sameWords({ ...contact, ...draft.contact }, contact) &&
    STATED_FIELDS.every((field) => sameWords(statement[field], now.statement[field])) &&
    draft.consents.length === now.consents.length &&
    now.consents.every(
      ({ purpose, textVersion, givenOn, isOwn }) =>
        draft.consents.includes(purpose) &&
        (!isOwn ||
          (versionOfConsent(draft.consentTextVersion, purpose) === textVersion &&
            (draft.consentOn === null || draft.consentOn === givenOn))),
    )
  );
}
