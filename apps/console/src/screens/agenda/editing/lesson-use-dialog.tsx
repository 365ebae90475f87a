import { useState, type ReactNode } from 'react';
import type { Sharing, WholeLessonFragment } from '../../../graph/types.js';
import { useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { Line } from '../../../ui/fields.js';
import { SaveLessonUse } from '../lessons.graphql.js';
import { FirstAndLast, type Days, orNull, SharingChoice } from './parts.js';
import { SaveDialog } from './save-dialog.js';

/** "We use this": how her actor has fitted a lesson of another, and what came of it. */
export function LessonUseDialog({
  actor,
  lesson,
  use,
  onClose,
}: {
  /** The code of her actor. */
  readonly actor: string;
  readonly lesson: WholeLessonFragment;
  /** What her actor said of it before; null if nothing. */
  readonly use: WholeLessonFragment['uses'][number] | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const [adapted, setAdapted] = useState(use?.adapted ?? '');
  const [outcome, setOutcome] = useState(use?.outcome ?? '');
  const [days, setDays] = useState<Days>({ from: use?.from ?? '', until: use?.until ?? '' });
  const { from, until } = days;
  const [sharing, setSharing] = useState<Sharing>(use?.sharing ?? 'NETWORK');
  const lacksWords = adapted.trim() === '';
  return (
    <SaveDialog
      title={t('lesson.use')}
      lacks={lacksWords || from === ''}
      change={useChange(SaveLessonUse)}
      variables={() => ({
        input: {
          ...(use ? { id: use.id, revision: use.revision } : {}),
          actor,
          lesson: lesson.id,
          adapted: adapted.trim(),
          outcome: orNull(outcome),
          from,
          until: until || null,
          sharing,
        },
      })}
      onClose={onClose}
    >
      {(at) => (
        <>
          <p>
            <bdi>{lesson.title}</bdi>
          </p>
          <Line
            label={t('lesson.adapted')}
            long
            required
            maxLength={4000}
            value={adapted}
            onChange={setAdapted}
            problem={at('adapted', lacksWords) ?? at('lesson')}
          />
          <FirstAndLast days={days} required="from" onChange={setDays} problem={at} />
          <Line
            label={t('lesson.outcome')}
            long
            maxLength={4000}
            value={outcome}
            onChange={setOutcome}
            problem={at('outcome')}
          />
          <SharingChoice value={sharing} onChange={setSharing} problem={at('sharing')} />
        </>
      )}
    </SaveDialog>
  );
}
