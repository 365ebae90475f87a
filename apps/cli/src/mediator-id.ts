import { isUuid } from '#identity';
import { CommandFailure } from './failure.js';

/** A woman's id as the database has it, or as the graph gives it to the public or to coordinators. */
export function readMediatorId(id: string): string {
  const decoded = Buffer.from(id, 'base64url').toString('utf8');
  const [, inside = id] = /^(?:Mediator|Profile):(.*)$/.exec(decoded) ?? [];
  if (isUuid(inside)) return inside;
  throw new CommandFailure(`"${id}" is not the id of a mediator.`);
}
