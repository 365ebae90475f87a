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
    const [listed] = this.holders(networks, [members(pool.dictionaries.networks, [network])]);
    this.rows = Uint32Array.from(listed!.items(), (woman) => this.rows[woman]!);
  }

  get count(): number {
    return this.rows.length;
  }

  /** For each language, who has it, or a member of it, at its level. */
  speaking(languages: WholeRequest['languages']): BitSet[] {
    const { lists, dictionaries } = this.pool;
    const wanted = languages.map((each) => satisfying(dictionaries.languages, each));
    return this.holders(lists.languages, wanted);
  }

  /** For each expertise, who has it, or a topic of that domain, at its level. */
  practising(expertise: WholeRequest['expertise']): BitSet[] {
    const { codes } = this.pool.dictionaries.expertise;
    const wanted = expertise.map(({ code, level }) => {
      const words = new Uint8Array(codes.length * EXPERTISE_WORDS);
      codes.forEach((found, symbol) => {
        if (expertiseSimilarity(code, found) !== 10) return;
        words.fill(1, symbol * EXPERTISE_WORDS + level, (symbol + 1) * EXPERTISE_WORDS);
      });
      return words;
    });
    return this.holders(this.pool.lists.expertise, wanted);
  }

  /** For each area, who has expertise on a territory of it. */
  knowing(areas: WholeRequest['areas']): BitSet[] {
    const { codes } = this.pool.dictionaries.territories;
    const wanted = areas.map((area) =>
      Uint8Array.from(codes, (code) => Number(areaContains(area, code))),
    );
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

  /**
   * For each set of wanted words, who has one of them: by one pass over the lists of all women.
   *
   * @param wanted for each set, by word: 1 for those in it
   */
  private holders(column: ListColumn, wanted: readonly Uint8Array[]): BitSet[] {
    const { words, numbers } = column;
    const setsOf = Array.from({ length: wanted[0]?.length ?? 0 }, (_, word) =>
      wanted.flatMap((set, i) => (set[word] === 1 ? [i] : [])),
    );
    const holders = wanted.map(() => new BitSet(this.rows.length));
    this.rows.forEach((row, woman) => {
      const list = numbers[row]!;
      const end = column.endOf(list);
      for (let i = column.startOf(list); i < end; i++) {
        for (const set of setsOf[words[i]!]!) holders[set]!.add(woman);
      }
    });
    return holders;
  }
}
