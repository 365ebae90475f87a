import { SELECT_HER_RECORDS, type Applicant } from '#directory';
import { SELECT_HER_ADDRESSES, type PersonalDataPart } from '#identity';
import type { Vault } from '#vault';
import { openContents, type SealedContents } from './application/application-contents.js';

/**
 * Those of her records, and those that were sent with an address that she has shown to be hers: that of her account, or
 * of an application that she has confirmed. What anybody only states of her address is no proof.
 */
const HERS = `(a.mediator_id IN (${SELECT_HER_RECORDS}) OR a.email_index IN (${SELECT_HER_ADDRESSES})
  OR a.email_index IN (SELECT b.email_index FROM membership_application b WHERE b.mediator_id IN (${SELECT_HER_RECORDS})))`;

const NOTHING_WRITTEN: Partial<Applicant> = {};

/**
 * What this module holds about a woman: what she wrote when she applied, to whichever network. What nobody has confirmed
 * may be of another woman, who mistook her address: of that she is told that it is there, and no more.
 */
export function applicationsPart(vault: Vault): PersonalDataPart {
  return {
    name: 'applications',
    tables: ['membership_application'],
    read: async (tx, _viewer, id) => {
      const rows = await tx.query<SealedContents & Record<string, unknown>>(
        `SELECT a.id, a.key_id AS "keyId", a.sealed, c.network_id AS "networkId", a.state, a.locale,
           to_jsonb(a.created_at) AS "requestedAt", to_jsonb(a.decided_at) AS "handledAt", a.reason
         FROM membership_application a JOIN membership_call c ON c.id = a.call_id WHERE ${HERS} ORDER BY a.id`,
        [id],
      );
      return Promise.all(
        rows.map(async ({ keyId, sealed, ...application }) => {
          const contents = await openContents(vault, { id: application.id, keyId, sealed });
          const isHers = application.state !== 'unconfirmed';
          const {
            changes: asserted,
            contact,
            consents,
          } = (isHers && contents?.applicant) || NOTHING_WRITTEN;
          return { ...application, asserted, contact, consents, answer: contents?.words };
        }),
      );
    },
    erasure: async (tx, id) => {
      await tx.query(`DELETE FROM membership_application a WHERE ${HERS}`, [id]);
    },
  };
}
