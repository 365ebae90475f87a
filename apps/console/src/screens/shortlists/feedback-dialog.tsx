import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import type { FeedbackReason, Verdict, WholeShortlistFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Boxes, Line, Radios } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { GiveFeedback } from './shortlists.graphql.js';

/** The reasons that go with each verdict, as docs/needs.md lists them. */
const REASONS: Readonly<Record<Verdict, readonly FeedbackReason[]>> = {
  KEPT: ['LANGUAGE_LEVEL', 'REGION_KNOWLEDGE', 'EXPERTISE_DEPTH', 'EXPERIENCE', 'OTHER'],
  DROPPED: [
    'LANGUAGE_LEVEL',
    'REGION_KNOWLEDGE',
    'EXPERTISE_DEPTH',
    'EXPERIENCE',
    'NOT_AVAILABLE',
    'CONFLICT_OF_INTEREST',
    'CHOSEN_ANOTHER',
    'DECLINED',
    'SECURITY',
    'OTHER',
  ],
};

/** Says what became of her, and why. She can read it. */
export function FeedbackDialog({
  entry: { id, mediator, feedback },
  onClose,
}: {
  readonly entry: WholeShortlistFragment['entries'][number];
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-shortlists');
  const tc = useT('console');
  const give = useChange(GiveFeedback);
  const [verdict, setVerdict] = useState<Verdict | ''>(feedback?.verdict ?? '');
  const [reasons, setReasons] = useState<readonly string[]>(feedback?.reasons ?? []);
  const [note, setNote] = useState(feedback?.note ?? '');
  const offered = verdict === '' ? [] : REASONS[verdict];
  return (
    <StepDialog
      title={t('feedback.title', { name: mediator.name })}
      action={tc('action.save')}
      change={give}
      variables={() => ({
        input: {
          entryId: id,
          verdict: verdict as Verdict,
          reasons: offered.filter((one) => reasons.includes(one)),
          note: note.trim() === '' ? null : note.trim(),
        },
      })}
      done={t('feedback.done', { name: mediator.name })}
      onClose={onClose}
      disabled={verdict === ''}
    >
      {(refused) => (
        <>
          <Radios
            label={t('feedback.verdict')}
            value={verdict}
            options={[
              ['KEPT', t('verdict.KEPT')],
              ['DROPPED', t('verdict.DROPPED')],
            ]}
            onChange={setVerdict}
            problem={problemAt(refused, 'verdict')}
            required
          />
          {offered.length > 0 ? (
            <Boxes
              label={verdict === 'DROPPED' ? t('feedback.reasonsNeeded') : t('feedback.reasons')}
              options={offered.map((one) => [one, t(`reason.${one}`)])}
              chosen={reasons}
              onChange={setReasons}
            />
          ) : null}
          <Line
            label={t('feedback.note')}
            hint={t('entry.sheReads')}
            value={note}
            onChange={setNote}
            problem={problemAt(refused, 'note')}
            long
            maxLength={2000}
          />
        </>
      )}
    </StepDialog>
  );
}
