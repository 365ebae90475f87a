/** One place of a fair list. */
export interface Pick<T> {
  item: T;
  /** Whether she belongs to the protected group. */
  member: boolean;
  /** Whether only the test put her here: somebody who is not of the group stood before her. */
  forced: boolean;
}

/**
 * FA*IR's list: the best of both queues in turn, but one of the group wherever the places so far would hold
 * fewer of it than their minimum. Where the group has nobody left the list goes on without it, and does not
 * pass the test.
 *
 * @param members of the group, best first
 * @param others best first
 * @param required by number of places less 1
 */
export function fairTop<T>(
  members: readonly T[],
  others: readonly T[],
  required: readonly number[],
  compare: (a: T, b: T) => number,
): Pick<T>[] {
  const picks: Pick<T>[] = [];
  let [taken, passed] = [0, 0];
  for (const minimum of required) {
    const member = members[taken];
    const other = others[passed];
    if (member === undefined && other === undefined) break;
    const isFirst = other === undefined || (member !== undefined && compare(member, other) < 0);
    const forced = !isFirst && member !== undefined && taken < minimum;
    if (member !== undefined && (isFirst || forced)) {
      picks.push({ item: member, member: true, forced });
      taken++;
    } else if (other !== undefined) {
      picks.push({ item: other, member: false, forced: false });
      passed++;
    }
  }
  return picks;
}
