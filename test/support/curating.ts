import { OPERATOR, type Viewer } from '#identity';
import { openTestApi, type TestApi } from './api.js';
import { fill, record } from './fill.js';
import { coordinatorViewer, mediatorViewer, viewersOfTest } from './viewers.js';

/** What a refusable mutation answers, or a query's one field. */
export type Answered = Record<string, unknown> & { readonly __typename?: string };

/** A directory with two networks and those who curate them. */
export type CurationBench = Awaited<ReturnType<typeof openCurationBench>>;

const REFUSALS = `... on ValidationError { fields { path code } } ... on NotPermitted { message } ... on NotFound { message }
  ... on InvalidState { message } ... on Conflict { message }`;

/** The fields by which most tests tell what became of a profile. */
export const PROFILE = 'id state revision';

export async function openCurationBench(env: Record<string, string> = {}) {
  const viewers = viewersOfTest();
  const api: TestApi = await openTestApi(env, viewers);
  await fill(api.services, 'acacia', []);
  await fill(api.services, 'fjord', []);
  const idOf = async (slug: string) => (await api.services.networks.bySlug(slug))?.id ?? '';
  const [acacia, fjord] = [await idOf('acacia'), await idOf('fjord')];
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
  return {
    api,
    viewers,
    networks: { acacia, fjord },
    /** Coordinators, two of them of acacia. */
    ada: coordinatorViewer(acacia),
    bea: coordinatorViewer(acacia),
    fay: coordinatorViewer(fjord),
    both: coordinatorViewer(acacia, fjord),
    herself: mediatorViewer,
    ask,
    /** Sends a mutation and selects `fields` of a profile that it gives. */
    mutate: (viewer: Viewer | null, mutation: string, variables = {}, fields = PROFILE) =>
      ask(
        viewer,
        `mutation ${signature(variables)} { ${mutation} { __typename ... on Profile { ${fields} } ${REFUSALS} } }`,
        variables,
      ),
    profile: (viewer: Viewer | null, id: string, fields = PROFILE) =>
      ask(viewer, `{ profile(id: "${globalId('Profile', id)}") { ${fields} } }`),
    /** Imports women into a network; gives their ids by external id. */
    list: async (network: string, ...records: Record<string, string>[]) => {
      await fill(api.services, network, records);
      const rows = await api.services.database.query<{ number: string; id: string }>(
        `SELECT external_id AS number, mediator_id AS id FROM affiliation a JOIN network n ON n.id = network_id
         WHERE slug = $1`,
        [network],
      );
      return (number: number): string =>
        rows.find((row) => row.number === record(number).external_id)?.id ?? '';
    },
    revision: async (id: string): Promise<number> => {
      const [row] = await api.services.database.query<{ revision: number }>(
        'SELECT revision FROM mediator WHERE id = $1',
        [id],
      );
      return row?.revision ?? 0;
    },
    setFourEyes: (network: string, on: boolean) =>
      api.services.networks.setFourEyes(OPERATOR, network, on),
    clear: async () => {
      await api.services.database.query('DELETE FROM mediator');
      await api.services.database.query('DELETE FROM erased_key');
      await api.services.database.query('DELETE FROM import_reject');
      await api.services.database.query('DELETE FROM graphile_worker._private_jobs');
      await api.services.database.query('UPDATE network SET four_eyes = false');
    },
    /** What the graph calls a woman now, by her key. */
    mediatorId: async (key: string) =>
      globalId('Mediator', (await api.services.mediatorIds.publicIds([key])).get(key) ?? key),
    close: () => api.close(),
  };
}

export function globalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** Types of the variables that these tests send. */
const TYPES: Record<string, string> = {
  changes: 'ProfileChangesInput!',
  evidence: 'EvidenceInput',
  ids: '[ID!]!',
};

function signature(variables: Record<string, unknown>): string {
  const declared = Object.keys(variables).map((name) => `$${name}: ${TYPES[name] ?? 'String!'}`);
  return declared.length > 0 ? `(${declared.join(', ')})` : '';
}
