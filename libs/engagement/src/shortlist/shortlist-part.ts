import { SELECT_HER_RECORDS } from '#directory';
import { organizationFacts, type PersonalDataPart, SELECT_HER_ACCOUNTS } from '#identity';
import type { Contribution } from '#matching';
import type { Vault } from '#vault';
import { notePlace, openNote, type SealedNote } from './notes.js';
import type { FeedbackReason, Verdict } from './reasons.js';

interface EntryRow extends SealedNote {
  readonly id: string;
  readonly organizationId: string | null;
  readonly contributions: Contribution[];
}

interface ShareRow {
  readonly entryId: string;
  readonly organizationId: string;
  readonly at: string;
  readonly takenBackAt: string | null;
}

interface FeedbackRow extends SealedNote {
  readonly id: string;
  readonly entryId: string;
  readonly verdict: Verdict;
  readonly reasons: FeedbackReason[];
  readonly at: string;
}

/** Who received her data is hers to know. The title of a need that is not public may tell of secret talks. */
const ENTRIES = `
SELECT e.id, to_jsonb(e.added_at) AS at, n.organization_id AS "organizationId",
  CASE WHEN n.confidentiality = 'public' AND n.state <> 'draft' THEN n.title ELSE 'a restricted need' END AS need,
  s.state AS shortlist, e.rank, e.score, e.model_version AS "modelVersion", e.filled, e.contributions, e.key_id AS "keyId", e.note
FROM shortlist_entry e JOIN shortlist s ON s.id = e.shortlist_id JOIN need n ON n.id = s.need_id
WHERE e.mediator_id IN (${SELECT_HER_RECORDS}) ORDER BY e.added_at, e.id`;

const FEEDBACK = `
SELECT f.id, f.entry_id AS "entryId", f.verdict, f.reasons, to_jsonb(f.given_at) AS at, f.key_id AS "keyId", f.note
FROM shortlist_feedback f JOIN shortlist_entry e ON e.id = f.entry_id
WHERE e.mediator_id IN (${SELECT_HER_RECORDS}) ORDER BY f.given_at, f.id`;

/** Whom else each shortlist was shown while she was on it. */
const SHARES = `
SELECT e.id AS "entryId", sh.organization_id AS "organizationId",
  to_jsonb(greatest(sh.shared_at, e.added_at)) AS at, to_jsonb(sh.taken_back_at) AS "takenBackAt"
FROM shortlist_share sh JOIN shortlist_entry e ON e.shortlist_id = sh.shortlist_id
WHERE e.mediator_id IN (${SELECT_HER_RECORDS}) AND (sh.taken_back_at IS NULL OR sh.taken_back_at > e.added_at)
ORDER BY sh.shared_at, sh.id, e.id`;

/** Shortlists that she was shown herself, where she also reads for an organization. */
const SHOWN_TO_HER = `
SELECT to_jsonb(sh.shared_at) AS at, to_jsonb(sh.taken_back_at) AS "takenBackAt"
FROM shortlist_share sh WHERE sh.account_id IN (${SELECT_HER_ACCOUNTS}) ORDER BY sh.shared_at, sh.id`;

/**
 * The shortlists that name a woman, and all that organizers said of her there: their notes are data about
 * her, so she reads them too. What a need wanted is not told, for it may be secret; what was found in her is.
 */
export function shortlistPart(vault: Vault): PersonalDataPart {
  return {
    name: 'shortlists',
    tables: ['shortlist_entry', 'shortlist_feedback'],
    erasure: 'goes-with-her-row',
    read: async (tx, _viewer, id) => {
      const feedback = await tx.query<FeedbackRow>(FEEDBACK, [id]);
      const opened = await Promise.all(
        feedback.map(async ({ id: own, keyId, note, ...rest }) => ({
          ...rest,
          note: await openNote(vault, { keyId, note }, notePlace('shortlist_feedback', own)),
        })),
      );
      const entries = await tx.query<EntryRow>(ENTRIES, [id]);
      const shares = await tx.query<ShareRow>(SHARES, [id]);
      const organizations = await organizationFacts(
        tx,
        [...entries, ...shares].flatMap(({ organizationId }) => organizationId ?? []),
      );
      const nameOf = (key: string | null) => organizations.get(key ?? '')?.name ?? null;
      return Promise.all(
        entries.map(async ({ id: own, keyId, note, contributions, organizationId, ...rest }) => ({
          ...rest,
          organization: nameOf(organizationId),
          contributions: contributions.map(({ wanted: _secret, ...found }) => found),
          note: await openNote(vault, { keyId, note }, notePlace('shortlist_entry', own)),
          sharedWith: shares.flatMap(({ entryId, organizationId: reader, ...times }) =>
            entryId === own ? [{ organization: nameOf(reader), ...times }] : [],
          ),
          feedback: opened.flatMap(({ entryId, ...given }) => (entryId === own ? [given] : [])),
        })),
      );
    },
  };
}

/** The shortlists of others that a woman was shown in her work for an organization. */
export const sharedShortlistsPart: PersonalDataPart = {
  name: 'sharedShortlists',
  tables: ['shortlist_share'],
  erasure: 'goes-with-her-row',
  read: async (tx, _viewer, id) => tx.query(SHOWN_TO_HER, [id]),
};
