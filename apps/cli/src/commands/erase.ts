import { JobRunner } from '#database';
import { type WomanToErase, ErasureService, MediatorIds, NetworkService } from '#directory';
import { OPERATOR } from '#identity';
import { confirm } from '../confirm.js';
import { CommandFailure } from '#runtime';
import { mediatorKey, readMediatorId } from '../mediator-id.js';
import { withApplication } from '../with-application.js';

/** Erases a mediator at her request, everywhere and for good, and lets the index follow. */
export async function erase(id: string, { yes }: { readonly yes?: boolean }): Promise<void> {
  const given = readMediatorId(id);
  await withApplication(async (app) => {
    const erasure = app.get(ErasureService);
    const jobs = app.get(JobRunner);
    const mediatorIds = app.get(MediatorIds);
    const mediatorId = await mediatorKey(mediatorIds, given);
    const her = await erasure.whom(OPERATOR, mediatorId);
    await confirm({ question: `Erase ${nameOf(her)}, ${listingsOf(her)}?`, yes });
    await erasure.erase(OPERATOR, mediatorId);
    await jobs.drain();
    // What she was called is not repeated: output is kept in places where nobody erases it.
    console.log(
      `Erased: ${id}, ${listingsOf(her)}. Older backups still contain her data: docs/decisions/0017-consent-and-erasure.md.`,
    );
  });
}

/** Lets a network list a woman again who was erased and has agreed anew, or others who share her mailbox. */
export async function readmit(
  numberOrAddress: string,
  { network: slug, yes }: { readonly network: string; readonly yes?: boolean },
): Promise<void> {
  await withApplication(async (app) => {
    const erasure = app.get(ErasureService);
    const networks = app.get(NetworkService);
    const network = await networks.bySlug(slug);
    if (!network) throw new CommandFailure(`There is no network "${slug}".`);
    // An address is not repeated: output is kept in places where nobody erases it.
    const what = numberOrAddress.includes('@') ? 'that address' : `number ${numberOrAddress}`;
    const question = `Allow ${slug} to list ${what} again? That mediator asked to be erased.`;
    await confirm({ question, yes });
    await erasure.readmit(OPERATOR, network.id, numberOrAddress);
    console.log(
      what === 'that address'
        ? 'The address may be imported again. Whoever was erased stays out by her number.'
        : 'The number may be imported again: the list must state her new consent.',
    );
  });
}

function nameOf({ name }: WomanToErase): string {
  return `"${name.replaceAll(/\p{C}/gu, '')}"`;
}

function listingsOf({ listings }: WomanToErase): string {
  if (listings.length === 0) return 'listed by no network';
  return `listed by ${listings.map(({ network, number }) => `${network} as ${number}`).join(', ')}`;
}
