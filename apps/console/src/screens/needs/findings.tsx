import { useEffect, useState, type ReactNode } from 'react';
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
 * What is told at fields: the latest findings, but never while something is being written. A sentence that came above the
 * field would move it away from under her hands, and close what it offers.
 */
export function useTold(findings: readonly Finding[]): readonly Finding[] {
  const text = JSON.stringify(findings);
  const [told, setTold] = useState(findings);
  useEffect(() => {
    const tell = (): void => setTold(JSON.parse(text) as readonly Finding[]);
    if (document.activeElement?.matches('input, textarea') !== true) tell();
    addEventListener('focusout', tell);
    return () => removeEventListener('focusout', tell);
  }, [text]);
  return told;
}
