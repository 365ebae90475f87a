import type { ConsentPurpose, HeldFacts } from '#directory';
import { foldText, type TerritoryCode } from '#vocabulary';
import { MOST_ASKS_OF_HER } from '../ask/introduction-steps.js';
import type { DeskFinding } from '../ask/reasons.js';

/** Consents without which nobody is asked. */
const NEEDED_CONSENTS = ['MATCHED', 'CONTACTED'] as const satisfies ConsentPurpose[];

/** What the work of an ask is, as far as it can be held against a profile. */
export interface AskedWork {
  /** Where she would work by the terms; null with remote work. */
  readonly territory: TerritoryCode | null;
  /** Where the process is, by the need. */
  readonly territories: readonly TerritoryCode[];
  /** Whose nationals and residents, and members of which networks (slugs), the need excludes. */
  readonly excluded: {
    readonly territories: readonly TerritoryCode[];
    readonly networks: readonly string[];
  };
  /** Null if the need belongs to none. */
  readonly process: {
    readonly name: string;
    readonly territories: readonly TerritoryCode[];
  } | null;
  /** The need is for insiders: then ties to the place of the process are no finding. */
  readonly insidersWanted: boolean;
}

/**
 * What her network knows and nobody else may conclude, in the order of `DESK_FINDINGS`. The organizer is told none of
 * it, at no time and in no other form: the request is made all the same, runs its usual clock, and ends with the usual
 * word.
 *
 * @param asksOut other asks that are out to her now
 */
export function deskFindings(her: HeldFacts, work: AskedWork, asksOut: number): DeskFinding[] {
  const found: Readonly<Record<DeskFinding, boolean>> = {
    'ruled-out-territory': hasRuledOut(her, work),
    'conflict-with-party': isTied(her, work),
    'earlier-role': hasServed(her, work),
    'no-consent': NEEDED_CONSENTS.some((purpose) => !her.consents.includes(purpose)),
    suspended: her.state === 'suspended' || her.state === 'withdrawn',
    'too-many-asks': asksOut >= MOST_ASKS_OF_HER,
  };
  return (Object.keys(found) as (keyof typeof found)[]).filter((finding) => found[finding]);
}

/** She must not be sent to where the work or the process is. */
function hasRuledOut({ ruledOut }: HeldFacts, { territory, territories }: AskedWork): boolean {
  return ruledOut.some((code) => code === territory || territories.includes(code));
}

/**
 * She is a national or resident of a place of the process, or of one that the need excludes, or in a network that it
 * excludes. What the need excludes counts whatever else it says: the model leaves these women out where it sees it.
 */
function isTied(
  { nationalities, residence, networks }: HeldFacts,
  { territories, excluded, process, insidersWanted }: AskedWork,
): boolean {
  const ofProcess = insidersWanted ? [] : [...territories, ...(process?.territories ?? [])];
  const parties = new Set([...excluded.territories, ...ofProcess]);
  return (
    nationalities.some((code) => parties.has(code)) ||
    (residence !== null && parties.has(residence)) ||
    networks.some((slug) => excluded.networks.includes(slug))
  );
}

/** She has worked in this process before. */
function hasServed({ processes }: HeldFacts, { process, insidersWanted }: AskedWork): boolean {
  if (process === null || insidersWanted) return false;
  const name = foldText(process.name);
  return processes.some((each) => foldText(each) === name);
}
