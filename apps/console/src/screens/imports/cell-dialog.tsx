import { useState, type ReactNode } from 'react';
import { ask } from '../../graph/ask.js';
import { problemAt } from '../../graph/refusal.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/feedback.js';
import { Fact, Facts, Row as Buttons, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import { FieldLabel } from './field-label.js';
import type { StepProps } from './import.js';
import { FixImportCell } from './imports.graphql.js';
import { MeaningFields } from './meaning-fields.js';
import type { Cell, Row } from './rows-grid.js';
import { isDraft } from './states.js';
import { useEdit, useTakeBack } from './use-edit.js';

/** One cell: what stands there, what was understood, and how it is mended. The file itself is not changed. */
export function CellDialog({
  one,
  row,
  cell,
  onPaste,
  onClose,
}: StepProps & {
  readonly row: Row;
  readonly cell: Cell;
  /** Opens the dialog for a column that is pasted from this cell on. */
  readonly onPaste: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-imports');
  const tell = useTell();
  const { run, busy, problem, refused } = useEdit(FixImportCell);
  const takeBack = useTakeBack(one.id);
  const [text, setText] = useState(cell.fixed ?? cell.raw ?? '');
  const { column, nth, field, raw, read } = cell;
  const write = async (fixed: string | null): Promise<void> => {
    const fix = { sheet: row.sheet, row: row.row, column, nth, text: fixed };
    if (!(await run({ input: { id: one.id, revision: one.revision, fixes: [fix] } }))) return;
    tell(t(fixed === null ? 'cell.takenBack' : 'cell.mended', { row: row.row }), () =>
      takeBack((revision) =>
        ask(FixImportCell, {
          input: { id: one.id, revision, fixes: [{ ...fix, text: cell.fixed }] },
        }),
      ),
    );
    onClose();
  };
  return (
    <Dialog title={t('cell.title', { row: row.row, column })} open onClose={onClose} wide>
      <Stack>
        <Facts>
          <Fact term={t('cell.column')}>{field === null ? null : <FieldLabel name={field} />}</Fact>
          <Fact term={t('cell.raw')}>
            {raw === null ? t('cell.hidden') : raw === '' ? t('cell.empty') : <bdi>{raw}</bdi>}
          </Fact>
          <Fact term={t('cell.read')}>
            {read === null || read === '' ? null : <bdi>{read}</bdi>}
          </Fact>
        </Facts>
        {cell.problem === null ? null : <Notice tone="warm">{cell.problem}</Notice>}
        {isDraft(one) ? (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void write(text);
            }}
          >
            <Stack>
              {problem}
              {cell.suggestions.length > 0 ? (
                <Buttons>
                  <span>{t('cell.suggested')}</span>
                  {cell.suggestions.map((suggestion) => (
                    <Button
                      key={suggestion}
                      small
                      isDisabled={busy}
                      onPress={() => void write(suggestion)}
                    >
                      <bdi>{suggestion}</bdi>
                    </Button>
                  ))}
                </Buttons>
              ) : null}
              <MeaningFields
                field={field}
                label={t('cell.text')}
                hint={t('cell.textHint')}
                text={text}
                onChange={setText}
                adds
                problem={problemAt(refused, 'fixes.0')}
              />
              <Buttons>
                <Button type="submit" look="primary" isPending={busy}>
                  {t('cell.save')}
                </Button>
                {cell.fixed === null ? null : (
                  <Button isDisabled={busy} onPress={() => void write(null)}>
                    {t('cell.takeBack')}
                  </Button>
                )}
                <Button isDisabled={busy} onPress={onPaste}>
                  {t('paste.open')}
                </Button>
                <Button onPress={onClose}>{t('cell.close')}</Button>
              </Buttons>
            </Stack>
          </form>
        ) : null}
      </Stack>
    </Dialog>
  );
}
