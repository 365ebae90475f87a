import { APP_SETTINGS, type Settings } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { ConsoleBuild } from '../http/console-build.js';
import type { OperationPart } from './one-plugin.js';
import { TrustedDocuments } from './trusted-documents.js';

/** How the draft on persisted documents of GraphQL over HTTP writes a hash. */
const DOCUMENT_ID = /^sha256:([0-9a-f]{64})$/i;

/** Which requests name a stored document instead of bringing one, and which must. */
@Injectable()
export class StoredOperations {
  constructor(
    private readonly console: ConsoleBuild,
    private readonly trusted: TrustedDocuments,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'openGraph'>,
  ) {}

  /**
   * The document that a request names by its hash; null where it brings its own, which it may.
   *
   * @param body `{ variables, extensions: { persistedQuery: { version: 1, sha256Hash } } }` or
   *   `{ variables, documentId: "sha256:…" }`, without a `query`
   * @param byCookie whether a session of the console asks: it may name the console's operations, and nothing else
   * @throws GraphQLError: OPERATION_NOT_STORED, DOCUMENT_NOT_TRUSTED
   */
  documentOf(body: unknown, byCookie: boolean): string | null {
    const hash = namedHash(body);
    if (byCookie) {
      const document = hash === null ? undefined : this.console.operations.get(hash);
      if (document !== undefined) return document;
      throw refusal(
        'OPERATION_NOT_STORED',
        'A session of the console may send the operations of the console only.',
      );
    }
    const document = hash === null ? undefined : this.trusted.get(hash);
    if (document !== undefined) return document;
    if (this.settings.openGraph && !hasDocumentId(body)) return null;
    throw refusal(
      'DOCUMENT_NOT_TRUSTED',
      this.settings.openGraph
        ? 'No trusted document has this id: send the document itself, without an id.'
        : 'This service executes trusted documents only. Name one by its SHA-256, without a query.',
    );
  }
}

/** Gives a request that names a stored document the text of it. */
export function storedDocuments(): OperationPart<{ readonly storedDocument: string | null }> {
  return ({ request, contextValue: { storedDocument } }) => {
    if (storedDocument === null) return undefined;
    request.query = storedDocument;
    // What is left of it would be refused, for Apollo's own cache of documents is off.
    request.extensions = { ...request.extensions, persistedQuery: undefined };
    return undefined;
  };
}

interface GraphqlBody {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: {
    readonly persistedQuery?: { readonly version?: unknown; readonly sha256Hash?: unknown } | null;
  } | null;
}

/** The hash by which a request names a document; null where it brings one, or names one in no way that is known. */
function namedHash(body: unknown): string | null {
  const { query, documentId, extensions } = (body ?? {}) as GraphqlBody;
  if (query) return null;
  if (typeof documentId === 'string') {
    return DOCUMENT_ID.exec(documentId)?.[1]?.toLowerCase() ?? null;
  }
  const { version, sha256Hash } = extensions?.persistedQuery ?? {};
  return version === 1 && typeof sha256Hash === 'string' ? sha256Hash : null;
}

function hasDocumentId(body: unknown): boolean {
  return ((body ?? {}) as GraphqlBody).documentId !== undefined;
}

function refusal(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}
