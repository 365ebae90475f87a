import { setTimeout } from 'node:timers/promises';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Database } from '#database';
import type { TestApi } from './api.js';
import { readOutbox } from './outbox.js';
import { openKillWrites } from './kill-writes.js';
import type { AskedWrite, KindOfWrite, StaffMember } from './kill-writes/kind-of-write.js';
import { MULTIPART } from './uploading.js';
import { makeJobsDue, olderTransactionsEnded } from './waiting-jobs.js';

/** Milliseconds within which a program is brought down: the writes of a round take about so long. */
const LATEST = 120;

/** How often the next process looks for jobs: one is passed over while anybody holds its row. */
const TRIES = 5;

/** How often a write with a key is sent again at most. */
const TIMES = 5;

/** Rounds after which what is finished is removed, where only so many may be kept. */
const TIDIED = 5;

/** What became of a write: `unknown` where the process died before it answered. */
type Outcome = 'acknowledged' | 'refused' | 'unknown';

interface Made {
  readonly kind: KindOfWrite;
  readonly outcome: Outcome;
}

interface Done {
  readonly outcomes: ReadonlyMap<string, Made>;
  /** Marks of writes that were found and removed meanwhile. */
  readonly tidied: readonly string[];
}

export interface KillReport {
  readonly rounds: number;
  /** Names of the mutations that were asked. */
  readonly asked: ReadonlySet<string>;
  readonly writes: Readonly<Record<Outcome, number>>;
  /** Acknowledged and not there, or there and never finished. */
  readonly lost: readonly string[];
  /** There more than once. */
  readonly doubled: readonly string[];
  /** Documents of the index that were not as the database says, and jobs that nobody will do any more: what it is, once for each. */
  readonly stale: readonly string[];
}

/** Programs on one database, of which one at a time is brought down. */
export interface Killable {
  readonly programs: number;
  /** Where those can be asked that answer; waits until there is one. */
  doors(): Promise<readonly Door[]>;
  /** Brings one down in the middle of whatever it does, and lets it come back. */
  kill(program: number): Promise<void>;
  /** Ends them in good order. */
  stop(): Promise<void>;
  /** Removes what they leave. */
  remove?(): Promise<void>;
  /** The folders with mails that they sent. */
  readonly dataDirectories: readonly string[];
}

/** Sends a request to one program. Rejects where it died before it answered. */
export type Door = (request: {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | Buffer;
}) => Promise<{ readonly status: number; readonly text: string }>;

/**
 * In every round each kind of write is sent to one of the programs, and one of them is brought down at some moment meanwhile.
 *
 * @param api where the people and what stands there before come from, and whose jobs finish what is left
 */
export async function killRounds(
  api: TestApi,
  killable: Killable,
  rounds: number,
  seed: number,
): Promise<KillReport> {
  const { kinds, signIn } = await openKillWrites(api);
  const random = xoroshiro128plus(seed);
  const outcomes = new Map<string, Made>();
  const tidied: string[] = [];
  const fields = new Set<string>();
  try {
    let tokens = await signIn();
    for (let round = 0; round < rounds; round++) {
      if (round % 25 === 24) tokens = await signIn();
      if (round % 10 === 9 && rounds > 10) {
        process.stdout.write(`Round ${round + 1} of ${rounds}\n`);
      }
      if (round % TIDIED === TIDIED - 1) {
        for (const { tidy } of kinds) {
          const gone = tidy ? await api.services.database.query<{ mark: string }>(tidy) : [];
          tidied.push(...gone.map(({ mark }) => mark));
        }
      }
      // One after the other, however slow the machine is: they share the connections of this process.
      const asked: { kind: KindOfWrite; mark: string; write: AskedWrite }[] = [];
      for (const [i, kind] of kinds.entries()) {
        const mark = `kill-${round}-${i}`;
        const write = await kind.ask(mark);
        asked.push({ kind, mark, write });
        if (write.field !== undefined) fields.add(write.field);
      }
      const doors = await killable.doors();
      const sent = asked.map(async ({ kind, mark, write }) => {
        const door = doors[uniformInt(random, 0, doors.length - 1)];
        const ask = async (one: Door | undefined): Promise<Outcome> =>
          one ? send(one, write, tokens, kind) : 'unknown';
        let outcome = await ask(door);
        // As clients do that got no answer, or that were told nothing of what they did.
        for (let again = write.key === undefined ? 0 : TIMES; again > 0; again--) {
          const repeated = await ask((await killable.doors()).at(-1));
          if (outcome === 'unknown') outcome = repeated;
          else break;
        }
        outcomes.set(mark, { kind, outcome });
      });
      const victim = uniformInt(random, 0, killable.programs - 1);
      await setTimeout(uniformInt(random, 0, LATEST));
      await killable.kill(victim);
      await Promise.all(sent);
    }
    await killable.doors();
  } finally {
    await killable.stop();
  }
  const done = { outcomes, tidied };
  return {
    rounds,
    asked: fields,
    ...(await account(api, killable.dataDirectories, kinds, done)),
  };
}

/** Does what is left to do, as the next process would, and counts what stands. */
async function account(
  api: TestApi,
  dataDirectories: readonly string[],
  kinds: readonly KindOfWrite[],
  { outcomes, tidied }: Done,
): Promise<Omit<KillReport, 'rounds' | 'asked'>> {
  const { database, jobs, indexSync } = api.services;
  for (let tries = 1; ; tries++) {
    // The start frees the jobs of the dead, as a running process does each minute: what one of them asked for last may be done
    // after it is gone. Long jobs that the start begins are interrupted, and due later.
    await jobs.start();
    await jobs.stop();
    await makeJobsDue(database);
    await jobs.drain();
    if (tries === TRIES || (await dueJobs(database)).length === 0) break;
    await olderTransactionsEnded(database);
  }
  const folders = new Set([...dataDirectories, api.settings.dataDirectory]);
  const mails = await Promise.all(
    [...folders].map((dataDirectory) => readOutbox({ dataDirectory })),
  );
  const lost: string[] = [];
  const doubled: string[] = [];
  for (const kind of kinds) {
    const rows = kind.made ? await database.query<{ mark: string }>(kind.made) : [];
    const unfinished = kind.unfinished
      ? await database.query<{ mark: string }>(kind.unfinished)
      : [];
    const stuck = new Set(unfinished.map(({ mark }) => mark));
    for (const [mark, { outcome, kind: own }] of outcomes) {
      if (own !== kind) continue;
      const times = kind.made
        ? [...rows.map((row) => row.mark), ...tidied].filter((one) => one === mark).length
        : Number(mails.flat().some(({ to }) => to.includes(`${mark}@`)));
      const name = `${kind.name} ${mark}`;
      if ((outcome === 'acknowledged' && times === 0) || stuck.has(mark)) lost.push(name);
      if (times > 1) doubled.push(name);
    }
  }
  const waiting = await dueJobs(database);
  const { waiting: behind } = await indexSync.backlog();
  const healed = await indexSync.heal();
  const stale = [
    ...waiting,
    ...Array<string>(behind).fill('a change that has not reached the index'),
    ...Array<string>(healed).fill('a document that was not as the database says'),
  ];
  const writes = { acknowledged: 0, refused: 0, unknown: 0 };
  for (const { outcome } of outcomes.values()) writes[outcome] += 1;
  return { writes, lost, doubled, stale };
}

/** Jobs that should have been done, and who holds them or their queue. */
async function dueJobs(database: Database): Promise<string[]> {
  const rows = await database.query<{ job: string }>(
    `SELECT concat_ws(', ', 'job ' || task_identifier, 'attempt ' || attempts, 'held by ' || j.locked_by,
       'its queue by ' || q.locked_by, last_error) AS job
     FROM graphile_worker.jobs j LEFT JOIN graphile_worker._private_job_queues q USING (queue_name) WHERE run_at <= now()`,
  );
  return rows.map(({ job }) => job);
}

async function send(
  door: Door,
  { path, who, query, variables, body, key }: AskedWrite,
  tokens: Readonly<Record<StaffMember, string>>,
  { isLimited }: KindOfWrite,
): Promise<Outcome> {
  let answer: Awaited<ReturnType<Door>>;
  try {
    answer = await door({
      path,
      headers: {
        authorization: typeof who === 'string' ? tokens[who] : who.authorization,
        'content-type': body ? MULTIPART : 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: body ?? JSON.stringify({ query, variables }),
    });
  } catch {
    return 'unknown';
  }
  const { status, text } = answer;
  if (status >= 500) return 'unknown';
  if (status >= 400) return refused(text);
  if (path !== '/graphql') return 'acknowledged';
  const { data, errors } = JSON.parse(text) as {
    data?: Record<string, { __typename: string; code?: string }> | null;
    errors?: unknown;
  };
  const [field] = Object.values(data ?? {});
  if (isLimited && field?.code === 'INVALID_STATE') return 'unknown';
  return errors || field?.code !== undefined ? refused(text) : 'acknowledged';
}

/** Nothing of what is sent here is to be refused. */
function refused(text: string): 'refused' {
  process.stderr.write(`A write was refused: ${text.slice(0, 500)}\n`);
  return 'refused';
}
