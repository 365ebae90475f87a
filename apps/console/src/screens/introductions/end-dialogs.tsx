import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { isRefused, problemAt } from '../../graph/refusal.js';
import type {
  IntroductionWithdrawalReason,
  NotEngagedReason,
  Role,
  Track,
} from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Choice, Line } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { useShortList } from '../../vocabulary/use-vocabulary.js';
import {
  CloseIntroduction,
  PlanDeployment,
  WithdrawIntroduction,
} from './introductions.graphql.js';

const WITHDRAWALS: readonly IntroductionWithdrawalReason[] = [
  'CHOSEN_ANOTHER',
  'DATES_CHANGED',
  'NEED_CHANGED',
  'FUNDING',
  'SECURITY',
  'MISTAKE',
  'OTHER',
];

const NOT_ENGAGED: readonly NotEngagedReason[] = [
  'CHOSEN_ANOTHER',
  'NO_AGREEMENT_ON_TERMS',
  'NO_CONTACT_AFTER_INTRODUCTION',
  'NEED_CHANGED',
  'NEED_CANCELLED',
  'FUNDING',
  'PARTIES_OBJECTED',
  'HOST_REFUSED',
  'CLEARANCE_FAILED',
  'NO_VISA',
  'OTHER',
];

interface EndProps {
  readonly id: string;
  readonly revision: number;
  readonly onClose: () => void;
}

/** Takes a request back, with a reason that her network reads. */
export function WithdrawDialog({ id, revision, onClose }: EndProps): ReactNode {
  const t = useT('console-introductions');
  const [reason, setReason] = useState<IntroductionWithdrawalReason | ''>('');
  return (
    <StepDialog
      title={t('withdraw.title')}
      action={t('withdraw.action')}
      look="danger"
      disabled={reason === ''}
      change={useChange(WithdrawIntroduction)}
      variables={() => ({ id, revision, reason: reason as IntroductionWithdrawalReason })}
      done={t('withdraw.done')}
      onClose={onClose}
    >
      <p>{t('withdraw.about')}</p>
      <Choice
        label={t('withdraw.reason')}
        none={t('chooseReason')}
        value={reason}
        options={WITHDRAWALS.map((one) => [one, t(`withdrawal.${one}`)])}
        onChange={setReason}
        required
      />
    </StepDialog>
  );
}

/** Ends a connection without an engagement, with a reason that her network and she read. */
export function CloseDialog({ id, revision, onClose }: EndProps): ReactNode {
  const t = useT('console-introductions');
  const [reason, setReason] = useState<NotEngagedReason | ''>('');
  return (
    <StepDialog
      title={t('close.title')}
      action={t('close.action')}
      look="danger"
      disabled={reason === ''}
      change={useChange(CloseIntroduction)}
      variables={() => ({ id, revision, reason: reason as NotEngagedReason })}
      done={t('close.done')}
      onClose={onClose}
    >
      <p>{t('close.about')}</p>
      <Choice
        label={t('close.reason')}
        none={t('chooseReason')}
        value={reason}
        options={NOT_ENGAGED.map((one) => [one, t(`notEngaged.${one}`)])}
        onChange={setReason}
        required
      />
    </StepDialog>
  );
}

/** Engages her by the terms that both accepted, and plans her deployment. */
export function PlanDialog({
  id,
  name,
  onClose,
}: {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-introductions');
  const tc = useT('console');
  const [, go] = useLocation();
  const roles = useShortList('ROLE');
  const tracks = useShortList('TRACK');
  const [role, setRole] = useState('');
  const [track, setTrack] = useState('');
  const [supervisor, setSupervisor] = useState('');
  return (
    <StepDialog
      title={t('plan.title', { name })}
      action={t('plan.action')}
      change={useChange(PlanDeployment)}
      variables={() => ({
        introductionId: id,
        role: role === '' ? null : (role as Role),
        track: track === '' ? null : (track as Track),
        supervisor: supervisor.trim(),
      })}
      done={t('plan.done', { name })}
      onClose={onClose}
      onDone={({ planDeployment }) => {
        if (!isRefused(planDeployment)) go(`/deployments/${planDeployment.id}`);
      }}
    >
      {(refused) => (
        <>
          <p>{t('plan.about')}</p>
          <Choice
            label={t('plan.role')}
            none={t('plan.noRole')}
            value={role}
            options={roles}
            onChange={setRole}
          />
          <Choice
            label={t('plan.track')}
            none={tc('state.none')}
            value={track}
            options={tracks}
            onChange={setTrack}
          />
          <Line
            label={t('plan.supervisor')}
            hint={t('plan.supervisorHint')}
            value={supervisor}
            onChange={setSupervisor}
            problem={problemAt(refused, 'supervisor')}
            maxLength={200}
          />
        </>
      )}
    </StepDialog>
  );
}
