import { CallService } from '#applications';
import { Database } from '#database';
import {
  ColumnMap,
  importProfiles,
  NetworkService,
  PseudonymService,
  rowsFromRecords,
  sayReject,
  type NetworkView,
} from '#directory';
import { MatchService, NeedService, ShortlistService } from '#engagement';
import { OrganizationService, PUBLIC_VIEWER, systemViewer } from '#identity';
import { ConflictError } from '#kernel';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { demoCall } from './call.js';
import { generatedRecords } from './generate.js';
import { listedTwice } from './listed-twice.js';
import { demoNeeds } from './needs.js';
import { beginShortlists, OFFICE } from './office.js';
import { PEACE_PROCESSES } from './processes.js';
import { SHAPES, type Shape } from './shapes.js';
import { officeNeeds } from './stories/office-needs.js';
import { Stories } from './stories/stories.js';
import { demoMember, type DemoUser } from './users.js';

export interface LoadedDemo {
  readonly networks: number;
  readonly profiles: number;
  /** Their passwords are nowhere else. */
  readonly users: readonly DemoUser[];
}

const SEED = 1325;
const DEMO = systemViewer('demo');
/** The network that looks for members. */
const CALLING = 'acacia';

/** Fills an empty directory through the same doors as real networks use: the import, the needs, accounts. */
@Injectable()
export class DemoLoader {
  constructor(
    readonly database: Database,
    readonly vault: Vault,
    readonly networks: NetworkService,
    readonly pseudonyms: PseudonymService,
    readonly needs: NeedService,
    readonly matches: MatchService,
    readonly shortlists: ShortlistService,
    readonly calls: CallService,
    readonly organizations: OrganizationService,
    readonly stories: Stories,
  ) {}

  /** A load that was cut short is finished by the next one. `null` where other networks are already. */
  async load(today: Date): Promise<LoadedDemo | null> {
    const { items: present, hasNextPage } = await this.networks.list({ first: SHAPES.length });
    const own = new Set(SHAPES.map(({ network }) => network.slug));
    if (hasNextPage || present.some(({ slug, fictional }) => !fictional || !own.has(slug))) {
      return null;
    }
    const { items: needs } = await this.needs.list(PUBLIC_VIEWER, { first: 1 });
    if (needs.length > 0 && present.length < SHAPES.length) return null;
    const profiles = needs.length > 0 ? 0 : await this.fillDirectory(present, today);
    const office = await beginShortlists(this, await demoMember(this));
    if (office === null) return null;
    // Last, in one transaction: where there are users, the demo is complete.
    try {
      const users = await this.stories.tell(this.database, office, today);
      return { networks: SHAPES.length, profiles, users };
    } catch (error) {
      if (error instanceof ConflictError) return null;
      throw error;
    }
  }

  private async fillDirectory(present: readonly NetworkView[], today: Date): Promise<number> {
    let profiles = 0;
    for (const [i, shape] of SHAPES.entries()) {
      if (!present.some(({ slug }) => slug === shape.network.slug)) {
        await this.networks.create(DEMO, shape.network);
      }
      profiles += await this.importShape(shape, SEED + i, today);
    }
    await this.pseudonyms.renew(DEMO);
    await this.openCall(today);
    // In one transaction: where there are needs, the directory is full.
    const { id } = await this.organizations.create(DEMO, OFFICE);
    await this.needs.add(DEMO, PEACE_PROCESSES, [...demoNeeds(today), ...officeNeeds(today, id)]);
    return profiles;
  }

  /** A call of the first network, by whose page anyone can try to apply. */
  private async openCall(today: Date): Promise<void> {
    const { network, calls } = await this.calls.openOf(CALLING);
    if (calls.length > 0) return;
    const { id, revision } = await this.calls.create(DEMO, network.id, demoCall(today));
    await this.calls.open(DEMO, id, revision);
  }

  private async importShape(shape: Shape, seed: number, today: Date): Promise<number> {
    const { rows } = await importProfiles(this, {
      by: DEMO,
      rows: rowsFromRecords({
        [Symbol.iterator]: () => listedTwice(generatedRecords({ shape, seed, today })),
      }),
      columns: new ColumnMap(),
      network: shape.network.slug,
      today,
      onRejects: ([first]) => {
        const { column, reason } = first ? sayReject(first, 'en') : { column: '', reason: '' };
        throw new Error(`The demo was not accepted: ${column} ${reason}`);
      },
    });
    return rows;
  }
}
