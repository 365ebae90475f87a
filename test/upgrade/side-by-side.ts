/** What two versions on one database must be able to do with what the other one has done. */
import { randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readOutbox } from '../support/outbox.js';
import type { Version } from './installation.js';
import { signIn, type Person } from './people.js';
import type { Report } from './report.js';
import type { Door } from './visitor.js';

/** Seconds within which a job that is due has been done, on a busy machine. */
const JOBS_TAKE = 120;

const REFUSAL = '... on Refusal { code message }';
const ME = '{ me { account { email } } }';
const REFRESH = `mutation { refreshSession { __typename ... on SignedIn { accessToken } ${REFUSAL} } }`;
const SEARCH = `query ($search: String!) { mediators(search: $search, first: 20) { edges { node { id name } } } }`;
const FIRST =
  '{ mediators(first: 1, filter: { networks: ["acacia"] }) { edges { node { name } } } }';
const BY_ID = `query ($id: ID!) { mediator(id: $id) { name } }`;
const FIND = `query ($name: String!) { findProfiles(network: "acacia", name: $name, first: 5) { edges { node { id revision } } } }`;
const STEP = `mutation ($id: ID!, $step: ProfileStep!) { stepProfile(id: $id, step: $step) { __typename ${REFUSAL} } }`;
const EDIT = `mutation ($id: ID!, $revision: Int!, $changes: ProfileChangesInput!) {
  editProfile(network: "acacia", id: $id, revision: $revision, changes: $changes) { __typename ${REFUSAL} } }`;
const CREATE_NEED = `mutation ($input: CreateNeedInput!) { createNeed(input: $input) { __typename ... on Need { id revision } ${REFUSAL} } }`;
const EDIT_NEED = `mutation ($input: EditNeedInput!) { editNeed(input: $input) { __typename ... on Need { id revision title } ${REFUSAL} } }`;
const NEED = 'query ($id: ID!) { node(id: $id) { ... on Need { title revision } } }';
const RANK = `query ($needId: ID!) { matchCandidates(needId: $needId, first: 5) {
  __typename ... on MatchConnection { edges { node { mediator { name } } } } ${REFUSAL} } }`;
const REGISTER = `mutation ($input: RegistrationInput!) { registerOrganizer(input: $input) { __typename ${REFUSAL} } }`;
const VERIFY = `mutation ($token: String!, $password: String!) { verifyEmail(token: $token, password: $password) { __typename ${REFUSAL} } }`;

/** A version with the process that answers for it. */
export interface Side {
  readonly version: Version;
  readonly door: Door;
}

/** Who asks. */
export interface Callers {
  readonly organizer: Person;
  /** The token of a coordinator of `acacia`. */
  readonly coordinator: string;
}

interface Places {
  /** For files that are imported. */
  readonly folder: string;
  /** Where the mails are. */
  readonly dataDirectory: string;
}

/** The checks, each of which begins at one process and goes on at the other. */
export class SideBySide {
  constructor(
    private readonly report: Report,
    private readonly places: Places,
    private readonly callers: Callers,
  ) {}

  /** Sign-in at one, use of it at the other. */
  async signIn(one: Side, other: Side): Promise<void> {
    const { organizer } = this.callers;
    const [here, there] = [one.version.name, other.version.name];
    await this.report.step(`who signs in at ${here} is known to ${there}`, async () => {
      const { token } = await signIn(one.door, organizer);
      expectSame((await other.door.ask<Me>(ME, {}, token)).account.email, organizer.email);
    });
    await this.report.step(`a session that began at ${here} goes on at ${there}`, async () => {
      const { cookies } = await signIn(one.door, organizer);
      const { data, errors } = await other.door.graph<{ refreshSession: { accessToken?: string } }>(
        { query: REFRESH },
        { cookie: cookies },
      );
      const token = data?.refreshSession.accessToken;
      if (token === undefined) throw new Error(JSON.stringify(errors ?? data));
      expectSame((await one.door.ask<Me>(ME, {}, token)).account.email, organizer.email);
    });
  }

  /** A need that is written at one, and read, ranked and edited at the other. */
  async need(one: Side, other: Side): Promise<void> {
    const [here, there] = [one.version.name, other.version.name];
    await this.report.step(`a need of ${here} is ranked and edited at ${there}`, async () => {
      const { token } = await signIn(one.door, this.callers.organizer);
      const input = {
        title: `A need of ${here}`,
        criteria: { date: today(), soft: { languages: [{ code: 'fr' }], years: 5 } },
      };
      const need = await one.door.ask<Need>(CREATE_NEED, { input }, token);
      const read = await other.door.ask<Need>(NEED, { id: need.id }, token);
      expectSame(read.title, input.title);
      const title = `${input.title}, edited`;
      const edit = { id: need.id, revision: read.revision, title };
      await other.door.ask(EDIT_NEED, { input: edit }, token);
      expectSame((await one.door.ask<Need>(NEED, { id: need.id }, token)).title, title);
      for (const { door } of [one, other]) {
        const { edges } = await door.ask<Edges<unknown>>(RANK, { needId: need.id }, token);
        if (edges.length === 0) throw new Error(`${door.name} ranks nobody`);
      }
    });
  }

  /** A list that is imported by one; an erasure by it. */
  async list(one: Side, other: Side): Promise<void> {
    const here = one.version.name;
    const name = newName();
    const isThere = await this.report.step(`a list that ${here} imports is found`, async () => {
      const file = join(this.places.folder, `${randomUUID()}.jsonl`);
      await writeFile(file, `${JSON.stringify(listed(name))}\n`);
      await one.version.says('import', file, '--network', 'acacia');
      for (const { door } of [one, other]) await eventually(() => finds(door, name));
    });
    if (!isThere) return;
    await this.report.step(`whoever is erased by ${here} is found no more`, async () => {
      await one.version.says('erase', await publicId(one.door, name), '--yes');
      for (const { door } of [one, other]) await isHidden(door, name);
    });
  }

  /** A woman of the demo is erased by one: the name that she had, null if she was not erased. */
  async erase(one: Side, other: Side): Promise<string | null> {
    return this.report.get(`a woman of the demo is erased by ${one.version.name}`, async () => {
      const name = await someWoman(one.door);
      await one.version.says('erase', await publicId(one.door, name), '--yes');
      for (const { door } of [one, other]) await isHidden(door, name);
      return name;
    });
  }

  /**
   * A change at one that both find when the job is done; and a woman who is withdrawn at one, whom neither shows from then on.
   *
   * @param worker whose worker runs
   */
  async profile(one: Side, other: Side, worker: string): Promise<void> {
    const { coordinator } = this.callers;
    const [here, there] = [one.version.name, other.version.name];
    const name = newName();
    const isRenamed = await this.report.step(
      `a profile that is edited at ${here} is found, indexed by ${worker}`,
      async () => {
        const woman = await someWoman(one.door);
        const { id, revision } = await profileOf(one.door, coordinator, woman);
        const changes = { displayName: name };
        await one.door.ask(EDIT, { id, revision, changes }, coordinator);
        for (const { door } of [one, other]) await eventually(() => finds(door, name));
      },
    );
    if (!isRenamed) return;
    await this.report.step(`who is withdrawn at ${here} is shown by neither, at once`, async () => {
      const { id } = await profileOf(one.door, coordinator, name);
      const shown = await publicId(one.door, name);
      await one.door.ask(STEP, { id, step: 'SUSPEND' }, coordinator);
      for (const { door } of [one, other]) {
        await isHidden(door, name);
        const { data } = await door.graph<{ mediator: unknown }>({
          query: BY_ID,
          variables: { id: shown },
        });
        if (data?.mediator) throw new Error(`${door.name} shows her`);
      }
    });
    await this.report.step(`she is brought back at ${there}, indexed by ${worker}`, async () => {
      const { id } = await profileOf(other.door, coordinator, name);
      await other.door.ask(STEP, { id, step: 'REINSTATE' }, coordinator);
      await one.door.ask(STEP, { id, step: 'VERIFY' }, coordinator);
      await other.door.ask(STEP, { id, step: 'PUBLISH' }, coordinator);
      for (const { door } of [one, other]) await eventually(() => finds(door, name));
    });
  }

  /**
   * A registration that is asked for at one, and confirmed at the other by the link of the mail.
   *
   * @param worker whose worker runs
   */
  async mail(one: Side, other: Side, worker: string): Promise<void> {
    const [here, there] = [one.version.name, other.version.name];
    await this.report.step(
      `a mail that ${here} causes is sent by ${worker}, and its link opened at ${there}`,
      async () => {
        const email = `${randomUUID()}@example.org`;
        const password = `between ${randomUUID()}`;
        const organization = { name: `Office ${email.slice(0, 8)}`, kind: 'OTHER' };
        await one.door.ask(REGISTER, { input: { email, name: 'Somebody New', organization } });
        const link = await eventually(async () => {
          const mails = await readOutbox(this.places);
          return mails.findLast(({ to }) => to === email)?.links[0];
        });
        const token = new URL(link).searchParams.get('token');
        await other.door.ask(VERIFY, { token, password });
        await signIn(one.door, { email, password, secret: undefined });
      },
    );
  }
}

/** Waits until something is there. */
async function eventually<T>(look: () => Promise<T | false | undefined>): Promise<T> {
  for (let second = 0; second < JOBS_TAKE; second++) {
    const found = await look();
    if (found) return found;
    await setTimeout(1_000);
  }
  throw new Error(`It did not come within ${JOBS_TAKE} seconds.`);
}

interface Edges<T> {
  readonly edges: readonly { readonly node: T }[];
}

interface Me {
  readonly account: { readonly email: string };
}

interface Need {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
}

/** The name of a woman whom `acacia` lists and everybody sees. */
async function someWoman(door: Door): Promise<string> {
  const { edges } = await door.ask<Edges<{ readonly name: string }>>(FIRST);
  const [first] = edges;
  if (!first) throw new Error(`${door.name} lists nobody`);
  return first.node.name;
}

async function profileOf(
  door: Door,
  token: string,
  name: string,
): Promise<{ readonly id: string; readonly revision: number }> {
  const { edges } = await door.ask<Edges<{ id: string; revision: number }>>(FIND, { name }, token);
  const [found] = edges;
  if (!found) throw new Error(`${door.name} finds no profile "${name}" in the network`);
  return found.node;
}

/** Whether a search finds a woman of exactly that name. */
async function finds(door: Door, name: string): Promise<boolean> {
  const { edges } = await door.ask<Edges<{ name: string }>>(SEARCH, { search: name });
  return edges.some(({ node }) => node.name === name);
}

/** @throws Error if a search finds a woman of that name */
export async function isHidden(door: Door, name: string): Promise<void> {
  if (await finds(door, name)) throw new Error(`${door.name} finds her`);
}

async function publicId(door: Door, name: string): Promise<string> {
  const { edges } = await door.ask<Edges<{ id: string; name: string }>>(SEARCH, { search: name });
  const found = edges.find(({ node }) => node.name === name);
  if (!found) throw new Error(`${door.name} does not find "${name}"`);
  return found.node.id;
}

/** A name that nobody else has, of letters alone. */
function newName(): string {
  const letters = Array.from(randomBytes(12), (byte) => String.fromCharCode(97 + (byte % 26)));
  return `Rehearsal ${letters.join('')}`;
}

/** A record of a list, with the columns of docs/import.md. */
function listed(name: string): Record<string, string> {
  return {
    external_id: name.replace(' ', '-'),
    full_name: name,
    languages: 'English (C1)',
    territories: 'KE',
    expertise: 'mediation.shuttle-diplomacy (expert)',
    tracks: '1',
    roles: 'facilitator',
    years: '7',
    availability: 'available',
    confirmed_on: today(),
    consent: 'LISTED; MATCHED',
  };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function expectSame(found: unknown, wanted: unknown): void {
  if (found !== wanted) {
    throw new Error(`expected ${JSON.stringify(wanted)}, got ${JSON.stringify(found)}`);
  }
}
