import {
  ColumnMap,
  importProfiles,
  rowsFromRecords,
  type ImportRooms,
  type NetworkService,
} from '#directory';
import type { NeedService } from '#engagement';
import { PUBLIC_VIEWER, systemViewer } from '#identity';
import { generatedRecords } from './generate.js';
import { demoNeeds } from './needs.js';
import { PEACE_PROCESSES } from './processes.js';
import { SHAPES, type Shape } from './shapes.js';

/** The rooms that the demo is put into. */
export interface DemoRooms extends ImportRooms {
  readonly networks: NetworkService;
  readonly needs: NeedService;
}

const SEED = 1325;
const DEMO = systemViewer('demo');

/**
 * Fills an empty directory through the same doors as real networks use: the import, and the needs.
 * A load that was cut short is finished by the next one. `null` where other networks are already.
 */
export async function loadDemo(
  rooms: DemoRooms,
  today: Date,
): Promise<{ networks: number; profiles: number } | null> {
  const { items: present, hasNextPage } = await rooms.networks.list({ first: SHAPES.length });
  const own = new Set(SHAPES.map(({ network }) => network.slug));
  const foreign =
    hasNextPage || present.some(({ slug, fictional }) => !fictional || !own.has(slug));
  const { items: needs } = await rooms.needs.list(PUBLIC_VIEWER, { first: 1 });
  if (foreign || needs.length > 0) return null;

  let profiles = 0;
  for (const [i, shape] of SHAPES.entries()) {
    if (!present.some(({ slug }) => slug === shape.network.slug)) {
      await rooms.networks.create(DEMO, shape.network);
    }
    profiles += await importShape(rooms, shape, SEED + i, today);
  }
  // Last, in one transaction: where there are needs, the demo is complete.
  await rooms.needs.add(DEMO, PEACE_PROCESSES, demoNeeds(today));
  return { networks: SHAPES.length, profiles };
}

async function importShape(
  rooms: ImportRooms,
  shape: Shape,
  seed: number,
  today: Date,
): Promise<number> {
  const { rows } = await importProfiles(rooms, {
    by: DEMO,
    rows: rowsFromRecords(generatedRecords({ shape, seed, today })),
    columns: new ColumnMap(),
    network: shape.network.slug,
    today,
    onRejects: ([first]) => {
      throw new Error(`The demo was not accepted: ${first?.column} ${first?.reason}`);
    },
  });
  return rows;
}
