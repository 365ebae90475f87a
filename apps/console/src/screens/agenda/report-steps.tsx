import { Suspense, useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import type { WholeReportFragment, WpsReportStep } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useLocale } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Day, Line } from '../../ui/fields.js';
import { Row } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { ReportSettings } from './editing/dialogs.js';
import { canBeNarrowed, NarrowDialog } from './editing/share-with-fewer.js';
import { NarrowReport, ReviewReport, StepReport } from './reports.graphql.js';

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
      <Suspense fallback={null}>
        {open === 'settings' ? <ReportSettings report={report} onClose={close} /> : null}
      </Suspense>
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
