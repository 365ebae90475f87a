import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ask } from '../../graph/ask.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Badge, Notice } from '../../ui/feedback.js';
import { Row as Buttons, Stack } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { useTell } from '../../ui/toast.js';
import { FieldLabel } from './field-label.js';
import type { StepProps } from './import.js';
import { SkipImportRow } from './imports.graphql.js';
import { Draft, Ending, isPurpose, STATUS_TONES, useFieldNames, type Row } from './rows-grid.js';
import { isDraft } from './states.js';
import { useEdit, useTakeBack } from './use-edit.js';

/** One row as a whole: everything that it changes, and whether it counts at all. */
export function RowDialog({
  one,
  row,
  onClose,
}: StepProps & { readonly row: Row; readonly onClose: () => void }): ReactNode {
  const t = useT('console-imports');
  const format = useFormat();
  const namesOf = useFieldNames();
  const tell = useTell();
  const { run, busy, problem } = useEdit(SkipImportRow);
  const { sheet, row: number, status, profileId } = row;
  const takeBack = useTakeBack(one.id);
  const isSkipped = status === 'SKIPPED';
  const skip = async (): Promise<void> => {
    const rows = [{ sheet, row: number }];
    const input = { id: one.id, revision: one.revision, rows, skip: !isSkipped };
    if (!(await run({ input }))) return;
    tell(t(isSkipped ? 'row.takenIn' : 'row.leftOut', { row: number }), () =>
      takeBack((revision) =>
        ask(SkipImportRow, { input: { id: one.id, revision, rows, skip: isSkipped } }),
      ),
    );
    onClose();
  };
  const given = row.consentsGiven.map((one2) => (isPurpose(one2) ? t(`purpose.${one2}`) : one2));
  return (
    <Dialog title={t('row.title', { row: number })} open onClose={onClose} wide>
      <Stack>
        <p>
          <Badge tone={STATUS_TONES[status]}>{t(`status.${status}`)}</Badge>
        </p>
        {row.problems.map((text) => (
          <Notice key={text} tone="warm">
            {text}
          </Notice>
        ))}
        {row.cells.some((cell) => cell.problem !== null) ? (
          <ul>
            {row.cells
              .filter((cell) => cell.problem !== null)
              .map((cell) => (
                <li key={`${cell.nth} ${cell.column}`}>
                  <bdi>{cell.column}</bdi>: {cell.problem}
                </li>
              ))}
          </ul>
        ) : null}
        <Ending row={row} />
        {given.length > 0 ? <p>{t('row.given', { purposes: format.list(given) })}</p> : null}
        {row.unpublishedBecause.length > 0 ? <Draft because={row.unpublishedBecause} /> : null}
        {row.changes.length > 0 ? (
          <Table
            caption={t('rows.changes', { count: row.changes.length })}
            rows={row.changes}
            keyOf={({ field }) => field}
            columns={[
              {
                id: 'field',
                words: t('columns.is'),
                names: true,
                cell: ({ field }) => <FieldLabel name={field} />,
              },
              { id: 'before', words: t('row.before'), cell: ({ before }) => <bdi>{before}</bdi> },
              { id: 'after', words: t('row.after'), cell: ({ after }) => <bdi>{after}</bdi> },
            ]}
          />
        ) : null}
        {row.contactChanges.length > 0 ? (
          <p>{t('row.contact', { columns: namesOf(row.contactChanges) })}</p>
        ) : null}
        {problem}
        <Buttons>
          {isDraft(one) ? (
            <Button isPending={busy} onPress={() => void skip()}>
              {t(isSkipped ? 'row.takeIn' : 'row.leaveOut')}
            </Button>
          ) : null}
          {profileId === null ? null : (
            <Link to={`/profiles/${profileId}`}>{t('row.profile')}</Link>
          )}
          <Button onPress={onClose}>{t('cell.close')}</Button>
        </Buttons>
      </Stack>
    </Dialog>
  );
}
