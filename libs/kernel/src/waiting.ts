/** Whose turn it is. */
export const WAITS_FOR = ['coordinator', 'organizer', 'mediator', 'administrator'] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

/**
 * Something that waits for somebody: the columns of every selection that a room makes of what waits in it. A
 * selection has all of these columns in this order, takes no parameters, and tells each of these people only what she
 * may know: one that waits for organizers rests on what organizers are shown.
 */
export interface WaitingRow {
  /** What it is, such as `correction`. */
  readonly kind: string;
  /** Of the thing that waits. */
  readonly id: string;
  readonly waits_for: WaitsFor;
  /** Whose coordinators it is, or who lists the mediator it is about; null if no network is concerned. */
  readonly network_id: string | null;
  readonly organization_id: string | null;
  readonly mediator_id: string | null;
  readonly since: Date;
  /** When it is overdue; null if nothing says. */
  readonly due_at: Date | null;
  /** When a job is to look at it next; null if no job does. */
  readonly wake_at: Date | null;
}
