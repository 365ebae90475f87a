import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import type { OneReportQuery, WholeReportFragment, WpsFormCellKind } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import charts from '../../ui/charts.module.css';
import { Badge } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { StepDialog } from '../../ui/step-dialog.js';
import { Table, type Column } from '../../ui/table.js';
import css from './agenda.module.css';
import { draftOfTexts, LanguageTexts, writtenTexts } from './editing/parts.js';
import { ChangeReport } from './reports.graphql.js';

export type Cell = OneReportQuery['wpsReportContent']['sections'][number]['cells'][number];

/** Kinds that are filled from observations: their tables have indicator, value, period, status and source. */
const OBSERVED: ReadonlySet<WpsFormCellKind> = new Set(['INDICATOR', 'FRAMEWORK', 'CONCEPT']);
/** Of those columns the ones that stand in sight; all of them are in the drawer. */
const IN_SIGHT = 2;
/** So many columns of sentences have room beside each other on a laptop. */
const ON_LAPTOP = 5;

/** A place of the form: what it holds, what is missing, and a drawer with the source of each value. */
export function ReportCell({
  cell: { code, title, notes, lines, gaps, table },
  kind,
  report,
  writes,
}: {
  readonly cell: Cell;
  readonly kind: WpsFormCellKind;
  readonly report: WholeReportFragment;
  /** Whether she can write its words now. */
  readonly writes: boolean;
}): ReactNode {
  const t = useT('console-agenda');
  const [isOpen, setOpen] = useState(false);
  const isObserved = OBSERVED.has(kind);
  return (
    <section>
      <h3>
        <bdi>{title}</bdi>{' '}
        {gaps > 0 ? <Badge tone="warm">{t('report.missing', { count: gaps })}</Badge> : null}
      </h3>
      {notes.map((note) => (
        <p key={note} className={css.small} dir="auto">
          {note}
        </p>
      ))}
      {table ? <Rows label={title} table={table} columns={isObserved ? IN_SIGHT : null} /> : null}
      {isObserved && table ? (
        <details className={charts.twin ?? ''}>
          <summary>{t('report.sources')}</summary>
          <Rows label={t('report.sourcesOf', { title })} table={table} columns={null} />
          <Lines lines={lines} />
        </details>
      ) : (
        <Lines lines={lines} />
      )}
      {writes && kind === 'NARRATIVE' ? (
        <Button small aria-label={t('report.writeOf', { title })} onPress={() => setOpen(true)}>
          {t('report.write')}
        </Button>
      ) : null}
      {isOpen ? (
        <Write code={code} title={title} report={report} onClose={() => setOpen(false)} />
      ) : null}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return lines.map((line) => (
    <p key={line} dir="auto" className={kit.words}>
      {line}
    </p>
  ));
}

function Rows({
  label,
  table,
  columns,
}: {
  /** What it is called. */
  readonly label: string;
  readonly table: NonNullable<Cell['table']>;
  /** How many columns are shown; null for all. */
  readonly columns: number | null;
}): ReactNode {
  const shown = <T,>(all: readonly T[]): readonly T[] =>
    columns === null ? all : all.slice(0, columns);
  const t = useT('console-agenda');
  return (
    <Table
      label={label}
      caption={t('report.rows', { title: label, count: table.rows.length })}
      rows={keyed(table.rows)}
      wide={table.columns.length > ON_LAPTOP}
      keyOf={({ key }) => key}
      columns={shown(table.columns).map((words, i): Column<KeyedRow> => ({
        id: words,
        words,
        names: i === 0,
        cell: ({ row }) => (row[i] ? <bdi>{row[i]}</bdi> : null),
      }))}
    />
  );
}

interface KeyedRow {
  readonly key: string;
  readonly row: readonly string[];
}

/** Rows with a key each: two may say the same. */
function keyed(rows: readonly (readonly string[])[]): readonly KeyedRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const words = row.join('\n');
    const times = (seen.get(words) ?? 0) + 1;
    seen.set(words, times);
    return { key: `${times} ${words}`, row };
  });
}

/** Writes the words of one place in one language; all else of the report stays as it is. */
function Write({
  code,
  title,
  report,
  onClose,
}: {
  readonly code: string;
  readonly title: string;
  readonly report: WholeReportFragment;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const tc = useT('console');
  const known = report.answers.find(({ cell }) => cell === code)?.texts ?? [];
  const [texts, setTexts] = useState(() => draftOfTexts(known));
  const others = report.answers.filter(({ cell }) => cell !== code);
  return (
    <StepDialog
      title={title}
      action={tc('action.save')}
      wide
      change={useChange(ChangeReport)}
      variables={() => ({
        input: {
          id: report.id,
          revision: report.revision,
          sharing: report.sharing,
          submittedTo: report.submittedTo ?? null,
          consulted: report.consulted.map((one) => one.code),
          answers: [
            ...others.map(({ cell, texts: all }) => ({
              cell,
              texts: all.map((one) => ({ language: one.language, text: one.text })),
            })),
            { cell: code, texts: writtenTexts(texts) },
          ],
        },
      })}
      done={tc('state.saved')}
      onClose={onClose}
    >
      {(refused) => (
        <LanguageTexts
          label={t('report.words')}
          long
          maxLength={10000}
          value={texts}
          onChange={setTexts}
          problem={problemAt(refused, `answers`)}
        />
      )}
    </StepDialog>
  );
}
