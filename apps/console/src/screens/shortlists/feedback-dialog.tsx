import { useState, type ReactNode } from 'react';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { FeedbackReason, Verdict, WholeShortlistFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Refusal } from '../../ui/feedback.js';
import { Boxes, Line, Radios } from '../../ui/fields.js';
import { Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
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
  const tell = useTell();
  const give = useChange(GiveFeedback);
  const [verdict, setVerdict] = useState<Verdict | ''>(feedback?.verdict ?? '');
  const [reasons, setReasons] = useState<readonly string[]>(feedback?.reasons ?? []);
  const [note, setNote] = useState(feedback?.note ?? '');
  const refused = refusalOf(give.data?.giveFeedback);
  const offered = verdict === '' ? [] : REASONS[verdict];

  const save = async (): Promise<void> => {
    if (verdict === '') return;
    const { giveFeedback } = await give.mutateAsync({
      input: {
        entryId: id,
        verdict,
        reasons: offered.filter((one) => reasons.includes(one)),
        note: note.trim() === '' ? null : note.trim(),
      },
    });
    if (isRefused(giveFeedback)) return;
    tell(t('feedback.done', { name: mediator.name }));
    onClose();
  };

  return (
    <Dialog title={t('feedback.title', { name: mediator.name })} open onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <Refusal refused={refused} />
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
          <Row>
            <Button onPress={onClose}>{tc('action.cancel')}</Button>
            <Button
              type="submit"
              look="primary"
              isPending={give.isPending}
              isDisabled={verdict === ''}
            >
              {tc('action.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
