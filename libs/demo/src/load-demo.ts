import {
  ColumnMap,
  importProfiles,
  rowsFromRecords,
  type ImportRooms,
  type NetworkService,
  type NetworkView,
  type PseudonymService,
} from '#directory';
import type { MatchService, NeedService, ShortlistService } from '#engagement';
import { PUBLIC_VIEWER, systemViewer, type Identity } from '#identity';
import { ConflictError } from '#kernel';
import { generatedRecords } from './generate.js';
import { demoNeeds, officeNeed } from './needs.js';
import { beginShortlist, OFFICE } from './office.js';
import { PEACE_PROCESSES } from './processes.js';
import { SHAPES, type Shape } from './shapes.js';
import { addDemoUsers, type DemoUser } from './users.js';

/** The rooms that the demo is put into. */
export interface DemoRooms extends ImportRooms {
  readonly networks: NetworkService;
  readonly pseudonyms: PseudonymService;
  readonly needs: NeedService;
  readonly matches: MatchService;
  readonly shortlists: ShortlistService;
  readonly identity: Identity;
}

export interface LoadedDemo {
  readonly networks: number;
  readonly profiles: number;
  /** Their passwords are nowhere else. */
  readonly users: readonly DemoUser[];
}

const SEED = 1325;
const DEMO = systemViewer('demo');

/**
 * Fills an empty directory through the same doors as real networks use: the import, the needs, accounts.
 * A load that was cut short is finished by the next one. `null` where other networks are already.
 */
export async function loadDemo(rooms: DemoRooms, today: Date): Promise<LoadedDemo | null> {
  const { items: present, hasNextPage } = await rooms.networks.list({ first: SHAPES.length });
  const own = new Set(SHAPES.map(({ network }) => network.slug));
  if (hasNextPage || present.some(({ slug, fictional }) => !fictional || !own.has(slug))) {
    return null;
  }
  const { items: needs } = await rooms.needs.list(PUBLIC_VIEWER, { first: 1 });
  if (needs.length > 0 && present.length < SHAPES.length) return null;
  const profiles = needs.length > 0 ? 0 : await fillDirectory(rooms, present, today);
  const office = await beginShortlist(rooms);
  // Last, in one transaction: where there are users, the demo is complete.
  try {
    return { networks: SHAPES.length, profiles, users: await addDemoUsers(rooms, DEMO, office) };
  } catch (error) {
    if (error instanceof ConflictError) return null;
    throw error;
  }
}

async function fillDirectory(
  rooms: DemoRooms,
  present: readonly NetworkView[],
  today: Date,
): Promise<number> {
  let profiles = 0;
  for (const [i, shape] of SHAPES.entries()) {
    if (!present.some(({ slug }) => slug === shape.network.slug)) {
      await rooms.networks.create(DEMO, shape.network);
    }
    profiles += await importShape(rooms, shape, SEED + i, today);
  }
  await rooms.pseudonyms.renew(DEMO);
  // In one transaction: where there are needs, the directory is full.
  const { id } = await rooms.identity.organizations.create(DEMO, OFFICE);
  await rooms.needs.add(DEMO, PEACE_PROCESSES, [...demoNeeds(today), officeNeed(today, id)]);
  return profiles;
}

async function importShape(
  rooms: ImportRooms,
  shape: Shape,
  seed: number,
  today: Date,
): Promise<number> {
  const { rows } = await importProfiles(rooms, {
    by: DEMO,
    rows: rowsFromRecords({ [Symbol.iterator]: () => generatedRecords({ shape, seed, today }) }),
    columns: new ColumnMap(),
    network: shape.network.slug,
    today,
    onRejects: ([first]) => {
      throw new Error(`The demo was not accepted: ${first?.column} ${first?.reason}`);
    },
  });
  return rows;
}
