import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FeedJob } from '#following';
import { OPERATOR, PUBLIC_VIEWER, type Viewer } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { insertListed, withdrawConsent } from '../../support/listed-mediator.js';
import { viewersOfTest } from '../../support/viewers.js';

const program = (name: string, clearance: 'PUBLIC' | 'VETTED'): Viewer => ({
  ...PUBLIC_VIEWER,
  name: `service:${name}`,
  grants: ['anyone', clearance === 'VETTED' ? 'directory.read' : 'profiles.read'],
  clearance,
});
const VETTED = program('vetted', 'VETTED');
const PUBLIC = program('public', 'PUBLIC');

interface Page {
  edges: {
    cursor: string;
    node: { kind: string; mediatorId: string; toldAt: string; mediator: { name: string } | null };
  }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe('the feed of changes', () => {
  const viewers = viewersOfTest();
  let now = Date.parse('2026-11-30T08:00:00Z');
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi({}, viewers, () => new Date(now));
  });
  afterAll(async () => api.close());
  /** Nobody of the tests before. */
  beforeEach(async () => {
    await api.services.database.query('DELETE FROM mediator');
    await api.services.database.query('DELETE FROM followed_profile');
    await api.services.database.query('DELETE FROM feed_batch');
  });

  const db = () => api.services.database;
  const insert = async (name: string, columns: Record<string, unknown> = {}) =>
    db().transaction((tx) => insertListed(tx, { display_name: name, ...columns }));
  const change = async (id: string, set: string) =>
    db().query(`UPDATE mediator SET ${set} WHERE id = $1`, [id]);
  const outside = async (id: string) => (await api.services.mediatorIds.publicIds([id])).get(id);
  /** Lets the job look for changes and the time come at which they are told. */
  const tell = async () => {
    await api.app.get(FeedJob).handle();
    now += 5 * 60_000;
  };
  const ask = async (viewer: Viewer, args = '', after: string | null = null) =>
    api.ask<{ changes: Page }>(
      `query ($after: String) { changes(after: $after ${args}) {
        edges { cursor node { kind mediatorId toldAt mediator { name } } }
        pageInfo { hasNextPage endCursor } } }`,
      { after },
      viewers.as(viewer),
    );
  const read = async (viewer: Viewer, after: string | null = null, args = '') => {
    const { data, errors } = await ask(viewer, args, after);
    expect(errors).toBeUndefined();
    const { edges, pageInfo } = data!.changes;
    return {
      end: pageInfo.endCursor,
      more: pageInfo.hasNextPage,
      cursors: edges.map(({ cursor }) => cursor),
      told: edges.map(({ node }) => `${node.kind} ${node.mediator?.name ?? '-'}`).toSorted(),
      ids: edges.map(({ node }) => node.mediatorId),
      at: edges.map(({ node }) => node.toldAt),
    };
  };
  const codeOf = async (viewer: Viewer, after: string) =>
    (await ask(viewer, '', after)).errors?.[0]?.extensions?.code;

  it('begins with all who are shown and goes on with what is another', async () => {
    const amina = await insert('Amina');
    await insert('Beatriz');
    await insert('Draft', { state: 'draft' });
    await tell();
    const begun = await read(VETTED);
    expect(begun.told).toEqual(['PUBLISHED Amina', 'PUBLISHED Beatriz']);
    expect(begun.more).toBe(false);

    await change(amina, `display_name = 'Amina D.'`);
    await insert('Chantal');
    await tell();
    const next = await read(VETTED, begun.end);
    expect(next.told).toEqual(['CHANGED Amina D.', 'PUBLISHED Chantal']);
    expect(next.at).toEqual(['2026-11-30T08:10:00.000Z', '2026-11-30T08:10:00.000Z']);
    expect((await read(VETTED, next.end)).told).toEqual([]);
    expect((await read(VETTED, begun.end, 'kinds: [CHANGED]')).told).toEqual(['CHANGED Amina D.']);
  });

  it('is told at full five minutes and not before', async () => {
    await insert('Amina');
    await api.app.get(FeedJob).handle();
    expect((await read(VETTED)).told).toEqual([]);
    now += 5 * 60_000 - 1;
    expect((await read(VETTED)).told).toEqual([]);
    now += 1;
    expect((await read(VETTED)).told).toEqual(['PUBLISHED Amina']);
  });

  it('tells nothing of what the account may not see, nor that there was something', async () => {
    const id = await insert('Amina');
    const hidden = await insert('Draft', { state: 'draft' });
    await tell();
    const before = { public: await read(PUBLIC), vetted: await read(VETTED) };
    await change(id, `ruled_out = '{SD}', revision = revision + 1`);
    await change(hidden, `display_name = 'Another draft'`);
    await tell();
    expect({ public: await read(PUBLIC), vetted: await read(VETTED) }).toEqual(before);
    // Where she lives is for verified organizers.
    await change(id, `residence = 'KE'`);
    await tell();
    expect(await read(PUBLIC, before.public.end)).toMatchObject({
      told: [],
      end: before.public.end,
    });
    expect((await read(VETTED, before.vetted.end)).told).toEqual(['CHANGED Amina']);
  });

  it('tells that a woman has gone only to whoever could see her', async () => {
    const id = await insert('Amina');
    const erased = await insert('Beatriz');
    await insert('Chantal');
    await tell();
    const known = await read(VETTED);
    const names = [await outside(id), await outside(erased)].map((one) =>
      Buffer.from(`Mediator:${one}`).toString('base64url'),
    );
    await db().transaction((tx) => withdrawConsent(tx, id));
    await api.services.erasure.erase(OPERATOR, erased);
    // At once, although it was told before that she is there.
    expect((await read(VETTED)).told).toEqual(['PUBLISHED -', 'PUBLISHED -', 'PUBLISHED Chantal']);
    await tell();
    const gone = await read(VETTED, known.end);
    expect(gone.told).toEqual(['REMOVED -', 'REMOVED -']);
    expect(gone.ids.toSorted()).toEqual(names.toSorted());
    expect((await read(program('new', 'VETTED'))).told).toEqual(['PUBLISHED Chantal']);
    // Who came and went in between is told of to nobody.
    const short = await insert('Dalia');
    await tell();
    await db().transaction((tx) => withdrawConsent(tx, short));
    await tell();
    expect((await read(VETTED, gone.end)).told).toEqual([]);
  });

  it('never ties the id of a code name to the one before', async () => {
    const id = await insert('Amina');
    await insert('Beatriz');
    await tell();
    const { end } = await read(VETTED);
    const before = await outside(id);
    await change(id, `pseudonymous = true, code_name = 'Heron'`);
    await tell();
    const { told, ids } = await read(VETTED, end);
    expect(told).toEqual(['PUBLISHED Heron', 'REMOVED -']);
    const of = (one: string | undefined) => Buffer.from(`Mediator:${one}`).toString('base64url');
    expect(ids.toSorted()).toEqual([of(before), of(await outside(id))].toSorted());
    expect(ids).toEqual(ids.toSorted((a, b) => (atob(a) < atob(b) ? -1 : 1)));
  });

  it('is read in pages, each woman once, while it goes on', async () => {
    for (let n = 0; n < 5; n++) await insert(`Woman ${n}`);
    await tell();
    const first = await read(VETTED, null, 'first: 2');
    expect([first.told.length, first.more, first.end]).toEqual([2, true, first.cursors[1]]);
    await db().query(`UPDATE mediator SET display_name = display_name || '!'`);
    await tell();
    const second = await read(VETTED, first.end, 'first: 2');
    const third = await read(VETTED, second.end, 'first: 50');
    expect([...second.told, ...third.told].toSorted()).toEqual(
      [0, 1, 2, 3, 4].map((n) => `CHANGED Woman ${n}!`),
    );
    expect((await read(VETTED, third.end)).told).toEqual([]);
    expect(await read(VETTED, first.end, 'first: 0')).toMatchObject({ told: [], more: true });
  });

  it('has cursors that nobody can make up or hand on', async () => {
    await insert('Amina');
    await tell();
    const { end } = await read(VETTED);
    const said = Buffer.from(end, 'base64url').toString();
    const forged = Buffer.from(said.replace(/,1,/, ',0,')).toString('base64url');
    expect(forged).not.toBe(end);
    for (const cursor of [forged, 'nonsense', '', Buffer.from('[]').toString('base64url')]) {
      expect(await codeOf(VETTED, cursor)).toBe('VALIDATION_ERROR');
    }
    expect(await codeOf(program('another', 'VETTED'), end)).toBe('VALIDATION_ERROR');
  });

  it('is begun anew by an account that sees something else now', async () => {
    await insert('Amina');
    await tell();
    const { end } = await read(VETTED);
    expect(await codeOf({ ...VETTED, clearance: 'PUBLIC' }, end)).toBe('START_AGAIN');
  });

  it('is begun anew after a backup from before was restored', async () => {
    await insert('Amina');
    await tell();
    const kept = await read(VETTED);
    // The backup is of now.
    const id = await insert('Beatriz');
    await tell();
    const { end } = await read(VETTED, kept.end);
    await db().query('DELETE FROM mediator WHERE id = $1', [id]);
    await db().query('DELETE FROM followed_profile WHERE place > 1');
    await db().query('DELETE FROM feed_batch WHERE last > 1');
    expect(await codeOf(VETTED, end)).toBe('START_AGAIN');
    await insert('Chantal');
    await tell();
    expect(await codeOf(VETTED, end)).toBe('START_AGAIN');
    expect((await read(VETTED, kept.end)).told).toEqual(['PUBLISHED Chantal']);
  });

  it('tells of a removal for thirty days', async () => {
    const id = await insert('Amina');
    await insert('Beatriz');
    await tell();
    const { end } = await read(VETTED);
    await db().transaction((tx) => withdrawConsent(tx, id));
    await tell();
    now += 29 * 86_400_000;
    await tell();
    const back = await read(VETTED, end);
    expect(back.told).toEqual(['REMOVED -']);
    now += 2 * 86_400_000;
    await tell();
    expect(await codeOf(VETTED, end)).toBe('START_AGAIN');
    // Whoever was there since has missed nothing, and a new reader reads on.
    expect((await read(VETTED, back.end)).told).toEqual([]);
    const fresh = await read(VETTED);
    expect(fresh.told).toEqual(['PUBLISHED Beatriz']);
    expect((await read(VETTED, fresh.end)).told).toEqual([]);
    expect(await db().query('SELECT FROM followed_profile WHERE digest IS NULL')).toEqual([]);
  });

  it('needs somebody who has signed in, or a program', async () => {
    const { errors } = await api.ask('{ changes { pageInfo { endCursor } } }');
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});
