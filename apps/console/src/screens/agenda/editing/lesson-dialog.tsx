import { useState, type ReactNode } from 'react';
import type { EvidenceGrade, Locale, Sharing, WholeLessonFragment } from '../../../graph/types.js';
import { useChange } from '../../../graph/use-graph.js';
import { LOCALE_NAMES, LOCALES, useLocale } from '../../../i18n/locale.js';
import { useT } from '../../../i18n/translate.js';
import { Choice, Line } from '../../../ui/fields.js';
import { useLabels } from '../../../vocabulary/use-labels.js';
import { VocabularyField } from '../../../vocabulary/vocabulary-field.js';
import { DrawnFromField } from '../drawn-from.js';
import { SaveLesson } from '../lessons.graphql.js';
import { EVIDENCE_GRADES } from '../words.js';
import { orNull, PlaceField, SharingChoice } from './parts.js';
import { SaveDialog } from './save-dialog.js';

const NEEDED = ['title', 'context', 'done', 'result'] as const;
const MORE = ['conditions', 'costs', 'avoid', 'source'] as const;
type Words = Readonly<Record<(typeof NEEDED)[number] | (typeof MORE)[number] | 'office', string>>;

/** Writes down what her actor has learnt, or changes it. */
export function LessonDialog({
  actor,
  lesson,
  onClose,
}: {
  /** The code of her actor. */
  readonly actor: string;
  /** The one that is changed; null for a new one. */
  readonly lesson: WholeLessonFragment | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const locale = useLocale();
  const [language, setLanguage] = useState<string>(lesson?.language ?? locale.toUpperCase());
  const [words, setWords] = useState<Words>(() => ({
    title: lesson?.title ?? '',
    context: lesson?.context ?? '',
    done: lesson?.done ?? '',
    result: lesson?.result ?? '',
    conditions: lesson?.conditions ?? '',
    costs: lesson?.costs ?? '',
    avoid: lesson?.avoid ?? '',
    source: lesson?.source ?? '',
    office: lesson?.office ?? '',
  }));
  const [place, setPlace] = useState(() =>
    lesson?.territory ? { id: lesson.territory.code, words: lesson.territory.label } : null,
  );
  const [evidence, setEvidence] = useState<EvidenceGrade>(lesson?.evidence ?? 'ANECDOTE');
  const [themes, setThemes] = useState<readonly string[]>(lesson?.themes ?? []);
  const { labelOf } = useLabels({ EXPERTISE: themes });
  const [drawnFrom, setDrawnFrom] = useState(lesson?.drawnFrom ?? null);
  const [sharing, setSharing] = useState<Sharing>(lesson?.sharing ?? 'NETWORK');
  return (
    <SaveDialog
      title={t(lesson ? 'lesson.edit' : 'lesson.new')}
      wide
      lacks={NEEDED.some((field) => words[field].trim() === '')}
      change={useChange(SaveLesson)}
      variables={() => ({
        input: {
          ...(lesson ? { id: lesson.id, revision: lesson.revision } : {}),
          actor,
          language: language as Locale,
          title: words.title.trim(),
          context: words.context.trim(),
          done: words.done.trim(),
          result: words.result.trim(),
          conditions: orNull(words.conditions),
          costs: orNull(words.costs),
          avoid: orNull(words.avoid),
          source: orNull(words.source),
          office: orNull(words.office),
          territory: place?.id ?? null,
          evidence,
          themes: [...themes],
          drawnFrom,
          sharing,
        },
      })}
      onClose={onClose}
    >
      {(at) => {
        const line = (field: keyof Words, needed: boolean): ReactNode => (
          <Line
            key={field}
            label={t(`lesson.${field}`)}
            long={field !== 'title' && field !== 'office'}
            required={needed}
            maxLength={field === 'title' || field === 'office' ? 200 : 4000}
            value={words[field]}
            onChange={(text) => setWords((old) => ({ ...old, [field]: text }))}
            problem={at(field, needed && words[field].trim() === '')}
          />
        );
        return (
          <>
            <Choice
              label={t('report.language')}
              value={language}
              options={LOCALES.map((one) => [one.toUpperCase(), LOCALE_NAMES[one]])}
              onChange={setLanguage}
            />
            {NEEDED.map((field) => line(field, true))}
            <Choice
              label={t('lesson.evidence')}
              value={evidence}
              options={EVIDENCE_GRADES.map((each) => [each, t(`evidence.${each}`)])}
              onChange={(one) => setEvidence(one || evidence)}
            />
            {MORE.map((field) => line(field, false))}
            <PlaceField
              label={t('lesson.territory')}
              chosen={place}
              onChange={setPlace}
              problem={at('territory')}
            />
            <DrawnFromField chosen={drawnFrom} onChange={setDrawnFrom} problem={at('drawnFrom')} />
            <VocabularyField
              kind="EXPERTISE"
              label={t('edit.themes')}
              hint={t('edit.themesHint')}
              chosen={themes.map((id) => ({ id, words: labelOf('EXPERTISE', id) }))}
              onChange={(chosen) => setThemes(chosen.map(({ id }) => id))}
              problem={at('themes')}
            />
            {line('office', false)}
            <SharingChoice value={sharing} onChange={setSharing} problem={at('sharing')} />
          </>
        );
      }}
    </SaveDialog>
  );
}
