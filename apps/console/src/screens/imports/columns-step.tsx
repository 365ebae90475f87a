import { useState, type ReactNode } from 'react';
import type { ColumnEvidence } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { giveFile } from '../../ui/download.js';
import { Badge, Empty, type Tone } from '../../ui/feedback.js';
import { Boxes, Check, Choice, Line } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Row, Stack } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { DefaultsForm } from './defaults-form.js';
import { FIELD_GROUPS, MARKED, PURPOSES, type FieldGroup, type FieldName } from './fields.js';
import type { StepProps } from './import.js';
import css from './imports.module.css';
import { ImportFindings, SetImportMapping } from './imports.graphql.js';
import {
  byHeader,
  columnIs,
  columnName,
  fieldIs,
  FOUND,
  LEFT_OUT,
  readMapping,
  type ColumnIs,
  type OfHeader,
} from './mapping.js';
import { useEdit } from './use-edit.js';

/** The header under which titles within a list are given; that of names of sheets has no place either. */
const SECTION_TITLE = 'Section title';

/** How sure it is what a column is, by how it was found out. */
const TONES: Readonly<Record<ColumnEvidence, Tone>> = {
  MAPPING: 'good',
  NAME: 'good',
  GROUP: 'good',
  FORM: 'good',
  VALUES: 'warm',
  SUMMARY: 'neutral',
};

/** What each column is taken for, and what counts where the file says nothing. */
export function ColumnsStep({ one }: StepProps): ReactNode {
  const t = useT('console-imports');
  const { id, revision, columns } = one;
  const { data } = useAsk(ImportFindings, { id });
  const { leftOut = [], noted = [] } = data?.importReport ?? {};
  return (
    <Stack>
      <p>{t('columns.about')}</p>
      {columns.length === 0 ? (
        <Empty title={t('columns.none')}>
          <p>{t('columns.noneAbout')}</p>
        </Empty>
      ) : (
        <Mapping key={`columns ${revision}`} one={one} />
      )}
      <Sentences title={t('columns.leftOut')} sentences={leftOut} />
      <Sentences title={t('columns.noted')} sentences={noted} />
      <DefaultsForm key={`defaults ${revision}`} one={one} />
      <div>
        <Button onPress={() => giveFile('mapping.json', 'application/json', one.mappingFile)}>
          {t('columns.mapping')}
        </Button>
      </div>
    </Stack>
  );
}

function Sentences({
  title,
  sentences,
}: {
  readonly title: string;
  readonly sentences: readonly string[];
}): ReactNode {
  return sentences.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function Mapping({ one }: StepProps): ReactNode {
  const t = useT('console-imports');
  const { id, revision, columns, mappingFile } = one;
  const said = readMapping(mappingFile).columns;
  const [changed, setChanged] = useState<ReadonlyMap<string, ColumnIs>>(new Map());
  const { run, busy, problem } = useEdit(SetImportMapping);
  const set = (header: string, is: ColumnIs): void => setChanged(new Map(changed).set(header, is));
  const save = (): void => {
    const now = new Map(Object.entries(said));
    for (const [header, is] of changed) {
      if (is.is === 'found') now.delete(header);
      else now.set(header, columnName(is));
    }
    const input = {
      id,
      revision,
      columns: [...now].map(([header, column]) => ({ header, column })),
    };
    void run({ input });
  };
  const isOf = ({ header, first }: OfHeader): ColumnIs => changed.get(header) ?? columnIs(first);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack>
        {problem}
        <Table
          caption={t('columns.counted', { count: columns.length })}
          rows={byHeader(columns)}
          keyOf={({ header }) => header}
          columns={[
            {
              id: 'header',
              words: t('columns.header'),
              names: true,
              cell: ({ places, header }) =>
                places[0] === '' ? (
                  t(header === SECTION_TITLE ? 'columns.sectionTitles' : 'columns.sheetNames')
                ) : (
                  <>
                    <span className={css.quiet}>{places.join(', ')}</span> <bdi>{header}</bdi>
                  </>
                ),
            },
            {
              id: 'samples',
              words: t('columns.samples'),
              cell: ({ samples }) => (
                <ul className={css.samples}>
                  {samples.map((sample) => (
                    <li key={sample}>
                      <bdi>{sample}</bdi>
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              id: 'is',
              words: t('columns.is'),
              cell: (column) => (
                <Is
                  header={column.header}
                  is={isOf(column)}
                  onChange={(is) => set(column.header, is)}
                />
              ),
            },
            {
              id: 'sure',
              words: t('columns.sure'),
              cell: ({ header, first: { evidence } }) =>
                changed.has(header) ? (
                  <Badge tone="accent">{t('columns.changed')}</Badge>
                ) : evidence === null ? (
                  <Badge>
                    {t(said[header] === null ? 'columns.youLeftOut' : 'columns.unknown')}
                  </Badge>
                ) : (
                  <Badge tone={TONES[evidence]}>{t(`evidence.${evidence}`)}</Badge>
                ),
            },
          ]}
        />
        <Row>
          <Button
            type="submit"
            look={changed.size > 0 ? 'primary' : 'plain'}
            isPending={busy}
            isDisabled={changed.size === 0}
          >
            {t('columns.save')}
          </Button>
          {changed.size > 0 ? (
            <Button onPress={() => setChanged(new Map())}>{t('columns.reset')}</Button>
          ) : null}
          <span role="status">
            {changed.size > 0 ? t('columns.notSaved', { count: changed.size }) : ''}
          </span>
        </Row>
      </Stack>
    </form>
  );
}

/** What one column is, with what belongs to such a column. */
function Is({
  header,
  is: now,
  onChange,
}: {
  readonly header: string;
  readonly is: ColumnIs;
  readonly onChange: (is: ColumnIs) => void;
}): ReactNode {
  const t = useT('console-imports');
  const { is, language, value, purposes } = now;
  const [isMarked, setMarked] = useState(value !== '');
  const choose = (chosen: ColumnIs['is']): void =>
    onChange(chosen === 'none' ? LEFT_OUT : chosen === 'found' ? FOUND : fieldIs(chosen));
  return (
    <div className={css.is}>
      <select
        className={kit.input}
        aria-label={t('columns.isOf', { header })}
        value={is}
        onChange={({ target }) => choose(target.value as ColumnIs['is'])}
      >
        <option value="none">{t('columns.leaveOut')}</option>
        <option value="found">{t('columns.find')}</option>
        {(Object.keys(FIELD_GROUPS) as FieldGroup[]).map((group) => (
          <optgroup key={group} label={t(`group.${group}`)}>
            {FIELD_GROUPS[group].map((name: FieldName) => (
              <option key={name} value={name}>
                {t(`field.${name}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {is === 'biography' ? (
        <Choice
          label={t('columns.language')}
          none={t('columns.languageNone')}
          value={language}
          options={[...new Set([...LOCALES, ...(language ? [language] : [])])].map(
            (code) => [code, (LOCALE_NAMES as Record<string, string>)[code] ?? code] as const,
          )}
          onChange={(code) => onChange({ ...now, language: code })}
        />
      ) : null}
      {is === 'consent' ? (
        <Boxes
          label={t('columns.purposes')}
          options={PURPOSES.map((purpose) => [purpose, t(`purpose.${purpose}`)] as const)}
          chosen={purposes}
          onChange={(chosen) => onChange({ ...now, purposes: chosen })}
        />
      ) : null}
      {MARKED.has(is as FieldName) ? (
        <Check
          label={t('columns.marks')}
          value={isMarked}
          onChange={(on) => {
            setMarked(on);
            if (!on && value !== '') onChange({ ...now, value: '' });
          }}
        />
      ) : null}
      {MARKED.has(is as FieldName) && isMarked ? (
        <Line
          label={t('columns.mark')}
          hint={t('columns.markHint')}
          value={value}
          onChange={(text) => onChange({ ...now, value: text })}
        />
      ) : null}
    </div>
  );
}
