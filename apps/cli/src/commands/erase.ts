import { JobRunner } from '#database';
import { type WomanToErase, ErasureService, MediatorIds, NetworkService } from '#directory';
import { OPERATOR } from '#identity';
import { answerTo, confirm, TERMINAL } from '../confirm.js';
import { readText, STANDARD_INPUT } from '../input-file.js';
import { CommandFailure } from '#runtime';
import { mediatorKey, readMediatorId } from '../mediator-id.js';
import { withApplication } from '../with-application.js';

/** One line. No more is asked: some lists have numbers that hold the same sign, and these are read in the same way. */
const ONE_ADDRESS = /^.+@.+$/u;

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

/**
 * Lets a network list a woman again who was erased and has agreed anew, by her number; or others who share her mailbox, by an
 * address, which is asked for or read from standard input: arguments are kept by shells and shown in lists of processes.
 */
export async function readmit(
  number: string | undefined,
  { network: slug, yes }: { readonly network: string; readonly yes?: boolean },
): Promise<void> {
  if (number?.includes('@')) {
    throw new CommandFailure(
      'Nothing was changed: an e-mail address does not belong in a command, which the shell keeps. Leave it out; you are asked for it, or it is read from standard input.',
    );
  }
  await withApplication(async (app) => {
    const erasure = app.get(ErasureService);
    const networks = app.get(NetworkService);
    const network = await networks.bySlug(slug);
    if (!network) throw new CommandFailure(`There is no network "${slug}".`);
    const given = number ?? (await readAddress());
    // An address is not repeated: output is kept in places where nobody erases it.
    const what = number === undefined ? 'that address' : `number ${number}`;
    const question = `Allow ${slug} to list ${what} again? That mediator asked to be erased.`;
    await confirm({ question, yes });
    await erasure.readmit(OPERATOR, network.id, given);
    console.log(
      number === undefined
        ? 'The address may be imported again. Whoever was erased stays out by her number.'
        : 'The number may be imported again: the list must state her new consent.',
    );
  });
}

async function readAddress(): Promise<string> {
  const { input, output } = TERMINAL;
  const address =
    input.isTTY && output.isTTY
      ? await answerTo('E-mail address: ', TERMINAL)
      : (await readText(STANDARD_INPUT)).trim();
  if (!ONE_ADDRESS.test(address)) {
    throw new CommandFailure('Nothing was changed: one e-mail address is needed.');
  }
  return address;
}

function nameOf({ name }: WomanToErase): string {
  return `"${name.replaceAll(/\p{C}/gu, '')}"`;
}

function listingsOf({ listings }: WomanToErase): string {
  if (listings.length === 0) return 'listed by no network';
  return `listed by ${listings.map(({ network, number }) => `${network} as ${number}`).join(', ')}`;
}
