import type { MongoQuery } from '@casl/ability';
import type { Viewer } from '../viewer.js';

interface Condition {
  /** As the table of policies says it. */
  readonly words: string;
  /** What the subject must be like for this viewer; null where none can be. */
  readonly query: (viewer: Viewer) => MongoQuery | null;
}

const condition = (definition: Condition): Condition => definition;

/** A subject that names one of the viewer's networks, or has one of them among its networks. */
const ofNetworks =
  (field: 'networkId' | 'networkIds', more: MongoQuery = {}) =>
  ({ networkIds }: Viewer): MongoQuery | null =>
    networkIds.length === 0 ? null : { ...more, [field]: { $in: [...networkIds] } };

/** Restrictions of rules, each in words and as a query over the subject. */
export const CONDITIONS = {
  ownNetwork: condition({ words: 'of her own networks', query: ofNetworks('networkId') }),
  listedByOwnNetwork: condition({
    words: 'of women whom her own networks list',
    query: ofNetworks('networkIds'),
  }),
  allOfHers: condition({
    words: 'all that waits for her',
    query: () => ({ networkId: null }),
  }),
  allOrOwnNetwork: condition({
    words: 'all that waits for her, or for one of her own networks',
    query: ({ networkIds }) => ({ networkId: { $in: [null, ...networkIds] } }),
  }),
  asSafetyOfficer: condition({
    words: 'of her own networks, as safety officer of their desk',
    query: ofNetworks('networkId', { safetyOfficer: true }),
  }),
  byOwnNetwork: condition({
    words: 'of her own networks, by one of their coordinators',
    query: ofNetworks('networkId', { byCoordinator: true }),
  }),
  self: condition({
    words: 'about herself',
    query: ({ mediatorId }) => (mediatorId === null ? null : { mediatorId }),
  }),
  providedByHerself: condition({
    words: 'what she states herself',
    query: ({ mediatorId }) => (mediatorId === null ? null : { mediatorId, networkId: null }),
  }),
  ownAccount: condition({
    words: 'her own',
    query: ({ userId }) => (userId === null ? null : { userId }),
  }),
  ownOrganization: condition({
    words: 'her own',
    query: ({ organizationId }) => (organizationId === null ? null : { organizationId }),
  }),
  ownVerifiedOrganization: condition({
    words: 'of her own organization while it is verified',
    query: ({ organizationId }) =>
      organizationId === null ? null : { organizationId, verified: true },
  }),
  verified: condition({
    words: 'while her organization is verified',
    query: ({ organizationId }) => (organizationId === null ? null : { verified: true }),
  }),
  common: condition({
    words: 'that are common to all organizations',
    query: () => ({ organizationId: null }),
  }),
  sharedWithHer: condition({
    words: 'that are shared with her, or with her organization while it is verified',
    query: ({ organizationId, userId }) =>
      organizationId === null
        ? null
        : { organizationId, verified: true, userId: { $in: [null, userId] } },
  }),
  requestedByHerself: condition({
    words: 'that she asked for herself',
    query: ({ name }) => ({ requestedBy: name }),
  }),
  mediatorsOfOwnNetwork: condition({
    words: 'of mediators of her own networks',
    query: ofNetworks('networkId', { role: 'mediator' }),
  }),
} as const;

export type ConditionName = keyof typeof CONDITIONS;
