import {
  ColumnMap,
  importProfiles,
  rowsFromRecords,
  sayReject,
  type ImportReport,
} from '#directory';
import { OPERATOR } from '#identity';
import type { Services } from './services.js';

/** A day that tests of imports agree on. */
export const TODAY = new Date('2026-11-01T12:00:00Z');

/** Imports records (canonical columns) into a network, which is made where it is missing, and lets the index follow. */
export async function fill(
  services: Pick<Services, 'database' | 'vault' | 'networks' | 'jobs'>,
  network: string,
  records: readonly Record<string, string>[],
): Promise<ImportReport> {
  if (!(await services.networks.bySlug(network))) {
    await services.networks.create(OPERATOR, {
      slug: network,
      names: { en: `Network ${network}` },
      fictional: true,
    });
  }
  const rejects: unknown[] = [];
  const report = await importProfiles(services, {
    by: OPERATOR,
    rows: rowsFromRecords(records),
    columns: new ColumnMap(),
    network,
    today: TODAY,
    onRejects: (found) => void rejects.push(...found.map((one) => sayReject(one, 'en'))),
  });
  if (rejects.length > 0) throw new Error(`Test records were rejected: ${JSON.stringify(rejects)}`);
  await services.jobs.drain();
  return report;
}

/** The n-th listed and matchable woman, changed by `changes`. */
export function record(n: number, changes: Record<string, string> = {}): Record<string, string> {
  return {
    external_id: `T-${String(n).padStart(4, '0')}`,
    full_name: `Person Number ${n}`,
    languages: 'English (C1)',
    territories: 'KE',
    expertise: 'mediation.shuttle-diplomacy (expert)',
    tracks: '1',
    roles: 'facilitator',
    years: String(n % 30),
    availability: 'available',
    confirmed_on: '2026-10-01',
    consent: 'LISTED; MATCHED',
    ...changes,
  };
}
