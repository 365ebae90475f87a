/** What leaves Baraza with profiles in it: a briefing of a shortlist, the list of a network, all that is held about one woman. */
export const COPY_KINDS = ['briefing', 'network-list', 'own-data'] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

export const COPY_FORMATS = ['page', 'pdf', 'csv', 'xlsx', 'jsonl', 'json'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];
