import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask } from '../../graph/ask.js';
import type { ImportRowFilter, ImportRowsQuery } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Failure, Notice } from '../../ui/feedback.js';
import { Line } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Table } from '../../ui/table.js';
import type { StepProps } from './import.js';
import { FixImportCell, ImportRows } from './imports.graphql.js';
import { linesOf, pastedInto } from './pasted-column.js';
import type { Cell, Row } from './rows-grid.js';
import { useTakeBack } from './use-edit.js';

/** As many cells as the service mends at once. */
const MOST = 500;
const PAGE = 100;

/** Where a column is pasted: into which cells, from which row on. */
export interface Pasting {
  readonly row: Row;
  readonly cell: Cell;
  /** What was on the clipboard; empty where she has still to paste it. */
  readonly text: string;
}

/** A column that was copied elsewhere, put into a column of the list from one row on: first shown, then done at once. */
export function PasteDialog({
  one,
  pasting: { row, cell, text: first },
  filter,
  after,
  onClose,
}: StepProps & {
  readonly pasting: Pasting;
  /** Of the rows that are shown, and where their page begins. */
  readonly filter: ImportRowFilter;
  readonly after: string | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-imports');
  const change = useChange(FixImportCell);
  const takeBack = useTakeBack(one.id);
  const [text, setText] = useState(first);
  const { column, nth } = cell;
  const lines = linesOf(text);
  const rows = useQuery({
    queryKey: ['paste', one.id, one.revision, filter, after],
    queryFn: async ({ signal }) => rowsFrom(one.id, filter, after, signal),
    gcTime: 0,
  });
  const found = pastedInto(rows.data ?? [], row, { column, nth }, lines.slice(0, MOST));
  const left = lines.length - found.length;
  const fixes = found.map(({ sheet, row: number, text: next }) => ({
    sheet,
    row: number,
    column,
    nth,
    text: next,
  }));
  return (
    <StepDialog
      title={t('paste.title', { column, row: row.row })}
      action={t('paste.do')}
      wide
      disabled={found.length === 0}
      change={change}
      variables={() => ({ input: { id: one.id, revision: one.revision, fixes } })}
      done={t('paste.done', { count: found.length })}
      undo={() =>
        takeBack((revision) =>
          ask(FixImportCell, {
            input: {
              id: one.id,
              revision,
              fixes: fixes.map((fix, i) => ({ ...fix, text: found[i]?.fixed ?? null })),
            },
          }),
        )
      }
      onClose={onClose}
    >
      <Line label={t('paste.lines')} hint={t('paste.hint')} value={text} onChange={setText} long />
      {rows.error ? <Failure error={rows.error} again={() => void rows.refetch()} /> : null}
      {left > 0 && rows.data ? (
        <Notice tone="warm">{t('paste.left', { count: left, most: MOST })}</Notice>
      ) : null}
      {found.length > 0 ? (
        <Table
          caption={t('paste.counted', { count: found.length })}
          compact
          rows={found}
          keyOf={({ sheet, row: number }) => `${sheet ?? ''} ${number}`}
          columns={[
            {
              id: 'row',
              words: t('rows.row'),
              names: true,
              cell: ({ sheet, row: number }) =>
                sheet === null
                  ? t('rows.number', { row: number })
                  : t('rows.numberOn', { row: number, sheet }),
            },
            {
              id: 'now',
              words: t('paste.now'),
              cell: ({ now }) =>
                now === null ? t('cell.hidden') : now === '' ? t('cell.empty') : <bdi>{now}</bdi>,
            },
            {
              id: 'next',
              words: t('paste.next'),
              cell: ({ text: next }) => (next === '' ? t('cell.empty') : <bdi>{next}</bdi>),
            },
          ]}
        />
      ) : null}
    </StepDialog>
  );
}

/** The rows that are shown and those that follow them, at most so many as are pasted at once. */
async function rowsFrom(
  id: string,
  filter: ImportRowFilter,
  start: string | null,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const found: Row[] = [];
  let after = start;
  do {
    const { importRows }: ImportRowsQuery = await ask(
      ImportRows,
      { id, filter, first: PAGE, after },
      { signal },
    );
    found.push(...importRows.edges.map(({ node }) => node));
    after = importRows.pageInfo.hasNextPage ? (importRows.pageInfo.endCursor ?? null) : null;
  } while (after !== null && found.length < MOST + PAGE);
  return found;
}
