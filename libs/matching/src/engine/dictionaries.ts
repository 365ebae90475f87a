import {
  type AreaCode,
  areaRelation,
  EXPERTISE_LEVELS,
  type ExpertiseCode,
  type ExpertiseLevel,
  expertiseSimilarity,
  type LanguageCode,
  type Phase,
  type ProcessType,
  languageRelation,
  languageService,
  PROFICIENCIES,
  type Proficiency,
  proficiencyRank,
} from '#vocabulary';
import { DEPLOYMENT_YEARS } from '../candidate.js';
import { MODEL } from '../model.js';

/** The year in which a deployment ended, as a level; 0 where it is not shown. */
const YEAR_LEVELS = [
  0,
  ...Array.from(
    { length: DEPLOYMENT_YEARS.last - DEPLOYMENT_YEARS.first + 1 },
    (_, i) => DEPLOYMENT_YEARS.first + i,
  ),
];

/** Among years: what a profile lists, whether or not a deployment shows it. */
export const LISTED_YEAR = -1;

const SKILL = 10_000;

/** The listed level of a field, 0 where it is not listed, and the year of a deployment that shows it, as one number. */
export function skillLevel(level: ExpertiseLevel | 0, year: number): number {
  return level * SKILL + year + 1;
}

/** What a `skillLevel` is made of. */
export function skillOf(number: number): { level: ExpertiseLevel | 0; year: number } {
  return {
    level: Math.floor(number / SKILL) as ExpertiseLevel | 0,
    year: (number % SKILL) - 1,
  };
}

/** The codes in use in one pool. */
export class Dictionaries {
  readonly languages = new Dictionary<LanguageCode, Proficiency>(
    languageRelation,
    PROFICIENCIES,
    proficiencyRank,
  );
  /** Territories, and the regions of women who show no more. */
  readonly territories = new Dictionary<AreaCode>(areaRelation);
  readonly expertise = new Dictionary<ExpertiseCode, ExpertiseLevel>(
    expertiseSimilarity,
    EXPERTISE_LEVELS,
    Number,
  );
  readonly networks = new Dictionary<string>((wanted, found) => (wanted === found ? 10 : 0));
  /** Languages as model 2 compares them; their words are those of `languages`. */
  readonly served = this.languages.comparedBy(languageService);
  /** Territories that she lists, and those where she was deployed, with the year. */
  readonly places = new Dictionary<AreaCode, number>(areaRelation, [LISTED_YEAR, ...YEAR_LEVELS]);
  /** Fields that she lists or that a deployment shows, at `skillLevel`. */
  readonly skills = new Dictionary<ExpertiseCode, number>(expertiseSimilarity, [
    ...EXPERTISE_LEVELS.map((level) => skillLevel(level, LISTED_YEAR)),
    ...YEAR_LEVELS.map((year) => skillLevel(0, year)),
    ...EXPERTISE_LEVELS.flatMap((level) => YEAR_LEVELS.map((year) => skillLevel(level, year))),
  ]);
  /** Kinds of process that she was deployed in, as `processCode`, with the year. */
  readonly works = new Dictionary<string, number>(processRelation, YEAR_LEVELS);

  get bytes(): number {
    const { languages, territories, expertise, networks, places, skills, works } = this;
    return [languages, territories, expertise, networks, places, skills, works].reduce(
      (sum, { bytes }) => sum + bytes,
      0,
    );
  }
}

/** A type and phase of a process as one code; either may be missing. */
export function processCode(type: ProcessType | null, phase: Phase | null): string {
  return `${type ?? ''}/${phase ?? ''}`;
}

/** Type and phase of a code. */
export function processOf(code: string): { type: ProcessType | null; phase: Phase | null } {
  const [type, phase] = code.split('/');
  return { type: (type || null) as ProcessType | null, phase: (phase || null) as Phase | null };
}

/** In tenths: the same in all that is wanted 10, the same type 7, the same phase 4. */
function processRelation(wanted: string, found: string): number {
  const [one, other] = [processOf(wanted), processOf(found)];
  const isType = one.type !== null && one.type === other.type;
  const isPhase = one.phase !== null && one.phase === other.phase;
  if ((isType || one.type === null) && (isPhase || one.phase === null)) {
    return MODEL.process.typeAndPhase;
  }
  if (isType) return MODEL.process.type;
  return isPhase ? MODEL.process.phase : 0;
}

/** An estimate of what one entry of a Map and its string cost. */
const ENTRY_BYTES = 100;

/** How many different words 16 bits can be. */
const WORDS = 0x10000;

/** How well each word of a dictionary fits something wanted. A word is a symbol times `levels`, plus the place of a level. */
export interface Fits {
  levels: number;
  /** By symbol; 0 where it does not fit. */
  relations: Uint8Array;
  /** By relation, then by the place of the level: the fit. Relations that no code has are left out. */
  byRelation: number[][];
}

/** Wanted codes whose relations are kept; the oldest goes first. */
const KEPT = 512;

/**
 * The codes of one kind that are in use. Each has a symbol, a small integer that it keeps for the life of the
 * pool. The word that lists keep of an item is its symbol times the number of levels, plus the place of its level.
 */
export class Dictionary<Code extends string = string, Level = unknown> {
  /** The code of each symbol. */
  readonly codes: Code[] = [];
  private readonly symbols = new Map<string, number>();
  /** The place of each level among `levels`. */
  private readonly places: ReadonlyMap<Level, number>;
  private readonly relations = new Map<string, Uint8Array>();

  /**
   * @param relation how far a found code is from a wanted one, in tenths: 10 for the same code or a part of it
   * @param levels that an item may have, the lowest first; one for items without
   * @param rankOf a number that is higher for a higher level
   */
  constructor(
    private readonly relation: (wanted: Code, found: Code) => number,
    readonly levels: readonly Level[] = [undefined as Level],
    private readonly rankOf: (level: Level) => number = () => 0,
  ) {
    this.places = new Map(levels.map((level, place) => [level, place]));
  }

  get bytes(): number {
    return this.codes.length * (ENTRY_BYTES + this.relations.size);
  }

  /** The same codes, symbols and words, compared in another way. */
  comparedBy(relation: (wanted: Code, found: Code) => number): Dictionary<Code, Level> {
    const { codes, symbols, levels, rankOf } = this;
    const other = new Dictionary<Code, Level>(relation, levels, rankOf);
    Object.assign(other, { codes, symbols });
    return other;
  }

  /** The symbol of a code, given to it now if it had none. Throws RangeError when all are given. */
  intern(code: Code): number {
    const known = this.symbols.get(code);
    if (known !== undefined) return known;
    const symbol = this.codes.length;
    const limit = Math.floor(WORDS / this.levels.length);
    if (symbol === limit) {
      throw new RangeError(`The pool holds ${limit} different codes; ${code} is one too many.`);
    }
    this.symbols.set(code, symbol);
    this.codes.push(code);
    return symbol;
  }

  /** The word of an item. */
  wordOf({ code, level }: { code: Code; level: Level }): number {
    return this.intern(code) * this.levels.length + this.places.get(level)!;
  }

  /** The item of a word. */
  itemOf(word: number): { code: Code; level: Level } {
    const { codes, levels } = this;
    const code = codes[Math.floor(word / levels.length)]!;
    return { code, level: levels[word % levels.length]! };
  }

  /**
   * The relations of all codes to a wanted one, by symbol, in tenths. They are kept, because a few hundred
   * look-ups in the vocabulary cost more than ranking thousands of rows, and needs want the same codes again
   * and again.
   */
  relationsTo(wanted: Code): Uint8Array {
    const { codes, relations } = this;
    const known = relations.get(wanted);
    if (known?.length === codes.length) return known;
    const found = Uint8Array.from(codes, (code) => this.relation(wanted, code));
    relations.set(wanted, found);
    const [oldest] = relations.keys();
    if (relations.size > KEPT) relations.delete(oldest!);
    return found;
  }

  /** How well each word fits a wanted code, by a number for the relation of its code and for its level. */
  fits(wanted: Code, numberOf: (relation: number, level: Level) => number): Fits {
    const relations = this.relationsTo(wanted);
    const byRelation: Fits['byRelation'] = [];
    // Codes are many and relations few.
    for (const relation of relations) {
      if (relation === 0) continue;
      byRelation[relation] ??= this.levels.map((level) => numberOf(relation, level));
    }
    return { levels: this.levels.length, relations, byRelation };
  }

  /** By word of codes without levels: 1 for those that are listed. */
  setOf(listed: readonly Code[]): Uint8Array {
    const codes = new Set(listed);
    return Uint8Array.from(this.codes, (code) => (codes.has(code) ? 1 : 0));
  }

  /** By word: 1 for those of the wanted code or a part of it, at the level or above; at any where none is given. */
  setWithin(wanted: Code, level: Level = this.levels[0]!): Uint8Array {
    const { codes, levels } = this;
    const least = this.rankOf(level);
    const relations = this.relationsTo(wanted);
    const isEnough = levels.map((has) => this.rankOf(has) >= least);
    return Uint8Array.from({ length: codes.length * levels.length }, (_, word) =>
      Number(relations[Math.floor(word / levels.length)] === 10 && isEnough[word % levels.length]),
    );
  }
}
