import pg from 'pg';
import { getIntrospectionQuery, type IntrospectionQuery, type IntrospectionTypeRef } from 'graphql';
import { FORM_TOKEN, formToken } from '../../../apps/api/src/http/form-token.js';
import type { TestApi } from '../api.js';

/** One answer: all that its asker is given, and what the program asked the database for it. */
export interface Recorded {
  readonly question: string;
  readonly answer: string;
  /** Each statement with the number of rows that it gave, in order of text. */
  readonly statements: readonly string[];
}

/** What is drawn by lot for each request. */
const DRAWN = /"x-request-id":"[^"]*"|baraza_form=[^;]*|name="form" value="[^"]*"/g;
/**
 * What a slow machine asks again, or cancels because the answer is there already: what has changed since
 * (see ProfileCache), which gives one row whatever the answer.
 */
const BY_THE_CLOCK = /json_object_agg\(id, xmin::text\)|pg_cancel_backend/;

/** Asks over HTTP, without a network, and keeps what came of it. */
export class Recorder {
  readonly recorded: Recorded[] = [];

  constructor(
    private readonly api: Pick<TestApi, 'app'>,
    private readonly headers: Record<string, string>,
  ) {}

  async graphql<T>(question: string, query: string, variables: object = {}): Promise<T> {
    const body = await this.send(`${question} ${JSON.stringify(variables)}`, {
      method: 'POST',
      url: '/graphql',
      headers: { ...this.headers, 'content-type': 'application/json' },
      payload: JSON.stringify({ query, variables }),
    });
    return JSON.parse(body) as T;
  }

  async page(url: string): Promise<void> {
    await this.send(`GET ${url}`, { method: 'GET', url, headers: this.headers });
  }

  /** Sends the form of a page, as a browser that has opened it. */
  async form(url: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const cookie = 'a cookie of this test';
    const body = new URLSearchParams({ ...fields, [FORM_TOKEN]: formToken(cookie) });
    await this.send(`POST ${url} ${JSON.stringify(fields)}`, {
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: `baraza_form=${encodeURIComponent(cookie)}`,
      },
      payload: body.toString(),
    });
  }

  private async send(
    question: string,
    request: Parameters<TestApi['app']['inject']>[0] & object,
  ): Promise<string> {
    const { result, statements } = await withStatements(() => this.api.app.inject(request));
    const { statusCode, body } = result;
    const { date: _, ...headers } = result.headers;
    const answer = `${statusCode} ${JSON.stringify(headers)}\n${body}`.replaceAll(DRAWN, '');
    const asked = statements.filter((each) => !BY_THE_CLOCK.test(each));
    this.recorded.push({ question, answer, statements: asked });
    return body;
  }
}

/** What `work` sends to PostgreSQL over any connection of this process. */
async function withStatements<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: string[] }> {
  const prototype = pg.Client.prototype as { query: (...args: unknown[]) => unknown };
  const { query } = prototype;
  const statements: string[] = [];
  const note = (statement: unknown, answer: unknown) => {
    const text = typeof statement === 'string' ? statement : (statement as { text?: string }).text;
    const { rows } = answer as { rows?: readonly unknown[] };
    statements.push(`${rows?.length ?? 0} rows of ${text}`);
  };
  prototype.query = function noted(this: unknown, ...args) {
    const callback = args.at(-1);
    if (typeof callback === 'function') {
      args[args.length - 1] = (error: unknown, answer: unknown) => {
        note(args[0], answer ?? {});
        (callback as (...given: unknown[]) => void)(error, answer);
      };
      return query.apply(this, args);
    }
    const answering = query.apply(this, args) as Promise<unknown>;
    return answering.then((answer) => {
      note(args[0], answer);
      return answer;
    });
  };
  try {
    return { result: await work(), statements: statements.toSorted() };
  } finally {
    prototype.query = query;
  }
}

/** Of one document; the service takes a thousand. */
const MOST_ALIASES = 900;

/** Deeper than this nothing is selected. */
const DEPTH = 9;

/** Selections of everything that a type has, made from the schema itself. */
export class Selections {
  private readonly known = new Map<string, readonly string[]>();
  /** By the name of a field, the shapes of what it gives, in whichever types have it. */
  private readonly given = new Map<string, Set<string>>();

  private constructor(private readonly schema: IntrospectionQuery['__schema']) {
    for (const type of schema.types) {
      if (type.kind !== 'OBJECT') continue;
      for (const field of type.fields) {
        const given = this.given.get(field.name) ?? new Set();
        this.given.set(field.name, given.add(this.shape(field.type)));
      }
    }
  }

  static async of(api: Pick<TestApi, 'ask'>): Promise<Selections> {
    const { data } = await api.ask<IntrospectionQuery>(getIntrospectionQuery());
    return new Selections((data as IntrospectionQuery).__schema);
  }

  /** Names of the fields of `Query`. */
  queries(): string[] {
    const type = this.schema.types.find(({ name }) => name === 'Query');
    return type?.kind === 'OBJECT' ? type.fields.map(({ name }) => name) : [];
  }

  /**
   * Documents that ask a field of `Query` for all that it gives, with these of its arguments as variables. What gives any
   * of many types is asked for some of them at a time, so that no document has more aliases than the service takes.
   */
  documents(field: string, args: readonly string[]): readonly string[] {
    const key = [field, ...args].join();
    const known = this.known.get(key);
    if (known) return known;
    const query = this.schema.types.find(({ name }) => name === 'Query');
    const asked = query?.kind === 'OBJECT' ? query.fields.find(({ name }) => name === field) : null;
    if (!asked) throw new Error(`There is no query ${field}.`);
    const declared = args.map((arg) => {
      const type = asked.args.find(({ name }) => name === arg)?.type;
      if (!type) throw new Error(`${field} takes no ${arg}.`);
      return `$${arg}: ${written(type)}`;
    });
    const head = declared.length > 0 ? `query (${declared.join()})` : 'query';
    const given = args.map((arg) => `${arg}: $${arg}`);
    const call = given.length > 0 ? `${field}(${given.join()})` : field;
    const documents = this.parts(named(asked.type)).map(
      (selection) => `${head} { ${call} ${selection} }`,
    );
    this.known.set(key, documents);
    return documents;
  }

  /** The selection of a type; of an interface in several, each of as many types as its aliases allow. */
  private parts(name: string): string[] {
    const type = this.schema.types.find((each) => each.name === name);
    if (type?.kind !== 'INTERFACE') return [this.of(name, [])];
    const parts: string[] = [];
    let part: string[] = [];
    let aliases = 0;
    for (const each of type.possibleTypes) {
      const selected = `... on ${each.name} ${this.of(each.name, [])}`;
      const more = selected.match(/\w+: /g)?.length ?? 0;
      if (aliases + more > MOST_ALIASES && part.length > 0) {
        parts.push(`{ __typename ${part.join(' ')} }`);
        [part, aliases] = [[], 0];
      }
      part.push(selected);
      aliases += more;
    }
    return [...parts, `{ __typename ${part.join(' ')} }`];
  }

  /** What fields of one name must share to stand side by side: objects may differ, for their own fields are asked in turn. */
  private shape(type: IntrospectionTypeRef): string {
    const name = named(type);
    return this.isLeaf(name) ? written(type) : written(type).replace(name, '{}');
  }

  private isLeaf(name: string): boolean {
    const { kind } = this.schema.types.find((each) => each.name === name) ?? {};
    return kind === 'SCALAR' || kind === 'ENUM';
  }

  private of(name: string, above: readonly string[]): string {
    const type = this.schema.types.find((each) => each.name === name);
    if (type?.kind === 'UNION' || type?.kind === 'INTERFACE') {
      const kinds = type.possibleTypes.map((each) => {
        const inner = this.of(each.name, above);
        return inner === '' ? '' : `... on ${each.name} ${inner}`;
      });
      return `{ __typename ${kinds.join(' ')} }`;
    }
    if (type?.kind !== 'OBJECT' || above.includes(name) || above.length >= DEPTH) return '';
    const fields = type.fields.flatMap((field) => {
      if (
        field.args.some(({ type: of, defaultValue }) => of.kind === 'NON_NULL' && !defaultValue)
      ) {
        return [];
      }
      const inner = named(field.type);
      const isLeaf = this.isLeaf(inner);
      const selected = isLeaf ? '' : this.of(inner, [...above, name]);
      if (!isLeaf && selected === '') return [];
      // Fields of one name and other shapes cannot stand side by side in a union.
      const others = this.given.get(field.name)?.size ?? 0;
      return [`${others > 1 ? `${name}_${field.name}: ` : ''}${field.name} ${selected}`];
    });
    return fields.length === 0 ? '' : `{ ${fields.join(' ')} }`;
  }
}

function named(type: IntrospectionTypeRef): string {
  let of = type;
  while ('ofType' in of && of.ofType) of = of.ofType;
  return (of as { name: string }).name;
}

function written(type: IntrospectionTypeRef): string {
  if (type.kind === 'NON_NULL') return `${written(type.ofType)}!`;
  if (type.kind === 'LIST') return `[${written(type.ofType)}]`;
  return type.name;
}
