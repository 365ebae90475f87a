import { APP_SETTINGS, CLOCK, systemClock, type Clock } from '#config';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { takeTurnsAs, Database } from '#database';
import { Vault } from '#vault';
import type { Client } from '../client.js';
import type { Viewer } from '../viewer.js';
import {
  allowancesOf,
  viewerKind,
  whoseUse,
  type Allowance,
  type AllowanceSettings,
  type ViewerKind,
} from './allowance.js';
import { Usage, type Remainder } from './usage.js';

/** A request that was let in, until it ends. */
export interface Stay {
  end(): void;
}

/** Lets requests in as far as their client or account may still ask. */
@Injectable()
export class Allowances implements OnApplicationShutdown {
  /** Told apart, so that a test need not wait for the background. */
  readonly usage: Usage;
  private readonly most: Readonly<Record<ViewerKind, Allowance>>;

  constructor(
    database: Database,
    private readonly vault: Vault,
    @Inject(APP_SETTINGS) settings: AllowanceSettings,
    @Inject(CLOCK) now: Clock = systemClock,
  ) {
    this.usage = new Usage(database, () => now().getTime());
    this.most = allowancesOf(settings);
  }

  /** When no request comes any more. */
  async onApplicationShutdown(): Promise<void> {
    await this.usage.stop();
  }

  /** What a viewer may ask for. */
  of(viewer: Viewer): Allowance {
    return this.most[viewerKind(viewer)];
  }

  /** Counts a request under way. @throws TooManyRequestsError */
  begin(viewer: Viewer, client: Client): Stay {
    const subject = this.subject(viewer, client);
    this.usage.begin(subject, this.of(viewer).atOnce);
    takeTurnsAs(subject);
    return { end: () => this.usage.end(subject) };
  }

  /** Counts what a document costs and how many profiles it reads. @throws TooManyRequestsError */
  spend(viewer: Viewer, client: Client, use: { cost: number; profiles: number }): void {
    const { minute, profiles } = this.of(viewer);
    const subject = this.subject(viewer, client);
    if (profiles !== null && use.profiles > 0) {
      this.usage.add('profiles', subject, use.profiles, profiles);
    }
    this.usage.add('cost', subject, use.cost, minute);
  }

  /** What the client or account may still ask for: cost in this minute, and profiles in this hour where these count. */
  left(viewer: Viewer, client: Client): { cost: Remainder; profiles: Remainder | null } {
    const { minute, profiles } = this.of(viewer);
    const subject = this.subject(viewer, client);
    return {
      cost: this.usage.left('cost', subject, minute),
      profiles: profiles === null ? null : this.usage.left('profiles', subject, profiles),
    };
  }

  private subject(viewer: Viewer, client: Client): string {
    return this.vault.index(`usage:${whoseUse(viewer, client)}`).toString('hex');
  }
}
