import { useState, type ReactNode } from 'react';
import type { PlanItemKind, PlanProgress, WpsPillar } from '../../../graph/types.js';
import { useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { Button } from '../../../ui/button.js';
import { Choice, Line } from '../../../ui/fields.js';
import { Card, Row, Stack } from '../../../ui/page.js';
import { useLabels } from '../../../vocabulary/use-labels.js';
import { VocabularyField } from '../../../vocabulary/vocabulary-field.js';
import { SaveItem } from '../agenda.graphql.js';
import type { WholePlan } from '../plan.js';
import { ITEM_KINDS, PILLARS, PROGRESSES } from '../words.js';
import {
  draftOfTexts,
  FirstAndLast,
  LanguageTexts,
  orNull,
  type TextDraft,
  writtenTexts,
} from './parts.js';
import { SaveDialog } from './save-dialog.js';

export type Item = WholePlan['items'][number];

/** To which items one of a kind can belong, as the service has it. */
const ABOVE: Readonly<Record<PlanItemKind, readonly PlanItemKind[]>> = {
  GOAL: [],
  OUTCOME: ['GOAL'],
  ACTION: ['GOAL', 'OUTCOME'],
};
const MOST_MEASURES = 20;

/** By what an item is measured, while it is written; the number tells two that are alike apart. */
interface Measure {
  readonly key: number;
  readonly text: string;
  readonly baseline: string;
  readonly target: string;
  readonly source: string;
  readonly alignedWith: string;
}

interface Draft {
  readonly kind: PlanItemKind;
  readonly parent: string;
  readonly place: string;
  readonly texts: TextDraft;
  readonly pillar: WpsPillar | '';
  readonly themes: readonly string[];
  readonly responsible: string;
  readonly from: string;
  readonly until: string;
  readonly progress: PlanProgress;
  readonly progressNote: string;
  readonly measures: readonly Measure[];
}

function draftOf(item: Item | null, place: number): Draft {
  return {
    kind: item?.kind ?? 'ACTION',
    parent: item?.parentId ?? '',
    place: String(item?.place ?? place),
    texts: draftOfTexts(item?.texts ?? []),
    pillar: item?.pillar ?? '',
    themes: item?.themes ?? [],
    responsible: item?.responsible ?? '',
    from: item?.from ?? '',
    until: item?.until ?? '',
    progress: item?.statedProgress ?? 'NOT_STARTED',
    progressNote: item?.progressNote ?? '',
    measures: (item?.indicators ?? []).map((one, key) => ({
      key,
      text: one.text,
      baseline: one.baseline ?? '',
      target: one.target ?? '',
      source: one.source ?? '',
      alignedWith: one.alignedWith ?? '',
    })),
  };
}

/** Writes a goal, an outcome or an action of a plan down, or changes one: its words, days, progress and measures. */
export function ItemDialog({
  plan: { id: plan, items },
  item,
  onClose,
}: {
  readonly plan: WholePlan;
  /** The one that is changed; null for a new one. */
  readonly item: Item | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const [draft, setDraft] = useState(() =>
    draftOf(item, Math.max(0, ...items.map(({ place }) => place)) + 1),
  );
  const set = (part: Partial<Draft>): void => setDraft((old) => ({ ...old, ...part }));
  const { labelOf } = useLabels({ EXPERTISE: draft.themes });
  const texts = writtenTexts(draft.texts);
  const above = items.filter((one) => ABOVE[draft.kind].includes(one.kind) && one.id !== item?.id);
  return (
    <SaveDialog
      title={t(item ? 'edit.item' : 'edit.newItem')}
      wide
      lacks={texts.length === 0}
      change={useChange(SaveItem)}
      variables={() => ({
        input: {
          ...(item ? { id: item.id, revision: item.revision } : {}),
          plan,
          kind: draft.kind,
          parent: above.some(({ id }) => id === draft.parent) ? draft.parent : null,
          place: Number(draft.place),
          texts,
          pillar: draft.pillar || null,
          themes: [...draft.themes],
          responsible: orNull(draft.responsible),
          from: draft.from || null,
          until: draft.until || null,
          progress: draft.progress,
          progressNote: orNull(draft.progressNote),
          indicators: draft.measures.map((one) => ({
            text: one.text.trim(),
            baseline: orNull(one.baseline),
            target: orNull(one.target),
            source: orNull(one.source),
            alignedWith: orNull(one.alignedWith),
          })),
        },
      })}
      onClose={onClose}
    >
      {(at) => (
        <>
          <Choice
            label={t('column.kind')}
            value={draft.kind}
            options={ITEM_KINDS.map((each) => [each, t(`itemKind.${each}`)])}
            onChange={(kind) => set({ kind: kind || 'ACTION' })}
            problem={at('kind')}
          />
          {above.length > 0 ? (
            <Choice
              label={t('edit.belongsTo')}
              none={t('edit.toNothing')}
              value={draft.parent}
              options={above.map(({ id, text }) => [id, text])}
              onChange={(parent) => set({ parent })}
              problem={at('parent')}
            />
          ) : null}
          <Line
            label={t('edit.place')}
            type="number"
            value={draft.place}
            onChange={(place) => set({ place })}
            problem={at('place')}
          />
          <LanguageTexts
            label={t('column.item')}
            long
            required
            maxLength={2000}
            value={draft.texts}
            onChange={(one) => set({ texts: one })}
            problem={at('text') ?? at('texts', texts.length === 0)}
          />
          <Choice
            label={t('edit.pillar')}
            none={t('edit.noPillar')}
            value={draft.pillar}
            options={PILLARS.map((each) => [each, t(`pillar.${each}`)])}
            onChange={(pillar) => set({ pillar })}
          />
          <VocabularyField
            kind="EXPERTISE"
            label={t('edit.themes')}
            hint={t('edit.themesHint')}
            chosen={draft.themes.map((id) => ({ id, words: labelOf('EXPERTISE', id) }))}
            onChange={(chosen) => set({ themes: chosen.map(({ id }) => id) })}
            problem={at('themes')}
          />
          <Line
            label={t('column.responsible')}
            hint={t('edit.officeHint')}
            maxLength={200}
            value={draft.responsible}
            onChange={(responsible) => set({ responsible })}
            problem={at('responsible')}
          />
          <FirstAndLast days={draft} onChange={set} problem={at} />
          <Choice
            label={t('column.progress')}
            value={draft.progress}
            options={PROGRESSES.map((each) => [each, t(`progress.${each}`)])}
            onChange={(progress) => set({ progress: progress || 'NOT_STARTED' })}
          />
          <Line
            label={t('edit.progressNote')}
            long
            maxLength={2000}
            value={draft.progressNote}
            onChange={(progressNote) => set({ progressNote })}
            problem={at('progressNote')}
          />
          <Measures
            measures={draft.measures}
            onChange={(measures) => set({ measures })}
            problemOf={(i) => at(`indicators.${i}`)}
          />
        </>
      )}
    </SaveDialog>
  );
}

const MEASURE_FIELDS = ['baseline', 'target', 'source'] as const;

function Measures({
  measures,
  onChange,
  problemOf,
}: {
  readonly measures: readonly Measure[];
  readonly onChange: (measures: readonly Measure[]) => void;
  readonly problemOf: (place: number) => string | undefined;
}): ReactNode {
  const t = useT('console-agenda');
  const change = (key: number, part: Partial<Measure>): void =>
    onChange(measures.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const next = Math.max(0, ...measures.map(({ key }) => key)) + 1;
  const empty = { text: '', baseline: '', target: '', source: '', alignedWith: '' };
  return (
    <>
      {measures.map((one, i) => (
        <Card key={one.key} title={t('edit.measure', { number: String(i + 1) })}>
          <Stack>
            <Line
              label={t('column.indicator')}
              required
              maxLength={2000}
              value={one.text}
              onChange={(text) => change(one.key, { text })}
              problem={problemOf(i)}
            />
            {MEASURE_FIELDS.map((field) => (
              <Line
                key={field}
                label={t(`edit.${field}`)}
                maxLength={200}
                value={one[field]}
                onChange={(text) => change(one.key, { [field]: text })}
              />
            ))}
            <Line
              label={t('edit.alignedWith')}
              hint={t('edit.alignedWithHint')}
              maxLength={200}
              value={one.alignedWith}
              onChange={(alignedWith) => change(one.key, { alignedWith })}
            />
            <Row>
              <Button small onPress={() => onChange(measures.filter(({ key }) => key !== one.key))}>
                {t('edit.removeMeasure', { number: String(i + 1) })}
              </Button>
            </Row>
          </Stack>
        </Card>
      ))}
      {measures.length < MOST_MEASURES ? (
        <Row>
          <Button small onPress={() => onChange([...measures, { key: next, ...empty }])}>
            {t('edit.addMeasure')}
          </Button>
        </Row>
      ) : null}
    </>
  );
}
