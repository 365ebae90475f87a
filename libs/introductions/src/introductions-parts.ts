import { SELECT_HER_RECORDS } from '#directory';
import { organizationFacts, rowsOf, SELECT_HER_ACCOUNTS, type PersonalDataPart } from '#identity';
import type { Vault } from '#vault';
import { openWords, type IntroductionWords } from './introduction/introduction-words.js';
import { openContents } from './relay/relay-message.js';

interface AskRow {
  readonly id: string;
  readonly organizationId: string;
  /** Null where nothing was written. */
  readonly keyId: number | null;
  readonly sealed: Buffer | null;
}

interface MessageRow {
  readonly id: string;
  readonly introductionId: string;
  readonly keyId: number;
  readonly sealed: Buffer;
}

const ASKS = `
SELECT i.id, to_jsonb(i.requested_at) AS at, s.organization_id AS "organizationId", i.network_id AS "networkId", i.state,
  i.terms_revision AS "termsRevision", i.accepted_terms_revision AS "acceptedTermsRevision",
  to_jsonb(i.forwarded_at) AS "askedAt", to_jsonb(i.answer_due_at) AS "dueAt", to_jsonb(i.accepted_at) AS "acceptedAt",
  to_jsonb(i.confirmed_at) AS "confirmedAt", to_jsonb(i.connected_at) AS "connectedAt", to_jsonb(i.ended_at) AS "endedAt",
  i.key_id AS "keyId", i.sealed,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('step', t.step, 'at', t.at) ORDER BY t.id), '[]')
   FROM introduction_step t WHERE t.introduction_id = i.id) AS steps,
  (SELECT coalesce(jsonb_agg(to_jsonb(r.at) ORDER BY r.id), '[]')
   FROM introduction_contact_read r WHERE r.introduction_id = i.id) AS "contactReadAt"
FROM introduction i JOIN introduction_shown s ON s.id = i.id
WHERE i.mediator_id IN (${SELECT_HER_RECORDS}) ORDER BY i.id`;

const MESSAGES = `
SELECT m.id, m.introduction_id AS "introductionId", m.author, m.state, to_jsonb(m.created_at) AS at,
  m.key_id AS "keyId", m.sealed
FROM relay_message m JOIN introduction i ON i.id = m.introduction_id
WHERE i.mediator_id IN (${SELECT_HER_RECORDS})
  AND (m.author = 'mediator' OR m.recipient = 'mediator' AND m.state = 'passed') ORDER BY m.id`;

/** What this module holds about a woman: asks for her with all that was written in them, messages, and how she is asked. */
export function introductionsParts(vault: Vault): PersonalDataPart[] {
  return [
    {
      name: 'introductions',
      tables: ['introduction', 'introduction_step', 'introduction_contact_read', 'relay_message'],
      erasure: 'goes-with-her-row',
      read: async (tx, _viewer, id) => {
        const asks = await tx.query<AskRow>(ASKS, [id]);
        const messages = await tx.query<MessageRow>(MESSAGES, [id]);
        const organizations = await organizationFacts(
          tx,
          asks.map(({ organizationId }) => organizationId),
        );
        const texts = await Promise.all(
          messages.map(async ({ keyId, sealed, id: own, introductionId, ...rest }) => ({
            introductionId,
            message: { ...rest, ...(await openContents(vault, { id: own, keyId, sealed })) },
          })),
        );
        return Promise.all(
          asks.map(async ({ id: own, keyId, sealed, organizationId, ...rest }) => {
            const words = await openWords(vault, { id: own, keyId, sealed });
            return {
              ...rest,
              organization: organizations.get(organizationId)?.name ?? null,
              words: aboutHer(words),
              messages: texts.flatMap(({ introductionId, message }) =>
                introductionId === own ? [message] : [],
              ),
            };
          }),
        );
      },
    },
    {
      name: 'askPreferences',
      tables: ['mediator_preference'],
      erasure: 'goes-with-her-row',
      read: rowsOf('mediator_preference'),
    },
    {
      name: 'deskDuties',
      tables: ['desk_member'],
      erasure: 'goes-with-her-row',
      read: async (tx, _viewer, id) =>
        tx.query(
          `SELECT network_id AS "networkId", duty AS role FROM desk_member
           WHERE account_id IN (${SELECT_HER_ACCOUNTS}) ORDER BY network_id, duty`,
          [id],
        ),
    },
  ];
}

/** Why others were passed over is about them: it is not hers to take away. */
function aboutHer({ outOfOrder: _others, ...words }: IntroductionWords): IntroductionWords {
  return words;
}
