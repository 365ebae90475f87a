import { Suspense, useState, type ReactNode } from 'react';

/**
 * A dialog about one record of a list, or about a new one.
 *
 * @param dialog of this record; of null, for a new one
 * @param now what has become of the record since it was opened: after a conflict the dialog goes on from there
 * @returns what opens it, and what stands on the page: the dialog while it is open
 */
export function useOpened<One>(
  dialog: (one: One | null, onClose: () => void) => ReactNode,
  now: (one: One) => One | undefined = (one) => one,
): readonly [open: (one: One | null) => void, shown: ReactNode] {
  const [opened, setOpened] = useState<{ readonly one: One | null } | null>(null);
  const open = (one: One | null): void => setOpened({ one });
  const one = opened?.one ? (now(opened.one) ?? opened.one) : null;
  const shown = <Suspense fallback={null}>{opened && dialog(one, () => setOpened(null))}</Suspense>;
  return [open, shown];
}
