import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { WholeImportFragment } from '../../graph/types.js';
import { ask } from '../../graph/ask.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Badge, Notice } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Fact, Facts, Gone, Page, RecordScreen } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { ApplyStep } from './apply-step.js';
import { ColumnsStep } from './columns-step.js';
import css from './imports.module.css';
import { OneImport, RemoveImport } from './imports.graphql.js';
import { ReportStep } from './report-step.js';
import { RowsStep } from './rows-step.js';
import { SheetStep } from './sheet-step.js';
import { asksForSheet, EVERY, isAtWork, isDraft, TONES } from './states.js';
import { ValuesStep } from './values-step.js';

/** What a step is given. */
export interface StepProps {
  readonly one: WholeImportFragment;
}

const STEPS = {
  sheet: SheetStep,
  columns: ColumnsStep,
  values: ValuesStep,
  rows: RowsStep,
  apply: ApplyStep,
  report: ReportStep,
} as const satisfies Record<string, ComponentType<StepProps>>;

type Step = keyof typeof STEPS;

const ALL = Object.keys(STEPS) as Step[];
const BEFORE: readonly Step[] = ['sheet', 'columns', 'values', 'rows', 'apply'];
const AFTER: readonly Step[] = ['report', 'rows'];

/** One uploaded list on its way into the directory, step by step. */
export default function ImportScreen(): ReactNode {
  const t = useT('console-imports');
  const tc = useT('console');
  const { id } = useParams<{ id: string }>();
  const query = useAsk(OneImport, { id }, { every: ({ import: one }) => isAtWork(one) && EVERY });
  return (
    <RecordScreen query={query} gone={<Gone />}>
      {({ import: one }) => (
        <Page
          title={t('one.title')}
          crumbs={[[tc('menu.imports'), '/imports']]}
          actions={<Remove one={one} />}
        >
          <Wizard one={one} />
        </Page>
      )}
    </RecordScreen>
  );
}

function Wizard({ one }: StepProps): ReactNode {
  const t = useT('console-imports');
  const [wanted] = useParam('step');
  const open = openSteps(one);
  const step = open.find((name) => name === wanted) ?? open[0];
  const heading = useStepFocus(step);
  useNewsWhenReady(one);
  const at = step ? BEFORE.indexOf(step) : -1;
  const [before, next] = open === BEFORE ? [BEFORE[at - 1], BEFORE[at + 1]] : [];
  const Content = step ? STEPS[step] : null;
  return (
    <>
      <About one={one} />
      {open.length > 0 ? (
        <nav aria-label={t('step.label')}>
          <ol className={kit.steps}>
            {ALL.map((name) => (
              <li key={name} {...(name === step ? { 'aria-current': 'step' } : {})}>
                {open.includes(name) ? (
                  <Link to={`/imports/${one.id}?step=${name}`}>{t(`step.${name}`)}</Link>
                ) : (
                  <span>{t(`step.${name}`)}</span>
                )}
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      {step && Content ? (
        <section className={css.step} aria-labelledby="step">
          <h2 id="step" ref={heading} tabIndex={-1}>
            {t(`step.${step}`)}
          </h2>
          <Content one={one} />
        </section>
      ) : null}
      <div className={css.onward}>
        {before ? (
          <LinkButton to={`/imports/${one.id}?step=${before}`}>
            {t('step.back', { step: t(`step.${before}`) })}
          </LinkButton>
        ) : (
          <span />
        )}
        {next ? (
          <LinkButton look="primary" to={`/imports/${one.id}?step=${next}`}>
            {t('step.next', { step: t(`step.${next}`) })}
          </LinkButton>
        ) : null}
      </div>
    </>
  );
}

/** Whoever goes on by keyboard, or listens, begins with the heading of the new step. */
function useStepFocus(step: Step | undefined): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  return heading;
}

/** When the service is done, everything that was asked of the import before is out of date. */
function useNewsWhenReady({ state, revision }: WholeImportFragment): void {
  const queries = useQueryClient();
  const known = useRef(`${state} ${revision}`);
  useEffect(() => {
    const now = `${state} ${revision}`;
    if (known.current !== now) void queries.invalidateQueries();
    known.current = now;
  }, [queries, state, revision]);
}

/** The steps that can be gone to. Before it is said which sheet is read, there is nothing in the others. */
function openSteps(one: WholeImportFragment): readonly Step[] {
  if (!isDraft(one)) return AFTER;
  if (one.state === 'FAILED') return [];
  return asksForSheet(one) ? BEFORE.slice(0, 1) : BEFORE;
}

/** Which file it is, and what is going on. */
function About({ one }: StepProps): ReactNode {
  const t = useT('console-imports');
  const format = useFormat();
  return (
    <>
      <Facts>
        <Fact term={t('fact.file')}>
          <bdi>{one.fileName}</bdi>
        </Fact>
        <Fact term={t('fact.state')}>
          <Badge tone={TONES[one.state]}>{t(`state.${one.state}`)}</Badge>
        </Fact>
        <Fact term={t('fact.uploaded')}>
          {format.moment(one.uploadedAt)} {t(one.own ? 'fact.byYou' : 'fact.byOther')}
        </Fact>
        <Fact term={t('fact.expires')}>{format.moment(one.expiresAt)}</Fact>
      </Facts>
      <div role="status">{isAtWork(one) ? <AtWork one={one} /> : null}</div>
      {one.problem === null ? null : (
        <Notice
          tone={one.state === 'FAILED' ? 'danger' : 'warm'}
          title={t(one.state === 'FAILED' ? 'one.failed' : 'one.settle')}
        >
          {/* The sentence of the service knows no steps of this page. */}
          <p>{asksForSheet(one) ? t('one.sheets') : one.problem}</p>
          {one.state === 'FAILED' && isDraft(one) ? (
            <LinkButton to="/imports">{t('one.another')}</LinkButton>
          ) : null}
        </Notice>
      )}
      {one.own ? null : <Notice>{t('one.notOwn')}</Notice>}
      {one.remembered && isDraft(one) ? <Notice>{t('one.remembered')}</Notice> : null}
    </>
  );
}

function AtWork({ one: { state, progress, counts } }: StepProps): ReactNode {
  const t = useT('console-imports');
  const all = counts?.rows ?? 0;
  const work = state === 'APPLYING' || state === 'UNDOING' ? state : 'CHECKING';
  return (
    <p>
      {t(`work.${work}`, { count: progress })}{' '}
      {all > 0 && progress <= all ? (
        <progress aria-label={t('work.progress')} max={all} value={progress} />
      ) : null}
    </p>
  );
}

function Remove({ one }: StepProps): ReactNode {
  const t = useT('console-imports');
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const isWorking = one.state === 'APPLYING' || one.state === 'UNDOING';
  const remove = useMutation({ mutationFn: async () => ask(RemoveImport, { id: one.id }) });
  return (
    <>
      <Button look="danger" isDisabled={isWorking} onPress={() => setAsked(true)}>
        {t('remove.open')}
      </Button>
      {isAsked ? (
        <StepDialog
          title={t('remove.title')}
          action={t('remove.open')}
          look="danger"
          change={remove}
          variables={() => undefined}
          done={t('remove.done')}
          onClose={() => setAsked(false)}
          onDone={() => {
            // Nothing of it is asked for any more when the others are.
            go('/imports');
            void queries.invalidateQueries();
          }}
        >
          <p>{t(isDraft(one) ? 'remove.before' : 'remove.after')}</p>
        </StepDialog>
      ) : null}
    </>
  );
}
