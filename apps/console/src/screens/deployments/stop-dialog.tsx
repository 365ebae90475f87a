import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import type { EndReason, StopStep, WholeDeploymentFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Choice, Line, Radios } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { StopDeployment } from './deployments.graphql.js';

/** Reasons that an organizer can give. */
const REASONS: readonly EndReason[] = [
  'NEED_CHANGED',
  'PROCESS_ENDED',
  'SECURITY',
  'PARTIES_OBJECTED',
  'HOST_REFUSED',
  'FUNDING',
  'CLEARANCE_FAILED',
  'NO_VISA',
  'TERMS',
  'CONDUCT',
  'HEALTH',
  'FAMILY',
  'HER_DECISION',
  'OTHER',
];

/** Calls a deployment off, lets it rest or ends it early, with a reason that the desk and she read. */
export function StopDialog({
  deployment: { id, revision, state },
  onClose,
}: {
  readonly deployment: WholeDeploymentFragment;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-deployments');
  const stop = useChange(StopDeployment);
  const steps: readonly StopStep[] =
    state === 'ACTIVE' ? ['SUSPEND', 'END'] : state === 'SUSPENDED' ? ['END'] : ['CANCEL'];
  const [step, setStep] = useState<StopStep | ''>(steps.length === 1 ? (steps[0] ?? '') : '');
  const [reason, setReason] = useState<EndReason | ''>('');
  const [words, setWords] = useState('');
  return (
    <StepDialog
      title={steps.length === 1 ? t(`stop.${steps[0] ?? 'END'}`) : t('stop.action')}
      action={step === '' ? t('stop.action') : t(`stop.${step}`)}
      change={stop}
      variables={() => ({
        id,
        revision,
        step: step as StopStep,
        reason: reason as EndReason,
        words: words.trim() === '' ? null : words.trim(),
      })}
      done={step === '' ? '' : t(`stopped.${step}`)}
      onClose={onClose}
      look="danger"
      disabled={step === '' || reason === ''}
    >
      {(refused) => (
        <>
          {steps.length > 1 ? (
            <Radios
              label={t('stop.how')}
              value={step}
              options={steps.map((one) => [one, t(`stop.${one}`), t(`stopAbout.${one}`)])}
              onChange={setStep}
              required
            />
          ) : (
            <p>{step === '' ? null : t(`stopAbout.${step}`)}</p>
          )}
          <Choice
            label={t('stop.reason')}
            hint={t('stop.reasonHint')}
            none={t('chooseReason')}
            value={reason}
            options={REASONS.map((one) => [one, t(`reason.${one}`)])}
            onChange={setReason}
            problem={problemAt(refused, 'reason')}
            required
          />
          <Line
            label={t('stop.words')}
            hint={t('stop.wordsHint')}
            value={words}
            onChange={setWords}
            problem={problemAt(refused, 'words')}
            long
            maxLength={2000}
          />
        </>
      )}
    </StepDialog>
  );
}
