import type { Transaction } from '#database';
import { womenOfDeployments } from '#deployments';
import { standingsOf, womenEverListedBy, womenInCopies, womenListedBy } from '#directory';
import { networksOfAccount, touchedBy, type Touched } from '#identity';
import { womenOfIntroductions } from '#introductions';
import { addDays, startOf } from '#kernel';
import { BREACH_FACTS, type BreachFact } from './lists.js';

/** Whose data may have been seen. */
export interface BreachScope {
  /** The account that somebody else used: all that was done from it in these days counts. */
  readonly accountId: string | null;
  /** First and last day, in UTC. */
  readonly from: string;
  readonly until: string;
  /** Whether all women on the lists of the networks that the account coordinates count, too: looking at profiles is in no log. */
  readonly withLists: boolean;
  /** Networks all of whose women count, with those of their chapters and those whom they listed once: a list or a backup was lost. */
  readonly networkIds: readonly string[];
  /** Keys of women who are named besides. */
  readonly mediatorIds: readonly string[];
  /** What may have been seen of the women of these networks, and of those who are named. */
  readonly facts: readonly BreachFact[];
}

/** What an entry of the audit log is about, where it is about women. */
const SUBJECTS: Readonly<Record<string, 'woman' | 'introduction' | 'deployment'>> = {
  mediator: 'woman',
  introduction: 'introduction',
  deployment: 'deployment',
  incident: 'deployment',
  opening: 'deployment',
  alongside: 'deployment',
};

/**
 * The women whom it concerns, by the record that stands for each now, with what may have been seen of her: from the audit log
 * and from the copies that were taken away. Erased women are not among them.
 */
export async function affectedBy(
  tx: Transaction,
  { accountId, from, until, withLists, networkIds, mediatorIds, facts }: BreachScope,
): Promise<Map<string, BreachFact[]>> {
  const seen: { readonly id: string; readonly fact: BreachFact }[] = [];
  const note = (ids: readonly string[], ...all: BreachFact[]): void => {
    seen.push(...ids.flatMap((id) => all.map((fact) => ({ id, fact }))));
  };
  note(mediatorIds, ...facts);
  note(await womenEverListedBy(tx, networkIds), ...facts);
  if (accountId !== null) {
    const end = startOf(addDays(until, 1));
    const touched = await touchedBy(tx, accountId, startOf(from), end);
    const of = (kind: string, withContact: boolean) => idsOf(touched, kind, withContact);
    note(of('woman', false), 'profile');
    note(of('woman', true), 'profile', 'contact');
    for (const withContact of [false, true]) {
      const more: BreachFact[] = withContact ? ['work', 'contact'] : ['work'];
      note(await womenOfIntroductions(tx, of('introduction', withContact)), ...more);
      note(await womenOfDeployments(tx, of('deployment', withContact)), ...more);
    }
    for (const copy of await womenInCopies(tx, `user:${accountId}`, startOf(from), end)) {
      note([copy.mediatorId], 'profile', ...(copy.withContact ? (['contact'] as const) : []));
    }
    if (withLists) {
      note(await womenListedBy(tx, await networksOfAccount(tx, accountId)), 'profile');
    }
  }
  const standings = await standingsOf(tx, [...new Set(seen.map(({ id }) => id))]);
  const found = new Map<string, Set<BreachFact>>();
  for (const { id, fact } of seen) {
    const keptId = standings.get(id)?.keptId;
    if (keptId === undefined) continue;
    found.set(keptId, (found.get(keptId) ?? new Set()).add(fact));
  }
  return new Map(
    [...found].map(([id, some]) => [id, BREACH_FACTS.filter((fact) => some.has(fact))]),
  );
}

function idsOf(touched: readonly Touched[], kind: string, withContact: boolean): string[] {
  return touched.flatMap((one) =>
    SUBJECTS[one.subjectKind] === kind && one.withContact === withContact ? [one.subjectId] : [],
  );
}
