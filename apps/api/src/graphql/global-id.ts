import { InputError } from './input-error.js';

/** Types that `node` finds. */
export const NODE_TYPES = ['Mediator', 'Network', 'Need'] as const;
export type NodeType = (typeof NODE_TYPES)[number];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the id of something that `node` does not find. @throws InputError */
export function readPlainId(id: string, what: string): string {
  if (UUID.test(id)) return id;
  const message = `This is not the id of a ${what}.`;
  throw new InputError([{ path: 'id', code: 'MALFORMED', message }]);
}

/** Relay's global id: opaque to clients, one for each object of the graph. */
export function globalId(type: NodeType, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** Reads a global id; of that type, where one is given. @throws InputError */
export function readGlobalId(id: string, only?: NodeType): { type: NodeType; id: string } {
  const [name, uuid = ''] = Buffer.from(id, 'base64url').toString('utf8').split(':');
  const type = NODE_TYPES.find((candidate) => candidate === name);
  if (!type || !UUID.test(uuid) || globalId(type, uuid) !== id || (only && only !== type)) {
    const message = `This is not the id of ${only ? `a ${only}` : 'an object'} of this directory.`;
    throw new InputError([{ path: 'id', code: 'MALFORMED', message }]);
  }
  return { type, id: uuid };
}
