import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Clock } from '../../ui/clock.js';
import { Notice } from '../../ui/feedback.js';
import { Line } from '../../ui/fields.js';
import { Card } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Table } from '../../ui/table.js';
import { useNow } from '../../ui/use-now.js';
import type { Deployment } from './deployment.js';
import {
  ApproveEmergencyContact,
  AskEmergencyContact,
  ReadEmergencyContact,
} from './deployments.graphql.js';

type Opening = Deployment['emergencyOpenings'][number];

/** Whom to call in an emergency: one of the desk asks, another approves, and the two of them can read it. */
export function Emergency({
  deployment: { id, emergencyOpenings },
}: {
  readonly deployment: Deployment;
}): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  const [open, setOpen] = useState<
    'ask' | { readonly step: 'approve' | 'read'; readonly opening: Opening } | null
  >(null);
  // What was read is shown until this page is left, and kept nowhere.
  const [contact, setContact] = useState<{ readonly words: string | null } | null>(null);
  const close = (): void => setOpen(null);
  const now = useNow();
  const isAsked = emergencyOpenings.some(
    ({ endedAt, until }) => endedAt === null && new Date(until).getTime() > now,
  );
  return (
    <Card title={t('emergency.title')}>
      <p>{t('emergency.about')}</p>
      {contact ? (
        <Notice tone="warm" title={t('emergency.contact')}>
          <p dir="auto">{contact.words ?? t('emergency.nobody')}</p>
          <Button onPress={() => setContact(null)}>{t('emergency.hide')}</Button>
        </Notice>
      ) : null}
      {isAsked ? null : <Button onPress={() => setOpen('ask')}>{t('emergency.ask')}</Button>}
      {emergencyOpenings.length > 0 ? (
        <Table
          caption={t('emergency.counted', { count: emergencyOpenings.length })}
          rows={emergencyOpenings}
          keyOf={(one) => one.id}
          columns={[
            {
              id: 'reason',
              words: t('emergency.reason'),
              names: true,
              cell: ({ reason }) => <bdi>{reason}</bdi>,
            },
            {
              id: 'asked',
              words: t('emergency.asked'),
              cell: ({ askedAt }) => format.moment(askedAt),
            },
            {
              id: 'approved',
              words: t('emergency.approved'),
              cell: ({ approvedAt }) => (approvedAt ? format.moment(approvedAt) : null),
            },
            {
              id: 'until',
              words: t('emergency.until'),
              cell: ({ until, endedAt }) =>
                endedAt ? format.moment(endedAt) : <Clock at={until} />,
            },
            {
              id: 'step',
              words: t('emergency.step'),
              cell: (opening) =>
                opening.step === 'APPROVE' ? (
                  <Button small onPress={() => setOpen({ step: 'approve', opening })}>
                    {t('emergency.approve')}
                  </Button>
                ) : opening.step === 'READ' ? (
                  <Button small onPress={() => setOpen({ step: 'read', opening })}>
                    {t('emergency.read')}
                  </Button>
                ) : null,
            },
          ]}
        />
      ) : null}
      {open === 'ask' ? <Ask id={id} onClose={close} /> : null}
      {open !== null && open !== 'ask' && open.step === 'approve' ? (
        <Approve opening={open.opening} onClose={close} />
      ) : null}
      {open !== null && open !== 'ask' && open.step === 'read' ? (
        <Read opening={open.opening} onClose={close} onRead={setContact} />
      ) : null}
    </Card>
  );
}

function Ask({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const t = useT('console-desk');
  const [reason, setReason] = useState('');
  return (
    <StepDialog
      title={t('emergency.ask')}
      action={t('emergency.ask')}
      change={useChange(AskEmergencyContact)}
      variables={() => ({ id, reason })}
      done={t('emergency.askDone')}
      disabled={reason.trim().length < 3}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('emergency.askAbout')}</p>
          <Line
            label={t('emergency.reason')}
            hint={t('emergency.reasonHint')}
            long
            required
            maxLength={500}
            value={reason}
            onChange={setReason}
            problem={problemAt(refused, 'reason')}
          />
        </>
      )}
    </StepDialog>
  );
}

interface OpeningProps {
  readonly opening: Opening;
  readonly onClose: () => void;
}

function Approve({ opening: { id, reason }, onClose }: OpeningProps): ReactNode {
  const t = useT('console-desk');
  return (
    <StepDialog
      title={t('emergency.approve')}
      action={t('emergency.approve')}
      change={useChange(ApproveEmergencyContact)}
      variables={() => ({ id })}
      done={t('emergency.approveDone')}
      onClose={onClose}
    >
      <p>
        <bdi>{reason}</bdi>
      </p>
      <p>{t('emergency.approveAbout')}</p>
    </StepDialog>
  );
}

function Read({
  opening: { id },
  onClose,
  onRead,
}: OpeningProps & {
  readonly onRead: (contact: { readonly words: string | null }) => void;
}): ReactNode {
  const t = useT('console-desk');
  return (
    <StepDialog
      title={t('emergency.read')}
      action={t('emergency.read')}
      look="danger"
      change={useChange(ReadEmergencyContact)}
      variables={() => ({ id })}
      done={t('emergency.readDone')}
      onClose={onClose}
      onDone={({ readEmergencyContact: read }) => {
        if (read.__typename === 'EmergencyContact') onRead({ words: read.contact });
      }}
    >
      <p>{t('emergency.readAbout')}</p>
    </StepDialog>
  );
}
