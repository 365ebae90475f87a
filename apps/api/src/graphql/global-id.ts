import { InputError } from './input-error.js';

/** Types that `node` finds. */
export const NODE_TYPES = ['Mediator', 'Network', 'Need'] as const;
export type NodeType = (typeof NODE_TYPES)[number];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Relay's global id: opaque to clients, one for each object of the graph. */
export function globalId(type: NodeType, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** Reads a global id, of that type where one is given, from the argument at `path`. @throws InputError */
export function readGlobalId(
  id: string,
  only?: NodeType,
  path = 'id',
): { type: NodeType; id: string } {
  const [name, uuid = ''] = Buffer.from(id, 'base64url').toString('utf8').split(':');
  const type = NODE_TYPES.find((candidate) => candidate === name);
  if (!type || !UUID.test(uuid) || globalId(type, uuid) !== id || (only && only !== type)) {
    const message = `This is not the id of ${only ? `a ${only}` : 'an object'} of this directory.`;
    throw new InputError([{ path, code: 'MALFORMED', message }]);
  }
  return { type, id: uuid };
}
