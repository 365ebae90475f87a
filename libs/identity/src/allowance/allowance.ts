import type { Settings } from '#config';
import type { Client } from '../client.js';
import { clientNetwork } from '../throttle/client-network.js';
import type { Viewer } from '../viewer.js';

/** What one client or account may ask for. */
export interface Allowance {
  /** Cost of one document, at most. */
  readonly document: number;
  /** Cost of all documents that begin in one minute. */
  readonly minute: number;
  /** Requests under way at once. */
  readonly atOnce: number;
  /** Profiles of mediators that documents of one hour may read; null where only their cost counts. */
  readonly profiles: number | null;
}

/** Whoever has not signed in, who has, and a program with a token of its own. */
export type ViewerKind = 'anonymous' | 'account' | 'service';

export type AllowanceSettings = Pick<
  Settings,
  | 'anonymousCost'
  | 'anonymousCostPerMinute'
  | 'anonymousAtOnce'
  | 'anonymousProfilesPerHour'
  | 'accountCost'
  | 'accountCostPerMinute'
  | 'accountAtOnce'
  | 'serviceCost'
  | 'serviceCostPerMinute'
  | 'serviceAtOnce'
>;

export function allowancesOf(settings: AllowanceSettings): Readonly<Record<ViewerKind, Allowance>> {
  return {
    anonymous: {
      document: settings.anonymousCost,
      minute: settings.anonymousCostPerMinute,
      atOnce: settings.anonymousAtOnce,
      profiles: settings.anonymousProfilesPerHour,
    },
    account: {
      document: settings.accountCost,
      minute: settings.accountCostPerMinute,
      atOnce: settings.accountAtOnce,
      profiles: null,
    },
    service: {
      document: settings.serviceCost,
      minute: settings.serviceCostPerMinute,
      atOnce: settings.serviceAtOnce,
      profiles: null,
    },
  };
}

export function viewerKind({ userId, grants, name }: Viewer): ViewerKind {
  if (userId !== null || grants.includes('user')) return 'account';
  return name.startsWith('service:') ? 'service' : 'anonymous';
}

/**
 * Whose use it counts as: an account's or a program's own, wherever it comes from, and otherwise the
 * sender's. So nobody without an account can use up what an account has, whatever she sends.
 */
export function whoseUse(viewer: Viewer, client: Client): string {
  return viewerKind(viewer) === 'anonymous'
    ? `client:${clientNetwork(client.address)}`
    : viewer.name;
}
