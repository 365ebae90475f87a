import { useState, type ReactNode } from 'react';
import type { CommitmentSource, Sharing } from '../../../graph/types.js';
import { useChange } from '../../../graph/use-graph.js';
import { useFormat } from '../../../i18n/format.js';
import { useT } from '../../../i18n/translate.js';
import { Choice, Day, Line } from '../../../ui/fields.js';
import { Row } from '../../../ui/page.js';
import { SaveCommitment } from '../agenda.graphql.js';
import { useMeetings } from '../use-all.js';
import { COMMITMENT_SOURCES } from '../words.js';
import { LanguageTexts, orNull, SharingChoice, type TextDraft, writtenTexts } from './parts.js';
import { SaveDialog } from './save-dialog.js';

/** Writes down what her actor has undertaken: from where it comes, to whom it is owed and by when. */
export function NewCommitment({
  actor,
  meeting: at,
  onClose,
}: {
  /** The code of her actor. */
  readonly actor: string;
  /** The code of the meeting at which it was undertaken; null if that is to be chosen. */
  readonly meeting: string | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const format = useFormat();
  const meetings = useMeetings();
  const [draft, setDraft] = useState<TextDraft>({});
  const [source, setSource] = useState<CommitmentSource>(at ? 'MEETING' : 'PLEDGE');
  const [sourceText, setSourceText] = useState('');
  const [meeting, setMeeting] = useState(at ?? '');
  const [owedTo, setOwedTo] = useState('');
  const [responsible, setResponsible] = useState('');
  const [due, setDue] = useState('');
  const [review, setReview] = useState('');
  const [sharing, setSharing] = useState<Sharing>('OWN');
  const texts = writtenTexts(draft);
  const lacksSource = sourceText.trim() === '';
  return (
    <SaveDialog
      title={t('edit.newCommitment')}
      wide
      lacks={texts.length === 0 || lacksSource}
      change={useChange(SaveCommitment)}
      variables={() => ({
        input: {
          actor,
          texts,
          source,
          sourceText: sourceText.trim(),
          meeting: source === 'MEETING' ? meeting || null : null,
          owedTo: orNull(owedTo),
          responsible: orNull(responsible),
          due: due || null,
          review: review || null,
          sharing,
        },
      })}
      onClose={onClose}
    >
      {(problem) => (
        <>
          <LanguageTexts
            label={t('column.commitment')}
            long
            required
            maxLength={2000}
            value={draft}
            onChange={setDraft}
            problem={problem('text') ?? problem('texts', texts.length === 0)}
          />
          <Choice
            label={t('edit.comesFrom')}
            value={source}
            options={COMMITMENT_SOURCES.map((each) => [each, t(`commitmentSource.${each}`)])}
            onChange={(one) => setSource(one || source)}
          />
          {source === 'MEETING' ? (
            <Choice
              label={t('column.meeting')}
              none={t('edit.noMeeting')}
              value={meeting}
              options={(meetings.data ?? []).map((one) => [
                one.code,
                t('meetings.one', {
                  grouping: one.grouping.name,
                  place: one.place,
                  day: format.shortDay(one.from),
                }),
              ])}
              onChange={setMeeting}
              problem={problem('meeting')}
            />
          ) : null}
          <Line
            label={t('edit.sourceText')}
            hint={t('edit.sourceTextHint')}
            required
            maxLength={200}
            value={sourceText}
            onChange={setSourceText}
            problem={problem('sourceText', lacksSource)}
          />
          <Line
            label={t('column.owed-to')}
            maxLength={200}
            value={owedTo}
            onChange={setOwedTo}
            problem={problem('owedTo')}
          />
          <Line
            label={t('column.responsible')}
            hint={t('edit.officeHint')}
            maxLength={200}
            value={responsible}
            onChange={setResponsible}
            problem={problem('responsible')}
          />
          <Row>
            <Day label={t('column.due')} value={due} onChange={setDue} problem={problem('due')} />
            <Day
              label={t('edit.review')}
              value={review}
              onChange={setReview}
              problem={problem('review')}
            />
          </Row>
          <SharingChoice value={sharing} onChange={setSharing} problem={problem('sharing')} />
        </>
      )}
    </SaveDialog>
  );
}
