import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestApi, type TestApi } from '../../support/api.js';
import { everyField } from '../../support/every-field.js';
import { fill, record } from '../../support/fill.js';
import { mediatorViewer, organizerViewer, viewersOfTest } from '../../support/viewers.js';

const MARK = 'zqxmark';
const mark = (field: string): string => `${MARK}${field}`;

/** What verified organizers see and the public does not. */
const VETTED: Record<string, string> = {
  full_name: 'Vera Fullname',
  name_variants: 'Verunia',
  nationality: 'Tuvalu',
  residence: 'Kiribati',
  education: 'Degree in rivers',
  publications: 'On bridges',
  training: 'Course in fords',
  deployments: 'Talks of Obsidian | ceasefire | negotiation | adviser | 1 | Palau | 2001 | 2004',
  years: '17',
};
const SEEN = [
  'Vera Fullname',
  'Verunia',
  '"TV"',
  '"KI"',
  'Degree in rivers',
  'On bridges',
  'Course in fords',
  'Talks of Obsidian',
  '"PW"',
  '"exactYears":17',
  'AGE_55_PLUS',
  '"yearTo":2004',
];

/** What only curators of her network see. */
const CURATOR: Record<string, string> = {
  email: `${mark('email')}@example.org`,
  telephone: `${mark('telephone')} 5550199`,
  postal_address: mark('address'),
  emergency_contact: mark('emergency'),
  security_notes: mark('security'),
  date_of_birth: '1961-03-17',
  ruled_out: 'Nauru',
};

describe('no field outside the audience of the vetted', () => {
  const viewers = viewersOfTest();
  const headers = viewers.as(organizerViewer());
  let api: TestApi;
  const answers: string[] = [];

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
    const shown = { display_name: 'Shown Openly', languages: 'French (C1)', territories: 'Mali' };
    await fill(api.services, 'acacia', [
      record(1, { ...VETTED, ...CURATOR, ...shown }),
      record(2, {
        ...CURATOR,
        ...shown,
        full_name: mark('atrisk'),
        display_name: mark('display'),
        biography: mark('biography'),
        education: mark('riskeducation'),
        pseudonymous: 'yes',
        code_name: 'Heron',
      }),
      record(3, {
        ...CURATOR,
        ...shown,
        full_name: mark('narrowname'),
        display_name: 'Narrowed Down',
        education: mark('narroweducation'),
        biography: mark('narrowbiography'),
      }),
      record(4, { ...CURATOR, ...shown, display_name: mark('draft'), consent: '' }),
    ]);
    const [row] = await api.services.database.query<{ id: string }>(
      `SELECT id FROM mediator WHERE display_name = 'Narrowed Down'`,
    );
    const her = mediatorViewer(row!.id);
    for (const field of ['fullName', 'education', 'biography'] as const) {
      await api.services.audiences.set(her, row!.id, { field, audience: 'CURATOR', consent: null });
    }
    await api.services.jobs.drain();
  });
  afterAll(async () => api.close());

  const ask = async (query: string, variables?: Record<string, unknown>): Promise<string> => {
    const { body } = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify({ query, variables }),
    });
    answers.push(body);
    return body;
  };

  it('is in the answer to any query, all fields of it selected', async () => {
    const everything = await everyField(ask);
    const body = await ask(`{ mediators ${everything['MediatorConnection']} }`);
    for (const value of SEEN) expect(body).toContain(value);
    const { data } = JSON.parse(body) as {
      data: { mediators: { edges: { node: { id: string } }[] } };
    };
    expect(data.mediators.edges).toHaveLength(3);
    for (const { node } of data.mediators.edges) {
      await ask(`{ mediator(id: "${node.id}") ${everything['Mediator']} }`);
      await ask(`{ node(id: "${node.id}") { id ... on Mediator ${everything['Mediator']} } }`);
    }
    const need = `{ date: "2026-11-01", brief: "rivers", territories: ["NR"], soft: { languages: [{ code: "fr" }],
      territories: [{ code: "ML" }], roles: [ADVISER], process: { type: CEASEFIRE }, years: 12 },
      hard: { conflictOfInterest: { territories: ["TV"] } } }`;
    const ranked = await ask(
      `{ matchCandidates(need: ${need}) { ... on MatchConnection ${everything['MatchConnection']} } }`,
    );
    expect(ranked).toContain('"exclusions"');
  });

  it('is in any analysis, all fields of it selected', async () => {
    const everything = await everyField(ask);
    const need = `{ date: "2026-11-01", brief: "rivers", hard: { minimumYears: 18 },
      soft: { languages: [{ code: "fr" }], territories: [{ code: "ML" }], years: 12 } }`;
    const report = await ask(
      `{ needReport(need: ${need}) { ... on NeedReport ${everything['NeedReport']} } }`,
    );
    expect(report).toContain('"minimum":18');
    const { data } = JSON.parse(report) as {
      data: { needReport: { nearlyEligible: { edges: { node: { mediator: { id: string } } }[] } } };
    };
    const ids = data.needReport.nearlyEligible.edges.map(({ node }) => node.mediator.id);
    expect(ids).toHaveLength(3);
    for (const id of ids) {
      const place = await ask(
        `{ explainMatch(need: ${need}, mediatorId: "${id}") { ... on PlaceExplanation ${everything['PlaceExplanation']} } }`,
      );
      expect(place).toContain('EXCLUDED');
      await ask(
        `{ compareCandidates(need: ${need}, first: "${ids[0]}", second: "${id}") { ... on Comparison ${everything['Comparison']} } }`,
      );
      // Nobody is told that she keeps away from there: she is ranked as for anywhere else.
      const [there, elsewhere] = await Promise.all(
        ['NR', 'KI'].map((code) => {
          const away = need.replace('hard:', `territories: ["${code}"], hard:`);
          return ask(
            `{ explainMatch(need: ${away}, mediatorId: "${id}") { __typename ... on PlaceExplanation { eligible rank score standing } } }`,
          );
        }),
      );
      expect(there).toContain('"PlaceExplanation"');
      expect(there).toBe(elsewhere);
    }
    expect(await ask(`{ scarcity { ... on Scarcity ${everything['Scarcity']} } }`)).toContain(
      '"women":3',
    );
  });

  it('is found by a search for it, as text, highlight or count', async () => {
    const marks = [
      'atrisk',
      'display',
      'biography',
      'riskeducation',
      'narrowname',
      'narroweducation',
    ];
    const texts = [
      ...Object.values(CURATOR),
      ...marks.map(mark),
      mark('narrowbiography'),
      mark('draft'),
    ];
    for (const text of texts) {
      const body = await ask(
        `query ($t: String!) { mediators(search: $t) { totalCount edges { highlights { field fragment } } } }`,
        { t: text },
      );
      expect([text, JSON.parse(body)]).toEqual([
        text,
        { data: { mediators: { totalCount: 0, edges: [] } } },
      ]);
    }
    const found = await ask(
      '{ mediators(search: "rivers") { edges { highlights { field fragment } } } }',
    );
    expect(found).toContain('Degree in ‹rivers›');
  });

  it('is in a document of the search index that the vetted can reach', async () => {
    const rows = await api.services.database.query(
      'SELECT * FROM search.document_public UNION ALL SELECT * FROM search.document_vetted',
    );
    expect(rows).toHaveLength(6);
    answers.push(JSON.stringify(rows));
  });

  it('was in anything that was answered above', () => {
    expect(answers.length).toBeGreaterThan(10);
    const told = answers.join('\n');
    for (const value of [MARK, '1961', 'Nauru', '"NR"']) expect(told).not.toContain(value);
  });

  it('would be missed by this test: the marks are in the database', async () => {
    const rows = await api.asOwner<{ text: string }>('SELECT m::text AS text FROM mediator m');
    const held = rows.map(({ text }) => text).join('\n');
    for (const name of ['atrisk', 'display', 'biography', 'narroweducation', 'draft']) {
      expect(held).toContain(mark(name));
    }
    expect(held).toContain('1961');
  });

  it('for the public those of the vetted are outside too', async () => {
    const everything = await everyField(ask);
    const { body } = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query: `{ mediators ${everything['MediatorConnection']} }` }),
    });
    expect(body).toContain('Shown Openly');
    for (const value of SEEN) expect(body).not.toContain(value);
  });
});
