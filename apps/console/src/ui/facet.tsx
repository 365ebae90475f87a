import { useState, type ReactNode } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { useFormat } from '../i18n/format.js';
import { useT } from '../i18n/translate.js';
import { Button } from './button.js';
import css from './facet.module.css';
import kit from './kit.module.css';
import { Row } from './page.js';

/** Values that are shown before "more". */
const SHOWN = 8;

/** A filter of a list: its values with how many each would leave. What is chosen stands in the address. */
export function Facet({
  name,
  title,
  counts,
}: {
  /** Its name in the address. */
  readonly name: string;
  readonly title: string;
  readonly counts: readonly {
    readonly code: string;
    readonly label: string;
    readonly count: number;
  }[];
}): ReactNode {
  const t = useT('console');
  const format = useFormat();
  const [path] = useLocation();
  const [params] = useSearchParams();
  const [isWhole, setWhole] = useState(false);
  const chosen = params.getAll(name);
  const shown = isWhole
    ? counts
    : counts.filter(({ code }, i) => i < SHOWN || chosen.includes(code));
  if (counts.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={css.name}>{title}</h2>
      <ul className={css.values}>
        {shown.map(({ code, label, count }) => {
          const isOn = chosen.includes(code);
          return (
            <li key={code}>
              <Link
                className={css.value ?? ''}
                to={`${path}?${toggled(params, name, code)}`}
                {...(isOn ? { 'aria-current': 'true' as const } : {})}
              >
                <span aria-hidden="true">{isOn ? '☑' : '☐'}</span>
                <span>{label}</span>
                <span className={kit.hint}>{format.number(count)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      {counts.length > SHOWN && !isWhole ? (
        <Row>
          <Button
            small
            look="quiet"
            aria-label={t('list.moreOf', { name: title })}
            onPress={() => setWhole(true)}
          >
            {t('action.more')}
          </Button>
        </Row>
      ) : null}
    </section>
  );
}

/** Takes away what filters the list, where anything does. */
export function ClearFilters({ names }: { readonly names: readonly string[] }): ReactNode {
  const t = useT('console');
  const [params, setParams] = useSearchParams();
  if (!names.some((name) => params.has(name))) return null;
  return (
    <Button
      small
      onPress={() =>
        setParams((old) => {
          const next = new URLSearchParams(old);
          for (const name of [...names, 'after', 'before']) next.delete(name);
          return next;
        })
      }
    >
      {t('list.clear')}
    </Button>
  );
}

/** Filters beside the list that they are of; above it, behind a button, on a narrow screen. */
export function WithFacets({
  label,
  facets,
  children,
}: {
  readonly label: string;
  readonly facets: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={css.layout}>
      <div className={css.open}>
        <Button aria-expanded={isOpen} aria-controls="filters" onPress={() => setOpen(!isOpen)}>
          {label}
        </Button>
      </div>
      <nav
        id="filters"
        aria-label={label}
        className={css.facets}
        {...(isOpen ? {} : { 'data-closed': '' })}
      >
        {facets}
      </nav>
      {children}
    </div>
  );
}

function toggled(params: URLSearchParams, name: string, code: string): string {
  const next = new URLSearchParams(params);
  const chosen = next.getAll(name);
  next.delete(name);
  for (const one of chosen.includes(code)
    ? chosen.filter((each) => each !== code)
    : [...chosen, code]) {
    next.append(name, one);
  }
  next.delete('after');
  next.delete('before');
  return next.toString();
}
