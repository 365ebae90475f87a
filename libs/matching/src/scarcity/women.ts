import { areaContains, expertiseSimilarity } from '#vocabulary';
import type { CandidatePool } from '../pool/candidate-pool.js';
import { Flag } from '../pool/columns.js';
import { EXPERTISE_WORDS } from '../pool/dictionaries.js';
import type { ListColumn } from '../pool/list-column.js';
import { members, satisfying } from '../rank/eligibility.js';
import { BitSet } from './bit-set.js';
import type { WholeRequest } from './request.js';

/** A woman who may be matched: she agreed, and her profile is published and not stale. */
const MATCHABLE = Flag.live | Flag.consent | Flag.published;

/** The women of a pool who may be matched, and who of them has what. A woman is her place in `rows`. */
export class Women {
  readonly rows: Uint32Array;

  constructor(
    private readonly pool: CandidatePool,
    network: string | null,
  ) {
    const { flags } = pool.columns;
    const all = new Uint32Array(pool.rows);
    let count = 0;
    for (let row = 0; row < pool.rows; row++) {
      all[count] = row;
      count += Number((flags[row]! & MATCHABLE) === MATCHABLE);
    }
    this.rows = all.subarray(0, count);
    if (network === null) return;
    const { networks } = pool.lists;
    const listed = this.holders(networks, members(pool.dictionaries.networks, [network]));
    const rows: number[] = [];
    listed.forEach((woman) => rows.push(this.rows[woman]!));
    this.rows = Uint32Array.from(rows);
  }

  get count(): number {
    return this.rows.length;
  }

  /** Who has a language, or a member of it, at its level. */
  speaking(language: WholeRequest['languages'][number]): BitSet {
    const { lists, dictionaries } = this.pool;
    return this.holders(lists.languages, satisfying(dictionaries.languages, language));
  }

  /** Who has an expertise, or a topic of that domain, at its level. */
  practising({ code, level }: WholeRequest['expertise'][number]): BitSet {
    const { codes } = this.pool.dictionaries.expertise;
    const wanted = new Uint8Array(codes.length * EXPERTISE_WORDS);
    codes.forEach((found, symbol) => {
      if (expertiseSimilarity(code, found) !== 10) return;
      wanted.fill(1, symbol * EXPERTISE_WORDS + level, (symbol + 1) * EXPERTISE_WORDS);
    });
    return this.holders(this.pool.lists.expertise, wanted);
  }

  /** Who has expertise on a territory of an area. */
  knowing(area: string): BitSet {
    const { codes } = this.pool.dictionaries.territories;
    const wanted = Uint8Array.from(codes, (code) => Number(areaContains(area, code)));
    return this.holders(this.pool.lists.territories, wanted);
  }

  /** How many of some women each network lists, most first, then by slug. */
  byNetwork(women: readonly number[]): { slug: string; count: number }[] {
    const { codes } = this.pool.dictionaries.networks;
    const counts = new Map<string, number>();
    for (const woman of women) {
      for (const symbol of this.pool.lists.networks.read(this.rows[woman]!)) {
        const slug = codes[symbol]!;
        counts.set(slug, (counts.get(slug) ?? 0) + 1);
      }
    }
    return [...counts]
      .map(([slug, count]) => ({ slug, count }))
      .sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1));
  }

  /** Whose list holds a wanted word; each list is read once, however many women have it. */
  private holders(column: ListColumn, wanted: Uint8Array): BitSet {
    const { words, numbers } = column;
    const holders = new BitSet(this.rows.length);
    const known = new Uint8Array(column.numberCount);
    this.rows.forEach((row, woman) => {
      const list = numbers[row]!;
      if (known[list] === 0) {
        known[list] = 1;
        const end = column.endOf(list);
        for (let i = column.startOf(list); i < end; i++)
          if (wanted[words[i]!] === 1) known[list] = 2;
      }
      if (known[list] === 2) holders.add(woman);
    });
    return holders;
  }
}
