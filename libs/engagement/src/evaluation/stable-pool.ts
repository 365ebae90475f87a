import type { ExternalId } from '#directory';
import { CandidatePool, rank, type Candidate, type Need } from '#matching';
import type { TextMatch } from '#search';
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
  constructor(candidates: readonly Candidate[], members: readonly ExternalId[]) {
    const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
    for (const { mediatorId, network, externalId } of members) {
      if (this.stableIds.has(mediatorId)) continue;
      const docno = docnoOf(network, externalId);
      const id = stableId(docno);
      this.stableIds.set(mediatorId, id);
      const candidate = byId.get(mediatorId);
      if (!candidate) continue;
      this.pool.upsert({ ...candidate, id, lot: id });
      this.docnos.set(id, docno);
    }
  }

  /** Docnos of the first `limit` eligible candidates, best first; `found` is whom the need's brief finds. */
  rank(need: Need, found: readonly TextMatch[], limit: number): string[] {
    const { text } = need.soft;
    const soft = text ? { ...need.soft, text: { matches: this.placed(found) } } : need.soft;
    const { results } = rank(this.pool, { ...need, soft }, { limit });
    return results.flatMap(({ id }) => this.docnos.get(id) ?? []);
  }

  /**
   * Members whom a brief finds, in order of relevance, equals by their stable ids. A member who is not a
   * candidate takes her place, as she does in every ranking.
   */
  private placed(found: readonly TextMatch[]): string[] {
    return found
      .flatMap(({ id, relevance }) => {
        const stable = this.stableIds.get(id);
        return stable === undefined ? [] : [{ id: stable, relevance }];
      })
      .toSorted((a, b) => b.relevance - a.relevance || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
  }
}
