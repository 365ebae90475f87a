import { useState, type ReactNode } from 'react';
import { ask } from '../../graph/ask.js';
import { isRefused } from '../../graph/refusal.js';
import type { CommitmentStep, WholeCommitmentFragment } from '../../graph/types.js';
import { useAsk, useSteps } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Answered, Warning } from '../../ui/feedback.js';
import { Line, Radios } from '../../ui/fields.js';
import { Row } from '../../ui/page.js';
import { Words } from '../../frame/terms.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { OneCommitment, SaveCommitment, StepCommitment } from './agenda.graphql.js';
import { canBeNarrowed, NarrowRecordDialog } from './editing/share-with-fewer.js';

/** The steps from each state, as the service has them. */
const STEPS: Readonly<Record<WholeCommitmentFragment['state'], readonly CommitmentStep[]>> = {
  OPEN: ['TRACK', 'WARN', 'KEEP', 'DROP'],
  ON_TRACK: ['WARN', 'KEEP', 'DROP'],
  AT_RISK: ['TRACK', 'KEEP', 'DROP'],
  DONE: ['REOPEN'],
  DROPPED: ['REOPEN'],
};

/** Says how a commitment stands. */
export function CommitmentDialog({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const query = useAsk(OneCommitment, { id });
  const found = query.data?.node;
  if (found?.__typename === 'Commitment') return <Step commitment={found} onClose={onClose} />;
  return (
    <Dialog title={t('commitment.title')} open onClose={onClose}>
      <Answered query={query} lines={3}>
        {() => <p>{t('commitment.gone')}</p>}
      </Answered>
    </Dialog>
  );
}

function Step({
  commitment,
  onClose,
}: {
  readonly commitment: WholeCommitmentFragment;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const steps = STEPS[commitment.state];
  const [step, setStep] = useState<CommitmentStep>(steps[0] ?? 'TRACK');
  const [evidence, setEvidence] = useState(commitment.evidence ?? '');
  const [reason, setReason] = useState('');
  const [narrows, setNarrows] = useState(false);
  const change = useSteps(async (chosen: CommitmentStep) =>
    take(commitment, chosen, evidence, reason),
  );
  const lacks =
    (step === 'KEEP' && evidence.trim() === '') || (step === 'DROP' && reason.trim() === '');
  if (narrows) {
    return <NarrowRecordDialog record={commitment} words={commitment.text} onClose={onClose} />;
  }
  return (
    <StepDialog
      title={t('commitment.title')}
      action={t(`commitmentStep.${step}`)}
      look={step === 'DROP' ? 'danger' : 'primary'}
      lacks={lacks}
      change={change}
      variables={() => step}
      done={t('commitment.done')}
      onClose={onClose}
    >
      {(_refused, isTried) => (
        <>
          <Words text={commitment.text} />
          {commitment.hasSmallNumber ? <Warning>{t('word.small-number')}</Warning> : null}
          <p>
            {t('commitment.now', { state: t(`commitmentState.${commitment.state}`) })}{' '}
            {t('narrow.now', { sharing: t(`sharing.${commitment.sharing}`) })}
          </p>
          {canBeNarrowed(commitment) ? (
            <Row>
              <Button small onPress={() => setNarrows(true)}>
                {t('report.narrow')}
              </Button>
            </Row>
          ) : null}
          <Radios
            label={t('commitment.how')}
            value={step}
            options={steps.map((each) => [each, t(`commitmentStep.${each}`)])}
            onChange={setStep}
          />
          {step === 'KEEP' ? (
            <Line
              label={t('commitment.evidence')}
              hint={t('commitment.evidenceHint')}
              long
              required
              maxLength={2000}
              value={evidence}
              onChange={setEvidence}
              problem={isTried && lacks ? t('commitment.needed') : undefined}
            />
          ) : null}
          {step === 'DROP' ? (
            <Line
              label={t('commitment.reason')}
              long
              required
              maxLength={2000}
              value={reason}
              onChange={setReason}
              problem={isTried && lacks ? t('commitment.needed') : undefined}
            />
          ) : null}
        </>
      )}
    </StepDialog>
  );
}

/** Evidence that was changed is saved first: a commitment is kept by what it says. */
async function take(
  { id, revision, actor, evidence: known, ...rest }: WholeCommitmentFragment,
  step: CommitmentStep,
  evidence: string,
  reason: string,
) {
  let seen = revision;
  if (step === 'KEEP' && evidence.trim() !== (known ?? '')) {
    const { source, sourceText, meeting, owedTo, responsible, due, review, sharing } = rest;
    const { saveCommitment } = await ask(SaveCommitment, {
      input: {
        id,
        revision,
        actor: actor.code,
        texts: rest.texts.map(({ language, text }) => ({ language, text })),
        source,
        sourceText,
        meeting: meeting ?? null,
        owedTo: owedTo ?? null,
        responsible: responsible ?? null,
        due: due ?? null,
        review: review ?? null,
        themes: [...rest.themes],
        evidence: evidence.trim(),
        sharing,
      },
    });
    if (isRefused(saveCommitment)) return { stepCommitment: saveCommitment };
    if (saveCommitment.__typename === 'Commitment') seen = saveCommitment.revision;
  }
  return ask(StepCommitment, {
    id,
    revision: seen,
    step,
    reason: step === 'DROP' ? reason.trim() : null,
  });
}
