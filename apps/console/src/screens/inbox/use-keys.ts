import { useEffect, useReducer } from 'react';

let areOn = true;

/** Whether single keys do something: who speaks to her computer can turn them off (WCAG 2.2, 2.1.4). */
export function useKeysOn(): readonly [boolean, (on: boolean) => void] {
  const [, showAnew] = useReducer((n: number) => n + 1, 0);
  return [
    areOn,
    (on) => {
      areOn = on;
      showAnew();
    },
  ];
}

/** Single keys of a screen, where nothing is being written and no dialog is open. */
export function useKeys(keys: Readonly<Record<string, () => void>>, isActive: boolean): void {
  useEffect(() => {
    if (!isActive) return undefined;
    const listen = (event: KeyboardEvent): void => {
      const { target, key, ctrlKey, altKey, metaKey, defaultPrevented } = event;
      if (!areOn || defaultPrevented || ctrlKey || altKey || metaKey) return;
      const isElsewhere =
        target instanceof HTMLElement &&
        target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null;
      const act = keys[key];
      if (isElsewhere || !act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}
