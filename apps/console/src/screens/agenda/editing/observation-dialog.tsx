import { useState, type ReactNode } from 'react';
import type { ObservationStatus, Sharing } from '../../../graph/types.js';
import { useAsk, useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { Choice, Line } from '../../../ui/fields.js';
import { Row } from '../../../ui/page.js';
import { Frameworks, Indicators, RecordObservation } from '../agenda.graphql.js';
import type { Figure } from '../use-all.js';
import { OBSERVATION_STATUSES } from '../words.js';
import { FirstAndLast, orNull, SharingChoice } from './parts.js';
import { SaveDialog } from './save-dialog.js';

interface Draft {
  readonly from: string;
  readonly until: string;
  readonly value: string;
  readonly text: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly part: string;
  readonly status: ObservationStatus;
  readonly source: string;
  readonly methodNote: string;
  readonly url: string;
  readonly sharing: Sharing;
}

function draftOf(figure: Figure | null): Draft {
  return {
    from: figure?.from ?? '',
    until: figure?.until ?? '',
    value: figure?.value ?? '',
    text: figure?.text ?? '',
    numerator: figure?.numerator ?? '',
    denominator: figure?.denominator ?? '',
    part: figure?.part ?? '',
    status: figure?.status ?? 'REPORTED',
    source: figure?.source ?? '',
    methodNote: figure?.methodNote ?? '',
    url: figure?.url ?? '',
    sharing: figure?.sharing ?? 'OWN',
  };
}

/** Enters what her actor has observed of an indicator, or a correction of it: what was entered stays to be read. */
export function ObservationDialog({
  actor,
  corrects,
  onClose,
}: {
  /** The code of her actor. */
  readonly actor: string;
  /** The one that is corrected; null for a new one. */
  readonly corrects: Figure | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const [indicator, setIndicator] = useState(corrects?.indicator.id ?? '');
  const [unit, setUnit] = useState(corrects?.indicator.unit ?? null);
  const [draft, setDraft] = useState(() => draftOf(corrects));
  const set = (part: Partial<Draft>): void => setDraft((old) => ({ ...old, ...part }));
  const isWords = unit === 'TEXT' || unit === 'YES_NO';
  const lacks = [indicator, draft.from, draft.until, draft.source.trim()].includes('');
  return (
    <SaveDialog
      title={t(corrects ? 'edit.correction' : 'edit.newFigure')}
      action={t(corrects ? 'edit.correct' : 'edit.enter')}
      wide
      lacks={lacks}
      change={useChange(RecordObservation)}
      variables={() => ({
        input: {
          actor,
          indicator,
          supersedes: corrects?.id ?? null,
          from: draft.from,
          until: draft.until,
          value: isWords ? null : orNull(draft.value),
          text: orNull(draft.text),
          numerator: isWords ? null : orNull(draft.numerator),
          denominator: isWords ? null : orNull(draft.denominator),
          part: orNull(draft.part),
          status: draft.status,
          source: draft.source.trim(),
          methodNote: orNull(draft.methodNote),
          url: orNull(draft.url),
          sharing: draft.sharing,
        },
      })}
      done={t('edit.entered')}
      onClose={onClose}
    >
      {(at) => (
        <>
          {corrects ? (
            <p>
              {t('edit.correctionAbout')} <bdi>{corrects.indicator.text}</bdi>
            </p>
          ) : (
            <IndicatorChoice
              value={indicator}
              onChange={(id, itsUnit) => {
                setIndicator(id);
                setUnit(itsUnit);
              }}
              problem={at('indicator', indicator === '')}
            />
          )}
          <FirstAndLast days={draft} required="both" onChange={set} problem={at} />
          {isWords ? null : (
            <>
              <Line
                label={t('column.value')}
                hint={t(unit === 'SHARE' ? 'edit.shareHint' : 'edit.valueHint')}
                value={draft.value}
                onChange={(value) => set({ value })}
                problem={at('value')}
              />
              <Row>
                <Line
                  label={t('edit.numerator')}
                  value={draft.numerator}
                  onChange={(numerator) => set({ numerator })}
                  problem={at('numerator')}
                />
                <Line
                  label={t('edit.denominator')}
                  value={draft.denominator}
                  onChange={(denominator) => set({ denominator })}
                  problem={at('denominator')}
                />
              </Row>
            </>
          )}
          <Line
            label={t('edit.inWords')}
            long
            maxLength={2000}
            value={draft.text}
            onChange={(text) => set({ text })}
            problem={at('text')}
          />
          <Line
            label={t('edit.part')}
            hint={t('edit.partHint')}
            maxLength={200}
            value={draft.part}
            onChange={(part) => set({ part })}
            problem={at('part')}
          />
          <Choice
            label={t('column.status')}
            value={draft.status}
            options={OBSERVATION_STATUSES.map((each) => [each, t(`observationStatus.${each}`)])}
            onChange={(status) => set({ status: status || draft.status })}
          />
          <Line
            label={t('column.source')}
            hint={t('edit.sourceHint')}
            required
            maxLength={500}
            value={draft.source}
            onChange={(source) => set({ source })}
            problem={at('source', draft.source.trim() === '')}
          />
          <Line
            label={t('edit.sourceUrl')}
            hint={t('edit.addressHint')}
            type="url"
            value={draft.url}
            onChange={(url) => set({ url })}
            problem={at('url')}
          />
          <Line
            label={t('edit.method')}
            long
            maxLength={2000}
            value={draft.methodNote}
            onChange={(methodNote) => set({ methodNote })}
            problem={at('methodNote')}
          />
          <SharingChoice
            value={draft.sharing}
            from={corrects?.sharing ?? 'OWN'}
            onChange={(sharing) => set({ sharing })}
            problem={at('sharing')}
          />
        </>
      )}
    </SaveDialog>
  );
}

/** An indicator of one of the frameworks. */
function IndicatorChoice({
  value,
  onChange,
  problem,
}: {
  readonly value: string;
  readonly onChange: (id: string, unit: Figure['indicator']['unit'] | null) => void;
  readonly problem: string | undefined;
}): ReactNode {
  const t = useT('console-agenda');
  const frameworks = useAsk(Frameworks, {}).data?.wpsFrameworks ?? [];
  const [chosen, choose] = useState('');
  const framework = chosen || (frameworks[0]?.code ?? '');
  const found = useAsk(Indicators, { framework }, { enabled: framework !== '' });
  const indicators = found.data?.wpsIndicators ?? [];
  return (
    <>
      <Choice
        label={t('edit.framework')}
        value={framework}
        options={frameworks.map(({ code, title }) => [code, title])}
        onChange={(code) => {
          choose(code);
          onChange('', null);
        }}
      />
      <Choice
        label={t('column.indicator')}
        none={t('edit.chooseIndicator')}
        required
        value={value}
        options={indicators.map(({ id, code, text }) => [id, `${code}: ${text}`])}
        onChange={(id) => onChange(id, indicators.find((one) => one.id === id)?.unit ?? null)}
        problem={problem}
      />
    </>
  );
}
