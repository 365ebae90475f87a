import { JobRunner } from '#database';
import {
  HIDING_REASONS,
  HidingService,
  MediatorIds,
  NetworkService,
  type HidingRequest,
} from '#directory';
import { isUuid, OPERATOR } from '#identity';
import { CommandFailure } from '#runtime';
import type { INestApplicationContext } from '@nestjs/common';
import type { Format } from '../format-option.js';
import { readText } from '../input-file.js';
import { mediatorKeys, readMediatorId } from '../mediator-id.js';
import { printList } from '../output.js';
import { withApplication } from '../with-application.js';

interface Whom {
  readonly network?: string;
  readonly file?: string;
}

type Scope = Pick<HidingRequest, 'networkId' | 'mediatorIds'>;

/** Hides many women at once, and lets the index follow. Nobody asks for confirmation: it can be undone, and it is urgent. */
export async function startHiding({
  reason: word,
  ...whom
}: Whom & { readonly reason: string }): Promise<void> {
  const reason = HIDING_REASONS.find((one) => one === word);
  if (!reason) throw new CommandFailure(`--reason is one of ${HIDING_REASONS.join(', ')}.`);
  if ((whom.network === undefined) === (whom.file === undefined)) {
    throw new CommandFailure('Hide whom? Name either --network or --file.');
  }
  await withApplication(async (app) => {
    const scope = await scopeOf(app, whom);
    const hiding = await app.get(HidingService).hide(OPERATOR, { ...scope, reason });
    console.log(
      `Hidden: ${hiding.women} women. To bring them back: baraza hiding lift ${hiding.id}`,
    );
    await app.get(JobRunner).drain();
  });
}

export async function liftHiding(id: string): Promise<void> {
  if (!isUuid(id)) throw new CommandFailure('This is not the id of a hiding.');
  await withApplication(async (app) => {
    const { restored, stillHidden, left } = await app.get(HidingService).lift(OPERATOR, id);
    await app.get(JobRunner).drain();
    console.log(
      `Brought back: ${restored} women. Still hidden by another hiding: ${stillHidden}. Left as they are now, because somebody took a step since: ${left}.`,
    );
  });
}

export async function listHidings({ format }: { readonly format: Format }): Promise<void> {
  await withApplication(async (app) => {
    const found = await app.get(HidingService).list(OPERATOR);
    const rows = found.map((one) => {
      const { id, network, oneByOne, reason, women, hiddenBy, hiddenAt, liftedAt } = one;
      return [
        id,
        oneByOne ? `${network ?? ''} named one by one`.trim() : (network ?? ''),
        reason,
        women,
        hiddenBy,
        hiddenAt.toISOString(),
        liftedAt?.toISOString() ?? 'stands',
      ];
    });
    const head = ['id', 'whom', 'reason', 'women', 'by', 'since', 'lifted'];
    printList({ head, rows }, format, found);
  });
}

async function scopeOf(
  app: INestApplicationContext,
  { network: slug, file }: Whom,
): Promise<Scope> {
  if (slug !== undefined) {
    const network = await app.get(NetworkService).bySlug(slug);
    if (!network) throw new CommandFailure(`There is no network "${slug}".`);
    return { networkId: network.id, mediatorIds: null };
  }
  const lines = (await readText(file ?? '-')).split('\n').map((line) => line.trim());
  const given = lines.filter((line) => line !== '').map(readMediatorId);
  if (given.length === 0) throw new CommandFailure('The file lists no id.');
  return { networkId: null, mediatorIds: await mediatorKeys(app.get(MediatorIds), given) };
}
