/** One digit of any script that is no part of a longer number, a day, a symbol of a document or a share. */
const SMALL = /(?<![\p{L}\p{Nd}.,:/-])\p{Nd}(?![\p{L}\p{Nd}:/%-]|[.,]\p{Nd}|\s%)/u;

/**
 * Whether one of the texts has a number from 0 to 9. Where a text is about violence, so few people might be recognized;
 * standards for data on such violence ask not to tell them. A warning only: the number may count laws or meetings.
 */
export function hasSmallNumber(texts: Iterable<string | null>): boolean {
  return [...texts].some((text) => text !== null && SMALL.test(text));
}

/** Whether a count is from 0 to 9; null is none. */
export function isSmallCount(count: string | null): boolean {
  return count !== null && Number(count) >= 0 && Number(count) < TEN;
}

const TEN = 10;
