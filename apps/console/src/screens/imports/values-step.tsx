import { useRef, useState, type ReactNode } from 'react';
import type { ImportFindingsQuery } from '../../graph/types.js';
import { ask } from '../../graph/ask.js';
import { useAsk } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Answered, Empty } from '../../ui/feedback.js';
import { Stack } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { useTell } from '../../ui/toast.js';
import { FieldLabel } from './field-label.js';
import type { StepProps } from './import.js';
import css from './imports.module.css';
import { FixImportValue, ImportFindings } from './imports.graphql.js';
import { readMapping } from './mapping.js';
import { MeaningFields } from './meaning-fields.js';
import { useEdit, useTakeBack } from './use-edit.js';

type Unknown = ImportFindingsQuery['importReport']['unknownValues'][number];

/** Suggestions that have a button of their own. */
const OFFERED = 3;

/** Each value that is not understood, once for the whole file, and what was said of others. */
export function ValuesStep({ one }: StepProps): ReactNode {
  const t = useT('console-imports');
  const { id, revision, mappingFile, state } = one;
  const query = useAsk(ImportFindings, { id });
  const { run, busy, problem } = useEdit(FixImportValue);
  const tell = useTell();
  const takeBack = useTakeBack(id);
  const list = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<Unknown | null>(null);
  const { values: settled } = readMapping(mappingFile);

  const fix = async (
    { field, value }: Pick<Unknown, 'field' | 'value'>,
    means: string | null,
  ): Promise<void> => {
    const isDone = await run({ input: { id, revision, fixes: [{ field, value, means }] } });
    if (!isDone) return;
    setAsked(null);
    tell(
      means === null
        ? t('values.takenBack', { value })
        : means === ''
          ? t('values.nowLeftOut', { value })
          : t('values.nowRead', { value, means }),
      means === null
        ? undefined
        : () =>
            takeBack((now) =>
              ask(FixImportValue, {
                input: { id, revision: now, fixes: [{ field, value, means: null }] },
              }),
            ),
    );
    // The row with the button that was pressed is gone.
    list.current?.focus();
  };

  return (
    <Stack>
      <p>{t('values.about')}</p>
      {asked ? null : problem}
      <div ref={list} tabIndex={-1}>
        <Answered query={query}>
          {({ importReport: { unknownValues } }) => {
            const open = unknownValues.filter(
              ({ field, value }) =>
                !settled.some((one2) => one2.field === field && one2.value === value),
            );
            return open.length === 0 ? (
              <Empty title={t(state === 'CHECKED' ? 'values.none' : 'values.noneYet')} />
            ) : (
              <Table
                caption={t('values.counted', { count: open.length })}
                rows={open}
                keyOf={({ field, value }) => `${field} ${value}`}
                columns={[
                  {
                    id: 'value',
                    words: t('values.value'),
                    names: true,
                    cell: ({ value }) => <bdi>{value}</bdi>,
                  },
                  {
                    id: 'rows',
                    words: t('values.times'),
                    number: true,
                    cell: ({ rows }) => t('values.inRows', { count: rows }),
                  },
                  {
                    id: 'column',
                    words: t('columns.header'),
                    cell: ({ column, field }) => (
                      <>
                        <bdi>{column}</bdi> <FieldLabel name={field} />
                      </>
                    ),
                  },
                  { id: 'why', words: t('values.why'), cell: ({ reason }) => reason },
                  {
                    id: 'means',
                    words: t('values.means'),
                    cell: (unknown) => (
                      <div className={css.choices}>
                        {unknown.suggestions.slice(0, OFFERED).map((suggestion) => (
                          <Button
                            key={suggestion}
                            small
                            isDisabled={busy}
                            aria-label={t('values.readAs', {
                              value: unknown.value,
                              means: suggestion,
                            })}
                            onPress={() => void fix(unknown, suggestion)}
                          >
                            <bdi>{suggestion}</bdi>
                          </Button>
                        ))}
                        <Button small isDisabled={busy} onPress={() => setAsked(unknown)}>
                          {t('values.other')}
                          <Of value={unknown.value} />
                        </Button>
                        <Button
                          small
                          look="quiet"
                          isDisabled={busy}
                          onPress={() => void fix(unknown, '')}
                        >
                          {t('values.leaveOut')}
                          <Of value={unknown.value} />
                        </Button>
                      </div>
                    ),
                  },
                ]}
              />
            );
          }}
        </Answered>
      </div>
      {settled.length > 0 ? (
        <Table
          caption={t('values.settled', { count: settled.length })}
          rows={settled}
          keyOf={({ field, value }) => `${field} ${value}`}
          columns={[
            {
              id: 'value',
              words: t('values.value'),
              names: true,
              cell: ({ value }) => <bdi>{value}</bdi>,
            },
            {
              id: 'field',
              words: t('columns.is'),
              cell: ({ field }) => <FieldLabel name={field} />,
            },
            {
              id: 'means',
              words: t('values.means'),
              cell: ({ means }) => (means === '' ? t('values.nothing') : <bdi>{means}</bdi>),
            },
            {
              id: 'undo',
              words: t('values.undo'),
              cell: (value) => (
                <Button small isDisabled={busy} onPress={() => void fix(value, null)}>
                  {t('values.undo')}
                  <Of value={value.value} />
                </Button>
              ),
            },
          ]}
        />
      ) : null}
      <Dialog
        title={t('values.ask', { value: asked?.value ?? '' })}
        open={asked !== null}
        onClose={() => setAsked(null)}
      >
        {asked ? (
          <Meaning
            unknown={asked}
            busy={busy}
            problem={problem}
            onSave={(means) => void fix(asked, means)}
          />
        ) : null}
      </Dialog>
    </Stack>
  );
}

/** Tells buttons of the same words apart for who does not see their rows. */
function Of({ value }: { readonly value: string }): ReactNode {
  return (
    <span className="unseen">
      : <bdi>{value}</bdi>
    </span>
  );
}

function Meaning({
  unknown: { field, reason, suggestions },
  busy,
  problem,
  onSave,
}: {
  readonly unknown: Unknown;
  readonly busy: boolean;
  readonly problem: ReactNode;
  readonly onSave: (means: string) => void;
}): ReactNode {
  const t = useT('console-imports');
  const [text, setText] = useState(suggestions[0] ?? '');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave(text.trim());
      }}
    >
      <Stack>
        <p>{reason}</p>
        {problem}
        <MeaningFields
          field={field}
          label={t('values.means')}
          hint={t('values.meansHint')}
          text={text}
          onChange={setText}
          adds={false}
        />
        <div>
          <Button type="submit" look="primary" isPending={busy} isDisabled={text.trim() === ''}>
            {t('values.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
