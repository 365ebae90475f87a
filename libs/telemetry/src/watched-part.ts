import { DiscoveryService } from '@nestjs/core';

/** How a part of the service stands. */
export interface Standing {
  /** `late` does its work, but not in time. */
  readonly status: 'up' | 'late' | 'down';
  /** Numbers and words for operators: never personal data, nor anything secret. */
  readonly [detail: string]: string | number | null;
}

/** Says how one part of the service stands, and sets the gauges of it. */
export interface Watched {
  readonly part: string;
  /** Whether nothing can be answered without it. */
  readonly isEssential?: true;
  /** Whatever it rejects with means that the part is down. */
  look(): Promise<Standing>;
}

/** Says of a provider that it is `Watched`. Operators see all of them, in whichever modules they stand. */
export const WatchedPart = DiscoveryService.createDecorator();
