import type { ReactNode } from 'react';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge, Notice } from '../../ui/feedback.js';
import { Row, Stack } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { useOpened } from '../../ui/use-opened.js';
import { InvolvementDialog } from './editing/dialogs.js';
import type { Involvement } from './editing/involvement-dialog.js';
import { useStepsColumn } from './editing/steps-column.js';
import { TakeNameOut } from './editing/take-name-out.js';
import type { WholePlan } from './plan.js';

/** Who had a part in a plan, with what they say to it. What is contested stays as it was contested. */
export function PlanInvolved({
  plan,
  isOwn,
  writes,
}: {
  readonly plan: WholePlan;
  /** Whether it is a plan of her actor. */
  readonly isOwn: boolean;
  /** Whether it can still be changed by her. */
  readonly writes: boolean;
}): ReactNode {
  const t = useT('console-agenda');
  const { involvements } = plan;
  const [edit, editing] = useOpened<Involvement>(
    (involvement, onClose) => (
      <InvolvementDialog plan={plan} involvement={involvement} onClose={onClose} />
    ),
    ({ id }) => involvements.find((one) => one.id === id),
  );
  const isContested = involvements.some(({ answer }) => answer === 'CONTESTED');
  const nameOf = ({ name, who }: Involvement): string => name ?? t(`involved.${who}`);
  const steps = useStepsColumn(isOwn, nameOf, {
    onChange: edit,
    can: ({ answer }) => writes && answer !== 'CONTESTED',
    always: (one) => (
      <TakeNameOut
        part={one}
        words={nameOf(one)}
        texts={[
          // The name of an actor of this directory is its own.
          ['NAME', t('column.name'), one.actor ? null : one.name],
          ['EVIDENCE', t('column.evidence'), one.evidence],
        ]}
        small
      />
    ),
  });
  return (
    <Stack>
      {isContested ? <Notice tone="warm">{t('plan.contested')}</Notice> : null}
      {involvements.length === 0 ? (
        <p>{t('plan.nobody')}</p>
      ) : (
        <Table
          caption={t('plan.involvedCaption', { count: involvements.length })}
          rows={involvements}
          keyOf={({ id }) => id}
          columns={[
            {
              id: 'name',
              words: t('column.name'),
              names: true,
              cell: (one) => <bdi>{nameOf(one)}</bdi>,
            },
            { id: 'who', words: t('column.who'), cell: ({ who }) => t(`involved.${who}`) },
            { id: 'stage', words: t('column.stage'), cell: ({ stage }) => t(`stage.${stage}`) },
            { id: 'how', words: t('column.how'), cell: ({ how }) => t(`how.${how}`) },
            {
              id: 'evidence',
              words: t('column.evidence'),
              cell: ({ evidence }) => (evidence ? <bdi>{evidence}</bdi> : null),
            },
            {
              id: 'answer',
              words: t('column.answer'),
              cell: ({ answer, answerWords }) => (
                <>
                  <Badge tone={answer === 'CONTESTED' ? 'warm' : 'neutral'}>
                    {t(`answerState.${answer}`)}
                  </Badge>{' '}
                  {answerWords ? <bdi>{answerWords}</bdi> : null}
                </>
              ),
            },
            ...steps,
          ]}
        />
      )}
      {writes ? (
        <Row>
          <Button onPress={() => edit(null)}>{t('edit.newInvolved')}</Button>
        </Row>
      ) : null}
      {editing}
    </Stack>
  );
}
