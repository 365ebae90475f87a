import type { ReactNode } from 'react';
import type { Stance, WantedMode } from '../../graph/types.js';
import { useT } from '../../i18n/translate.js';
import { Check, Choice, Line } from '../../ui/fields.js';
import { Card, Stack } from '../../ui/page.js';
import { VocabularyField } from '../../vocabulary/vocabulary-field.js';
import type { Draft } from './draft.js';

const STANCES: readonly Stance[] = ['INSIDER', 'OUTSIDER'];
const MODES: readonly WantedMode[] = ['IN_PERSON', 'REMOTE'];
const VERSIONS = ['1', '2'] as const;

interface Props {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly at: (path: string) => string | undefined;
}

/** The version of the matching model, and what only version 2 knows: where she is from, and how she works. */
export function LaterCriteria({ draft, set, at }: Props): ReactNode {
  const t = useT('console-needs');
  return (
    <Card title={t('criteria.later')}>
      <Stack>
        <Choice
          label={t('field.version')}
          hint={t('field.versionHint')}
          required
          value={draft.version}
          options={VERSIONS.map((version) => [version, t(`version.${version}`)] as const)}
          onChange={(version) => set({ version: version || '2' })}
          problem={at('version')}
        />
        {draft.version === '2' ? (
          <>
            <Choice
              label={t('field.stance')}
              hint={t('field.stanceHint')}
              none={t('stance.none')}
              value={draft.stance}
              options={STANCES.map((stance) => [stance, t(`stance.${stance}`)] as const)}
              onChange={(stance) => set({ stance })}
            />
            {draft.stance === '' ? null : (
              <VocabularyField
                kind="TERRITORY"
                label={t('field.origin')}
                problem={at('soft.origin')}
                chosen={draft.origin}
                onChange={(origin) => set({ origin })}
              />
            )}
            <Choice
              label={t('field.workingMode')}
              none={t('field.any')}
              value={draft.workingMode}
              options={MODES.map((mode) => [mode, t(`workingMode.${mode}`)] as const)}
              onChange={(workingMode) => set({ workingMode })}
            />
            <Line
              label={t('field.noticeDays')}
              type="number"
              value={draft.noticeDays}
              onChange={(noticeDays) => set({ noticeDays })}
              problem={at('soft.noticeDays')}
            />
            <Line
              label={t('field.yearsAtMost')}
              hint={t('field.yearsAtMostHint')}
              type="number"
              value={draft.yearsAtMost}
              onChange={(yearsAtMost) => set({ yearsAtMost })}
              problem={at('soft.yearsAtMost')}
            />
            <Check
              label={t('field.mentor')}
              value={draft.mentor}
              onChange={(mentor) => set({ mentor })}
            />
          </>
        ) : null}
      </Stack>
    </Card>
  );
}
