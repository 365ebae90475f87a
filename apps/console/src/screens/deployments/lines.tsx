import { useState, type ReactNode } from 'react';
import { isClosedLine } from '../../frame/deployment-states.js';
import { problemAt, refusalOf } from '../../graph/refusal.js';
import type { ClearanceState, WholeDeploymentFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge, Refusal, type Tone } from '../../ui/feedback.js';
import { Day, Line } from '../../ui/fields.js';
import { Card, Row, Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Table } from '../../ui/table.js';
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

/** What the organizer must see to before she begins. Lines of the desk, the host and her are not shown. */
export function Lines({
  deployment: { id, clearance, state },
}: {
  readonly deployment: WholeDeploymentFragment;
}): ReactNode {
  const t = useT('console-deployments');
  const format = useFormat();
  const record = useChange(RecordClearance);
  const [finishing, setFinishing] = useState<ClearanceLine | null>(null);
  const refused = refusalOf(record.data?.recordClearance);
  const isLive = state === 'CLEARING' || state === 'READY' || state === 'ACTIVE';
  const hasSteps = isLive && !clearance.every(isClosedLine);
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
            open: clearance.filter((line) => !isClosedLine(line)).length,
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
            ...(hasSteps
              ? [
                  {
                    id: 'steps',
                    words: t('lines.steps'),
                    short: true,
                    cell: (line: ClearanceLine) =>
                      isLive && !isClosedLine(line) ? (
                        <Row>
                          {line.state === 'TODO' ? (
                            <Button
                              small
                              aria-label={t('lines.requestOf', { kind: t(`kind.${line.kind}`) })}
                              onPress={() =>
                                record.mutate({ id, kind: line.kind, step: 'REQUEST' })
                              }
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
                ]
              : []),
          ]}
        />
      </Stack>
      {finishing ? (
        <FinishDialog id={id} line={finishing} onClose={() => setFinishing(null)} />
      ) : null}
    </Card>
  );
}

function FinishDialog({
  id,
  line: { kind },
  onClose,
}: {
  readonly id: string;
  readonly line: ClearanceLine;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-deployments');
  const [reference, setReference] = useState('');
  const [validUntil, setUntil] = useState('');
  return (
    <StepDialog
      title={t(`kind.${kind}`)}
      action={t('lines.finish')}
      change={useChange(RecordClearance)}
      variables={() => ({
        id,
        kind,
        step: 'FINISH' as const,
        reference: reference.trim() === '' ? null : reference.trim(),
        validUntil: validUntil === '' ? null : validUntil,
      })}
      done={t('lines.done', { kind: t(`kind.${kind}`) })}
      onClose={onClose}
    >
      {(refused) => (
        <>
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
        </>
      )}
    </StepDialog>
  );
}
