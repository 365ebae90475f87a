import { useState, type ReactNode } from 'react';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { ClearanceState, WholeDeploymentFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Badge, Refusal, type Tone } from '../../ui/feedback.js';
import { Day, Line } from '../../ui/fields.js';
import { Card, Row, Stack } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { useTell } from '../../ui/toast.js';
import { RecordClearance } from './deployments.graphql.js';

type ClearanceLine = WholeDeploymentFragment['clearance'][number];

const TONES: Readonly<Record<ClearanceState, Tone>> = {
  TODO: 'warm',
  REQUESTED: 'accent',
  DONE: 'good',
  EXPIRED: 'danger',
  NOT_NEEDED: 'neutral',
  WAIVED: 'neutral',
};

/** Whether something is still to be done for it. */
export function isOpenLine({ state }: Pick<ClearanceLine, 'state'>): boolean {
  return state === 'TODO' || state === 'REQUESTED' || state === 'EXPIRED';
}

/** What the organizer must see to before she begins. Lines of the desk, the host and her are not shown. */
export function Lines({
  deployment: { id, clearance, state },
}: {
  readonly deployment: WholeDeploymentFragment;
}): ReactNode {
  const t = useT('console-deployments');
  const format = useFormat();
  const tell = useTell();
  const record = useChange(RecordClearance);
  const [finishing, setFinishing] = useState<ClearanceLine | null>(null);
  const refused = refusalOf(record.data?.recordClearance);
  const isLive = state === 'CLEARING' || state === 'READY' || state === 'ACTIVE';
  if (clearance.length === 0) {
    return (
      <Card title={t('lines.title')}>
        <p>{state === 'PLANNED' ? t('lines.notYet') : t('lines.none')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('lines.title')}>
      <Stack>
        <p>{t('lines.about')}</p>
        <Refusal refused={refused} />
        <Table
          caption={t('lines.counted', {
            open: clearance.filter(isOpenLine).length,
            all: clearance.length,
          })}
          rows={clearance}
          keyOf={({ kind }) => kind}
          columns={[
            {
              id: 'kind',
              words: t('lines.kind'),
              names: true,
              cell: ({ kind }) => t(`kind.${kind}`),
            },
            {
              id: 'due',
              words: t('lines.due'),
              cell: ({ dueOn }) => format.shortDay(dueOn),
            },
            {
              id: 'state',
              words: t('state'),
              cell: (line) => <Badge tone={TONES[line.state]}>{t(`line.${line.state}`)}</Badge>,
            },
            {
              id: 'until',
              words: t('lines.until'),
              cell: ({ validUntil }) => (validUntil ? format.shortDay(validUntil) : null),
            },
            {
              id: 'reference',
              words: t('lines.reference'),
              cell: ({ reference }) => <bdi>{reference}</bdi>,
            },
            {
              id: 'steps',
              words: t('lines.steps'),
              cell: (line) =>
                isLive && isOpenLine(line) ? (
                  <Row>
                    {line.state === 'TODO' ? (
                      <Button
                        small
                        aria-label={t('lines.requestOf', { kind: t(`kind.${line.kind}`) })}
                        onPress={() => record.mutate({ id, kind: line.kind, step: 'REQUEST' })}
                      >
                        {t('lines.request')}
                      </Button>
                    ) : null}
                    <Button
                      small
                      aria-label={t('lines.finishOf', { kind: t(`kind.${line.kind}`) })}
                      onPress={() => setFinishing(line)}
                    >
                      {t('lines.finish')}
                    </Button>
                  </Row>
                ) : null,
            },
          ]}
        />
      </Stack>
      {finishing ? (
        <FinishDialog
          id={id}
          line={finishing}
          onClose={() => setFinishing(null)}
          onDone={() => tell(t('lines.done', { kind: t(`kind.${finishing.kind}`) }))}
        />
      ) : null}
    </Card>
  );
}

function FinishDialog({
  id,
  line: { kind },
  onClose,
  onDone,
}: {
  readonly id: string;
  readonly line: ClearanceLine;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const t = useT('console-deployments');
  const tc = useT('console');
  const record = useChange(RecordClearance);
  const [reference, setReference] = useState('');
  const [validUntil, setUntil] = useState('');
  const refused = refusalOf(record.data?.recordClearance);
  const save = async (): Promise<void> => {
    const { recordClearance } = await record.mutateAsync({
      id,
      kind,
      step: 'FINISH',
      reference: reference.trim() === '' ? null : reference.trim(),
      validUntil: validUntil === '' ? null : validUntil,
    });
    if (isRefused(recordClearance)) return;
    onDone();
    onClose();
  };
  return (
    <Dialog title={t(`kind.${kind}`)} open onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <Refusal refused={refused} />
          <Line
            label={t('lines.reference')}
            hint={t('lines.referenceHint')}
            value={reference}
            onChange={setReference}
            problem={problemAt(refused, 'reference')}
            maxLength={100}
          />
          <Day
            label={t('lines.until')}
            hint={t('lines.untilHint')}
            value={validUntil}
            onChange={setUntil}
            problem={problemAt(refused, 'validUntil')}
          />
          <Row>
            <Button onPress={onClose}>{tc('action.cancel')}</Button>
            <Button type="submit" look="primary" isPending={record.isPending}>
              {t('lines.finish')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
