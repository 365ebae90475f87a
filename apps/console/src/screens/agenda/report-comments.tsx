import { useState, type ReactNode } from 'react';
import { Words } from '../../frame/terms.js';
import { problemAt } from '../../graph/refusal.js';
import type { WholeReportFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Choice, Line } from '../../ui/fields.js';
import { Card, Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { useOpened } from '../../ui/use-opened.js';
import type { ReportComment } from './report.js';
import type { Cell } from './report-cell.js';
import { AnswerReportComment, CommentOnReport } from './reports.graphql.js';

const MOST_WORDS = 2000;

/** What those who are consulted say of a report, and what is answered. Both are printed with it. */
export function ReportComments({
  report,
  comments,
  cells,
  isOwn,
  isConsulted,
}: {
  readonly report: WholeReportFragment;
  readonly comments: readonly ReportComment[];
  readonly cells: readonly Cell[];
  readonly isOwn: boolean;
  readonly isConsulted: boolean;
}): ReactNode {
  const t = useT('console-agenda');
  const format = useFormat();
  const [write, writing] = useOpened<ReportComment>(
    (comment, onClose) =>
      comment ? (
        <Answer comment={comment} onClose={onClose} />
      ) : (
        <Comment id={report.id} cells={cells} onClose={onClose} />
      ),
    ({ id }) => comments.find((one) => one.id === id),
  );
  const mayAnswer = isOwn && (report.state === 'CONSULTATION' || report.state === 'CLEARED');
  const mayComment = isConsulted && report.state === 'CONSULTATION';
  if (comments.length === 0 && !mayComment) return null;
  const titleOf = (code: string | null | undefined): string =>
    cells.find((cell) => cell.code === code)?.title ?? t('report.whole');
  const titleOfComment = ({ by, cell }: ReportComment): string =>
    t('report.commentBy', { by: by.name, cell: titleOf(cell) });
  return (
    <Card title={t('report.comments')}>
      <Stack>
        {comments.map((comment) => (
          <section key={comment.id}>
            <h3>{titleOfComment(comment)}</h3>
            <p>{format.moment(comment.writtenAt)}</p>
            <Words text={comment.words} />
            {comment.answer ? (
              <>
                <h4>{t('report.answer')}</h4>
                <Words text={comment.answer} />
              </>
            ) : null}
            {mayAnswer ? (
              <Button
                small
                aria-label={`${t('owing.INVOLVEMENT.action')}: ${titleOfComment(comment)}`}
                onPress={() => write(comment)}
              >
                {t('owing.INVOLVEMENT.action')}
              </Button>
            ) : null}
          </section>
        ))}
        {mayComment ? (
          <p>
            <Button look="primary" onPress={() => write(null)}>
              {t('report.comment')}
            </Button>
          </p>
        ) : null}
      </Stack>
      {writing}
    </Card>
  );
}

function Answer({
  comment: { id, revision, words, answer },
  onClose,
}: {
  readonly comment: ReportComment;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const [text, setText] = useState(answer ?? '');
  return (
    <StepDialog
      title={t('report.answer')}
      action={t('answer.action')}
      lacks={text.trim() === ''}
      change={useChange(AnswerReportComment)}
      variables={() => ({ input: { id, revision, answer: text.trim() } })}
      done={t('report.answered')}
      onClose={onClose}
    >
      {(refused, isTried) => (
        <>
          <Words text={words} />
          <Line
            label={t('report.answer')}
            long
            required
            maxLength={MOST_WORDS}
            value={text}
            onChange={setText}
            problem={
              problemAt(refused, 'answer') ??
              (isTried && text.trim() === '' ? t('commitment.needed') : undefined)
            }
          />
        </>
      )}
    </StepDialog>
  );
}

function Comment({
  id,
  cells,
  onClose,
}: {
  readonly id: string;
  readonly cells: readonly Cell[];
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const [cell, setCell] = useState('');
  const [words, setWords] = useState('');
  return (
    <StepDialog
      title={t('report.comment')}
      action={t('report.comment')}
      lacks={words.trim() === ''}
      change={useChange(CommentOnReport)}
      variables={() => ({
        input: { report: id, cell: cell === '' ? null : cell, words: words.trim() },
      })}
      done={t('report.commented')}
      onClose={onClose}
    >
      {(refused, isTried) => (
        <>
          <p>{t('report.commentAbout')}</p>
          <Choice
            label={t('report.about')}
            none={t('report.whole')}
            value={cell}
            options={cells.map((one) => [one.code, one.title])}
            onChange={setCell}
          />
          <Line
            label={t('report.words')}
            long
            required
            maxLength={MOST_WORDS}
            value={words}
            onChange={setWords}
            problem={
              problemAt(refused, 'words') ??
              (isTried && words.trim() === '' ? t('commitment.needed') : undefined)
            }
          />
        </>
      )}
    </StepDialog>
  );
}
