import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import css from './kit.module.css';

/** Screens that belong together, side by side. The query of the address goes along, so that the network stays chosen. */
export function PartNav({
  label,
  parts,
  keep,
}: {
  readonly label: string;
  readonly parts: readonly (readonly [to: string, words: string])[];
  /** Parameters of the address that all of them understand. */
  readonly keep: readonly string[];
}): ReactNode {
  const [here] = useLocation();
  const now = new URLSearchParams(location.search);
  const kept = new URLSearchParams(
    keep.flatMap((name) => {
      const value = now.get(name);
      return value === null ? [] : [[name, value]];
    }),
  ).toString();
  return (
    <nav aria-label={label} className={css.tabList}>
      {parts.map(([to, words]) => (
        <Link
          key={to}
          to={kept ? `${to}?${kept}` : to}
          className={css.tab}
          {...(here === to ? { 'aria-current': 'page' as const } : {})}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
