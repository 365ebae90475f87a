import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import { GraphError } from '../graph/errors.js';
import { useT } from '../i18n/translate.js';
import { Answered, Failure } from './feedback.js';
import css from './kit.module.css';

/** The head of a screen: where one is, what it is called, and what can be done with the whole of it. */
export function Page({
  title,
  crumbs,
  actions,
  children,
}: {
  readonly title: string;
  /** The screens above this one: words and address. */
  readonly crumbs?: readonly (readonly [words: string, to: string])[];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const t = useT('console');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Baraza`;
  }, [title]);
  // Whoever came by keyboard or listens begins with the new screen and not with the menu again. An effect of the layout
  // is repeated where a part that is still loading has hidden the whole screen, and the focus was lost with it.
  useLayoutEffect(() => {
    const isInScreen = document.querySelector('main')?.contains(document.activeElement) ?? false;
    if (!isInScreen) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      {crumbs?.length ? (
        <nav aria-label={t('frame.crumbs')}>
          <ol className={css.crumbs}>
            {crumbs.map(([words, to]) => (
              <li key={to}>
                <Link to={to}>
                  <bdi>{words}</bdi>
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className={css.pageHead}>
        <h1 ref={heading} tabIndex={-1}>
          <bdi>{title}</bdi>
        </h1>
        {actions ? <div className={`${css.row} ${css.noPrint}`}>{actions}</div> : null}
      </div>
      {children}
    </>
  );
}

/** What stands where there is no such record, or none that she may see: the same for both. */
export function Gone({
  title,
  about,
}: {
  readonly title?: string;
  readonly about?: string;
}): ReactNode {
  const t = useT('console');
  return (
    <Page title={title ?? t('nothing.title')}>
      <p>{about ?? t('nothing.about')}</p>
    </Page>
  );
}

/**
 * A screen that shows one record, of which `children` makes nothing where the answer holds none. It has a heading in
 * every state, and what the service no longer gives her is no longer shown.
 */
export function RecordScreen<Result>({
  query,
  gone,
  children,
}: {
  readonly query: UseQueryResult<Result>;
  /** Stands where there is none. */
  readonly gone: ReactNode;
  readonly children: (result: Result) => ReactNode;
}): ReactNode {
  const t = useT('console');
  if (isNotThere(query.error)) return gone;
  if (query.data === undefined && query.error) {
    return (
      <Page title={t('state.failed')}>
        <Failure error={query.error} again={() => void query.refetch()} />
      </Page>
    );
  }
  return <Answered query={query}>{(result) => children(result) ?? gone}</Answered>;
}

/** There is no such record, or the id of the address is none. */
function isNotThere(error: unknown): boolean {
  return (
    error instanceof GraphError &&
    (error.code === 'NOT_FOUND' || error.fields.some(({ code }) => code === 'MALFORMED'))
  );
}

/** Terms with what is known of each. */
export function Facts({ children }: { readonly children: ReactNode }): ReactNode {
  return <dl className={css.facts}>{children}</dl>;
}

/** One of them; left out where nothing is known. */
export function Fact({
  term,
  children,
}: {
  readonly term: string;
  readonly children: ReactNode;
}): ReactNode {
  if (children === null || children === undefined || children === '') return null;
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

export function Card({
  title,
  children,
}: {
  readonly title?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={css.card}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </section>
  );
}

export function Row({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={css.row}>{children}</div>;
}

export function Stack({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={css.stack}>{children}</div>;
}

/**
 * A list with the chosen entry beside it; below it on a narrow screen. Where something is written (`writing`), the first
 * part is the wider one and the second stays in sight.
 */
export function Beside({
  writing = false,
  children,
}: {
  readonly writing?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={css.beside} {...(writing ? { 'data-writing': '' } : {})}>
      {children}
    </div>
  );
}

/** What is wider than a narrow window scrolls by itself, also with the keyboard: a table. */
export function Scroll({
  label,
  blocksOn,
  children,
}: {
  /** What it is called; “Table” where nothing is said. */
  readonly label?: string;
  /** Where the rows of a table become blocks, beside a telephone: it has so many columns. */
  readonly blocksOn?: 'tablet' | 'laptop' | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const t = useT('console');
  return (
    <div
      className={css.scroll}
      {...(blocksOn ? { 'data-blocks-on': blocksOn } : {})}
      tabIndex={0}
      role="region"
      aria-label={label ?? t('list.table')}
    >
      {children}
    </div>
  );
}
