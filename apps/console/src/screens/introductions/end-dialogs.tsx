import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type {
  IntroductionWithdrawalReason,
  NotEngagedReason,
  Role,
  Track,
} from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Refusal } from '../../ui/feedback.js';
import { Choice, Line } from '../../ui/fields.js';
import { Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
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
  const tc = useT('console');
  const tell = useTell();
  const withdraw = useChange(WithdrawIntroduction);
  const [reason, setReason] = useState<IntroductionWithdrawalReason | ''>('');
  const save = async (): Promise<void> => {
    if (reason === '') return;
    const result = await withdraw.mutateAsync({ id, revision, reason });
    if (isRefused(result.withdrawIntroduction)) return;
    tell(t('withdraw.done'));
    onClose();
  };
  return (
    <Dialog title={t('withdraw.title')} open onClose={onClose}>
      <Stack>
        <Refusal refused={refusalOf(withdraw.data?.withdrawIntroduction)} />
        <p>{t('withdraw.about')}</p>
        <Choice
          label={t('withdraw.reason')}
          none={t('chooseReason')}
          value={reason}
          options={WITHDRAWALS.map((one) => [one, t(`withdrawal.${one}`)])}
          onChange={setReason}
          required
        />
        <Row>
          <Button onPress={onClose}>{tc('action.cancel')}</Button>
          <Button
            look="danger"
            isDisabled={reason === ''}
            isPending={withdraw.isPending}
            onPress={() => void save()}
          >
            {t('withdraw.action')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  );
}

/** Ends a connection without an engagement, with a reason that her network and she read. */
export function CloseDialog({ id, revision, onClose }: EndProps): ReactNode {
  const t = useT('console-introductions');
  const tc = useT('console');
  const tell = useTell();
  const close = useChange(CloseIntroduction);
  const [reason, setReason] = useState<NotEngagedReason | ''>('');
  const save = async (): Promise<void> => {
    if (reason === '') return;
    const result = await close.mutateAsync({ id, revision, reason });
    if (isRefused(result.closeIntroduction)) return;
    tell(t('close.done'));
    onClose();
  };
  return (
    <Dialog title={t('close.title')} open onClose={onClose}>
      <Stack>
        <Refusal refused={refusalOf(close.data?.closeIntroduction)} />
        <p>{t('close.about')}</p>
        <Choice
          label={t('close.reason')}
          none={t('chooseReason')}
          value={reason}
          options={NOT_ENGAGED.map((one) => [one, t(`notEngaged.${one}`)])}
          onChange={setReason}
          required
        />
        <Row>
          <Button onPress={onClose}>{tc('action.cancel')}</Button>
          <Button
            look="danger"
            isDisabled={reason === ''}
            isPending={close.isPending}
            onPress={() => void save()}
          >
            {t('close.action')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
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
  const tell = useTell();
  const [, go] = useLocation();
  const plan = useChange(PlanDeployment);
  const roles = useShortList('ROLE');
  const tracks = useShortList('TRACK');
  const [role, setRole] = useState('');
  const [track, setTrack] = useState('');
  const [supervisor, setSupervisor] = useState('');
  const refused = refusalOf(plan.data?.planDeployment);
  const save = async (): Promise<void> => {
    const { planDeployment } = await plan.mutateAsync({
      introductionId: id,
      role: role === '' ? null : (role as Role),
      track: track === '' ? null : (track as Track),
      supervisor: supervisor.trim(),
    });
    if (isRefused(planDeployment)) return;
    onClose();
    tell(t('plan.done', { name }));
    go(`/deployments/${planDeployment.id}`);
  };
  return (
    <Dialog title={t('plan.title', { name })} open onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <Refusal refused={refused} />
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
          <Row>
            <Button onPress={onClose}>{tc('action.cancel')}</Button>
            <Button type="submit" look="primary" isPending={plan.isPending}>
              {t('plan.action')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
