import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import { useChange } from '../../graph/use-graph.js';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Line } from '../../ui/fields.js';
import { Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { VocabularyField } from '../../vocabulary/vocabulary-field.js';
import { EditOwnNetwork } from './network.graphql.js';
import type { OwnPage } from './network.js';

type Network = NonNullable<OwnPage['network']>;
type Texts = Readonly<Record<string, string>>;

/** Writes what the network says of itself, in as many of the six languages as there are words. */
export function EditNetwork({
  network,
  onClose,
}: {
  readonly network: Network;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-network');
  const [names, setNames] = useState(() => textsOf(network.names));
  const [descriptions, setDescriptions] = useState(() => textsOf(network.descriptions));
  const [admission, setAdmission] = useState(() => textsOf(network.admissionTexts));
  const [website, setWebsite] = useState(network.website ?? '');
  const [territories, setTerritories] = useState(() =>
    network.territories.map(({ code, label }) => ({ id: code, words: label })),
  );
  return (
    <StepDialog
      title={t('edit')}
      action={t('save')}
      wide
      change={useChange(EditOwnNetwork)}
      variables={() => ({
        network: network.slug,
        revision: network.revision,
        changes: {
          names: listOf(names),
          descriptions: listOf(descriptions),
          admissionTexts: listOf(admission),
          website: website.trim() || null,
          territories: territories.map(({ id }) => id),
        },
      })}
      done={t('saved')}
      disabled={!names.en?.trim()}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('editAbout')}</p>
          {LOCALES.map((one) => (
            <details key={one} open={one === 'en'}>
              <summary>{LOCALE_NAMES[one]}</summary>
              <Stack>
                <Line
                  label={t('nameIn', { language: LOCALE_NAMES[one] })}
                  required={one === 'en'}
                  maxLength={200}
                  value={names[one] ?? ''}
                  onChange={(text) => setNames((old) => ({ ...old, [one]: text }))}
                />
                <Line
                  label={t('descriptionIn', { language: LOCALE_NAMES[one] })}
                  long
                  maxLength={4_000}
                  value={descriptions[one] ?? ''}
                  onChange={(text) => setDescriptions((old) => ({ ...old, [one]: text }))}
                />
                <Line
                  label={t('admissionIn', { language: LOCALE_NAMES[one] })}
                  long
                  maxLength={4_000}
                  value={admission[one] ?? ''}
                  onChange={(text) => setAdmission((old) => ({ ...old, [one]: text }))}
                />
              </Stack>
            </details>
          ))}
          <Line
            label={t('website')}
            type="url"
            value={website}
            onChange={setWebsite}
            problem={problemAt(refused, 'changes.website')}
          />
          <VocabularyField
            kind="TERRITORY"
            label={t('territories')}
            chosen={territories}
            onChange={(chosen) => setTerritories([...chosen])}
            problem={problemAt(refused, 'changes.territories')}
          />
        </>
      )}
    </StepDialog>
  );
}

function textsOf(list: Network['names']): Texts {
  return Object.fromEntries(list.map(({ language, text }) => [language, text]));
}

function listOf(texts: Texts): { readonly language: string; readonly text: string }[] {
  return Object.entries(texts)
    .filter(([, text]) => text.trim() !== '')
    .map(([language, text]) => ({ language, text }));
}
