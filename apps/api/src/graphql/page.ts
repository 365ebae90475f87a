import type { ListPage, ListResult } from '#database';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { isUuid } from '#identity';
import { InputError, type FieldProblem } from './input-error.js';

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

/** A page as it was asked for, cursors still closed. */
export type AskedPage =
  | { readonly first: number; readonly after?: string }
  | { readonly last: number; readonly before?: string };

/** What was asked, checked against the largest page allowed. @throws InputError */
export function askedPage(args: PageArgs, largest: number): AskedPage {
  const { first, after, last, before } = args;
  const backward = isGiven(last) || isGiven(before);
  const problems: FieldProblem[] = [];
  if (backward && (isGiven(first) || isGiven(after))) {
    const message = 'A page goes forward (first, after) or backward (last, before), not both ways.';
    problems.push({ path: 'last', code: 'CONTRADICTION', message });
  }
  if (isGiven(before) && !isGiven(last)) {
    problems.push({ path: 'last', code: 'MISSING', message: 'A page before a cursor needs last.' });
  }
  problems.push(...sizeProblems('first', first, largest), ...sizeProblems('last', last, largest));
  if (problems.length > 0) throw new InputError(problems);
  if (isGiven(last)) return { last, ...(isGiven(before) && { before }) };
  return { first: first ?? Math.min(STANDARD_SIZE, largest), ...(isGiven(after) && { after }) };
}

/** What a cursor of a list holds: the list's name and the key it stands at. */
export function keyCursor(list: string, key: string): string {
  return Buffer.from(JSON.stringify([list, key])).toString('base64url');
}

/** The same page with its cursor opened, for a list in the order of a key. @throws InputError */
export function keyedPage(list: string, page: AskedPage): ListPage {
  return 'first' in page
    ? { first: page.first, after: readKey(list, 'after', page.after) }
    : { last: page.last, before: readKey(list, 'before', page.before) };
}

/** The same for a list in the order of ids. @throws InputError */
export function idPage(list: string, page: AskedPage): ListPage {
  const keyed = keyedPage(list, page);
  const key = 'first' in keyed ? keyed.after : keyed.before;
  if (isGiven(key) && !isUuid(key)) throw wrongCursor('first' in keyed ? 'after' : 'before');
  return keyed;
}

/** A list's page as a Relay connection. */
export function keyedConnection<T, N>(
  list: string,
  result: ListResult<T>,
  keyOf: (item: T) => string,
  toNode: (item: T) => N,
) {
  const edges = result.items.map((item) => ({
    cursor: keyCursor(list, keyOf(item)),
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

/** What is told of a cursor that is not one of the query's own. */
export function wrongCursor(path: 'after' | 'before'): InputError {
  const message = 'The cursor is not one of this query: begin again without it.';
  return new InputError([{ path, code: 'MALFORMED', message }]);
}

function readKey(
  list: string,
  path: 'after' | 'before',
  cursor: string | undefined,
): string | null {
  if (cursor === undefined) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [name, key] = Array.isArray(value) ? (value as unknown[]) : [];
    if (name === list && typeof key === 'string' && !key.includes('\0')) return key;
  } catch {
    // Not JSON: told below like any other cursor that is not ours.
  }
  throw wrongCursor(path);
}

function sizeProblems(
  path: string,
  size: number | null | undefined,
  largest: number,
): FieldProblem[] {
  if (!isGiven(size) || (size >= 0 && size <= largest)) return [];
  const message = `This is a whole number from 0 to ${largest}.`;
  return [{ path, code: 'OUT_OF_RANGE', message }];
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}
