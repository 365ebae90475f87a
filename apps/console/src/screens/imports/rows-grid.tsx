import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { ImportRowsQuery, ImportRowStatus } from '../../graph/types.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Badge, type Tone } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { FieldLabel } from './field-label.js';
import { isFieldName, PURPOSES, type Purpose } from './fields.js';
import css from './imports.module.css';

export type Row = ImportRowsQuery['importRows']['edges'][number]['node'];
export type Cell = Row['cells'][number];

export const STATUS_TONES: Readonly<Record<ImportRowStatus, Tone>> = {
  NEW: 'accent',
  CHANGED: 'accent',
  UNCHANGED: 'neutral',
  REJECTED: 'danger',
  SKIPPED: 'neutral',
  JOINED: 'neutral',
  CREATED: 'good',
  UPDATED: 'good',
  CONFLICT: 'warm',
  UNDONE: 'neutral',
  KEPT: 'warm',
};

/** Columns before those of the file: the row, and what it does. */
const OWN = 2;

/**
 * The rows as the file has them. It is one stop for the Tab key; arrows, Home and End go from cell to cell, and Enter
 * opens one (WAI-ARIA, pattern "grid").
 */
export function RowsGrid({
  caption,
  rows,
  onOpen,
  onPaste,
}: {
  readonly caption: string;
  readonly rows: readonly Row[];
  /** With a cell, or with none for the row as a whole. */
  readonly onOpen: (row: Row, cell: Cell | null) => void;
  /** What was pasted into a cell; nothing where cells cannot be mended any more. */
  readonly onPaste?: (row: Row, cell: Cell, text: string) => void;
}): ReactNode {
  const t = useT('console-imports');
  const table = useRef<HTMLTableElement>(null);
  const columns = columnsOf(rows);

  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const at = event.target instanceof HTMLTableCellElement ? event.target : null;
    if (!at || !table.current) return;
    const cells = [...table.current.tBodies].flatMap(({ rows: lines }) =>
      [...lines].map((line) => [...line.cells]),
    );
    const y = cells.findIndex((line) => line.includes(at));
    const x = cells[y]?.indexOf(at) ?? 0;
    if (event.key === 'Enter' || event.key === ' ' || event.key === 'F2') {
      event.preventDefault();
      at.click();
      return;
    }
    const forwards = getComputedStyle(table.current).direction === 'rtl' ? -1 : 1;
    const [dx, dy] =
      {
        ArrowRight: [forwards, 0],
        ArrowLeft: [-forwards, 0],
        ArrowDown: [0, 1],
        ArrowUp: [0, -1],
        Home: [-x, 0],
        End: [columns.length + OWN - 1 - x, 0],
      }[event.key] ?? [];
    if (dx === undefined || dy === undefined) return;
    event.preventDefault();
    const next = cells[y + dy]?.[x + dx];
    if (!next) return;
    at.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  };

  return (
    <div className={`${kit.scroll} ${css.grid}`}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- ARIA in HTML permits it, and the keys are there */}
      <table ref={table} className={kit.table} role="grid" onKeyDown={move}>
        <caption>
          {caption}{' '}
          <span className={css.quiet}>
            {t('rows.keys')} {onPaste ? t('rows.keysPaste') : ''}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('rows.row')}</th>
            <th scope="col">{t('rows.does')}</th>
            {columns.map(({ key, column, field }) => (
              <th key={key} scope="col">
                <bdi>{column}</bdi>
                {field === null ? null : <FieldLabel name={field} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={`${row.sheet ?? ''} ${row.row}`}>
              <th
                scope="row"
                tabIndex={i === 0 ? 0 : -1}
                onClick={() => onOpen(row, null)}
                aria-haspopup="dialog"
              >
                <p>
                  {row.sheet === null
                    ? t('rows.number', { row: row.row })
                    : t('rows.numberOn', { row: row.row, sheet: row.sheet })}
                </p>
                <Badge tone={STATUS_TONES[row.status]}>{t(`status.${row.status}`)}</Badge>
              </th>
              <td tabIndex={-1} onClick={() => onOpen(row, null)} aria-haspopup="dialog">
                <Does row={row} />
              </td>
              {columns.map(({ key }) => {
                const cell = row.cells.find((one) => keyOf(one) === key);
                return (
                  <td
                    key={key}
                    tabIndex={-1}
                    onClick={() => onOpen(row, cell ?? null)}
                    onPaste={(event) => {
                      if (!cell || !onPaste) return;
                      event.preventDefault();
                      onPaste(row, cell, event.clipboardData.getData('text/plain'));
                    }}
                    aria-haspopup="dialog"
                    {...(cell && cell.problem !== null ? { 'data-wrong': '' } : {})}
                    {...(cell && cell.fixed !== null ? { 'data-mended': '' } : {})}
                  >
                    {cell ? <CellText cell={cell} /> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function keyOf({ column, nth }: Cell): string {
  return `${nth} ${column}`;
}

/** The columns that are read in any of the rows, in the order of the file. */
function columnsOf(
  rows: readonly Row[],
): readonly { readonly key: string; readonly column: string; readonly field: string | null }[] {
  const found = new Map<string, { key: string; column: string; field: string | null }>();
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    const key = keyOf(cell);
    if (cell.field !== null && !found.has(key)) {
      found.set(key, { key, column: cell.column, field: cell.field });
    }
  }
  return [...found.values()];
}

/** What stands there, what it was read as, and what is wrong with it. */
function CellText({
  cell: { raw, fixed, read, problem, suggestions },
}: {
  readonly cell: Cell;
}): ReactNode {
  const t = useT('console-imports');
  const text = fixed ?? raw;
  return (
    <>
      {fixed === null ? null : (
        <p>
          <del>
            <bdi>{raw}</bdi>
          </del>
        </p>
      )}
      <p>
        {text === null ? <span className={css.quiet}>{t('cell.hidden')}</span> : <bdi>{text}</bdi>}
      </p>
      {read === null || read === text ? null : (
        <p className={css.quiet}>
          {t('cell.readAs')} <bdi>{read}</bdi>
        </p>
      )}
      {problem === null ? null : (
        <p className={css.why}>
          <span aria-hidden="true">⚠ </span>
          {problem}
        </p>
      )}
      {problem !== null && suggestions[0] ? (
        <p className={css.quiet}>{t('cell.perhaps', { text: suggestions[0] })}</p>
      ) : null}
    </>
  );
}

/** What a row does, in short. */
function Does({ row }: { readonly row: Row }): ReactNode {
  const t = useT('console-imports');
  const { status, problems, changes, contactChanges, stateAfter, unpublishedBecause } = row;
  const changed = changes.length + contactChanges.length;
  const wrong = row.cells.filter(({ problem }) => problem !== null);
  return (
    <>
      {problems.map((problem) => (
        <p key={problem} className={css.why}>
          {problem}
        </p>
      ))}
      {wrong.length > 0 ? (
        <>
          <p>{t('rows.wrong', { count: wrong.length })}</p>
          {/* They may stand far to the side. */}
          <ul className={css.samples}>
            {wrong.map((cell) => (
              <li key={keyOf(cell)}>
                <bdi>{cell.column}</bdi>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Ending row={row} />
      {status === 'CHANGED' ? <p>{t('rows.changes', { count: changed })}</p> : null}
      {stateAfter === 'PUBLISHED' ? <p>{t('rows.published')}</p> : null}
      {unpublishedBecause.length > 0 ? <Draft because={unpublishedBecause} /> : null}
    </>
  );
}

/** The consents that end by a row. */
export function Ending({ row: { consentsEnding } }: { readonly row: Row }): ReactNode {
  const t = useT('console-imports');
  const format = useFormat();
  if (consentsEnding.length === 0) return null;
  const names = consentsEnding.map((purpose) =>
    isPurpose(purpose) ? t(`purpose.${purpose}`) : purpose,
  );
  return (
    <p>
      <Badge tone="warm">{t('rows.consentEnds')}</Badge> {format.list(names)}
    </p>
  );
}

/** Why a profile is not shown. */
export function Draft({ because }: { readonly because: readonly string[] }): ReactNode {
  const t = useT('console-imports');
  const format = useFormat();
  return <p>{t('rows.draft', { reasons: format.list(because) })}</p>;
}

export function isPurpose(purpose: string): purpose is Purpose {
  return (PURPOSES as readonly string[]).includes(purpose);
}

/** The names of columns, as they are called here. */
export function useFieldNames(): (names: readonly string[]) => string {
  const t = useT('console-imports');
  const format = useFormat();
  return (names) =>
    format.list(names.map((name) => (isFieldName(name) ? t(`field.${name}`) : name)));
}
