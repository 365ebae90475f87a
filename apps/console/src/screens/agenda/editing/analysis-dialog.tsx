import { useState, type ReactNode } from 'react';
import type {
  AnalysisQuestion,
  AnalysisTiming,
  AnalysisUse,
  Locale,
  Sharing,
  WholeAnalysisFragment,
} from '../../../graph/types.js';
import { useChange } from '../../../graph/use-graph.js';
import { LOCALE_NAMES, LOCALES, useLocale } from '../../../i18n/locale.js';
import { useT } from '../../../i18n/translate.js';
import { Choice, Day, Line, Radios } from '../../../ui/fields.js';
import { SaveAnalysis } from '../lessons.graphql.js';
import { ANALYSIS_QUESTIONS, ANALYSIS_TIMINGS, ANALYSIS_USES } from '../words.js';
import { PlaceField, SharingChoice } from './parts.js';
import { SaveDialog } from './save-dialog.js';

/** Writes a gender-sensitive conflict analysis down, or changes one. */
export function AnalysisDialog({
  actor,
  analysis,
  onClose,
}: {
  /** The code of her actor. */
  readonly actor: string;
  /** The one that is changed; null for a new one. */
  readonly analysis: WholeAnalysisFragment | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const locale = useLocale();
  const [language, setLanguage] = useState<string>(analysis?.language ?? locale.toUpperCase());
  const [title, setTitle] = useState(analysis?.title ?? '');
  const [place, setPlace] = useState(() =>
    analysis ? { id: analysis.territory.code, words: analysis.territory.label } : null,
  );
  const [doneOn, setDoneOn] = useState(analysis?.doneOn ?? '');
  const [timing, setTiming] = useState<AnalysisTiming | ''>(analysis?.timing ?? '');
  const [office, setOffice] = useState(analysis?.office ?? '');
  const [method, setMethod] = useState(analysis?.method ?? '');
  const [answers, setAnswers] = useState<Readonly<Partial<Record<AnalysisQuestion, string>>>>(() =>
    Object.fromEntries((analysis?.answers ?? []).map(({ question, text }) => [question, text])),
  );
  const [uses, setUses] = useState<Readonly<Record<AnalysisUse, string>>>(() => {
    const of = (kind: AnalysisUse): string =>
      (analysis?.usedIn ?? []).flatMap((one) => (one.kind === kind ? [one.text] : [])).join('\n');
    return { PLAN: of('PLAN'), NEED: of('NEED'), PROCESS: of('PROCESS') };
  });
  const [sharing, setSharing] = useState<Sharing>(analysis?.sharing ?? 'OWN');
  const needed = [title.trim(), place?.id ?? '', doneOn, timing, office.trim(), method.trim()];
  return (
    <SaveDialog
      title={t(analysis ? 'analysis.edit' : 'analysis.new')}
      wide
      lacks={needed.includes('')}
      change={useChange(SaveAnalysis)}
      variables={() => ({
        input: {
          ...(analysis ? { id: analysis.id, revision: analysis.revision } : {}),
          actor,
          language: language as Locale,
          title: title.trim(),
          territory: place?.id ?? '',
          doneOn,
          timing: timing || 'AFTER_DESIGN',
          office: office.trim(),
          method: method.trim(),
          answers: ANALYSIS_QUESTIONS.map((question) => ({
            question,
            text: answers[question] ?? '',
          })),
          usedIn: ANALYSIS_USES.flatMap((kind) =>
            uses[kind]
              .split('\n')
              .flatMap((text) => (text.trim() === '' ? [] : [{ kind, text: text.trim() }])),
          ),
          sharing,
        },
      })}
      onClose={onClose}
    >
      {(at) => (
        <>
          <p>{t('analysis.rules')}</p>
          <Choice
            label={t('report.language')}
            value={language}
            options={LOCALES.map((one) => [one.toUpperCase(), LOCALE_NAMES[one]])}
            onChange={setLanguage}
          />
          <Line
            label={t('edit.title')}
            required
            maxLength={200}
            value={title}
            onChange={setTitle}
            problem={at('title', title.trim() === '')}
          />
          <PlaceField
            label={t('lesson.territory')}
            chosen={place}
            onChange={setPlace}
            problem={at('territory', place === null)}
          />
          <Day
            label={t('analysis.doneOn')}
            required
            value={doneOn}
            onChange={setDoneOn}
            problem={at('doneOn', doneOn === '')}
          />
          <Radios
            label={t('analysis.timing')}
            required
            value={timing}
            options={ANALYSIS_TIMINGS.map((each) => [each, t(`analysisTiming.${each}`)])}
            onChange={setTiming}
            problem={at('timing', timing === '')}
          />
          <Line
            label={t('analysis.office')}
            hint={t('edit.officeHint')}
            required
            maxLength={200}
            value={office}
            onChange={setOffice}
            problem={at('office', office.trim() === '')}
          />
          <Line
            label={t('analysis.method')}
            long
            required
            maxLength={4000}
            value={method}
            onChange={setMethod}
            problem={at('method', method.trim() === '')}
          />
          {ANALYSIS_QUESTIONS.map((question) => (
            <Line
              key={question}
              label={t(`question.${question}`)}
              long
              maxLength={4000}
              value={answers[question] ?? ''}
              onChange={(text) => setAnswers((old) => ({ ...old, [question]: text }))}
              problem={at(`answers.${question.toLowerCase().replaceAll('_', '-')}`)}
            />
          ))}
          {ANALYSIS_USES.map((kind) => (
            <Line
              key={kind}
              label={t(`analysisUse.${kind}`)}
              hint={t('report.recommendationsHint')}
              long
              value={uses[kind]}
              onChange={(text) => setUses((old) => ({ ...old, [kind]: text }))}
            />
          ))}
          <SharingChoice value={sharing} onChange={setSharing} problem={at('sharing')} />
        </>
      )}
    </SaveDialog>
  );
}
