import {
  LessThan,
  MoreThan,
  type FindOptionsRelations,
  type FindOptionsWhere,
  type ObjectLiteral,
  type Repository,
} from 'typeorm';

/** A page forward from the start or after a key, or backward from the end or before a key. */
export type ListPage =
  | { readonly first: number; readonly after?: string | null }
  | { readonly last: number; readonly before?: string | null };

export interface ListResult<T> {
  /** In ascending order of the key, whichever way the page goes. */
  readonly items: readonly T[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** What a list shows and what is loaded with it. */
export interface ListOptions<E> {
  readonly where: FindOptionsWhere<E>;
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
  const forward = 'first' in page;
  const size = forward ? page.first : page.last;
  const from = (forward ? page.after : page.before) ?? null;
  const beyond = (edge: string) => ({ ...where, [key]: forward ? MoreThan(edge) : LessThan(edge) });
  const behind = (edge: string) => ({ ...where, [key]: forward ? LessThan(edge) : MoreThan(edge) });
  const [found, totalCount] = await Promise.all([
    repository.find({
      where: from === null ? where : beyond(from),
      relations,
      order: { [key]: forward ? 'ASC' : 'DESC' } as never,
      take: size + 1,
    }),
    repository.countBy(where),
  ]);
  const items = found.slice(0, size);
  const further = found.length > size;
  const [nearest] = items;
  const edge = nearest ? String(nearest[key]) : from;
  const before = from !== null && edge !== null && (await repository.existsBy(behind(edge)));
  return forward
    ? { items, totalCount, hasNextPage: further, hasPreviousPage: before }
    : { items: items.toReversed(), totalCount, hasNextPage: before, hasPreviousPage: further };
}
