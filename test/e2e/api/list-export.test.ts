import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExportService } from '#directory';
import { OPERATOR, type Viewer } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { coordinatorViewer, mediatorViewer, viewersOfTest } from '../../support/viewers.js';

const ACCESS = { purpose: 'CORRECTION', reason: 'The list is corrected.' };

describe('the list of a network as a file', () => {
  const viewers = viewersOfTest();
  let api: TestApi;
  let coordinator: Viewer;
  let other: Viewer;

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
    const { services } = api;
    await fill(services, 'acacia', [
      record(1, { full_name: 'Ada Example', email: 'ada@example.org' }),
    ]);
    await fill(services, 'baobab', [record(2, { full_name: 'Bea Example' })]);
    const networks = await services.database.query<{ id: string }>(
      'SELECT id FROM network ORDER BY slug',
    );
    coordinator = coordinatorViewer(networks[0]!.id);
    other = coordinatorViewer(networks[1]!.id);
  });
  afterAll(async () => api.close());

  const post = (body: object, viewer: Viewer | null, slug = 'acacia') =>
    api.app.inject({
      method: 'POST',
      url: `/networks/${slug}/export`,
      headers: viewer ? viewers.as(viewer) : {},
      payload: body,
    });

  it('is for its coordinators, in their language, and kept by nobody on the way', async () => {
    const response = await post({ format: 'csv', language: 'fr', ...ACCESS }, coordinator);
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="acacia.csv"',
      'cache-control': 'no-store',
    });
    expect(response.body).toContain('"Numéro de membre","Nom complet"');
    expect(response.body).toContain('ada@example.org');
    expect(response.body).not.toContain('Bea Example');
  });

  it('has no contact data where no purpose is stated', async () => {
    const { body } = await post({ format: 'jsonl' }, coordinator);
    expect(JSON.parse(body)).toMatchObject({ full_name: 'Ada Example' });
    expect(body).not.toContain('ada@example.org');
  });

  it('has a woman whose records were merged once', async () => {
    const { database, merges } = api.services;
    await fill(api.services, 'cedar', [
      record(11, { full_name: 'Cleo Example' }),
      record(12, { full_name: 'Cleo Exemple' }),
    ]);
    const [kept, merged] = await database.query<{ id: string; revision: number; network: string }>(
      `SELECT m.id, m.revision, a.network_id AS network FROM affiliation a
       JOIN mediator m ON m.id = a.mediator_id JOIN network n ON n.id = a.network_id
       WHERE n.slug = 'cedar' ORDER BY a.external_id`,
    );
    await merges.merge(OPERATOR, { kept: kept!, other: merged! });
    const { body } = await post({ format: 'jsonl' }, coordinatorViewer(kept!.network), 'cedar');
    expect(body.trim().split('\n')).toHaveLength(1);
  });

  it('is noted with every woman who is in it, also one who was listed while it was written', async () => {
    const { services, app } = api;
    await fill(services, 'dahlia', [record(21)]);
    const [network] = await services.database.query<{ id: string }>(
      `SELECT id FROM network WHERE slug = 'dahlia'`,
    );
    const bytes = await app.get(ExportService).export(coordinatorViewer(network!.id), {
      network: 'dahlia',
      format: 'jsonl',
      language: 'en',
    });
    await fill(services, 'dahlia', [record(21), record(22)]);
    let written = '';
    for await (const piece of bytes) written += piece.toString();
    expect(written.trim().split('\n')).toHaveLength(2);
    const noted = await services.database.query(
      'SELECT FROM issued_copy_mediator i JOIN issued_copy c ON c.id = i.copy_id WHERE c.network_id = $1',
      [network!.id],
    );
    expect(noted).toHaveLength(2);
  });

  it('is noted with its reader and purpose, for the network and herself alone', async () => {
    const { database, personalData } = api.services;
    const [her] = await database.query<{ id: string }>(
      `SELECT mediator_id AS id FROM affiliation a JOIN network n ON n.id = network_id WHERE slug = 'acacia'`,
    );
    await database.query('DELETE FROM issued_copy');
    await post({ format: 'csv', ...ACCESS }, coordinator);
    const copies = async (viewer: Viewer, slug: string) => {
      const { data, errors } = await api.ask(
        `{ issuedCopies(network: "${slug}") { edges { node { id kind format women issuedTo contactPurpose recalledAt network { slug } } } } }`,
        {},
        viewers.as(viewer),
      );
      return (
        errors?.[0]?.extensions?.code ??
        (data as { issuedCopies: { edges: object[] } }).issuedCopies.edges
      );
    };
    expect(await copies(coordinator, 'acacia')).toMatchObject([
      {
        node: {
          kind: 'NETWORK_LIST',
          format: 'CSV',
          women: 1,
          issuedTo: coordinator.name,
          contactPurpose: 'CORRECTION',
          recalledAt: null,
          network: { slug: 'acacia' },
        },
      },
    ]);
    expect(await copies(other, 'baobab')).toEqual([]);
    expect(await copies(other, 'acacia')).toBe('NOT_PERMITTED');
    const { parts } = await personalData.export(mediatorViewer(her!.id), 'json');
    expect(parts.copies).toMatchObject([
      { kind: 'own-data', format: 'json' },
      { kind: 'network-list', network: 'acacia', purpose: 'CORRECTION', recalledAt: null },
    ]);
  });

  it('is a workbook', async () => {
    const { rawPayload, headers } = await post({ format: 'xlsx' }, coordinator);
    expect(headers['content-type']).toContain('spreadsheetml');
    expect(rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it.each([
    ['another network’s coordinator', () => other, 403],
    ['a stranger', () => null, 401],
  ])('is not for %s', async (_, viewer, status) => {
    const [there, notThere] = [
      await post({ format: 'csv', ...ACCESS }, viewer()),
      await post({ format: 'csv', ...ACCESS }, viewer(), 'no-such-network'),
    ];
    expect([there.statusCode, there.body]).toEqual([status, notThere.body]);
    expect(notThere.statusCode).toBe(status);
  });

  it.each([
    [{ format: 'pdf' }, 'format'],
    [{ format: 'csv', purpose: 'CURIOSITY', reason: 'I want to know.' }, 'purpose'],
    [{ format: 'csv', purpose: 'CORRECTION' }, 'reason'],
  ])('says what is wrong with %j', async (body, path) => {
    const response = await post(body, coordinator);
    expect(response.statusCode).toBe(400);
    const [error] = response.json<{ errors: { extensions: { problems: { path: string }[] } }[] }>()
      .errors;
    expect(error?.extensions.problems.map((problem) => problem.path)).toEqual([path]);
  });
});
