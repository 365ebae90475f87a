import { useState, type ReactNode } from 'react';
import type { DateOrder, NaMeans } from '../../graph/types.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Choice, Day, Line } from '../../ui/fields.js';
import { Card, Stack } from '../../ui/page.js';
import { useShortList } from '../../vocabulary/use-vocabulary.js';
import type { StepProps } from './import.js';
import { SetImportDefaults } from './imports.graphql.js';
import { readMapping } from './mapping.js';
import { useEdit } from './use-edit.js';

const ORDERS: readonly DateOrder[] = ['DMY', 'MDY', 'YMD'];
const MEANINGS: readonly NaMeans[] = ['NAMIBIA', 'MISSING'];
const OF_FORM = [
  'language_level',
  'expertise_level',
  'consent_text_version',
  'consent_on',
] as const;

/** What counts where the file says nothing, once for all rows. */
export function DefaultsForm({ one: { id, revision, mappingFile } }: StepProps): ReactNode {
  const t = useT('console-imports');
  const said = readMapping(mappingFile);
  const levels = useShortList('PROFICIENCY');
  const expertiseLevels = useShortList('EXPERTISE_LEVEL');
  const [texts, setTexts] = useState(said.defaults);
  const [dateOrder, setDateOrder] = useState<DateOrder | ''>(said.dateOrder ?? '');
  const [naMeans, setNaMeans] = useState<NaMeans | ''>(said.naMeans ?? '');
  const { run, busy, problem } = useEdit(SetImportDefaults);
  const textOf = (column: (typeof OF_FORM)[number]): string => texts[column] ?? '';
  const setText = (column: (typeof OF_FORM)[number]) => (text: string) =>
    setTexts({ ...texts, [column]: text });
  return (
    <Card>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const defaults = Object.entries(texts)
            .filter(([, text]) => text.trim() !== '')
            .map(([column, text]) => ({ column, text: text.trim() }));
          void run({
            input: {
              id,
              revision,
              defaults,
              dateOrder: dateOrder || null,
              naMeans: naMeans || null,
            },
          });
        }}
      >
        <Stack>
          <h3>{t('defaults.title')}</h3>
          <p>{t('defaults.about')}</p>
          {problem}
          <Choice
            label={t('defaults.level')}
            hint={t('defaults.levelHint')}
            none={t('defaults.none')}
            value={textOf('language_level')}
            options={levels}
            onChange={setText('language_level')}
          />
          <Choice
            label={t('defaults.expertise')}
            none={t('defaults.expertiseNone')}
            value={textOf('expertise_level')}
            options={expertiseLevels}
            onChange={setText('expertise_level')}
          />
          <Choice
            label={t('defaults.dates')}
            hint={t('defaults.datesHint')}
            none={t('defaults.datesNone')}
            value={dateOrder}
            options={ORDERS.map((order) => [order, t(`dates.${order}`)] as const)}
            onChange={setDateOrder}
          />
          <Choice
            label={t('defaults.na')}
            none={t('defaults.naNone')}
            value={naMeans}
            options={MEANINGS.map((meaning) => [meaning, t(`na.${meaning}`)] as const)}
            onChange={setNaMeans}
          />
          <Line
            label={t('defaults.version')}
            hint={t('defaults.versionHint')}
            value={textOf('consent_text_version')}
            onChange={setText('consent_text_version')}
            maxLength={100}
          />
          <Day
            label={t('defaults.consentDay')}
            hint={t('defaults.consentDayHint')}
            value={textOf('consent_on')}
            onChange={setText('consent_on')}
          />
          <div>
            <Button type="submit" isPending={busy}>
              {t('defaults.save')}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}
