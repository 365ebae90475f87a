import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import type { Sharing, WholeReportFragment, WpsReportStep } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useLocale } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Choice, Day, Line } from '../../ui/fields.js';
import { Row } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import type { Option } from '../../ui/type-ahead.js';
import { canBeNarrowed, NarrowDialog } from './editing/share-with-fewer.js';
import { ChangeReport, NarrowReport, ReviewReport, StepReport } from './reports.graphql.js';
import { useActors } from './use-all.js';
import { SHARINGS } from './words.js';

/** The steps from each state, as the service has them; a review takes more than a step. */
const STEPS: Readonly<Record<WholeReportFragment['state'], readonly WpsReportStep[]>> = {
  DRAFT: ['CONSULT', 'CLEAR'],
  CONSULTATION: ['CLEAR', 'REOPEN'],
  CLEARED: ['SUBMIT', 'REOPEN'],
  SUBMITTED: [],
  REVIEWED: [],
};

/** What her actor can do with its report now. */
export function ReportSteps({ report }: { readonly report: WholeReportFragment }): ReactNode {
  const t = useT('console-agenda');
  const [open, setOpen] = useState<WpsReportStep | 'settings' | 'review' | 'narrow' | null>(null);
  const close = (): void => setOpen(null);
  const { state } = report;
  const isFrozen = state === 'SUBMITTED' || state === 'REVIEWED';
  return (
    <>
      <Row>
        {state === 'DRAFT' || state === 'CONSULTATION' ? (
          <Button onPress={() => setOpen('settings')}>{t('report.settings')}</Button>
        ) : null}
        {STEPS[state].map((step) => (
          <Button
            key={step}
            look={step === 'REOPEN' ? 'plain' : 'primary'}
            onPress={() => setOpen(step)}
          >
            {t(`reportStep.${step}`)}
          </Button>
        ))}
        {state === 'SUBMITTED' ? (
          <Button look="primary" onPress={() => setOpen('review')}>
            {t('report.review')}
          </Button>
        ) : null}
        {isFrozen && canBeNarrowed(report) ? (
          <Button onPress={() => setOpen('narrow')}>{t('report.narrow')}</Button>
        ) : null}
      </Row>
      {open === 'settings' ? <Settings report={report} onClose={close} /> : null}
      {open === 'review' ? <Review report={report} onClose={close} /> : null}
      {open === 'narrow' ? <Narrow report={report} onClose={close} /> : null}
      {open !== null && open !== 'settings' && open !== 'review' && open !== 'narrow' ? (
        <Step report={report} step={open} onClose={close} />
      ) : null}
    </>
  );
}

interface DialogProps {
  readonly report: WholeReportFragment;
  readonly onClose: () => void;
}

function Step({
  report: { id, revision },
  step,
  onClose,
}: DialogProps & { readonly step: WpsReportStep }): ReactNode {
  const t = useT('console-agenda');
  return (
    <StepDialog
      title={t(`reportStep.${step}`)}
      action={t(`reportStep.${step}`)}
      change={useChange(StepReport)}
      variables={() => ({ id, revision, step })}
      done={t('commitment.done')}
      onClose={onClose}
    >
      <p>{t(`reportStepAbout.${step}`)}</p>
    </StepDialog>
  );
}

/** With whom it is shared, who is consulted and who receives it. */
function Settings({ report, onClose }: DialogProps): ReactNode {
  const t = useT('console-agenda');
  const tc = useT('console');
  const actors = useActors();
  const [sharing, setSharing] = useState<Sharing>(report.sharing);
  const [submittedTo, setSubmittedTo] = useState(report.submittedTo ?? '');
  const [consulted, setConsulted] = useState<readonly Option[]>(
    report.consulted.map(({ code, name }) => ({ id: code, words: name })),
  );
  const { id, revision, actor } = report;
  const others = (actors.data ?? []).filter(
    ({ code }) => code !== actor.code && !consulted.some((one) => one.id === code),
  );
  return (
    <StepDialog
      title={t('report.settings')}
      action={tc('action.save')}
      change={useChange(ChangeReport)}
      variables={() => ({
        input: {
          id,
          revision,
          sharing,
          submittedTo: submittedTo.trim() || null,
          consulted: consulted.map((one) => one.id),
          answers: report.answers.map(({ cell, texts }) => ({
            cell,
            texts: texts.map(({ language, text }) => ({ language, text })),
          })),
        },
      })}
      done={tc('state.saved')}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <Choice
            label={t('report.sharing')}
            hint={t('report.sharingHint')}
            value={sharing}
            options={SHARINGS.map((each) => [each, t(`sharing.${each}`)])}
            onChange={(one) => {
              if (one !== '') setSharing(one);
            }}
          />
          <Line
            label={t('reports.to')}
            maxLength={200}
            value={submittedTo}
            onChange={setSubmittedTo}
            problem={problemAt(refused, 'submittedTo')}
          />
          <p>{t('report.consulted')}</p>
          <ul>
            {consulted.map((one) => (
              <li key={one.id}>
                <bdi>{one.words}</bdi>{' '}
                <Button
                  small
                  aria-label={t('report.removeOf', { name: one.words })}
                  onPress={() => setConsulted(consulted.filter((each) => each.id !== one.id))}
                >
                  {t('report.remove')}
                </Button>
              </li>
            ))}
          </ul>
          <Choice
            label={t('report.addConsulted')}
            none={t('indicators.choose')}
            value=""
            options={others.map(({ code, name }) => [code, name])}
            onChange={(code) => {
              const one = others.find((each) => each.code === code);
              if (one) setConsulted([...consulted, { id: one.code, words: one.name }]);
            }}
            problem={problemAt(refused, 'consulted')}
          />
        </>
      )}
    </StepDialog>
  );
}

/** Shares a report that was submitted with fewer from now on. */
function Narrow({ report: { id, revision, sharing }, onClose }: DialogProps): ReactNode {
  const t = useT('console-agenda');
  return (
    <NarrowDialog
      sharing={sharing}
      about={<p>{t('report.narrowAbout')}</p>}
      change={useChange(NarrowReport)}
      variables={(chosen) => ({ id, revision, sharing: chosen })}
      onClose={onClose}
    />
  );
}

/** Closes a report that was reviewed: each recommendation becomes a commitment. */
function Review({ report: { id, revision }, onClose }: DialogProps): ReactNode {
  const t = useT('console-agenda');
  const language = useLocale();
  const [words, setWords] = useState('');
  const [due, setDue] = useState('');
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return (
    <StepDialog
      title={t('report.review')}
      action={t('report.review')}
      change={useChange(ReviewReport)}
      variables={() => ({
        input: {
          id,
          revision,
          recommendations: lines.map((text) => ({
            texts: [{ language, text }],
            due: due === '' ? null : due,
          })),
        },
      })}
      done={t('report.reviewed', { count: lines.length })}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('report.reviewAbout')}</p>
          <Line
            label={t('report.recommendations')}
            hint={t('report.recommendationsHint')}
            long
            value={words}
            onChange={setWords}
            problem={problemAt(refused, 'recommendations')}
          />
          <Day label={t('column.due')} value={due} onChange={setDue} />
        </>
      )}
    </StepDialog>
  );
}
