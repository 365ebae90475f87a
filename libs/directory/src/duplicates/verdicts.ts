/** What somebody who knows both can say of two records. */
export const LINK_VERDICTS = ['same', 'different', 'cannot-say', 'ask-her'] as const;
export type LinkVerdict = (typeof LINK_VERDICTS)[number];

/** What the mediator herself can say of an entry that may be hers; `cannot-say` is that she will not say it now. */
export const HER_WORDS = ['same', 'different', 'cannot-say'] as const;
export type HerWord = (typeof HER_WORDS)[number];

/** How a suggestion stands: nobody has decided yet, or the last verdict. A verdict can be changed. */
export const LINK_STATES = ['open', ...LINK_VERDICTS] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** What a comparison can be of, as libs/linkage has it. */
export const LINK_COMPARISONS = [
  'PRIOR',
  'NAME',
  'BIRTH',
  'NATIONALITY',
  'RESIDENCE',
  'LANGUAGE',
  'MAIL',
  'TELEPHONE',
  'IDENTIFIER',
  'TEXT',
  'PLACES',
  'RELATIVES',
] as const;
export type LinkComparison = (typeof LINK_COMPARISONS)[number];

/** A word of a name that both have. */
export interface LinkWord {
  readonly one: string;
  readonly other: string;
  /** Records of the list that have it. */
  readonly records: number;
  /** Thousandths of a bit. */
  readonly weight: number;
}

/** One bar of the explanation: what a comparison adds to the weight, with the values of both. */
export interface LinkBar {
  readonly comparison: LinkComparison;
  /** Thousandths of a bit; positive speaks for one woman. */
  readonly weight: number;
  /** How far the values agree, as libs/linkage names it; null if the comparison knows no levels. */
  readonly level: string | null;
  /** Empty for mail addresses and telephone numbers, which are compared as keys. */
  readonly one: readonly string[];
  readonly other: readonly string[];
  /** The rarest value that both have, and how many records of the list have it; null if that is not known. */
  readonly shared: string | null;
  readonly records: number | null;
  /** Of a name: the words that agree. What is left of the weight is for their order and for words of one side alone. */
  readonly words: readonly LinkWord[];
}
