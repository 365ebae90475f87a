import type { Viewer } from '#identity';
import type { TestApi } from './api.js';
import type { viewersOfTest } from './viewers.js';

/** An import as the tests below read it. */
export interface ReadImport {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly problem: string | null;
  readonly remembered: boolean;
  readonly counts: Readonly<Record<string, number>> | null;
}

const IMPORT = `{ id state revision problem remembered counts { rows new changed unchanged rejected skipped joined created
  updated conflicts undone kept published endingConsent } }`;

const BOUNDARY = 'a-boundary-of-the-test';

/** The type of such a form. */
export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

/** A form with the slug of a network and a file. */
export function form(network: string | null, name: string, content: string | Buffer): Buffer {
  const part = (head: string, body: string | Buffer) =>
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ]);
  return Buffer.concat([
    ...(network === null ? [] : [part('name="network"', network)]),
    part(`name="file"; filename="${name}"\r\nContent-Type: application/octet-stream`, content),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
}

/** What coordinators do with uploaded lists, over HTTP and GraphQL. */
export function uploading(api: TestApi, viewers: ReturnType<typeof viewersOfTest>) {
  const post = (viewer: Viewer | null, payload: Buffer, headers: Record<string, string> = {}) =>
    api.app.inject({
      method: 'POST',
      url: '/imports',
      headers: {
        'content-type': MULTIPART,
        ...(viewer ? viewers.as(viewer) : {}),
        ...headers,
      },
      payload,
    });
  const asked = async <T>(viewer: Viewer, query: string, variables: object = {}): Promise<T> => {
    const { data, errors } = await api.ask<Record<string, T>>(
      query,
      { ...variables },
      viewers.as(viewer),
    );
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0] as T;
  };
  const read = (viewer: Viewer, id: string): Promise<ReadImport> =>
    asked(viewer, `query ($id: ID!) { import(id: $id) ${IMPORT} }`, { id });
  const settled = async (viewer: Viewer, id: string): Promise<ReadImport> => {
    await api.services.jobs.drain();
    return read(viewer, id);
  };
  const change = (field: string, type: string) => async (viewer: Viewer, input: object) =>
    asked<ReadImport & { readonly __typename: string; readonly message?: string }>(
      viewer,
      `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ... on Import ${IMPORT}
        ... on Refusal { message } } }`,
      { input },
    );
  return {
    post,
    asked,
    read,
    settled,
    setMapping: change('setImportMapping', 'ImportMappingInput'),
    setDefaults: change('setImportDefaults', 'ImportDefaultsInput'),
    fixValue: change('fixImportValue', 'ImportValueFixesInput'),
    fixCell: change('fixImportCell', 'ImportCellFixesInput'),
    skip: change('skipImportRow', 'SkipImportRowsInput'),
    /** Uploads a list and waits until it has been checked. */
    upload: async (viewer: Viewer, network: string, name: string, content: string | Buffer) => {
      const response = await post(viewer, form(network, name, content));
      if (response.statusCode !== 202) throw new Error(response.body);
      const { data } = response.json<{ data: { import: { id: string } } }>();
      return settled(viewer, data.import.id);
    },
    apply: async (viewer: Viewer, { id, revision }: Pick<ReadImport, 'id' | 'revision'>) => {
      const step = await asked<{ __typename: string; message?: string }>(
        viewer,
        `mutation ($id: ID!, $revision: Int!) { applyImport(id: $id, revision: $revision) { __typename
          ... on Refusal { message } } }`,
        { id, revision },
      );
      if (step.__typename !== 'Import') throw new Error(step.message);
      return settled(viewer, id);
    },
    undo: async (viewer: Viewer, id: string) => {
      const step = await asked<{ __typename: string; message?: string }>(
        viewer,
        'mutation ($id: ID!) { undoImport(id: $id) { __typename ... on Refusal { message } } }',
        { id },
      );
      if (step.__typename !== 'Import') throw new Error(step.message);
      return settled(viewer, id);
    },
    rows: async (viewer: Viewer, id: string, filter: object = {}): Promise<ReadRow[]> => {
      const page = await asked<{ edges: { node: ReadRow }[] }>(
        viewer,
        `query ($id: ID!, $filter: ImportRowFilter) { importRows(id: $id, filter: $filter, first: 50) { edges { node {
          sheet row status problems contactChanges consentsGiven consentsEnding stateBefore stateAfter
          unpublishedBecause profileId changes { field before after }
          cells { column nth field private raw fixed read problem suggestions } } } } }`,
        { id, filter },
      );
      return page.edges.map(({ node }) => node);
    },
  };
}

export interface ReadRow {
  readonly sheet: string | null;
  readonly row: number;
  readonly status: string;
  readonly problems: readonly string[];
  readonly contactChanges: readonly string[];
  readonly consentsGiven: readonly string[];
  readonly consentsEnding: readonly string[];
  readonly stateBefore: string | null;
  readonly stateAfter: string | null;
  readonly unpublishedBecause: readonly string[];
  readonly profileId: string | null;
  readonly changes: readonly { field: string; before: string; after: string }[];
  readonly cells: readonly {
    column: string;
    nth: number;
    field: string | null;
    private: boolean;
    raw: string | null;
    fixed: string | null;
    read: string | null;
    problem: string | null;
    suggestions: readonly string[];
  }[];
}
