import { JobRunner } from '#database';
import { CopiesService, NetworkService, type IssuedCopy } from '#directory';
import { isUuid, OPERATOR } from '#identity';
import { CommandFailure } from '#runtime';
import type { INestApplicationContext } from '@nestjs/common';
import type { Format } from '../format-option.js';
import { printList } from '../output.js';
import { withApplication } from '../with-application.js';

/** Copies read at a time. */
const PAGE = 500;

/** Lists what left Baraza, the latest first: of one network, or all. */
export async function listCopies({
  network,
  format,
}: {
  readonly network?: string;
  readonly format: Format;
}): Promise<void> {
  await withApplication(async (app) => {
    const found = await allCopies(app, await networkIdOf(app, network));
    const rows = found.map((one) => [
      one.id,
      one.kind,
      one.format,
      one.reader ?? one.issuedTo,
      one.organization ?? '',
      one.issuedAt.toISOString(),
      one.women ?? '',
      one.contactPurpose ?? '',
      one.recalledAt?.toISOString() ?? '',
    ]);
    const head = [
      'id',
      'kind',
      'format',
      'reader',
      'organization',
      'at',
      'women',
      'contact data',
      'recalled',
    ];
    printList(
      { head, rows },
      format,
      found.map(({ key: _key, ...copy }) => copy),
    );
  });
}

/** Recalls a copy, a briefing with all copies of it. The mails go before the command ends. */
export async function recallCopy(id: string): Promise<void> {
  if (!isUuid(id)) throw new CommandFailure('This is not the id of a copy.');
  await withApplication(async (app) => {
    const { kind, recalledAt } = await app.get(CopiesService).recall(OPERATOR, id);
    await app.get(JobRunner).drain();
    console.log(
      `Recalled ${recalledAt?.toISOString()}: ${kind}. Each reader with an account is told by mail to destroy it.`,
    );
  });
}

async function allCopies(
  app: INestApplicationContext,
  networkId: string | null,
): Promise<IssuedCopy[]> {
  const found: IssuedCopy[] = [];
  for (let after: string | null = null; ;) {
    const page = await app.get(CopiesService).list(OPERATOR, networkId, { first: PAGE, after });
    found.push(...page.items);
    after = page.items.at(-1)?.key ?? null;
    if (!page.hasNextPage) return found;
  }
}

async function networkIdOf(
  app: INestApplicationContext,
  slug: string | undefined,
): Promise<string | null> {
  if (slug === undefined) return null;
  const network = await app.get(NetworkService).bySlug(slug);
  if (!network) throw new CommandFailure(`There is no network "${slug}".`);
  return network.id;
}
