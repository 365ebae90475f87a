import type { ListPage, ListResult, Reader } from '#database';

/** A row of a list that is ordered by a unique text. */
export interface Keyed {
  readonly key: string;
}

/**
 * One page of what a statement selects, in the order of its column `key`, which no two rows share.
 * Like `listPage`, for lists that are more than a table.
 */
export async function keyedList<T extends Keyed>(
  reader: Reader,
  sql: string,
  parameters: readonly unknown[],
  page: ListPage,
): Promise<ListResult<T>> {
  const forward = 'first' in page;
  const size = forward ? page.first : page.last;
  const from = (forward ? page.after : page.before) ?? null;
  const edge = `$${parameters.length + 1}::text`;
  const [ahead, behind] = forward ? (['>', '<='] as const) : (['<', '>='] as const);
  const [row] = await reader.query<{ rows: T[]; total: number; before: boolean }>(
    `WITH list AS MATERIALIZED (${sql})
     SELECT (SELECT count(*)::int FROM list) AS total,
       EXISTS (SELECT FROM list WHERE key COLLATE "C" ${behind} ${edge}) AS before,
       (SELECT coalesce(json_agg(page), '[]') FROM
         (SELECT * FROM list WHERE ${edge} IS NULL OR key COLLATE "C" ${ahead} ${edge}
          ORDER BY key COLLATE "C" ${forward ? 'ASC' : 'DESC'} LIMIT ${size + 1}) AS page) AS rows`,
    [...parameters, from],
  );
  const found = row?.rows ?? [];
  const items = found.slice(0, size);
  const further = found.length > size;
  const passed = row?.before ?? false;
  const totalCount = row?.total ?? 0;
  return forward
    ? { items, totalCount, hasNextPage: further, hasPreviousPage: passed }
    : { items: items.toReversed(), totalCount, hasNextPage: passed, hasPreviousPage: further };
}
