import {
  Cursors,
  type InputProblem,
  type ListPage,
  type ListResult,
  type PageFrom,
  throwIfProblems,
} from '#kernel';
import { refusal } from '#messages';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { isUuid } from '#identity';

export const STANDARD_SIZE = 20;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many entries to return from the start, or after \`after\`. Defaults to ${STANDARD_SIZE}.`,
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Return what follows this cursor. Goes with `first`.',
  })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many entries to return from the end, or before `before`. Cannot be combined with `first`.',
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Return what comes before this cursor. Needs `last`.',
  })
  before?: string | null;
}

@ObjectType({ description: 'Where a page stands in its list, as Relay defines it.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'True if entries follow this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'True if entries come before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first entry of the page. Null if the page is empty.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last entry of the page. Null if the page is empty.',
  })
  endCursor!: string | null;
}

/** What was asked, checked against the largest page allowed. @throws InvalidInputError */
export function requestedPage(args: PageArgs, largest: number): ListPage {
  const { first, after, last, before } = args;
  const backward = isGiven(last) || isGiven(before);
  const problems: InputProblem[] = [];
  if (backward && (isGiven(first) || isGiven(after))) {
    const message = refusal('list.oneWay');
    problems.push({ path: 'last', code: 'CONTRADICTION', message });
  }
  if (isGiven(before) && !isGiven(last)) {
    problems.push({ path: 'last', code: 'MISSING', message: refusal('list.beforeNeedsLast') });
  }
  problems.push(...sizeProblems('first', first, largest), ...sizeProblems('last', last, largest));
  throwIfProblems(problems);
  if (isGiven(last)) return { last, ...(isGiven(before) && { before }) };
  return { first: first ?? Math.min(STANDARD_SIZE, largest), ...(isGiven(after) && { after }) };
}

const isKey = (value: unknown): value is string =>
  typeof value === 'string' && !value.includes('\0');

/** Cursors of a list in the order of a key. */
const keyCursors = (list: string) => new Cursors(list, isKey);

/** Cursors of a list in the order of ids. */
const idCursors = (list: string) =>
  new Cursors(list, (value): value is string => isKey(value) && isUuid(value));

/** The page of a list in the order of a key, from the key in its cursor. @throws InvalidInputError */
export function keyedPage(list: string, page: ListPage): ListPage {
  return fromPlace(keyCursors(list).page(page));
}

/** The same for a list whose keys are numbers of nine digits. @throws InvalidCursorError */
export function numberedPage(list: string, page: ListPage): ListPage {
  const isNumber = (value: unknown): value is string => isKey(value) && /^\d{9}$/u.test(value);
  return fromPlace(new Cursors(list, isNumber).page(page));
}

/** The same for a list in the order of ids. @throws InvalidInputError */
export function idPage(list: string, page: ListPage): ListPage {
  return fromPlace(idCursors(list).page(page));
}

function fromPlace({ forward, size, from }: PageFrom<string>): ListPage {
  return forward ? { first: size, after: from } : { last: size, before: from };
}

/** A list's page as a Relay connection. */
export function keyedConnection<T, N>(
  list: string,
  result: ListResult<T>,
  keyOf: (item: T) => string,
  toNode: (item: T) => N,
) {
  const cursors = keyCursors(list);
  const edges = result.items.map((item) => ({
    cursor: cursors.write(keyOf(item)),
    node: toNode(item),
  }));
  return { edges, totalCount: result.totalCount, pageInfo: pageInfo(edges, result) };
}

export function pageInfo(
  edges: readonly { readonly cursor: string }[],
  more: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean },
): PageInfo {
  const { hasNextPage, hasPreviousPage } = more;
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
}

function sizeProblems(
  path: string,
  size: number | null | undefined,
  largest: number,
): InputProblem[] {
  if (!isGiven(size) || (size >= 0 && size <= largest)) return [];
  const message = refusal('numbers.fromTo', { least: 0, most: largest });
  return [{ path, code: 'OUT_OF_RANGE', message }];
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}
