import { open, rm } from 'node:fs/promises';
import { ExchangePartners, ExchangeService, InstallationKeys, type WriteFile } from '#directory';
import { OPERATOR } from '#identity';
import { MOST_VALUES_OF_SIDE } from '#linkage/sizes';
import { CommandFailure } from '#runtime';
import type { Format } from '../format-option.js';
import { readText } from '../input-file.js';
import { positiveInteger } from '../numbers.js';
import { printList } from '../output.js';
import { withApplication } from '../with-application.js';

/** Prints how other installations know this one; the first time, and with `renew`, it makes a key. */
export async function showKey({ renew }: { readonly renew?: boolean }): Promise<void> {
  await withApplication(async (app) => {
    const { address, publicKey } = await app.get(InstallationKeys).installation(OPERATOR, renew);
    if (address !== '') console.log(`Address: ${address}`);
    console.log(`Key: ${publicKey}`);
    if (renew) console.log('Tell all partners the new key. Files for the old one are not taken.');
  });
}

/** Prints the installations whose files are taken. */
export async function listPartners({ format }: { readonly format: Format }): Promise<void> {
  await withApplication(async (app) => {
    const found = await app.get(ExchangePartners).list(OPERATOR);
    const rows = found.map(({ name, publicKey, most, telephones, addedAt, answeredAt }) => [
      name,
      publicKey,
      most,
      telephones ? 'yes' : 'no',
      addedAt.slice(0, 10),
      answeredAt?.slice(0, 10) ?? '',
    ]);
    printList(
      { head: ['partner', 'key', 'most values', 'telephones', 'since', 'last answered'], rows },
      format,
    );
  });
}

/** Takes files of another installation from now on. */
export async function trustPartner(
  name: string,
  {
    key,
    most,
    telephones = false,
    renew = false,
  }: {
    readonly key: string;
    readonly most: string;
    readonly telephones?: boolean;
    readonly renew?: boolean;
  },
): Promise<void> {
  await withApplication(async (app) => {
    if (renew) {
      await app.get(ExchangePartners).renew(OPERATOR, name, key);
      console.log(`Files of ${name} are taken by its new key from now on.`);
      return;
    }
    const partner = {
      name,
      publicKey: key,
      telephones,
      most: positiveInteger('--most', most, MOST_VALUES_OF_SIDE),
    };
    await app.get(ExchangePartners).trust(OPERATOR, partner);
    console.log(
      `Files of ${name} are taken from now on. Every mediator is asked on her page whether she agrees to be compared with it.`,
    );
  });
}

/** Takes no more files of an installation. */
export async function distrustPartner(name: string): Promise<void> {
  await withApplication(async (app) => {
    await app.get(ExchangePartners).end(OPERATOR, name);
    console.log(`Files of ${name} are not taken any more.`);
  });
}

interface Out {
  readonly out: string;
}

/** Begins an exchange with a partner. */
export async function exportExchange({ to, out }: Out & { readonly to: string }): Promise<void> {
  await withApplication((app) =>
    writingTo(out, (write) => app.get(ExchangeService).export(OPERATOR, to, write)),
  );
  console.log(`Written: ${out}. Send it to ${to}, which answers it with baraza link compare.`);
}

/** Answers the first file of a partner. */
export async function compareExchange(file: string, { out }: Out): Promise<void> {
  const text = await readText(file);
  await withApplication((app) =>
    writingTo(out, (write) => app.get(ExchangeService).compare(OPERATOR, text, write)),
  );
  console.log(`Written: ${out}. Send it back; the other side imports it with baraza link import.`);
}

/** Takes the answer of a partner. */
export async function importExchange(file: string, { out }: Partial<Out>): Promise<void> {
  const text = await readText(file);
  const written = await withApplication((app) => {
    const take = (write: WriteFile | null) =>
      app.get(ExchangeService).import(OPERATOR, text, write);
    return out === undefined ? take(null).then(() => false) : writingTo(out, take);
  });
  console.log('Imported. Mediators who may be on both lists are asked on their pages.');
  if (written) console.log(`Written: ${out}. Send it back; importing it ends the exchange.`);
}

/**
 * Gives a way to write one file that is not there yet; it goes again if the work fails after it. Tells whether a file was
 * written.
 */
async function writingTo(out: string, work: (write: WriteFile) => Promise<void>): Promise<boolean> {
  let written = false;
  const write: WriteFile = async (text) => {
    const handle = await open(out, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      throw new CommandFailure(
        error.code === 'EEXIST'
          ? `The file ${out} is there already.`
          : `The file ${out} cannot be written (${error.code ?? error.message}).`,
      );
    });
    written = true;
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
  };
  try {
    await work(write);
  } catch (error) {
    if (written) await rm(out, { force: true });
    throw error;
  }
  return written;
}
