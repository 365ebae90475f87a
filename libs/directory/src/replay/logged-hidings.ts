import type { LoggedDeed } from '#identity';
import { HIDING_REASONS, type HidingReason } from '../hiding/hiding-reasons.js';

/** A hiding as the audit log tells of it. */
export interface LoggedHiding {
  readonly id: string;
  readonly reason: HidingReason;
  /** The records of those whom it held, each once. */
  readonly mediatorIds: readonly string[];
}

/** What the log of a hiding says of each record: it was taken out of sight, or is of a woman who was. */
const HELD: ReadonlySet<string> = new Set(['profile.suspend', 'profile.hide']);

/**
 * The hidings among these deeds that stand at their end, and all other deeds. The entries of the women come right before the
 * hiding, by the same hand, for all are appended in one transaction. Whom the same hand suspended right before is taken for one
 * of them: she is hidden in any case.
 */
export function standingHidings(deeds: readonly LoggedDeed[]): {
  readonly hidings: readonly LoggedHiding[];
  readonly others: readonly LoggedDeed[];
} {
  const lifted = new Set(
    deeds.filter(({ action }) => action === 'profiles.lift').map(({ subject_id: id }) => id),
  );
  const hidings: LoggedHiding[] = [];
  const others: LoggedDeed[] = [];
  for (const deed of deeds) {
    const { action, actor, subject_id: id, purpose } = deed;
    if (action !== 'profiles.hide' || id === null || lifted.has(id)) {
      others.push(deed);
      continue;
    }
    const isHers = (other: LoggedDeed) => HELD.has(other.action) && other.actor === actor;
    const women = others.splice(others.findLastIndex((other) => !isHers(other)) + 1);
    hidings.push({
      id,
      reason: HIDING_REASONS.find((reason) => reason === purpose) ?? 'other',
      mediatorIds: [
        ...new Set(women.flatMap(({ subject_id: her }) => (her === null ? [] : [her]))),
      ],
    });
  }
  return { hidings, others };
}
