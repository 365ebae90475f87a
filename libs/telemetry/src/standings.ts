import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { gauge } from './meters.js';
import { WatchedPart, type Standing, type Watched } from './watched-part.js';

const DOWN: Standing = { status: 'down' };

const up = gauge('baraza_up', 'Whether a part answers: 1 or 0.', ['part']);

/** How all watched parts of this process stand. */
@Injectable()
export class Standings {
  /** Milliseconds after which a part that has not said how it stands is down. */
  patience = 3_000;
  /** Looks under way: a part that does not answer is not asked by each who wants to know. */
  private readonly looks = new Map<Watched, Promise<Standing>>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** Looks at all parts and sets their gauges. One that does not answer within three seconds is down. */
  async all(): Promise<Record<string, Standing>> {
    const parts = this.parts().toSorted((a, b) => (a.part < b.part ? -1 : 1));
    const entries = await Promise.all(
      parts.map(async (one) => [one.part, await this.standing(one)] as const),
    );
    for (const [part, { status }] of entries) up.set({ part }, status === 'down' ? 0 : 1);
    return Object.fromEntries(entries);
  }

  /** Whether all answer without which nothing can be done. */
  async areEssentialsUp(): Promise<boolean> {
    const essential = this.parts().filter(({ isEssential }) => isEssential);
    const found = await Promise.all(essential.map((one) => this.standing(one)));
    return found.every(({ status }) => status !== 'down');
  }

  private parts(): Watched[] {
    return this.discovery
      .getProviders({ metadataKey: WatchedPart.KEY })
      .map(({ instance }) => instance as Watched);
  }

  private async standing(watched: Watched): Promise<Standing> {
    let look = this.looks.get(watched);
    if (!look) {
      look = watched
        .look()
        .catch(() => DOWN)
        .finally(() => this.looks.delete(watched));
      this.looks.set(watched, look);
    }
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Standing>((resolve) => {
      timer = setTimeout(() => resolve(DOWN), this.patience);
    });
    try {
      return await Promise.race([look, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
