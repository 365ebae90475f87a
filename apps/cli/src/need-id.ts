import { isUuid } from '#identity';
import { CommandFailure } from '#runtime';

/** A need's id as the database has it, or as the graph gives it. */
export function readNeedId(id: string): string {
  const [, inside = id] = /^Need:(.*)$/.exec(Buffer.from(id, 'base64url').toString('utf8')) ?? [];
  if (isUuid(inside)) return inside;
  throw new CommandFailure(`"${id}" is not the id of a need.`);
}
