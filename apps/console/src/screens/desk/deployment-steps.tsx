import { useState, type ReactNode } from 'react';
import { OutcomeDialog } from '../../frame/outcome.js';
import { problemAt } from '../../graph/refusal.js';
import type {
  ClearanceSetting,
  DeskStep,
  EndReason,
  ProposeDeskExtensionMutationVariables,
  StopStep,
} from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Choice, Day, Line, Radios } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import type { Deployment } from './deployment.js';
import {
  AcceptDeskExtension,
  ClearDeployment,
  CompleteDeskDeployment,
  EditDeskDeployment,
  ProposeDeskExtension,
  RefuseDeskExtension,
  ReportDeskOutcome,
  StepDeployment,
  StopDeskDeployment,
} from './deployments.graphql.js';
import { END_REASONS, SETTINGS } from './lists.js';
import { Spoken, useSpoken } from './spoken.js';

interface StepProps {
  readonly deployment: Deployment;
  readonly onClose: () => void;
}

/** Begins clearance with the lines of a setting, or adds those of a wider one. */
export function Clear({ deployment, onClose }: StepProps): ReactNode {
  const t = useT('console-desk');
  const { id, revision, setting: before, mode } = deployment;
  const isAway = mode === 'IN_PERSON' || mode === 'HYBRID';
  const least = before === null ? (isAway ? 1 : 0) : SETTINGS.indexOf(before) + 1;
  const offered = SETTINGS.slice(least);
  const [setting, setSetting] = useState<ClearanceSetting | ''>('');
  return (
    <StepDialog
      title={t(before === null ? 'clear.title' : 'clear.widen')}
      action={t(before === null ? 'do.clear' : 'do.widen')}
      change={useChange(ClearDeployment)}
      variables={() => ({ id, revision, setting: setting as ClearanceSetting })}
      done={t('clear.done')}
      disabled={setting === ''}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('clear.about')}</p>
          <Radios
            label={t('clear.setting')}
            required
            value={setting}
            options={offered.map((one) => [one, t(`setting.${one}`)])}
            onChange={setSetting}
            problem={problemAt(refused, 'setting')}
          />
        </>
      )}
    </StepDialog>
  );
}

/** Changes the plan before she begins. */
export function Edit({ deployment, onClose }: StepProps): ReactNode {
  const t = useT('console-desk');
  const { id, revision } = deployment;
  const [startsOn, setStartsOn] = useState(deployment.startsOn);
  const [endsOn, setEndsOn] = useState(deployment.endsOn);
  const [percent, setPercent] = useState(String(deployment.percent));
  const [supervisor, setSupervisor] = useState(deployment.supervisor);
  return (
    <StepDialog
      title={t('edit.title')}
      action={t('edit.save')}
      change={useChange(EditDeskDeployment)}
      variables={() => ({ id, revision, startsOn, endsOn, percent: Number(percent), supervisor })}
      done={t('edit.done')}
      disabled={startsOn === '' || endsOn === '' || !/^\d+$/.test(percent)}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('edit.about')}</p>
          <Day
            label={t('edit.startsOn')}
            required
            value={startsOn}
            onChange={setStartsOn}
            problem={problemAt(refused, 'startsOn')}
          />
          <Day
            label={t('edit.endsOn')}
            required
            value={endsOn}
            min={startsOn}
            onChange={setEndsOn}
            problem={problemAt(refused, 'endsOn')}
          />
          <Line
            label={t('edit.percent')}
            type="number"
            required
            value={percent}
            onChange={setPercent}
            problem={problemAt(refused, 'percent')}
          />
          <Line
            label={t('plan.supervisor')}
            value={supervisor}
            onChange={setSupervisor}
            problem={problemAt(refused, 'supervisor')}
          />
        </>
      )}
    </StepDialog>
  );
}

const STEPS = {
  ready: 'READY',
  activate: 'ACTIVATE',
  resume: 'RESUME',
  close: 'CLOSE',
} as const satisfies Readonly<Record<string, DeskStep>>;

/** A step that needs nothing to be written. */
export function Step({
  deployment: { id, revision },
  step,
  onClose,
}: StepProps & { readonly step: keyof typeof STEPS }): ReactNode {
  const t = useT('console-desk');
  return (
    <StepDialog
      title={t(`do.${step}`)}
      action={t(`do.${step}`)}
      change={useChange(StepDeployment)}
      variables={() => ({ id, revision, step: STEPS[step] })}
      done={t(`done.${step}`)}
      onClose={onClose}
    >
      <p>{t(`about.${step}`)}</p>
    </StepDialog>
  );
}

const STOPS = {
  cancel: 'CANCEL',
  suspend: 'SUSPEND',
  end: 'END',
} as const satisfies Readonly<Record<string, StopStep>>;

/** Calls it off, lets it rest or ends it. */
export function Stop({
  deployment: { id, revision },
  step,
  onClose,
}: StepProps & { readonly step: keyof typeof STOPS }): ReactNode {
  const t = useT('console-desk');
  const [reason, setReason] = useState<EndReason | ''>('');
  const [words, setWords] = useState('');
  return (
    <StepDialog
      title={t(`do.${step}`)}
      action={t(`do.${step}`)}
      look="danger"
      change={useChange(StopDeskDeployment)}
      variables={() => ({
        id,
        revision,
        step: STOPS[step],
        reason: reason as EndReason,
        words: words.trim() || null,
      })}
      done={t(`done.${step}`)}
      disabled={reason === '' || (reason === 'OTHER' && words.trim() === '')}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t(`about.${step}`)}</p>
          <p>{t('stop.readers')}</p>
          <Choice
            label={t('plan.reason')}
            none={t('choose')}
            required
            value={reason}
            options={END_REASONS.map((one) => [one, t(`endReason.${one}`)])}
            onChange={setReason}
            problem={problemAt(refused, 'reason')}
          />
          <Line
            label={t('stop.words')}
            hint={t('stop.hint')}
            long
            required={reason === 'OTHER'}
            maxLength={2_000}
            value={words}
            onChange={setWords}
            problem={problemAt(refused, 'words')}
          />
        </>
      )}
    </StepDialog>
  );
}

/** Proposes a later last day with her word, or accepts that of the organizer with it. */
export function Extend({
  deployment,
  step,
  onClose,
}: StepProps & { readonly step: 'propose' | 'accept' }): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  const { id, revision, endsOn, proposedUntil } = deployment;
  const [until, setUntil] = useState(step === 'accept' ? (proposedUntil ?? '') : '');
  const spoken = useSpoken();
  const change = useChange<object, ProposeDeskExtensionMutationVariables>(
    step === 'propose' ? ProposeDeskExtension : AcceptDeskExtension,
  );
  return (
    <StepDialog
      title={t(`do.${step}`)}
      action={t(`do.${step}`)}
      change={change}
      variables={() => ({ id, revision, until, spoken: spoken.value() })}
      done={t(`done.${step}`)}
      disabled={until === '' || !spoken.isWhole}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t(`about.${step}`)}</p>
          {step === 'accept' ? (
            <p>{t('extension.title', { day: format.day(until) })}</p>
          ) : (
            <Day
              label={t('extension.until')}
              required
              value={until}
              min={endsOn}
              onChange={setUntil}
              problem={problemAt(refused, 'until')}
            />
          )}
          <Spoken spoken={spoken} refused={refused} at="spoken." />
        </>
      )}
    </StepDialog>
  );
}

/** Refuses the later last day of the organizer for her, or takes back her own. */
export function RefuseExtension({
  deployment: { id, revision, proposedBy },
  onClose,
}: StepProps): ReactNode {
  const t = useT('console-desk');
  const words = proposedBy === 'ORGANIZER' ? 'do.refuse' : 'do.takeBack';
  return (
    <StepDialog
      title={t(words)}
      action={t(words)}
      look="danger"
      change={useChange(RefuseDeskExtension)}
      variables={() => ({ id, revision })}
      done={t('done.refuse')}
      onClose={onClose}
    >
      <p>{t('about.refuse')}</p>
    </StepDialog>
  );
}

/** Completes it with what came of it, or corrects what was told. */
export function Report({
  deployment,
  step,
  onClose,
}: StepProps & { readonly step: 'complete' | 'report' }): ReactNode {
  const t = useT('console-desk');
  return (
    <OutcomeDialog
      deployment={deployment}
      operation={step === 'complete' ? CompleteDeskDeployment : ReportDeskOutcome}
      title={t(`do.${step}`)}
      about={t(`about.${step}`)}
      done={t(`done.${step}`)}
      onClose={onClose}
    />
  );
}
