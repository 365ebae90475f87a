import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import type { OwnInvolvementsQuery } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Dialog } from '../../ui/dialog.js';
import { Answered } from '../../ui/feedback.js';
import { Line, Radios } from '../../ui/fields.js';
import { Fact, Facts } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { AnswerInvolvement, OwnInvolvements } from './agenda.graphql.js';

type Said = OwnInvolvementsQuery['ownInvolvements']['edges'][number]['node'];

const ANSWERS = ['CONFIRMED', 'CONTESTED'] as const;

/** Confirms or contests what a plan says of her actor. */
export function AnswerDialog({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const [after, setAfter] = useState<string | null>(null);
  const query = useAsk(OwnInvolvements, { after });
  const page = query.data?.ownInvolvements;
  const found = page?.edges.find(({ node }) => node.involvement.id === id)?.node;
  if (found) return <Answer said={found} onClose={onClose} />;
  const next = page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  if (next !== null && next !== after) setAfter(next);
  return (
    <Dialog title={t('answer.title')} open onClose={onClose}>
      <Answered query={query} lines={3}>
        {() => <p>{t('commitment.gone')}</p>}
      </Answered>
    </Dialog>
  );
}

function Answer({
  said: { planTitle, planActor, involvement },
  onClose,
}: {
  readonly said: Said;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const [answer, setAnswer] = useState<(typeof ANSWERS)[number] | ''>('');
  const [words, setWords] = useState('');
  const { id, revision, who, stage, how, evidence } = involvement;
  return (
    <StepDialog
      title={t('answer.title')}
      action={t('answer.action')}
      lacks={answer === '' || (answer === 'CONTESTED' && words.trim() === '')}
      change={useChange(AnswerInvolvement)}
      variables={() => ({
        id,
        revision,
        confirmed: answer === 'CONFIRMED',
        words: words.trim() || null,
      })}
      done={t('answer.done')}
      onClose={onClose}
    >
      {(refused, isTried) => (
        <>
          <Facts>
            <Fact term={t('column.plan')}>
              <bdi>{planTitle}</bdi> (<bdi>{planActor.name}</bdi>)
            </Fact>
            <Fact term={t('column.who')}>{t(`involved.${who}`)}</Fact>
            <Fact term={t('column.stage')}>{t(`stage.${stage}`)}</Fact>
            <Fact term={t('column.how')}>{t(`how.${how}`)}</Fact>
            <Fact term={t('column.evidence')}>{evidence ? <bdi>{evidence}</bdi> : null}</Fact>
          </Facts>
          <p>{t('answer.about')}</p>
          <Radios
            label={t('answer.choice')}
            required
            value={answer}
            options={ANSWERS.map((each) => [each, t(`answerChoice.${each}`)])}
            onChange={setAnswer}
            problem={isTried && answer === '' ? t('commitment.needed') : undefined}
          />
          <Line
            label={t('answer.words')}
            hint={t('answer.wordsHint')}
            long
            maxLength={2000}
            value={words}
            onChange={setWords}
            required={answer === 'CONTESTED'}
            problem={
              problemAt(refused, 'words') ??
              (isTried && answer === 'CONTESTED' && words.trim() === ''
                ? t('commitment.needed')
                : undefined)
            }
          />
        </>
      )}
    </StepDialog>
  );
}
