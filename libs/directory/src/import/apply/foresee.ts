import type { Transaction } from '#database';
import { sourcesOf } from '../../assertion/sources-of.js';
import type { Statement } from '../../assertion/statement.js';
import { LISTED_CONTACT_FIELDS, NO_CONTACT, type ListedContact } from '../../contact/contact.js';
import type { ContactRepository } from '../../contact/contact-repository.js';
import { missingFields } from '../../curation/states.js';
import type { ProfileState } from '../../fields/closed-lists.js';
import type { ConsentPurpose, NetworkMembership } from '../../profile/profile-record.js';
import { versionOfConsent, versionsOfConsents } from '../row/consent-versions.js';
import type { ProfileDraft } from '../row/profile-draft.js';
import { standingsOf } from './apply-writes.js';
import type { Write } from './write.js';
import {
  fingerprintOf,
  readNetworkRecords,
  type NetworkRecord,
  type RecordedConsent,
} from './network-records.js';
import type { Origin } from './origin.js';
import { updateOf } from './update-of.js';

/** What a network says of a woman beside contact data and consents. */
export interface Said {
  readonly role: NetworkMembership['role'];
  readonly since: string | null;
  readonly statement: Statement;
}

/** Why an accepted row makes no published profile. */
export type DraftReason = 'unlisted' | 'objects' | 'incomplete' | 'fourEyes' | 'out' | 'stale';

/** Versions of the texts and days of consents, as a list writes them. */
export interface ConsentTexts {
  readonly version: string;
  readonly on: string;
}

/** What a row would do to the profile of one woman, beside what it says of her. */
export interface Effect {
  /** Null for a woman who is new. */
  readonly mediatorId: string | null;
  /** What the network says of her now; null for a woman who is new to it. */
  readonly before: Said | null;
  /** Contact data that becomes another. */
  readonly contact: readonly (keyof ListedContact)[];
  readonly consents: {
    /** Purposes that she consents to by this row, and did not before. */
    readonly given: readonly ConsentPurpose[];
    /** Purposes that she would no longer consent to. */
    readonly ended: readonly ConsentPurpose[];
    /** Consents that stay, to another text or of another day; null where there are none. */
    readonly renewed: { readonly before: ConsentTexts; readonly after: ConsentTexts } | null;
  };
  readonly state: { readonly before: ProfileState | null; readonly after: ProfileState };
  /** Empty where the profile is published. */
  readonly reasons: readonly DraftReason[];
  /** Fields that no source states and that a published profile has. */
  readonly missing: readonly string[];
  /** The record that the row was compared with, as a keyed hash; null for a woman who is new. */
  readonly basis: string | null;
}

/** What these writes would do, in their order. Reads and changes nothing. A fixed number of statements. */
export async function foresee(
  tx: Transaction,
  contacts: ContactRepository,
  writes: readonly Write[],
  origin: Origin,
): Promise<Effect[]> {
  const ids = writes.filter(({ isNew }) => !isNew).map(({ id }) => id);
  const known = await sourcesOf(tx, ids);
  const standings = await standingsOf(tx, known, origin);
  const records = await readNetworkRecords(tx, contacts, origin, ids);
  const objections = await objectionsOf(tx, ids);
  return writes.map((write) => {
    const { id, draft } = write;
    const record = records.get(id) ?? null;
    const contact = record?.contact ?? NO_CONTACT;
    const stated = { ...contact, ...draft.contact };
    const { objects, fourEyes } = standings(id);
    const { derived } =
      write.first ?? updateOf(write, known.get(id), { objects, fourEyes }, origin);
    const { state } = derived;
    const missing = missingFields(derived.profile);
    const isListed = draft.consents.includes('LISTED');
    return {
      mediatorId: write.isNew ? null : id,
      before: record && {
        role: record.role,
        since: record.since,
        statement: record.statement ?? {},
      },
      contact: LISTED_CONTACT_FIELDS.filter((field) => stated[field] !== contact[field]),
      consents: consentsOf(draft, record, objections.get(id) ?? new Set(), origin.today),
      state: { before: record?.state ?? null, after: state },
      reasons: reasonsOf(state, { isListed, objects, isComplete: missing.length === 0, fourEyes }),
      missing,
      basis: record && fingerprintOf(tx, record),
    };
  });
}

function consentsOf(
  draft: ProfileDraft,
  record: NetworkRecord | null,
  objections: ReadonlySet<string>,
  today: string,
): Effect['consents'] {
  const live = record?.consents ?? [];
  const isStated = ({ purpose }: { readonly purpose: ConsentPurpose }) =>
    draft.consents.includes(purpose);
  const given = draft.consents.filter(
    (purpose) => !objections.has(purpose) && !live.some((one) => one.purpose === purpose),
  );
  // A list ends what its own network recorded: what she gave herself stands.
  const ended = live.filter((one) => one.isOwn && !isStated(one)).map(({ purpose }) => purpose);
  const replaced = live.filter(
    (one) =>
      one.isOwn &&
      isStated(one) &&
      (versionOfConsent(draft.consentTextVersion, one.purpose) !== one.textVersion ||
        (draft.consentOn !== null && draft.consentOn !== one.givenOn)),
  );
  // What she has said no to ends and is not given again.
  const refused = replaced.filter(({ purpose }) => objections.has(purpose));
  return {
    given,
    ended: [...ended, ...refused.map(({ purpose }) => purpose)],
    renewed: renewedOf(
      replaced.filter((one) => !refused.includes(one)),
      draft,
      today,
    ),
  };
}

function renewedOf(
  renewed: readonly RecordedConsent[],
  draft: ProfileDraft,
  today: string,
): Effect['consents']['renewed'] {
  if (renewed.length === 0) return null;
  const after = renewed.map(({ purpose }) => ({
    purpose,
    textVersion: versionOfConsent(draft.consentTextVersion, purpose),
  }));
  const days = [...new Set(renewed.map(({ givenOn }) => givenOn))].toSorted();
  return {
    before: { version: versionsOfConsents(renewed), on: days.join('; ') },
    after: { version: versionsOfConsents(after), on: draft.consentOn ?? today },
  };
}

function reasonsOf(
  state: ProfileState,
  facts: {
    readonly isListed: boolean;
    readonly objects: boolean;
    readonly isComplete: boolean;
    readonly fourEyes: boolean;
  },
): DraftReason[] {
  const reasons: DraftReason[] = [];
  if (!facts.isListed) reasons.push('unlisted');
  else if (facts.objects) reasons.push('objects');
  if (!facts.isComplete) reasons.push('incomplete');
  if (state === 'suspended' || state === 'withdrawn') reasons.push('out');
  if (state === 'stale') reasons.push('stale');
  if (state === 'submitted' && facts.fourEyes) reasons.push('fourEyes');
  return reasons;
}

async function objectionsOf(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; purposes: string[] }>(
    `SELECT mediator_id AS id, array_agg(purpose) AS purposes FROM consent_objection
     WHERE mediator_id = ANY($1::uuid[]) GROUP BY mediator_id`,
    [ids],
  );
  return new Map(rows.map(({ id, purposes }) => [id, new Set(purposes)]));
}
