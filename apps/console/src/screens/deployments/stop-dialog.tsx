import { useState, type ReactNode } from 'react';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { EndReason, StopStep, WholeDeploymentFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Refusal } from '../../ui/feedback.js';
import { Choice, Line, Radios } from '../../ui/fields.js';
import { Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
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
  const tc = useT('console');
  const tell = useTell();
  const stop = useChange(StopDeployment);
  const steps: readonly StopStep[] =
    state === 'ACTIVE' ? ['SUSPEND', 'END'] : state === 'SUSPENDED' ? ['END'] : ['CANCEL'];
  const [step, setStep] = useState<StopStep | ''>(steps.length === 1 ? (steps[0] ?? '') : '');
  const [reason, setReason] = useState<EndReason | ''>('');
  const [words, setWords] = useState('');
  const refused = refusalOf(stop.data?.stopDeployment);
  const save = async (): Promise<void> => {
    if (step === '' || reason === '') return;
    const { stopDeployment } = await stop.mutateAsync({
      id,
      revision,
      step,
      reason,
      words: words.trim() === '' ? null : words.trim(),
    });
    if (isRefused(stopDeployment)) return;
    tell(t(`stopped.${step}`));
    onClose();
  };
  return (
    <Dialog
      title={steps.length === 1 ? t(`stop.${steps[0] ?? 'END'}`) : t('stop.action')}
      open
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <Refusal refused={refused} />
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
          <Row>
            <Button onPress={onClose}>{tc('action.cancel')}</Button>
            <Button
              type="submit"
              look="danger"
              isPending={stop.isPending}
              isDisabled={step === '' || reason === ''}
            >
              {step === '' ? t('stop.action') : t(`stop.${step}`)}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
