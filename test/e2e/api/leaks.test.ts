import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestApi, type TestApi } from '../../support/api.js';
import { everyField } from '../../support/every-field.js';
import { contactsOf, dumpOf } from '../../support/contacts.js';
import { fill, record } from '../../support/fill.js';

/** Words that stand in no field that the public sees; each begins alike, so that one look finds them all. */
const MARK = 'zqxmark';
const mark = (field: string): string => `${MARK}${field.replaceAll(/[^a-z]/g, '')}`;

/** Every column of an import that the public may not see, with a marker in it. */
const NARROW: Record<string, string> = {
  full_name: mark('fullname'),
  name_variants: mark('variant'),
  email: `${mark('email')}@example.org`,
  telephone: `${mark('telephone')} 5550199`,
  postal_address: mark('address'),
  emergency_contact: mark('emergency'),
  security_notes: mark('security'),
  date_of_birth: '1971-03-17',
  nationality: 'Tuvalu',
  residence: 'Kiribati',
  education: mark('education'),
  publications: mark('publications'),
  training: mark('training'),
  ruled_out: 'Nauru',
  deployments: `${mark('process')} | ceasefire | negotiation | adviser | 1 | Palau | 2001 | 2004`,
  years: '17',
};
const CONTACT = new Set([
  'email',
  'telephone',
  'postal_address',
  'emergency_contact',
  'security_notes',
  'date_of_birth',
]);
/** Codes and numbers of the above that must not be found either. */
const CODES = [
  '"TV"',
  '"KI"',
  '"NR"',
  '"PW"',
  '1971',
  ':17,',
  ':17}',
  'Tuvalu',
  'Kiribati',
  'Nauru',
  'Palau',
];

describe('no field outside the public audience', () => {
  let api: TestApi;
  const answers: string[] = [];
  const log: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) => ({
    stream,
    write: stream.write.bind(stream),
  }));

  beforeAll(async () => {
    for (const { stream } of streams) {
      stream.write = (chunk) => Boolean(log.push(String(chunk)));
    }
    api = await openTestApi();
    const shown = { display_name: 'Shown Openly', languages: 'French (C1)', territories: 'Mali' };
    await fill(api.services, 'acacia', [
      record(1, { ...NARROW, ...shown }),
      record(2, {
        ...NARROW,
        ...shown,
        full_name: mark('atrisk'),
        display_name: mark('display'),
        biography: mark('biography'),
        pseudonymous: 'yes',
        code_name: 'Heron',
        external_id: 'RISK-1',
      }),
      record(3, { ...NARROW, ...shown, consent: '', biography: mark('draft') }),
    ]);
  });
  afterAll(async () => {
    await api.close();
    for (const { stream, write } of streams) stream.write = write;
  });

  const ask = async (query: string, variables?: Record<string, unknown>): Promise<string> => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query, variables }),
    });
    // Digits that are drawn may be those of a year.
    const { 'x-request-id': _drawn, ...headers } = response.headers;
    const text = `${JSON.stringify(headers)}${response.body}`;
    answers.push(text);
    return response.body;
  };

  it('is in the answer to any query, all fields of it selected', async () => {
    const everything = await everyField(ask);
    const facets =
      'facets: [NETWORKS, LANGUAGES, TERRITORIES, EXPERTISE, TRACKS, ROLES, AVAILABILITY, YEARS]';
    const body = await ask(`{ mediators(${facets}) ${everything['MediatorConnection']} }`);
    expect(body).toContain('Shown Openly');
    expect(body).toContain('Heron');
    const { data } = JSON.parse(body) as {
      data: { mediators: { edges: { node: { id: string } }[] } };
    };
    for (const { node } of data.mediators.edges) {
      await ask(`{ mediator(id: "${node.id}") ${everything['Mediator']} }`);
      await ask(`{ node(id: "${node.id}") { id ... on Mediator ${everything['Mediator']} } }`);
    }
    await ask(`{ networks ${everything['NetworkConnection']} }`);
    const need = `{ date: "2026-11-01", brief: "${MARK}", soft: { languages: [{ code: "fr" }],
      territories: [{ code: "ML" }], roles: [ADVISER], process: { type: CEASEFIRE }, years: 12 } }`;
    const ranked = await ask(
      `{ matchCandidates(need: ${need}) { ... on MatchConnection ${everything['MatchConnection']} } }`,
    );
    expect(ranked).toContain('Shown Openly');
  });

  it('is found by a search for it, as text, highlight or count', async () => {
    const texts = [
      ...Object.values(NARROW),
      MARK,
      mark('atrisk'),
      mark('display'),
      mark('biography'),
      mark('draft'),
    ];
    for (const text of texts) {
      const body = await ask(
        `query ($t: String!) { mediators(search: $t, facets: [TERRITORIES]) {
           totalCount edges { highlights { field fragment } } facets { counts { code count } } } }`,
        { t: text.slice(0, 200) },
      );
      expect([text, (JSON.parse(body) as { data: unknown }).data]).toEqual([
        text,
        { mediators: { totalCount: 0, edges: [], facets: [{ counts: [] }] } },
      ]);
    }
    for (const code of ['TV', 'KI', 'NR', 'PW']) {
      const body = await ask(`{ mediators(filter: { territories: ["${code}"] }) { totalCount } }`);
      expect(JSON.parse(body)).toEqual({ data: { mediators: { totalCount: 0 } } });
    }
  });

  it('moves a score, a rank or an exclusion', async () => {
    const rank = async (criteria: string): Promise<string> =>
      ask(`{ matchCandidates(need: { date: "2026-11-01", ${criteria} }) {
        ... on MatchConnection { totalCount exclusions { reason any } edges { node { score mediator { name } explanation { value found } } } }
        ... on ValidationError { fields { path code } } } }`);
    // Years by the band's lower end, not the 17 that are true.
    expect(await rank('soft: { years: 17 }')).toContain(`"value":${Math.round((15 / 17) * 1e6)}`);
    // Roles and processes of deployments that she does not show.
    expect(await rank('soft: { roles: [ADVISER] }')).not.toMatch(/"value":[1-9]/);
    expect(await rank('soft: { process: { type: CEASEFIRE } }')).not.toMatch(/"value":[1-9]/);
    // A territory she has ruled out.
    expect(await rank('soft: { years: 1 }, territories: ["NR"]')).not.toContain('SAFETY');
    // Nationality and residence cannot even be asked about.
    expect(
      await rank('soft: { years: 1 }, hard: { conflictOfInterest: { territories: ["TV"] } }'),
    ).toContain('NOT_PERMITTED');
  });

  it('is in an error', async () => {
    const wrong = [
      await ask(`{ mediators(search: "x", first: -1) { totalCount } }`),
      await ask(`{ mediator(id: "${mark('unknown').slice(0, 3)}") { email } }`),
      await ask('{ mediators { edges { node { securityNotes } } } }'),
    ];
    expect(wrong.filter((answer) => !answer.includes('"errors"'))).toEqual([]);
  });

  it('is in a document of the search index that the public can reach', async () => {
    const rows = await api.services.database.query<Record<string, unknown>>(
      'SELECT * FROM search.document_public',
    );
    expect(rows).toHaveLength(2);
    answers.push(JSON.stringify(rows));
  });

  it('was in anything that was answered or logged above', () => {
    expect(answers.length).toBeGreaterThan(30);
    const told = answers.join('\n').replaceAll(`"${MARK}"`, '');
    expect(told).not.toContain(MARK);
    for (const code of CODES) expect(told).not.toContain(code);
    const contact = Object.values(NARROW).filter((value) => value.startsWith(MARK));
    for (const value of contact) expect(log.join('')).not.toContain(value);
  });

  it('is in clear anywhere in the database, where it is contact data', async () => {
    const dump = await dumpOf(api);
    for (const field of CONTACT) expect(dump).not.toContain(NARROW[field]);
    // The other marks are there: this test would miss nothing of its kind.
    const others = Object.entries(NARROW)
      .filter(([field, value]) => value.startsWith(MARK) && !CONTACT.has(field))
      .map(([, value]) => value.split(' ', 1)[0]!);
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((marked) => !dump.includes(marked))).toEqual([]);
  });

  it('would be missed by this test: what is sealed opens to the marks', async () => {
    const opened = JSON.stringify(await contactsOf(api.services, 'acacia'));
    for (const field of CONTACT) expect(opened).toContain(NARROW[field]);
  });
});
