import { pageFrom, pageResult, type ListPage, type ListResult } from '#kernel';
import {
  LessThan,
  MoreThan,
  type FindOperator,
  type FindOptionsRelations,
  type FindOptionsWhere,
  type ObjectLiteral,
  type Repository,
} from 'typeorm';
import type { Reader } from './database.js';

/** What a list shows and what is loaded with it. */
export interface ListOptions<E> {
  /** Several are alternatives. */
  readonly where: FindOptionsWhere<E> | readonly FindOptionsWhere<E>[];
  readonly relations?: FindOptionsRelations<E>;
}

/**
 * One page of a list in the order of a unique text column. Pages stay stable while rows come and go,
 * because a page begins at a key and not at a number of rows.
 */
export async function listPage<E extends ObjectLiteral>(
  repository: Repository<E>,
  key: keyof E & string,
  { where, relations }: ListOptions<E>,
  page: ListPage,
): Promise<ListResult<E>> {
  const requested = pageFrom(page);
  const { forward, size, from } = requested;
  const all = [where].flat() as FindOptionsWhere<E>[];
  const each = (edge: FindOperator<string>) => all.map((one) => ({ ...one, [key]: edge }));
  const beyond = (edge: string) => each(forward ? MoreThan(edge) : LessThan(edge));
  const behind = (edge: string) => each(forward ? LessThan(edge) : MoreThan(edge));
  const [found, totalCount] = await Promise.all([
    repository.find({
      where: from === null ? all : beyond(from),
      relations,
      order: { [key]: forward ? 'ASC' : 'DESC' } as never,
      take: size + 1,
    }),
    repository.countBy(all),
  ]);
  const nearest = size > 0 ? found[0] : undefined;
  const edge = nearest ? String(nearest[key]) : from;
  const before = from !== null && edge !== null && (await repository.existsBy(behind(edge)));
  return pageResult(requested, found, totalCount, before);
}

/** The same for a list that is more than a table: what a statement selects, in the order of its unique text `key`. */
export async function listSelected<T extends { readonly key: string }>(
  reader: Reader,
  sql: string,
  parameters: readonly unknown[],
  page: ListPage,
): Promise<ListResult<T>> {
  const requested = pageFrom(page);
  const edge = `$${parameters.length + 1}::text`;
  const [ahead, behind] = requested.forward ? (['>', '<='] as const) : (['<', '>='] as const);
  const [row] = await reader.query<{ rows: T[]; total: number; behind: boolean }>(
    `WITH list AS MATERIALIZED (${sql})
     SELECT (SELECT count(*)::int FROM list) AS total,
       EXISTS (SELECT FROM list WHERE key COLLATE "C" ${behind} ${edge}) AS behind,
       (SELECT coalesce(json_agg(page), '[]') FROM
         (SELECT * FROM list WHERE ${edge} IS NULL OR key COLLATE "C" ${ahead} ${edge}
          ORDER BY key COLLATE "C" ${requested.forward ? 'ASC' : 'DESC'} LIMIT ${requested.size + 1}) AS page) AS rows`,
    [...parameters, requested.from],
  );
  if (!row) throw new Error('A statement without a table answers with one row.');
  return pageResult(requested, row.rows, row.total, row.behind);
}
