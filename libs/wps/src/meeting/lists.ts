export const MEETING_KINDS = ['capital', 'new-york', 'regional', 'expert', 'bilateral'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];
