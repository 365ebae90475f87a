import { IntroductionClocks } from '#introductions';
import { OPERATOR, type Viewer } from '#identity';
import { ORGANIZATION } from './accounts.js';
import { openTestApi, type TestApi } from './api.js';
import { globalId, type Answered } from './curating.js';
import { fill, record } from './fill.js';
import { mailsTo } from './mails.js';
import { coordinatorViewer, mediatorViewer, organizerViewer, viewersOfTest } from './viewers.js';

/** A Monday morning in UTC. */
export const MONDAY = new Date('2026-11-02T09:00:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const REFUSALS = `... on ValidationError { fields { path code } } ... on NotPermitted { message }
  ... on NotFound { message } ... on InvalidState { message } ... on Conflict { message }`;
const MESSAGES = 'messages { messageId author text state }';
const SHOWN = `id needId mediator { id name } status word dueAt endedAt canConfirm deskWords question answer channels
  ${MESSAGES} revision`;
const ASKED = `id state termsRevision acceptedTermsRevision forwardedAt answerDueAt pausedAt question answer
  declaration { interest text } declarationOutcome declineReasons shared channels ${MESSAGES} revision`;
const DESK = `${ASKED} mediatorName channel findings deskDueAt deskEndsAt refusal deskWords declineWords
  spoken { step channel proof } steps { step fromState toState }`;
const OWN = `${ASKED} organizationName processName terms { purpose riskNote contactPerson { name email } } timeZone
  pseudonymous contactReads`;

const CRITERIA = {
  date: '2026-11-01',
  territories: ['ML'],
  hard: {},
  soft: { languages: [{ code: 'fr' }], years: 10 },
};

/** Terms of reference that are complete. */
export const TERMS = {
  purpose: 'Talks between herders and farmers.',
  role: 'Co-mediator',
  mode: 'IN_PERSON',
  support: 'DIRECT_MEDIATION',
  engagement: 'CONSULTANT',
  startsOn: '2026-12-01',
  endsOn: '2027-01-31',
  percent: 50,
  territory: 'ML',
  placeWords: 'Mopti',
  workingLanguages: ['fr'],
  host: 'The regional office',
  costs: { fee: 'ORGANIZER', travel: 'ORGANIZER', insurance: 'HOST', security: 'HOST' },
  feeWords: '300 a day',
  securityArrangements: 'An escort outside of town.',
  reportingLine: 'The envoy',
  confidentiality: 'Nothing is told before the talks end.',
  riskNote: 'The road is mined.',
  contactPerson: { name: 'Ines Contact', email: 'ines@organizer.example', telephone: null },
};

/** A network with its desk, women whom it lists, and an organizer with a need, its terms and a shortlist of them. */
export type IntroductionBench = Awaited<ReturnType<typeof openIntroductionBench>>;

export async function openIntroductionBench() {
  const viewers = viewersOfTest();
  let now = MONDAY;
  const api: TestApi = await openTestApi({}, viewers, () => now);
  const { services } = api;
  await fill(services, 'acacia', []);
  await fill(services, 'fjord', []);
  const networkOf = async (slug: string) => (await services.networks.bySlug(slug))?.id ?? '';
  const [acacia, fjord] = [await networkOf('acacia'), await networkOf('fjord')];
  const { id: organizationId } = await services.identity.organizations.create(
    OPERATOR,
    ORGANIZATION,
  );
  const ana: Viewer = { ...organizerViewer(), organizationId };
  const [ada, fay] = [coordinatorViewer(acacia), coordinatorViewer(fjord)];
  const clocks = api.app.get(IntroductionClocks);

  const ask = async (
    viewer: Viewer | null,
    document: string,
    variables = {},
  ): Promise<Answered> => {
    const headers = viewer ? viewers.as(viewer) : {};
    const { data, errors } = await api.ask<Record<string, Answered>>(document, variables, headers);
    if (errors) return { __typename: errors[0]?.extensions?.code, message: errors[0]?.message };
    return Object.values(data ?? {})[0] as Answered;
  };
  const mutate = async (viewer: Viewer, field: string, args: object, payload: string) => {
    const declared = Object.keys(args).map((name) => `$${name}: ${typeOf(field, name)}`);
    const given = Object.keys(args).map((name) => `${name}: $${name}`);
    return ask(
      viewer,
      `mutation (${declared.join(', ')}) { ${field}(${given.join(', ')}) { __typename ${payload} ${REFUSALS} } }`,
      args,
    );
  };

  /** A step that a test needs done. */
  const made: typeof mutate = async (...asked) => done(await mutate(...asked));
  const savedTerms: typeof saveTerms = async (...asked) => done(await saveTerms(...asked));

  /** A need of ana's with complete terms, and a shortlist of these women, the first the best. */
  const needOf = async (women: readonly Woman[], more: object = {}, terms: object = {}) => {
    await fill(
      services,
      'acacia',
      women.map(({ name, ...changes }, i) =>
        record(i + 1, {
          display_name: name,
          languages: 'French (C1)',
          years: String(Math.max(10 - 4 * i, 0)),
          consent: 'LISTED; MATCHED; CONTACTED',
          email: `${name.toLowerCase()}@example.org`,
          ...changes,
        }),
      ),
    );
    const create = { title: 'Talks at the lake', criteria: CRITERIA, wanted: 1, ...more };
    const need = await made(ana, 'createNeed', { input: create }, '... on Need { id }');
    const needId = String(need.id);
    await made(ana, 'openNeed', { id: needId, revision: 1 }, '... on Need { id }');
    await savedTerms(needId, null, { ...TERMS, ...terms });
    const list = await made(
      ana,
      'createShortlist',
      { needId, title: 'First choice' },
      '... on Shortlist { id }',
    );
    const known = await herIds(women.map(({ name }) => name));
    const added = await made(
      ana,
      'addToShortlist',
      {
        input: {
          id: list.id,
          revision: 1,
          entries: known.map(({ publicId }) => ({ mediatorId: globalId('Mediator', publicId) })),
        },
      },
      '... on Shortlist { entries { id mediator { id } } }',
    );
    const entries = added.entries as { id: string; mediator: { id: string } }[];
    return {
      needId,
      /** The woman of a name: her entry on the shortlist, and she herself as a viewer. */
      her: (name: string) => {
        const found = known.find((one) => one.name === name);
        const mediator = globalId('Mediator', found?.publicId ?? '');
        return {
          entryId: entries.find((entry) => entry.mediator.id === mediator)?.id ?? '',
          viewer: mediatorViewer(found?.id ?? ''),
          id: found?.id ?? '',
        };
      },
    };
  };
  const herIds = async (names: readonly string[]) =>
    services.database.query<{ name: string; id: string; publicId: string }>(
      `SELECT display_name AS name, id, public_id AS "publicId" FROM mediator
       WHERE display_name = ANY($1) ORDER BY array_position($1, display_name)`,
      [names],
    );
  const saveTerms = (needId: string, revision: number | null, terms: object) =>
    mutate(
      ana,
      'saveTerms',
      { input: { needId, revision, ...terms } },
      '... on TermsOfReference { complete revision missing { path } }',
    );

  return {
    api,
    ana,
    ada,
    fay,
    acacia,
    fjord,
    ask,
    mutate,
    needOf,
    saveTerms,
    /** A step of each side by its name in the graph; `args` holds what it takes besides id and revision. */
    organizer: (field: string, args: object, viewer = ana) =>
      mutate(viewer, field, args, `... on Introduction { ${SHOWN} }`),
    desk: (field: string, args: object, viewer = ada) =>
      mutate(viewer, field, args, `... on DeskIntroduction { ${DESK} }`),
    her: (viewer: Viewer, field: string, args: object) =>
      mutate(viewer, field, args, `... on OwnIntroduction { ${OWN} }`),
    contact: (id: unknown) =>
      mutate(
        ana,
        'openIntroductionContact',
        { id },
        '... on IntroductionContact { channels email telephone }',
      ),
    /** The same introduction as each side reads it. */
    shown: async (id: unknown) => ask(ana, `{ introduction(id: "${String(id)}") { ${SHOWN} } }`),
    atDesk: async (id: unknown) =>
      ask(ada, `{ deskIntroduction(id: "${otherId(id, 'DeskIntroduction')}") { ${DESK} } }`),
    ofHer: async (viewer: Viewer, id: unknown) =>
      ask(viewer, `{ myIntroduction(id: "${otherId(id, 'OwnIntroduction')}") { ${OWN} } }`),
    now: () => now,
    /** Lets so many milliseconds pass, and the job look at what is due. */
    pass: async (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
      await clocks.handle();
    },
    mails: (address: string) => mailsTo(api, address),
    clear: async () => {
      now = MONDAY;
      for (const table of ['need', 'mediator', 'erased_key']) {
        await services.database.query(`DELETE FROM ${table}`);
      }
    },
    close: () => api.close(),
  };
}

/** @throws Error where the answer is a refusal */
export function done(answer: Answered): Answered {
  if ('message' in answer || 'fields' in answer) {
    throw new Error(`The bench is refused: ${JSON.stringify(answer)}`);
  }
  return answer;
}

/** A woman of the bench: her name, and what of her record is not as usual. */
export type Woman = { readonly name: string } & Readonly<Record<string, string>>;

/** The id by which another side knows the same introduction. */
export function otherId(
  id: unknown,
  type: 'Introduction' | 'DeskIntroduction' | 'OwnIntroduction',
): string {
  const [, uuid = ''] = Buffer.from(String(id), 'base64url').toString('utf8').split(':');
  return globalId(type, uuid);
}

/** Types of the arguments of one mutation. */
const TYPES_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  createNeed: { input: 'CreateNeedInput!' },
  addToShortlist: { input: 'AddToShortlistInput!' },
  saveTerms: { input: 'SaveTermsInput!' },
  saveAskPreferences: { input: 'AskPreferencesInput!' },
  withdrawIntroduction: { reason: 'IntroductionWithdrawalReason!' },
  closeIntroduction: { reason: 'NotEngagedReason!' },
  refuseIntroduction: { reason: 'IntroductionRefusalReason!' },
  recordIntroductionAnswer: { input: 'SpokenAnswerInput!' },
  acceptIntroduction: { input: 'AcceptanceInput!' },
  declineIntroduction: { input: 'DeclineInput!' },
  releaseChannels: { input: 'ReleaseInput!' },
};

/** Types of arguments that have the same in every mutation. */
const TYPES: Readonly<Record<string, string>> = {
  id: 'ID!',
  needId: 'ID!',
  entryId: 'ID!',
  messageId: 'ID!',
  revision: 'Int!',
  title: 'String!',
  words: 'String!',
  word: 'String!',
  outOfOrder: 'String',
  outcome: 'DeclarationOutcome!',
};

function typeOf(field: string, name: string): string {
  const type = TYPES_OF[field]?.[name] ?? TYPES[name];
  if (!type) throw new Error(`The bench knows no type of ${field}(${name}:).`);
  return type;
}
