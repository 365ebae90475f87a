import { Suspense, useState, type ReactNode } from 'react';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge, Notice } from '../../ui/feedback.js';
import { Row, Stack } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { InvolvementDialog } from './editing/dialogs.js';
import type { Involvement } from './editing/involvement-dialog.js';
import type { WholePlan } from './plan.js';

/** Who had a part in a plan, with what they say to it. What is contested stays as it was contested. */
export function PlanInvolved({
  plan,
  writes,
}: {
  readonly plan: WholePlan;
  readonly writes: boolean;
}): ReactNode {
  const t = useT('console-agenda');
  const [open, setOpen] = useState<Involvement | 'new' | null>(null);
  const { involvements } = plan;
  const isContested = involvements.some(({ answer }) => answer === 'CONTESTED');
  const nameOf = ({ name, who }: Involvement): string => name ?? t(`involved.${who}`);
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
            ...(writes
              ? [
                  {
                    id: 'steps',
                    words: t('owing.steps'),
                    cell: (one: Involvement) =>
                      one.answer === 'CONTESTED' ? null : (
                        <Button
                          small
                          aria-label={t('edit.changeOf', { what: nameOf(one) })}
                          onPress={() => setOpen(one)}
                        >
                          {t('edit.change')}
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {writes ? (
        <Row>
          <Button onPress={() => setOpen('new')}>{t('edit.newInvolved')}</Button>
        </Row>
      ) : null}
      <Suspense fallback={null}>
        {open === null ? null : (
          <InvolvementDialog
            plan={plan}
            involvement={open === 'new' ? null : open}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </Stack>
  );
}
