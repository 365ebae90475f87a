import type { MemberNumber } from '#directory';
import { CandidatePool, rank, type Need } from '#matching';
import { docnoOf, stableId } from './docno.js';

/**
 * The candidates of some networks under ids that do not depend on the machine: two directories that
 * imported the same lists give the same ranking, ties included.
 */
export class StablePool {
  private readonly pool = new CandidatePool();
  /** Docno by stable id. */
  private readonly docnos = new Map<string, string>();
  /** Stable id by the id in this directory. */
  private readonly stableIds = new Map<string, string>();

  /** Who is in two of the networks has the first of her numbers. */
  constructor(source: CandidatePool, members: readonly MemberNumber[]) {
    for (const { mediatorId, network, externalId } of members) {
      const candidate = source.get(mediatorId);
      if (!candidate || this.stableIds.has(mediatorId)) continue;
      const docno = docnoOf(network, externalId);
      const id = stableId(docno);
      this.pool.upsert({ ...candidate, id });
      this.docnos.set(id, docno);
      this.stableIds.set(mediatorId, id);
    }
  }

  /** Docnos of the first `limit` eligible candidates, best first. */
  rank(need: Need, limit: number): string[] {
    const { text } = need.soft;
    const matches = text?.matches.flatMap((id) => this.stableIds.get(id) ?? []);
    const soft = matches === undefined ? need.soft : { ...need.soft, text: { matches } };
    const { results } = rank(this.pool, { ...need, soft }, { limit });
    return results.flatMap(({ id }) => this.docnos.get(id) ?? []);
  }
}
