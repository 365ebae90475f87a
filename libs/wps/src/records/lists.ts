/** Who may read a record: its actor alone, actors of its regional organizations, all members of the network, or everyone. */
export const SHARINGS = ['own', 'region', 'network', 'public'] as const;
export type Sharing = (typeof SHARINGS)[number];
