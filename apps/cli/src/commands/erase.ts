import { OPERATOR } from '#identity';
import { CommandFailure } from '../failure.js';
import { mediatorKey, readMediatorId } from '../mediator-id.js';
import { withRooms } from '../with-rooms.js';

/** Erases a mediator at her request, everywhere and for good, and lets the index follow. */
export async function erase(id: string): Promise<void> {
  const given = readMediatorId(id);
  await withRooms(async ({ erasure, jobs, mediatorIds }) => {
    const mediatorId = await mediatorKey(mediatorIds, given);
    await erasure.erase(OPERATOR, mediatorId);
    await jobs.drain();
    console.log(
      `Erased: ${id}. Backups made before still hold her: docs/decisions/0017-consent-and-erasure.md.`,
    );
  });
}

/** Lets a network list a woman again who was erased and has agreed anew. */
export async function readmit(number: string, options: { network: string }): Promise<void> {
  await withRooms(async ({ erasure, networks }) => {
    const network = await networks.bySlug(options.network);
    if (!network) throw new CommandFailure(`There is no network "${options.network}".`);
    await erasure.readmit(OPERATOR, network.id, number);
    console.log('The number may be imported again: the list must state her new consent.');
  });
}
