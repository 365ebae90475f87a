import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  ColumnMap,
  directoryEntities,
  importProfiles,
  NetworkService,
  openRows,
  ProfileService,
  type ImportReport,
  type ImportRequest,
  type ImportModules,
  type RawRow,
  type Remark,
  sayReject,
  type Reject,
  type Said,
} from '#directory';
import { say, type Words } from '#messages';
import { identityEntities, OPERATOR, PUBLIC_VIEWER } from '#identity';
import { vaultEntities } from '#vault';
import { TODAY } from './fill.js';
import { openTestDatabase, type TestDatabase } from './database.js';

/** Path of a file under test/fixtures/import. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/import/${name}`, import.meta.url));
}

/** What an import said, its rejects included, in English. */
export type Outcome = Omit<ImportReport, 'remarks'> & {
  readonly remarks: readonly SaidRemark[];
  readonly rejects: readonly Said<Reject>[];
};

/** A remark in English. */
export type SaidRemark = ReturnType<typeof sayRemark>;

export function sayRemark(remark: Remark) {
  const inWords = (words: Words) => say(words, 'en');
  return { ...remark, name: inWords(remark.name), reason: inWords(remark.reason) };
}

/** A directory of the test file's own, with imports into its networks. */
export type ImportBench = Awaited<ReturnType<typeof openImportBench>>;

export async function openImportBench(...networks: string[]) {
  const test = await openTestDatabase([
    ...vaultEntities,
    ...identityEntities,
    ...directoryEntities,
  ]);
  const { database } = test;
  const profiles = new ProfileService(database);
  const service = new NetworkService(database);
  for (const slug of networks) await service.create(OPERATOR, { slug, names: { en: slug } });
  const ids = async (network: string): Promise<Map<string, string>> => {
    const rows = await database.query<{ external_id: string; mediator_id: string }>(
      `SELECT external_id, mediator_id FROM affiliation JOIN network n ON n.id = network_id
       WHERE slug = $1`,
      [network],
    );
    return new Map(rows.map((row) => [row.external_id, row.mediator_id]));
  };
  return {
    ...test,
    ids,
    /** Imports rows that are in memory. */
    rows: (network: string, rows: ImportRequest['rows'], more: Partial<ImportRequest> = {}) =>
      outcome(test, { rows, columns: new ColumnMap(), network, today: TODAY, ...more }),
    /** Imports a file under test/fixtures/import. */
    file: async (network: string, name: string, more: Partial<ImportRequest> = {}) => {
      const columns = more.columns ?? new ColumnMap();
      const rows = await openRows(fixture(name), columns);
      return outcome(test, { rows, columns, network, today: TODAY, ...more });
    },
    /** Names that the public and the vetted see of a network's women, in order of external id. */
    seen: async (network: string): Promise<{ public: string[]; vetted: string[] }> => {
      const all = [...(await ids(network))].toSorted(([a], [b]) => (a < b ? -1 : 1));
      const names = async (viewer: typeof PUBLIC_VIEWER) => {
        const views = await profiles.viewsByIds(
          viewer,
          all.map(([, id]) => id),
        );
        return all.flatMap(([, id]) => views.get(id)?.name ?? []);
      };
      return { public: await names(PUBLIC_VIEWER), vetted: await names(OPERATOR) };
    },
    /** All that an import can write, but for the moments of writing. */
    everything: () => everything(test),
    jobs: async (): Promise<number> => {
      const [row] = await database.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM graphile_worker.jobs',
      );
      return row?.count ?? 0;
    },
    clear: () =>
      database.transaction(async (tx) => {
        await tx.query('DELETE FROM mediator');
        await tx.query('DELETE FROM graphile_worker._private_jobs');
      }),
  };
}

async function outcome(
  services: ImportModules,
  request: Omit<ImportRequest, 'by'>,
): Promise<Outcome> {
  const rejects: Said<Reject>[] = [];
  const onRejects = (found: readonly Reject[]): void =>
    void rejects.push(...found.map((reject) => sayReject(reject, 'en')));
  const report = await importProfiles(services, { onRejects, by: OPERATOR, ...request });
  return { ...report, remarks: report.remarks.map(sayRemark), rejects };
}

const TABLES = [
  'mediator',
  'mediator_contact',
  'mediator_language',
  'mediator_territory',
  'mediator_expertise',
  'experience',
  'affiliation',
  'consent',
  'profile_revision',
  'profile_import',
];

/** Rows of every table as PostgreSQL prints them, sorted; `changed_xid` among them. */
async function everything({ asOwner }: TestDatabase): Promise<string[]> {
  const rows = await Promise.all(
    TABLES.map((table) =>
      asOwner<{ row: string }>(`SELECT '${table} ' || t::text AS row FROM ${table} t`),
    ),
  );
  return rows
    .flat()
    .map(({ row }) => row)
    .toSorted();
}

/** A row as a reader would give it. */
export function rawRow(number: number, cells: Readonly<Record<string, string>>): RawRow {
  return { number, cells: Object.entries(cells).map(([header, text]) => ({ header, text })) };
}

export function rawRows(rows: Iterable<RawRow>): AsyncIterable<RawRow> {
  return {
    async *[Symbol.asyncIterator]() {
      yield* rows;
    },
  };
}

/** The rows and remarks of a file under test/fixtures/import. */
export async function allRows(name: string, columns = new ColumnMap()) {
  const rows: RawRow[] = [];
  const remarks: SaidRemark[] = [];
  for await (const item of await openRows(fixture(name), columns)) {
    if ('fate' in item) remarks.push(sayRemark(item));
    else rows.push(item);
  }
  return { rows, remarks };
}

/** Every contact value in a fixture, so that a test can look for it where it must not be. */
export async function contactValues(name: string): Promise<string[]> {
  const text = await readFile(fixture(name), 'utf8');
  return text.match(/\S+@example\.org|\+1 202 555 \d{4}/g) ?? [];
}
