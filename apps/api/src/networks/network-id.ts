import { NotFoundError } from '#kernel';
import type { Context } from '../graphql/context.js';

/** The id of a network by its slug. @throws NotFoundError */
export async function networkId({ networkIds }: Context, slug: string): Promise<string> {
  const id = await networkIds.load(slug);
  if (id === null) throw new NotFoundError('network');
  return id;
}
