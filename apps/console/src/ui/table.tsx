import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { useT } from '../i18n/translate.js';
import { Button } from './button.js';
import { Check } from './fields.js';
import { Scroll } from './page.js';
import css from './kit.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly words: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column. */
  readonly number?: boolean;
  /** Days and other short values stay on one line. */
  readonly short?: boolean;
  /** The first column names the row. */
  readonly names?: boolean;
}

/** A table of a page of rows. What a row leads to is a link in its first cell. */
export function Table<Row>({
  caption,
  columns,
  rows,
  keyOf,
  current,
  selected,
  onSelect,
  nameOf,
  compact = false,
}: {
  /** What the list is and what it counts. */
  readonly caption: ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The row that is shown beside the list. */
  readonly current?: string | null;
  /** Rows that are ticked, by key; together with `onSelect` and `nameOf`. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (selected: ReadonlySet<string>) => void;
  readonly nameOf?: (row: Row) => string;
  /** More rows in the same space. */
  readonly compact?: boolean;
}): ReactNode {
  const t = useT('console');
  const keys = rows.map(keyOf);
  const ticked = keys.filter((key) => selected?.has(key)).length;
  return (
    <Scroll>
      <table className={css.table} {...(compact ? { 'data-density': 'compact' } : {})}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {onSelect ? (
              <th scope="col">
                <Check
                  label={t('list.selectAll')}
                  hidden
                  value={ticked > 0 && ticked === keys.length}
                  some={ticked > 0 && ticked < keys.length}
                  onChange={(all) => onSelect(new Set(all ? keys : []))}
                />
              </th>
            ) : null}
            {columns.map(({ id, words, number }) => (
              <th key={id} scope="col" {...(number ? { 'data-number': '' } : {})}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = keyOf(row);
            return (
              <tr
                key={key}
                {...(current === key ? { 'aria-current': 'true' as const } : {})}
                {...(selected?.has(key) ? { 'aria-selected': true } : {})}
              >
                {onSelect && selected ? (
                  <td>
                    <Check
                      label={t('list.select', { name: nameOf?.(row) ?? key })}
                      hidden
                      value={selected.has(key)}
                      onChange={(on) => {
                        const next = new Set(selected);
                        if (on) next.add(key);
                        else next.delete(key);
                        onSelect(next);
                      }}
                    />
                  </td>
                ) : null}
                {columns.map(({ id, cell, number, short, names }) =>
                  names ? (
                    <th key={id} scope="row">
                      {cell(row)}
                    </th>
                  ) : (
                    <td
                      key={id}
                      {...(number ? { 'data-number': '' } : {})}
                      {...(short ? { 'data-short': '' } : {})}
                    >
                      {cell(row)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor?: string | null;
  readonly endCursor?: string | null;
}

/** The way to the pages before and after, kept in the address. */
export function Pager({
  page,
  counted,
  onTurn,
}: {
  readonly page: PageInfo;
  readonly counted?: ReactNode;
  /** Keeps the page elsewhere: for lists whose cursors hold names, which no address may hold. */
  readonly onTurn?: (page: { readonly after?: string; readonly before?: string }) => void;
}): ReactNode {
  const t = useT('console');
  const [, setParams] = useSearchParams();
  const inAddress = (cursors: Readonly<Record<string, string>>): void => {
    setParams((old) => {
      const next = new URLSearchParams(old);
      next.delete('after');
      next.delete('before');
      for (const [name, cursor] of Object.entries(cursors)) next.set(name, cursor);
      return next;
    });
  };
  const turn = (name: 'after' | 'before', cursor: string | null | undefined): void => {
    (onTurn ?? inAddress)(cursor ? { [name]: cursor } : {});
    scrollTo({ top: 0 });
  };
  if (!page.hasNextPage && !page.hasPreviousPage) {
    return counted ? <p className={css.counted}>{counted}</p> : null;
  }
  return (
    <nav className={css.pager} aria-label={t('list.pages')}>
      <Button isDisabled={!page.hasPreviousPage} onPress={() => turn('before', page.startCursor)}>
        {t('list.previous')}
      </Button>
      {counted ? <span className={css.counted}>{counted}</span> : null}
      <Button isDisabled={!page.hasNextPage} onPress={() => turn('after', page.endCursor)}>
        {t('list.next')}
      </Button>
    </nav>
  );
}
