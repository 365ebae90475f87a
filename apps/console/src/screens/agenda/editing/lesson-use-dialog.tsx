import { useState, type ReactNode } from 'react';
import { problemAt } from '../../../graph/refusal.js';
import type { Sharing, WholeLessonFragment } from '../../../graph/types.js';
import { useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { Day, Line } from '../../../ui/fields.js';
import { Row } from '../../../ui/page.js';
import { StepDialog } from '../../../ui/step-dialog.js';
import { SaveLessonUse } from '../lessons.graphql.js';
import { orNull, SharingChoice } from './parts.js';

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
  const tc = useT('console');
  const [adapted, setAdapted] = useState(use?.adapted ?? '');
  const [outcome, setOutcome] = useState(use?.outcome ?? '');
  const [from, setFrom] = useState(use?.from ?? '');
  const [until, setUntil] = useState(use?.until ?? '');
  const [sharing, setSharing] = useState<Sharing>(use?.sharing ?? 'NETWORK');
  const lacksWords = adapted.trim() === '';
  return (
    <StepDialog
      title={t('lesson.use')}
      action={tc('action.save')}
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
      done={tc('state.saved')}
      onClose={onClose}
    >
      {(refused, isTried) => {
        const at = (path: string, lacks = false): string | undefined =>
          problemAt(refused, path) ?? (isTried && lacks ? t('commitment.needed') : undefined);
        return (
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
            <Row>
              <Day
                label={t('column.from')}
                required
                value={from}
                onChange={setFrom}
                problem={at('from', from === '')}
              />
              <Day
                label={t('column.until')}
                value={until}
                onChange={setUntil}
                problem={at('until')}
              />
            </Row>
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
        );
      }}
    </StepDialog>
  );
}
