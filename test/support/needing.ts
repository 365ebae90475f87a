import { randomUUID } from 'node:crypto';
import { OPERATOR, systemViewer, type Viewer } from '#identity';
import { openTestApi, type TestApi } from './api.js';
import { ORGANIZATION, PASSWORD } from './accounts.js';
import type { Answered } from './curating.js';
import { organizerViewer, viewersOfTest } from './viewers.js';

const REFUSALS = `... on ValidationError { fields { path code } } ... on NotPermitted { message }
  ... on NotFound { message } ... on InvalidState { message } ... on Conflict { message }`;

/** Fields by which tests tell what became of a need or shortlist. */
const NEED = `... on Need { id slug title state revision own confidentiality urgency insiderTies alongside openedAt
  closedAt }`;
const ENTRY = `id rank score modelVersion considered eligible note mediator { id name }
  explanation { criterion weight value contribution wanted found } asked
  feedback { verdict reasons note } feedbackHistory { verdict reasons note }`;
const SHORTLIST = `... on Shortlist { id needId title state revision entries { ${ENTRY} } }`;

/** A directory without anybody in it, and organizers of two verified organizations. */
export type NeedBench = Awaited<ReturnType<typeof openNeedBench>>;

export async function openNeedBench() {
  const viewers = viewersOfTest();
  const api: TestApi = await openTestApi({}, viewers);
  const organizer = async (): Promise<Viewer> => {
    const { id } = await api.services.identity.organizations.create(OPERATOR, ORGANIZATION);
    return { ...organizerViewer(), organizationId: id };
  };
  const [ana, bo] = [await organizer(), await organizer()];
  const ask = async (
    viewer: Viewer | null,
    document: string,
    variables = {},
    more: Record<string, string> = {},
  ): Promise<Answered> => {
    const headers = { ...(viewer ? viewers.as(viewer) : {}), ...more };
    const { data, errors } = await api.ask<Record<string, Answered>>(document, variables, headers);
    if (errors) {
      const [{ message, extensions } = { message: '', extensions: {} }] = errors;
      return { __typename: extensions?.code, message };
    }
    return Object.values(data ?? {})[0] as Answered;
  };
  const mutate = (viewer: Viewer | null, mutation: string, payload: string, variables = {}) =>
    ask(
      viewer,
      `mutation ${signature(variables)} { ${mutation} { __typename ${payload} ${REFUSALS} } }`,
      variables,
    );
  return {
    api,
    viewers,
    ana,
    /** Another of ana's organization. */
    alba: { ...organizerViewer(), organizationId: ana.organizationId },
    bo,
    /** A viewer who has an account, for the organization of another. */
    account: async (
      { organizationId }: Pick<Viewer, 'organizationId'>,
      name: string,
      role: 'organizer' | 'focal-point',
    ): Promise<Viewer> => {
      const [{ id } = { id: '' }] = await api.services.identity.accounts.createReady(OPERATOR, [
        {
          email: `${randomUUID()}@example.org`,
          name,
          locale: 'en',
          password: PASSWORD,
          roles: [{ role, networkId: null }],
          organizationId,
          secondFactor: false,
        },
      ]);
      const grants = ['anyone', 'user', role] as const;
      return { ...organizerViewer(), name: `user:${id}`, userId: id, organizationId, grants };
    },
    ask,
    need: (viewer: Viewer | null, mutation: string, variables = {}) =>
      mutate(viewer, mutation, NEED, variables),
    list: (viewer: Viewer | null, mutation: string, variables = {}) =>
      mutate(viewer, mutation, SHORTLIST, variables),
    /** A shortlist as a viewer reads it. */
    read: (viewer: Viewer | null, id: unknown) =>
      ask(viewer, `{ shortlist(id: ${JSON.stringify(id)}) { __typename ${SHORTLIST} } }`),
    deeds: (subjectKind: string) =>
      api.services.database.query<{ action: string; subjectId: string }>(
        'SELECT action, subject_id AS "subjectId" FROM audit_entry WHERE subject_kind = $1 ORDER BY number',
        [subjectKind],
      ),
    suspend: async ({ organizationId }: Viewer) =>
      api.services.database.query(`UPDATE organization SET state = 'suspended' WHERE id = $1`, [
        organizationId,
      ]),
    verify: async ({ organizationId }: Viewer) =>
      api.services.database.query(`UPDATE organization SET state = 'verified' WHERE id = $1`, [
        organizationId,
      ]),
    system: systemViewer('test'),
    close: () => api.close(),
  };
}

/** Types of the variables that these tests send. */
const TYPES: Record<string, string> = {
  create: 'CreateNeedInput!',
  edit: 'EditNeedInput!',
  add: 'AddToShortlistInput!',
  feedback: 'FeedbackInput!',
  need: 'NeedInput!',
};

function signature(variables: Record<string, unknown>): string {
  const declared = Object.keys(variables).map((name) => `$${name}: ${TYPES[name] ?? 'ID!'}`);
  return declared.length > 0 ? `(${declared.join(', ')})` : '';
}
