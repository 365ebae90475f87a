import type { Reader } from '#database';
import type { Viewer } from '#identity';
import { mergeAssertions } from '../assertion/merge-assertions.js';
import { networkIdsOf, sourcesIn, type Sourced } from '../assertion/sources-of.js';
import { isHeldByOthers } from './holding-hidings.js';
import type { StepFacts } from './states.js';
import { anyFourEyes } from './apply-profile-edit.js';

type Found = Pick<
  StepFacts,
  'references' | 'accredited' | 'listed' | 'submittedBy' | 'editedBy' | 'withdrewHerself'
>;

/** What the database knows of a profile that decides about its next step. */
export async function stepFacts(
  reader: Reader,
  viewer: Viewer,
  record: Sourced,
): Promise<StepFacts> {
  const [found] = await reader.query<Found>(FACTS, [record.id]);
  if (!found) throw new Error('A statement without a table answers with one row.');
  return {
    ...found,
    profile: mergeAssertions(sourcesIn(record)).profile,
    fourEyes: await anyFourEyes(reader, networkIdsOf(record)),
    by: viewer.name,
    herself: viewer.mediatorId === record.id,
    heldByOthers: await isHeldByOthers(reader, viewer, record.id),
  };
}

/** A network's import is its accreditation of whom it lists. */
const FACTS = `
SELECT
  EXISTS (SELECT FROM consent WHERE mediator_id = $1 AND purpose = 'LISTED' AND withdrawn_at IS NULL) AS listed,
  (SELECT count(DISTINCT text)::int FROM profile_evidence WHERE mediator_id = $1 AND kind = 'reference') AS references,
  EXISTS (SELECT FROM profile_evidence WHERE mediator_id = $1 AND kind = 'accreditation')
    OR EXISTS (SELECT FROM profile_step WHERE mediator_id = $1 AND step = 'import') AS accredited,
  (SELECT made_by FROM profile_step
   WHERE mediator_id = $1 AND state_after = 'submitted' AND state_before IS DISTINCT FROM 'submitted'
   ORDER BY id DESC LIMIT 1) AS "submittedBy",
  coalesce(
    (SELECT changed_by FROM profile_field_change WHERE mediator_id = $1 ORDER BY id DESC LIMIT 1),
    (SELECT made_by FROM profile_step WHERE mediator_id = $1 AND step IN ('create', 'apply', 'import') ORDER BY id LIMIT 1)
  ) AS "editedBy",
  coalesce((SELECT herself FROM profile_step
   WHERE (mediator_id = $1 OR mediator_id IN (SELECT id FROM mediator WHERE merged_into = $1))
     AND state_after = 'withdrawn' AND step NOT IN ('merge', 'unmerge')
   ORDER BY id DESC LIMIT 1), false) AS "withdrewHerself"`;
