import type { ReactNode } from 'react';
import { problemAt, type Refused } from '../../graph/refusal.js';
import { useT } from '../../i18n/translate.js';
import { Choice, Line } from '../../ui/fields.js';
import { Card, Stack } from '../../ui/page.js';
import type { Draft } from './draft.js';

/** What does not change who fits: how many are asked, how quickly, and who may know. */
export function AskingForm({
  draft,
  set,
  refused,
}: {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly refused: Refused | null | undefined;
}): ReactNode {
  const t = useT('console-needs');
  return (
    <Card title={t('editor.asking')}>
      <Stack>
        <Line
          label={t('field.place')}
          value={draft.place}
          onChange={(place) => set({ place })}
          maxLength={200}
          problem={problemAt(refused, 'place')}
        />
        <Line
          label={t('field.wanted')}
          type="number"
          value={draft.wanted}
          onChange={(wanted) => set({ wanted })}
          problem={problemAt(refused, 'wanted')}
        />
        <Choice
          label={t('field.urgency')}
          value={draft.urgency}
          options={(['ROUTINE', 'URGENT', 'FLASH'] as const).map((one) => [
            one,
            t(`urgency.${one}`),
          ])}
          onChange={(urgency) => set({ urgency: urgency || 'ROUTINE' })}
        />
        <Choice
          label={t('field.confidentiality')}
          value={draft.confidentiality}
          options={(['RESTRICTED', 'PUBLIC'] as const).map((one) => [
            one,
            t(`confidentiality.${one}`),
          ])}
          onChange={(confidentiality) => set({ confidentiality: confidentiality || 'RESTRICTED' })}
        />
        <Choice
          label={t('field.insiderTies')}
          value={draft.insiderTies}
          options={(['BARRED', 'DISCLOSED', 'WANTED'] as const).map((one) => [
            one,
            t(`insiderTies.${one}`),
          ])}
          onChange={(insiderTies) => set({ insiderTies: insiderTies || 'DISCLOSED' })}
        />
        <Choice
          label={t('field.alongside')}
          value={draft.alongside}
          none={t('alongside.none')}
          options={(['SHADOW', 'NOTE_TAKER', 'CO_MEDIATOR'] as const).map((one) => [
            one,
            t(`alongside.${one}`),
          ])}
          onChange={(alongside) => set({ alongside })}
        />
      </Stack>
    </Card>
  );
}
