import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import type { CheckInRhythm, SpokenChannel } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Clock } from '../../ui/clock.js';
import { Badge, type Tone } from '../../ui/feedback.js';
import { Check, Line, Radios } from '../../ui/fields.js';
import { Card, Fact, Facts, Row } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Table } from '../../ui/table.js';
import type { Deployment } from './deployment.js';
import { RecordCheckIn, RecordCheckInPlan } from './deployments.graphql.js';
import { Spoken, useSpoken } from './spoken.js';

const TONES: Readonly<Record<Deployment['checkIns'][number]['state'], Tone>> = {
  DUE: 'accent',
  MADE: 'good',
  MISSED: 'danger',
  EXCUSED: 'neutral',
};

const RHYTHMS: readonly CheckInRhythm[] = ['DAILY', 'WEEKLY', 'NONE'];

/** When she says that all is well, what she missed, and what came. */
export function CheckIns({ deployment }: { readonly deployment: Deployment }): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  const [open, setOpen] = useState<'heard' | 'plan' | null>(null);
  const { state, rhythm, checkInTime, timeZone, graceHours, checkIns, checkInHistory } = deployment;
  const isOver = ['COMPLETED', 'ENDED_EARLY', 'CANCELLED', 'CLOSED'].includes(state);
  const isAtWork = state === 'ACTIVE' || state === 'SUSPENDED';
  if (isOver && checkInHistory.length === 0) return null;
  const next = checkIns.filter((one) => one.state === 'DUE');
  const missed = checkIns.filter((one) => one.state === 'MISSED');
  return (
    <Card title={t('checkIns.title')}>
      <Facts>
        <Fact term={t('checkIns.plan')}>
          {rhythm === 'NONE'
            ? t('rhythm.NONE')
            : t('checkIns.planned', {
                rhythm: t(`rhythm.${rhythm}`),
                time: checkInTime,
                zone: timeZone,
                hours: graceHours,
              })}
        </Fact>
        <Fact term={t('checkIns.next')}>
          {next.length > 0 ? next.map(({ dueAt }) => <Clock key={dueAt} at={dueAt} />) : null}
        </Fact>
        <Fact term={t('checkIns.missed')}>
          {missed.length > 0
            ? missed.map(({ missedAt }) => <Clock key={missedAt} at={missedAt} />)
            : null}
        </Fact>
      </Facts>
      {isOver ? null : (
        <Row>
          {isAtWork ? (
            <Button look={missed.length > 0 ? 'primary' : 'plain'} onPress={() => setOpen('heard')}>
              {t('checkIns.heard')}
            </Button>
          ) : null}
          <Button onPress={() => setOpen('plan')}>{t('checkIns.change')}</Button>
        </Row>
      )}
      {checkInHistory.length > 0 ? (
        <Table
          caption={t('checkIns.counted', { count: checkInHistory.length })}
          rows={checkInHistory}
          keyOf={({ dueAt }) => dueAt}
          columns={[
            {
              id: 'due',
              words: t('field.due'),
              names: true,
              cell: ({ dueAt }) => format.moment(dueAt),
            },
            {
              id: 'state',
              words: t('field.state'),
              cell: (one) => (
                <>
                  <Badge tone={TONES[one.state]}>{t(`checkInState.${one.state}`)}</Badge>
                  {one.wantsCall ? <Badge tone="warm">{t('checkIns.call')}</Badge> : null}
                </>
              ),
            },
            {
              id: 'came',
              words: t('checkIns.came'),
              cell: ({ madeAt }) => (madeAt ? format.moment(madeAt) : null),
            },
            {
              id: 'how',
              words: t('checkIns.how'),
              cell: ({ channel }) => (channel ? t(`checkInChannel.${channel}`) : null),
            },
          ]}
        />
      ) : null}
      {open === 'heard' ? <Heard deployment={deployment} onClose={() => setOpen(null)} /> : null}
      {open === 'plan' ? <Plan deployment={deployment} onClose={() => setOpen(null)} /> : null}
    </Card>
  );
}

interface StepProps {
  readonly deployment: Deployment;
  readonly onClose: () => void;
}

function Heard({ deployment: { id }, onClose }: StepProps): ReactNode {
  const t = useT('console-desk');
  const [channel, setChannel] = useState<SpokenChannel | ''>('');
  const [wantsCall, setWantsCall] = useState(false);
  return (
    <StepDialog
      title={t('checkIns.heard')}
      action={t('checkIns.heardSave')}
      change={useChange(RecordCheckIn)}
      variables={() => ({ id, channel: channel as SpokenChannel, wantsCall })}
      done={t('checkIns.heardDone')}
      disabled={channel === ''}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('checkIns.heardAbout')}</p>
          <Radios
            label={t('spoken.channel')}
            required
            value={channel}
            options={[
              ['TELEPHONE', t('spokenBy.TELEPHONE')],
              ['IN_PERSON', t('spokenBy.IN_PERSON')],
            ]}
            onChange={setChannel}
            problem={problemAt(refused, 'channel')}
          />
          <Check label={t('checkIns.wantsCall')} value={wantsCall} onChange={setWantsCall} />
        </>
      )}
    </StepDialog>
  );
}

function Plan({ deployment, onClose }: StepProps): ReactNode {
  const t = useT('console-desk');
  const { id, revision } = deployment;
  const [rhythm, setRhythm] = useState<CheckInRhythm | ''>(deployment.rhythm);
  const [checkInTime, setTime] = useState(deployment.checkInTime);
  const [timeZone, setZone] = useState(deployment.timeZone);
  const [grace, setGrace] = useState(String(deployment.graceHours));
  const spoken = useSpoken();
  return (
    <StepDialog
      title={t('checkIns.change')}
      action={t('checkIns.planSave')}
      change={useChange(RecordCheckInPlan)}
      variables={() => ({
        id,
        revision,
        rhythm: rhythm as CheckInRhythm,
        checkInTime,
        timeZone: timeZone.trim(),
        graceHours: Number(grace),
        spoken: spoken.value(),
      })}
      done={t('checkIns.planDone')}
      disabled={rhythm === '' || !/^\d+$/.test(grace) || !spoken.isWhole}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('checkIns.planAbout')}</p>
          <Radios
            label={t('checkIns.rhythm')}
            required
            value={rhythm}
            options={RHYTHMS.map((one) => [one, t(`rhythm.${one}`)])}
            onChange={setRhythm}
            problem={problemAt(refused, 'rhythm')}
          />
          <Line
            label={t('checkIns.time')}
            hint={t('checkIns.timeHint')}
            value={checkInTime}
            onChange={setTime}
            problem={problemAt(refused, 'checkInTime')}
          />
          <Line
            label={t('checkIns.zone')}
            hint={t('checkIns.zoneHint')}
            value={timeZone}
            onChange={setZone}
            problem={problemAt(refused, 'timeZone')}
          />
          <Line
            label={t('checkIns.grace')}
            type="number"
            value={grace}
            onChange={setGrace}
            problem={problemAt(refused, 'graceHours')}
          />
          <Spoken spoken={spoken} refused={refused} at="spoken." />
        </>
      )}
    </StepDialog>
  );
}
