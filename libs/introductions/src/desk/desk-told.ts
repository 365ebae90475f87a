import type { DeskDuty } from './desk-duties.js';

/** `arrived`: something waits, or waits still. `overdue`: nobody has acted in time. `safety`: what only a safety officer may read. */
export type DeskStage = 'arrived' | 'overdue' | 'safety';

/** Who can be told, by account. All of them are active. */
export interface DeskPeople {
  /** Coordinators of the network whom it has given a duty. Whoever is no coordinator of it any more is not among them. */
  readonly members: readonly { readonly accountId: string; readonly duty: DeskDuty }[];
  readonly coordinators: readonly string[];
  readonly administrators: readonly string[];
}

/**
 * The accounts that are told at a stage, each once. There is no stage at which nobody is told while there is anybody:
 * where nobody has the duty, all coordinators stand in, and administrators where there is none.
 */
export function toldAt(stage: DeskStage, people: DeskPeople): string[] {
  const { coordinators, administrators } = people;
  const having = (duty: DeskDuty) =>
    people.members.filter((member) => member.duty === duty).map(({ accountId }) => accountId);
  const told = {
    arrived: () => firstOf(having('officer'), coordinators, administrators),
    overdue: () => [...firstOf(having('deputy'), coordinators), ...administrators],
    // What happened to her is for no other coordinator to know, not even that it did.
    safety: () => firstOf(having('safety-officer'), administrators),
  }[stage]();
  return [...new Set(told)];
}

function firstOf(...groups: readonly (readonly string[])[]): readonly string[] {
  return groups.find((group) => group.length > 0) ?? [];
}
