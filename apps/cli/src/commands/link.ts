import {
  DuplicateSearch,
  DuplicateService,
  measureDuplicates,
  NetworkService,
  type LinkState,
  type LinkSuggestion,
  type LinkTruth,
  type LinkVerdict,
} from '#directory';
import { isUuid, OPERATOR } from '#identity';
import { CommandFailure } from '#runtime';
import type { INestApplicationContext } from '@nestjs/common';
import type { Format } from '../format-option.js';
import { readText } from '../input-file.js';
import { ANSWERS_HEAD, answersIn, recordsIn } from '../label-files.js';
import { printList } from '../output.js';
import { withApplication } from '../with-application.js';

const PAGE = 200;
const TRUTH_HEAD = ['network', 'external_id', 'woman'];

interface ListOptions {
  readonly network?: string;
  readonly state?: LinkState;
  readonly format: Format;
}

/** Searches the lists that have changed since they were last searched. */
export async function runLinks(): Promise<void> {
  await withApplication(async (app) => {
    const searched = await app.get(DuplicateSearch).search(OPERATOR);
    console.log(`Lists searched, because they have changed: ${searched}.`);
  });
}

/** Prints pairs of records that are perhaps of one woman, the likeliest first. */
export async function listLinks({ network, state, format }: ListOptions): Promise<void> {
  await withApplication(async (app) => {
    const networkId = network === undefined ? null : await networkIdOf(app, network);
    const found = await allOf(app, networkId, state ?? null);
    const slugs = await slugsOf(app, found);
    const rows = found.map(({ id, networkId: of, one, other, weight, state: stands }) => [
      slugs.get(of) ?? '',
      one.externalId ?? '',
      other.externalId ?? '',
      bits(weight),
      shareOf(probabilityOf(weight)),
      stands,
      id,
    ]);
    const head = ['network', 'external id', 'other', 'bits', 'probability', 'state', 'id'];
    printList({ head, rows }, format);
  });
}

/** Prints what each comparison of a pair adds. Both women can read that it was looked at. */
export async function explainLink(
  id: string,
  { format }: { readonly format: Format },
): Promise<void> {
  await withApplication(async (app) => {
    const { bars, model, suggestion } = await app
      .get(DuplicateService)
      .explain(OPERATOR, keyIn(id));
    const rows = bars.map(({ comparison, level, one, other, shared, weight }) => [
      comparison,
      one.join('; '),
      other.join('; '),
      level ?? '',
      shared ?? '',
      bits(weight),
    ]);
    const head = ['comparison', 'first', 'second', 'level', 'shared', 'bits'];
    printList({ head, rows }, format);
    if (format === 'table') {
      const { weight } = suggestion;
      console.log(
        `In all ${bits(weight)} bits: probability ${shareOf(probabilityOf(weight))} by the model ${model}.`,
      );
    }
  });
}

interface DecideOptions {
  readonly verdict: LinkVerdict;
  readonly reason: string;
}

/** Says whether the records of a pair are of one woman. */
export async function decideLink(id: string, { verdict, reason }: DecideOptions): Promise<void> {
  await withApplication(async (app) => {
    const links = app.get(DuplicateService);
    const { revision } = await links.byId(OPERATOR, keyIn(id));
    await links.decide(OPERATOR, keyIn(id), { verdict, reason, revision });
    console.log(`Decided: ${verdict}.`);
  });
}

/** Measures what was found within each list against a list of who is who. */
export async function evaluateLinks({
  truth,
  format,
}: {
  readonly truth: string;
  readonly format: Format;
}): Promise<void> {
  const known = truthIn(await readText(truth));
  await withApplication(async (app) => {
    const found = await allOf(app, null, null);
    const slugs = await slugsOf(app, found);
    const pairs = found.map(({ networkId, one, other, weight }) => ({
      network: slugs.get(networkId) ?? '',
      one: one.externalId,
      other: other.externalId,
      probability: probabilityOf(weight),
    }));
    const measured = await measureDuplicates(pairs, known);
    printList(
      {
        head: ['least probability', 'found', 'right', 'true pairs', 'precision', 'recall', 'F1'],
        rows: measured.map(({ least, found: all, right, truePairs, precision, recall, f1 }) => [
          least,
          all,
          right,
          truePairs,
          shareOf(precision),
          shareOf(recall),
          shareOf(f1),
        ]),
      },
      format,
    );
  });
}

/** All pages of the list. */
async function allOf(
  app: INestApplicationContext,
  networkId: string | null,
  state: LinkState | null,
): Promise<LinkSuggestion[]> {
  const links = app.get(DuplicateService);
  const all: LinkSuggestion[] = [];
  for (;;) {
    const after = all.at(-1)?.key;
    const page = { first: PAGE, ...(after === undefined ? {} : { after }) };
    const { items, hasNextPage } = await links.list(OPERATOR, networkId, state, page);
    all.push(...items);
    if (!hasNextPage) return all;
  }
}

export async function networkIdOf(app: INestApplicationContext, slug: string): Promise<string> {
  const network = await app.get(NetworkService).bySlug(slug);
  if (!network) throw new CommandFailure(`There is no network "${slug}".`);
  return network.id;
}

async function slugsOf(
  app: INestApplicationContext,
  found: readonly LinkSuggestion[],
): Promise<Map<string, string>> {
  const ids = [...new Set(found.map(({ networkId }) => networkId))];
  const networks = await app.get(NetworkService).byIds(ids);
  return new Map([...networks].map(([id, { slug }]) => [id, slug]));
}

function keyIn(id: string): string {
  if (!isUuid(id)) throw new CommandFailure('This is not the id of a pair: see baraza link list.');
  return id;
}

/** @throws CommandFailure where the file is not what `--truth` takes */
function truthIn(text: string): LinkTruth {
  const { head, rows } = recordsIn(text);
  if (head === TRUTH_HEAD.join()) {
    return {
      rows: rows.map(([network = '', externalId = '', woman = '']) => ({
        network,
        externalId,
        woman,
      })),
    };
  }
  if (head !== ANSWERS_HEAD.join()) {
    throw new CommandFailure(
      `The first line of the file is: ${TRUTH_HEAD.join()} or ${ANSWERS_HEAD.join()}`,
    );
  }
  return {
    pairs: answersIn(text).flatMap(({ network, one, other, answer }) =>
      answer === 'cannot-say' ? [] : [{ network, one, other, same: answer === 'same' }],
    ),
  };
}

/** Numbers stay numbers: a text that begins with a minus is kept from spreadsheets as a formula. */
function bits(weight: number): number {
  return weight / 1_000;
}

/** A share from 0 to 1, to four decimals. */
function shareOf(share: number): number {
  return Number(share.toFixed(4));
}

function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** (-weight / 1_000));
}
