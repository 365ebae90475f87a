import {
  BREACH_ADVICE,
  BREACH_CAUSES,
  BREACH_FACTS,
  BreachService,
  registerEntry,
  ToldInPersonService,
  type Breach,
} from '#breaches';
import { CLOCK } from '#config';
import { JobRunner } from '#database';
import { MediatorIds, NetworkService } from '#directory';
import { AccountService, isUuid, OPERATOR } from '#identity';
import { dayOf } from '#kernel';
import { CommandFailure } from '#runtime';
import type { INestApplicationContext } from '@nestjs/common';
import type { Format } from '../format-option.js';
import { readText } from '../input-file.js';
import { mediatorKey, mediatorKeys, readMediatorId } from '../mediator-id.js';
import { printList } from '../output.js';
import { withApplication } from '../with-application.js';

interface OpenOptions {
  readonly cause: string;
  readonly email?: string;
  readonly since: string;
  readonly until?: string;
  readonly known?: string;
  readonly withLists?: boolean;
  readonly network?: readonly string[];
  readonly file?: string;
  readonly facts?: string;
  readonly advice: string;
  readonly what: string;
  readonly consequences: string;
  readonly measures: string;
}

/** Writes down that data came into wrong hands, and whom it concerns. Nobody is told yet. */
export async function openBreach(options: OpenOptions): Promise<void> {
  const [cause] = wordsOf('--cause', options.cause, BREACH_CAUSES);
  const facts = options.facts === undefined ? [] : wordsOf('--facts', options.facts, BREACH_FACTS);
  const advice = wordsOf('--advice', options.advice, BREACH_ADVICE);
  const knownAt = options.known === undefined ? null : momentOf('--known', options.known);
  if (!cause) throw new CommandFailure(`--cause is one of ${BREACH_CAUSES.join(', ')}.`);
  await withApplication(async (app) => {
    const { email, since, until, file, what, consequences, measures } = options;
    const breach = await app.get(BreachService).open(OPERATOR, {
      cause,
      accountId: email === undefined ? null : await app.get(AccountService).idOf(OPERATOR, email),
      from: since,
      until: until ?? dayOf(app.get<() => Date>(CLOCK)()),
      withLists: options.withLists ?? false,
      networkIds: await networkIdsOf(app, options.network ?? []),
      mediatorIds: file === undefined ? [] : await womenIn(app, file),
      facts,
      knownAt,
      advice,
      words: { what, consequences, measures },
    });
    console.log(
      `Opened: ${breach.women} women. Nobody is told yet. See how they would be told: baraza breach preview ${breach.id}`,
    );
    console.log(deadline(breach));
  });
}

/** How many would be told by which way, and how many by which network in person. */
export async function previewBreach(id: string, { format }: { format: Format }): Promise<void> {
  await withBreach(id, async (app) => {
    const preview = await app.get(BreachService).preview(OPERATOR, id);
    const names = await networkNames(
      app,
      preview.inPerson.map(({ networkId }) => networkId),
    );
    const { mail, message } = preview.byChannel;
    const rows = [
      ['by mail', mail],
      ['by message', message],
      ...preview.inPerson.map(({ networkId, women }) => [
        `in person, by ${names(networkId)}`,
        women,
      ]),
    ];
    printList({ head: ['how', 'women'], rows }, format, preview);
  });
}

/** Tells each woman by the way that is safe for her. The mails go before the command ends; if it is cut off, a worker goes on. */
export async function notifyBreach(id: string): Promise<void> {
  await withBreach(id, async (app) => {
    const service = app.get(BreachService);
    await service.notify(OPERATOR, id);
    await app.get(JobRunner).drain();
    const { byChannel } = await service.found(OPERATOR, id);
    const { mail, message, person } = byChannel;
    console.log(
      `Told: ${mail} by mail, ${message} by message. In person, by their networks: ${person}. Whom: baraza breach women ${id}`,
    );
  });
}

export async function listBreaches({ format }: { format: Format }): Promise<void> {
  await withApplication(async (app) => {
    const found = await app.get(BreachService).list(OPERATOR);
    const rows = found.map((one) => [
      one.id,
      one.cause,
      `${one.from} to ${one.until}`,
      one.women,
      one.knownAt.toISOString(),
      one.reportedAt ? one.reportedAt.toISOString() : `due ${one.reportDueAt.toISOString()}`,
      one.toldAt ? one.toldAt.toISOString() : '',
      one.waiting,
      one.toTell,
      one.read,
    ]);
    const head = [
      'id',
      'cause',
      'days',
      'women',
      'known',
      'authority told',
      'women told',
      'waiting',
      'to tell in person',
      'read',
    ];
    printList({ head, rows }, format, found);
  });
}

/** Whom it concerns, with what, and who was told when. */
export async function listWomen(id: string, { format }: { format: Format }): Promise<void> {
  await withBreach(id, async (app) => {
    const women = await app.get(BreachService).women(OPERATOR, id);
    const ids = await app.get(MediatorIds).publicIds(women.map(({ mediatorId }) => mediatorId));
    const shown = women.map(({ mediatorId, ...rest }) => ({
      mediator: ids.get(mediatorId) ?? '',
      ...rest,
    }));
    const rows = shown.map((one) => [
      one.mediator,
      one.facts.join(', '),
      one.channel ?? '',
      one.toldAt?.toISOString() ?? '',
      one.toldBy ?? '',
      one.readAt?.toISOString() ?? '',
    ]);
    printList({ head: ['mediator', 'seen', 'how', 'told', 'by', 'read'], rows }, format, shown);
  });
}

/** Notes that a woman was told in person: by her network, or by an operator if none lists her. */
export async function noteTold(
  id: string,
  mediator: string,
  { network }: { readonly network?: string },
): Promise<void> {
  const given = readMediatorId(mediator);
  await withBreach(id, async (app) => {
    const key = await mediatorKey(app.get(MediatorIds), given);
    const networkId = network === undefined ? null : await networkIdOf(app, network);
    const { toldAt } = await app.get(ToldInPersonService).noteTold(OPERATOR, networkId, id, key);
    console.log(`Noted: told ${toldAt?.toISOString()}.`);
  });
}

export async function noteReported(id: string, { at }: { readonly at?: string }): Promise<void> {
  const moment = at === undefined ? null : momentOf('--at', at);
  await withBreach(id, async (app) => {
    const { reportedAt } = await app.get(BreachService).noteReported(OPERATOR, id, moment);
    console.log(`Noted: the authority was told ${reportedAt?.toISOString()}.`);
  });
}

/** Prints what an authority asks for, without the name of any woman. */
export async function exportBreach(id: string): Promise<void> {
  await withBreach(id, async (app) => {
    console.log(registerEntry(await app.get(BreachService).found(OPERATOR, id)));
  });
}

async function withBreach(
  id: string,
  work: (app: INestApplicationContext) => Promise<void>,
): Promise<void> {
  if (!isUuid(id)) throw new CommandFailure('This is not the id of a breach.');
  await withApplication(work);
}

async function womenIn(app: INestApplicationContext, file: string): Promise<string[]> {
  const lines = (await readText(file)).split('\n').map((line) => line.trim());
  const given = lines.filter((line) => line !== '').map(readMediatorId);
  if (given.length === 0) throw new CommandFailure('The file lists no id.');
  return mediatorKeys(app.get(MediatorIds), given);
}

async function networkIdOf(app: INestApplicationContext, slug: string): Promise<string> {
  const network = await app.get(NetworkService).bySlug(slug);
  if (!network) throw new CommandFailure(`There is no network "${slug}".`);
  return network.id;
}

async function networkIdsOf(
  app: INestApplicationContext,
  slugs: readonly string[],
): Promise<string[]> {
  return Promise.all(slugs.map((slug) => networkIdOf(app, slug)));
}

async function networkNames(
  app: INestApplicationContext,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string> {
  const found = await app.get(NetworkService).byIds(ids.flatMap((id) => id ?? []));
  return (id) => (id === null ? 'an administrator' : (found.get(id)?.slug ?? id));
}

function wordsOf<T extends string>(option: string, text: string, list: readonly T[]): T[] {
  return text.split(',').map((word) => {
    const known = list.find((one) => one === word.trim());
    if (!known) throw new CommandFailure(`${option} takes ${list.join(', ')}.`);
    return known;
  });
}

/** With its zone, so that nobody reckons from another hour than was meant. */
function momentOf(option: string, text: string): Date {
  const moment = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(+moment)) {
    throw new CommandFailure(`${option} takes a moment such as 2027-01-31T08:30Z.`);
  }
  return moment;
}

function deadline({ reportDueAt }: Breach): string {
  return `Where the GDPR applies, the authority is told by ${reportDueAt.toISOString()} (72 hours after it became known, article 33(1)).`;
}
