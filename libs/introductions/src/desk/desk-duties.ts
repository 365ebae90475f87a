/** What a member of a desk does: an officer handles asks, a deputy is told when they are overdue, a safety officer reads incidents. */
export const DESK_DUTIES = ['officer', 'deputy', 'safety-officer'] as const;
export type DeskDuty = (typeof DESK_DUTIES)[number];
