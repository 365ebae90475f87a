// Where rows are laid out as blocks, a browser may take away the roles that elements of a table have by themselves.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
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
  /** What stands at the head of the column, where that is more than its words. */
  readonly head?: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column. */
  readonly number?: boolean;
  /** Days and other short values stay on one line. */
  readonly short?: boolean;
  /** The first column names the row. */
  readonly names?: boolean;
}

interface TableProps<Row> {
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
  /** Its columns have no room beside each other on a laptop either. */
  readonly wide?: boolean;
  /** More rows in the same space. */
  readonly compact?: boolean;
  /** What it is called where a screen has several; “Table” where nothing is said. */
  readonly label?: string;
  /** The last row: its name, and the cells that it has, by the ids of their columns. */
  readonly sum?: { readonly words: string; readonly cells: Readonly<Record<string, ReactNode>> };
}

/** The column of what can be done with a row: its buttons need no name, and are none on paper. */
const STEPS = 'steps';

/** So many columns have room beside each other on a telephone, and so many on a tablet. */
const ON_TELEPHONE = 2;
const ON_TABLET = 5;

/**
 * A table of a page of rows. What a row leads to is a link in its first cell. Where it is too narrow for its columns,
 * each row becomes a block of names with values. The roles stay those of a table, whatever is laid out.
 */
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
  wide = false,
  label,
  sum,
}: TableProps<Row>): ReactNode {
  const t = useT('console');
  const keys = rows.map(keyOf);
  const ticked = keys.filter((key) => selected?.has(key)).length;
  return (
    <Scroll
      blocksOn={wide ? 'laptop' : columns.length > ON_TABLET ? 'tablet' : undefined}
      {...(label === undefined ? {} : { label })}
    >
      <table
        role="table"
        className={css.table}
        {...(columns.length > ON_TELEPHONE ? { 'data-blocks': '' } : {})}
        {...(compact ? { 'data-density': 'compact' } : {})}
      >
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {onSelect ? (
              <th scope="col" role="columnheader" data-select="">
                <Check
                  label={t('list.selectAll')}
                  value={ticked > 0 && ticked === keys.length}
                  some={ticked > 0 && ticked < keys.length}
                  onChange={(all) => onSelect(new Set(all ? keys : []))}
                />
              </th>
            ) : null}
            {columns.map(({ id, words, head, number }) => (
              <th
                key={id}
                scope="col"
                role="columnheader"
                {...(id === STEPS ? { 'data-steps': '' } : {})}
                {...(number ? { 'data-number': '' } : {})}
              >
                {head ?? words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const key = keyOf(row);
            return (
              <tr
                key={key}
                role="row"
                {...(current === key ? { 'aria-current': 'true' as const } : {})}
                {...(selected?.has(key) ? { 'aria-selected': true } : {})}
              >
                {onSelect && selected ? (
                  <td role="cell" data-select="">
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
                {columns.map(({ id, words, cell, number, short, names }) =>
                  names ? (
                    <th key={id} scope="row" role="rowheader">
                      {cell(row)}
                    </th>
                  ) : (
                    <td
                      key={id}
                      role="cell"
                      data-name={words}
                      {...(id === STEPS ? { 'data-steps': '' } : {})}
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
        {sum ? (
          <tfoot role="rowgroup">
            <tr role="row">
              {columns.map(({ id, words, number, names }) =>
                names ? (
                  <th key={id} scope="row" role="rowheader">
                    {sum.words}
                  </th>
                ) : (
                  <td
                    key={id}
                    role="cell"
                    data-name={words}
                    {...(number ? { 'data-number': '' } : {})}
                  >
                    {sum.cells[id]}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </Scroll>
  );
}

/** A page of records as a table with the way to the pages before and after; or what stands where there is none. */
export function PagedTable<Row extends { readonly id: string }>({
  found: { totalCount, edges, pageInfo },
  none,
  ...table
}: Omit<TableProps<Row>, 'rows' | 'keyOf'> & {
  readonly found: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: Row }[];
    readonly pageInfo: PageInfo;
  };
  readonly none: ReactNode;
}): ReactNode {
  if (totalCount === 0) return none;
  return (
    <>
      <Table {...table} rows={edges.map(({ node }) => node)} keyOf={({ id }) => id} />
      <Pager page={pageInfo} />
    </>
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
