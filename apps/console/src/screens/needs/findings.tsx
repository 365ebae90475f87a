import { useEffect, useRef, useState, type ReactNode } from 'react';
import kit from '../../ui/kit.module.css';
import type { Finding } from './live-pool.js';

/** The hint of a field, with what stands out of what is written in it. Nothing where there is neither. */
export function hintWith(
  hint: string | null,
  findings: readonly Finding[],
  paths: readonly string[],
): ReactNode {
  const found = findings.filter(({ path }) =>
    paths.some((one) => path === one || path.startsWith(`${one}.`)),
  );
  if (found.length === 0) return hint;
  return (
    <>
      {hint}
      {found.map(({ code, path, sentence }) => (
        <span key={`${code} ${path}`} className={kit.finding}>
          <span aria-hidden="true">⚠ </span>
          {sentence}
        </span>
      ))}
    </>
  );
}

/**
 * What is told at fields: the latest findings, but never while something is being written or pressed. A sentence that came
 * above a field would move it away from under her hands, and close what it offers; a button that moved would not be pressed.
 */
export function useTold(findings: readonly Finding[]): readonly Finding[] {
  const text = JSON.stringify(findings);
  const [told, setTold] = useState(findings);
  const isPressed = useRef(false);
  useEffect(() => {
    const tell = (): void => {
      if (!isPressed.current) setTold(JSON.parse(text) as readonly Finding[]);
    };
    const press = (): void => {
      isPressed.current = true;
    };
    const release = (): void => {
      isPressed.current = false;
      // What was pressed learns of it first.
      setTimeout(tellUnlessWriting);
    };
    const tellUnlessWriting = (): void => {
      if (document.activeElement?.matches('input, textarea') !== true) tell();
    };
    tellUnlessWriting();
    const listened = {
      pointerdown: press,
      pointerup: release,
      pointercancel: release,
      focusout: tell,
    };
    for (const [name, listener] of Object.entries(listened)) addEventListener(name, listener, true);
    return () => {
      for (const [name, listener] of Object.entries(listened))
        removeEventListener(name, listener, true);
    };
  }, [text]);
  return told;
}
