import { useEffect, useRef } from 'react';

/**
 * After a step that took away the button which took it, whoever uses the keyboard goes on at the heading of the page.
 *
 * @param revision of what is shown: it changes with each step
 */
export function useKeptFocus(revision: string | number): void {
  const before = useRef(revision);
  useEffect(() => {
    if (before.current === revision) return undefined;
    before.current = revision;
    return focusWhatIsLeft();
  }, [revision]);
}

/**
 * Goes to the heading of the page where nothing has the focus any more. A dialog that closes gives the focus back in its
 * own time, and what it gives it to may be gone then.
 *
 * @returns what keeps it from happening
 */
export function focusWhatIsLeft(): () => void {
  const timer = setTimeout(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) {
      document.querySelector<HTMLElement>('main h1')?.focus();
    }
  }, 100);
  return () => clearTimeout(timer);
}
