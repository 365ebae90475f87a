import { useState, type ReactNode } from 'react';
import { useChange } from '../../graph/use-graph.js';
import { refusalOf } from '../../graph/refusal.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge, Failure, Notice, Refusal, type Tone } from '../../ui/feedback.js';
import { Card, Row, Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Table } from '../../ui/table.js';
import { useTell } from '../../ui/toast.js';
import type { ServiceAccount } from './program.js';
import {
  PauseWebhook,
  RemoveWebhook,
  ResumeWebhook,
  RotateWebhookSecret,
  TestWebhook,
} from './programs.graphql.js';

type Webhook = ServiceAccount['webhooks'][number];
type Delivery = Webhook['deliveries'][number];

const TONES: Readonly<Record<Webhook['state'], Tone>> = {
  ACTIVE: 'good',
  PAUSED: 'warm',
  DISABLED: 'danger',
};
const DELIVERY_TONES: Readonly<Record<Delivery['state'], Tone>> = {
  DELIVERED: 'good',
  WAITING: 'warm',
  FAILED: 'danger',
};

/** Where a program is told, whether that works, and what can be done about it. */
export function WebhookCard({
  webhook,
  onSecret,
}: {
  readonly webhook: Webhook;
  readonly onSecret: (secret: string) => void;
}): ReactNode {
  const t = useT('console-programs');
  const format = useFormat();
  const tell = useTell();
  const { id, url, state, failingSince, previousSecretUntil, deliveries } = webhook;
  const [asked, setAsked] = useState<'rotate' | 'remove' | null>(null);
  const test = useChange(TestWebhook);
  const pause = useChange(PauseWebhook);
  const resume = useChange(ResumeWebhook);
  const error = test.error ?? pause.error ?? resume.error;
  const go = state === 'ACTIVE' ? pause : resume;
  const words = state === 'ACTIVE' ? 'pause' : 'resume';
  return (
    <Card>
      <Stack>
        <h3>
          <bdi dir="ltr">{url}</bdi> <Badge tone={TONES[state]}>{t(`webhookState.${state}`)}</Badge>
        </h3>
        {state === 'DISABLED' ? (
          <Notice tone="danger" title={t('disabled')}>
            <p>{t('disabled.about')}</p>
          </Notice>
        ) : failingSince === null ? null : (
          <Notice tone="warm" title={t('failingSince', { when: format.moment(failingSince) })} />
        )}
        {previousSecretUntil === null ? null : (
          <p>{t('secret.both', { until: format.moment(previousSecretUntil) })}</p>
        )}
        <Refusal refused={refusalOf(test.data?.testWebhook)} />
        <Refusal refused={refusalOf(pause.data?.pauseWebhook)} />
        <Refusal refused={refusalOf(resume.data?.resumeWebhook)} />
        {error ? <Failure error={error} /> : null}
        <Row>
          <Button
            isPending={test.isPending}
            aria-label={t('test.of', { url })}
            onPress={() =>
              test.mutate(
                { id },
                {
                  onSuccess: ({ testWebhook }) => {
                    if (!refusalOf(testWebhook)) tell(t('test.done'));
                  },
                },
              )
            }
          >
            {t('test')}
          </Button>
          <Button
            look={state === 'ACTIVE' ? 'plain' : 'primary'}
            isPending={go.isPending}
            aria-label={t(`${words}.of`, { url })}
            onPress={() => go.mutate({ id })}
          >
            {t(words)}
          </Button>
          <Button aria-label={t('rotate.of', { url })} onPress={() => setAsked('rotate')}>
            {t('rotate')}
          </Button>
          <Button
            look="danger"
            aria-label={t('remove.of', { url })}
            onPress={() => setAsked('remove')}
          >
            {t('remove')}
          </Button>
        </Row>
        <Deliveries deliveries={deliveries} />
      </Stack>
      {asked === 'rotate' ? (
        <Rotate id={id} url={url} onClose={() => setAsked(null)} onSecret={onSecret} />
      ) : null}
      {asked === 'remove' ? <Remove id={id} url={url} onClose={() => setAsked(null)} /> : null}
    </Card>
  );
}

function Deliveries({ deliveries }: { readonly deliveries: readonly Delivery[] }): ReactNode {
  const t = useT('console-programs');
  const format = useFormat();
  if (deliveries.length === 0) return <p>{t('messages.none')}</p>;
  return (
    <Table
      caption={t('messages')}
      rows={deliveries}
      keyOf={({ messageId }) => messageId}
      columns={[
        {
          id: 'told',
          words: t('messages.told'),
          names: true,
          cell: ({ toldAt }) => format.moment(toldAt),
        },
        { id: 'event', words: t('messages.what'), cell: ({ event }) => t(`event.${event}`) },
        {
          id: 'state',
          words: t('state'),
          cell: ({ state }) => (
            <Badge tone={DELIVERY_TONES[state]}>{t(`deliveryState.${state}`)}</Badge>
          ),
        },
        {
          id: 'answer',
          words: t('messages.answer'),
          cell: ({ status, problem }) =>
            problem === null ? (status ?? null) : t(`problem.${problem}`),
        },
        {
          id: 'tries',
          words: t('messages.tries'),
          number: true,
          cell: ({ attempts }) => format.number(attempts),
        },
        {
          id: 'next',
          words: t('messages.next'),
          cell: ({ dueAt }) => (dueAt === null ? null : format.moment(dueAt)),
        },
      ]}
    />
  );
}

interface Asked {
  readonly id: string;
  readonly url: string;
  readonly onClose: () => void;
}

function Rotate({
  id,
  url,
  onClose,
  onSecret,
}: Asked & { readonly onSecret: (secret: string) => void }): ReactNode {
  const t = useT('console-programs');
  return (
    <StepDialog
      title={t('rotate.of', { url })}
      action={t('rotate')}
      change={useChange(RotateWebhookSecret, { forget: true })}
      variables={() => ({ id })}
      done={t('rotate.done')}
      onClose={onClose}
      onDone={({ rotateWebhookSecret: made }) => {
        if ('secret' in made) onSecret(made.secret);
      }}
    >
      <p>{t('rotate.about')}</p>
    </StepDialog>
  );
}

function Remove({ id, url, onClose }: Asked): ReactNode {
  const t = useT('console-programs');
  return (
    <StepDialog
      title={t('remove.of', { url })}
      action={t('remove')}
      look="danger"
      change={useChange(RemoveWebhook)}
      variables={() => ({ id })}
      done={t('remove.done')}
      onClose={onClose}
    >
      <p>{t('remove.about')}</p>
    </StepDialog>
  );
}
