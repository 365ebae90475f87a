import type { Transaction } from '#database';
import { mailsWaiting, mailTables } from '#mail';
import type { Vault } from '#vault';
import { openPerson, type SealedRow } from './account/person.js';
import { rowsOf, type PersonalDataPart } from './personal-data-part.js';
import { openInvited } from './invitation/invitation-view.js';

/** What this module holds about a woman: her account, and the mails that wait for her. */
export function identityParts(vault: Vault): PersonalDataPart[] {
  const part = (
    name: string,
    tables: readonly string[],
    read: PersonalDataPart['read'],
  ): PersonalDataPart => ({ name, tables, read, erasure: 'goes-with-her-row' });
  return [
    part('accounts', ACCOUNT_TABLES, async (tx, _viewer, id) => {
      const rows = await tx.query<SealedRow & Record<string, unknown>>(SELECT_ACCOUNTS, [id]);
      return Promise.all(
        rows.map(async ({ keyId, sealed, ...account }) => ({
          ...account,
          ...(await openPerson(vault, { id: account.id, keyId, sealed })),
        })),
      );
    }),
    part('sessions', ['session', 'refresh_token'], rowsOf('session', OF_HER_ACCOUNT)),
    part(
      'links',
      ['one_time_link'],
      rowsOf('one_time_link', { by: HERS, without: ['token_hash', 'data', 'sent_to'] }),
    ),
    part('invitations', ['invitation'], async (tx, _viewer, id) => {
      const rows = await tx.query<SealedRow & Record<string, unknown>>(SELECT_INVITATIONS, [id]);
      return Promise.all(
        rows.map(async ({ keyId, sealed, ...invitation }) => {
          const { email, name } = await openInvited(vault, { id: invitation.id, keyId, sealed });
          return { ...invitation, email, name };
        }),
      );
    }),
    part('mails', mailTables, async (tx, _viewer, id) => {
      const accounts = await tx.query<{ id: string }>(SELECT_HER_ACCOUNTS, [id]);
      return mailsWaiting(
        tx,
        id,
        accounts.map((account) => account.id),
      );
    }),
    {
      name: 'log',
      tables: ['audit_entry'],
      erasure: 'kept',
      read: async (tx, _viewer, id) =>
        tx.query(
          'SELECT to_jsonb(at) AS at, action FROM audit_entry WHERE subject_id = $1 ORDER BY number',
          [id],
        ),
    },
    {
      name: 'requests',
      tables: ['link_request', 'registration'],
      read: rowsOf('link_request', { by: HER_ADDRESS, without: ['email_index'] }),
      erasure: async (tx: Transaction, id: string) => {
        for (const table of ['link_request', 'registration']) {
          await tx.query(`DELETE FROM ${table} WHERE ${HER_ADDRESS}`, [id]);
        }
      },
    },
  ];
}

const ACCOUNT_TABLES = [
  'account',
  'account_role',
  'account_password',
  'account_totp',
  'recovery_code',
  'openid_identity',
  'saved_view',
  'inbox_owner',
  'inbox_snooze',
];

/** The accounts of the mediator `$1`. Selects one column of ids. */
export const SELECT_HER_ACCOUNTS = 'SELECT id FROM account WHERE mediator_id = $1';
/** Mediators who have accounts. Selects one column of ids. */
export const SELECT_MEDIATORS_WITH_ACCOUNTS =
  'SELECT mediator_id FROM account WHERE mediator_id IS NOT NULL';
const HERS = `(mediator_id = $1 OR account_id IN (${SELECT_HER_ACCOUNTS}))`;
/** By what the addresses of her accounts (`$1`: her id) are looked up: she has shown that they are hers. */
export const SELECT_HER_ADDRESSES = 'SELECT email_index FROM account WHERE mediator_id = $1';
const HER_ADDRESS = `email_index IN (${SELECT_HER_ADDRESSES})`;
const OF_HER_ACCOUNT = { by: `account_id IN (${SELECT_HER_ACCOUNTS})` };

/** Secrets are told of and not told: hashes are of no use to her, and a copy of them would be to a thief. */
const SELECT_ACCOUNTS = `
SELECT id, key_id AS "keyId", sealed, locale, state, created_at AS "createdAt",
  ARRAY(SELECT role FROM account_role r WHERE r.account_id = a.id ORDER BY 1) AS roles,
  (SELECT changed_at FROM account_password p WHERE p.account_id = a.id) AS "passwordChangedAt",
  EXISTS (SELECT FROM account_totp t WHERE t.account_id = a.id AND t.confirmed) AS "secondFactor",
  (SELECT count(*)::int FROM recovery_code c WHERE c.account_id = a.id) AS "recoveryCodes",
  EXISTS (SELECT FROM openid_identity o WHERE o.account_id = a.id) AS "signsInAtHerOrganization",
  (SELECT count(*)::int FROM saved_view v WHERE v.account_id = a.id) AS "savedViews"
FROM account a WHERE mediator_id = $1`;

const SELECT_INVITATIONS = `
SELECT id, key_id AS "keyId", sealed, locale, role, state, created_at AS "createdAt", expires_at AS "expiresAt"
FROM invitation WHERE mediator_id = $1`;
