import owners from './table-owners.json' with { type: 'json' };

/**
 * Which room owns which table. Only the owner's SQL and entities name it; others ask the owner for a service, or for a
 * selection that they put into their own statement. `npm run lint` checks it.
 */
export const TABLE_OWNERS: Readonly<Record<string, readonly string[]>> = owners;
