import { useState, type ReactNode } from 'react';
import type { ImportRowsQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Answered, Empty, Skeleton } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Stack } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { useOpened } from '../../ui/use-opened.js';
import { Pager } from '../../ui/table.js';
import { CellDialog } from './cell-dialog.js';
import { Counts } from './counts.js';
import { FIELD_GROUPS, isFieldName } from './fields.js';
import { FILTERS, SHOWS, showsOf, type Show } from './filters.js';
import type { StepProps } from './import.js';
import { ImportRows } from './imports.graphql.js';
import { PasteDialog, type Pasting } from './paste-dialog.js';
import { Rejects } from './rejects.js';
import { RowDialog } from './row-dialog.js';
import { RowsGrid, type Cell, type Row } from './rows-grid.js';
import { isDraft } from './states.js';

/** A page of rows stays quick, however long the list is. */
const ROWS = 25;

/** Each row with what it would do, or has done; until it is applied, any cell can be mended here. */
export function RowsStep({ one }: StepProps): ReactNode {
  const t = useT('console-imports');
  const tc = useT('console');
  const [wanted, setShow] = useParam('show');
  const [field, setField] = useParam('field');
  const page = usePage(ROWS);
  const show = SHOWS.find((each) => each === wanted);
  const filter = {
    ...(show ? FILTERS[show] : {}),
    ...(isFieldName(field) ? { problemIn: field } : {}),
  };
  const query = useAsk(ImportRows, { id: one.id, ...page, filter }, { keepPrevious: true });
  const settled = useSettled(query.data);
  const columns = Object.values(FIELD_GROUPS)
    .flat()
    .filter((name) => name === field || one.columns.some((column) => column.field === name));
  const [pasting, setPasting] = useState<Pasting | null>(null);
  const [open, opened] = useOpened<{ readonly row: Row; readonly cell: Cell | null }>(
    (chosen, onClose) => {
      if (!chosen) return null;
      const { row, cell } = chosen;
      if (!cell) return <RowDialog one={one} row={row} onClose={onClose} />;
      return (
        <CellDialog
          one={one}
          row={row}
          cell={cell}
          onPaste={() => {
            setPasting({ row, cell, text: '' });
            onClose();
          }}
          onClose={onClose}
        />
      );
    },
    ({ row, cell }) => {
      const now = settled?.importRows.edges.find(
        ({ node }) => node.sheet === row.sheet && node.row === row.row,
      )?.node;
      const nowIn = now?.cells.find(
        ({ column, nth }) => column === cell?.column && nth === cell.nth,
      );
      return now && { row: now, cell: cell && (nowIn ?? cell) };
    },
  );
  return (
    <Stack>
      <p>
        {t(one.state === 'CHECKED' || one.state === 'MAPPED' ? 'rows.about' : 'rows.aboutDone')}
      </p>
      <Counts one={one} />
      <div className={kit.filters}>
        <Choice<Show>
          label={t('rows.show')}
          none={tc('list.all')}
          value={show ?? ''}
          options={showsOf(one).map((each) => [each, t(`show.${each}`)] as const)}
          onChange={setShow}
        />
        {columns.length > 0 ? (
          <Choice
            label={t('rows.problemIn')}
            none={t('rows.anyColumn')}
            value={isFieldName(field) ? field : ''}
            options={columns.map((name) => [name, t(`field.${name}`)] as const)}
            onChange={setField}
          />
        ) : null}
        <Rejects one={one} />
      </div>
      <Answered query={query}>
        {() => {
          if (!settled) return one.problem ? <Empty title={t('values.noneYet')} /> : <Skeleton />;
          const { totalCount, edges, pageInfo } = settled.importRows;
          const rows = edges.map(({ node }) => node);
          return totalCount === 0 ? (
            <Empty title={show || field ? tc('list.noMatch') : t('rows.none')} />
          ) : (
            <>
              <RowsGrid
                caption={t('rows.counted', { count: totalCount })}
                rows={rows}
                onOpen={(row, cell) => open({ row, cell })}
                {...(isDraft(one)
                  ? { onPaste: (row, cell, text) => setPasting({ row, cell, text }) }
                  : {})}
              />
              <Pager page={pageInfo} counted={t('rows.counted', { count: totalCount })} />
            </>
          );
        }}
      </Answered>
      {opened}
      {pasting ? (
        <PasteDialog
          one={one}
          pasting={pasting}
          filter={filter}
          after={page.after ?? null}
          onClose={() => setPasting(null)}
        />
      ) : null}
    </Stack>
  );
}

/** The rows as they were when the file was last checked: while it is read, there are none. */
function useSettled(answer: ImportRowsQuery | undefined): ImportRowsQuery | null {
  const [last, setLast] = useState<ImportRowsQuery | null>(null);
  const isSettled =
    answer !== undefined && answer.import.state !== 'MAPPED' && answer.import.state !== 'UPLOADED';
  if (isSettled && answer !== last) setLast(answer);
  return isSettled ? answer : last;
}
