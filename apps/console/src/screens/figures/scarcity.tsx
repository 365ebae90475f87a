import { useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type { ScarcityFiguresQuery, VocabularyKind } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { NumberBar } from '../../ui/charts.js';
import { giveCsv } from '../../ui/download.js';
import { Answered, Badge, Empty, Refusal } from '../../ui/feedback.js';
import { Line } from '../../ui/fields.js';
import css from './figures.module.css';
import kit from '../../ui/kit.module.css';
import { wholeNumber } from '../../ui/numbers.js';
import { Page, Stack } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { Table } from '../../ui/table.js';
import type { Option } from '../../ui/type-ahead.js';
import { useLater } from '../../ui/use-later.js';
import { useLabels } from '../../vocabulary/use-labels.js';
import { VocabularyField } from '../../vocabulary/vocabulary-field.js';
import { ScarcityFigures } from './figures.graphql.js';
import { NetworkChoice } from './network-choice.js';

type Scarcity = Extract<ScarcityFiguresQuery['scarcity'], { readonly __typename: 'Scarcity' }>;

const FEWEST = '5';

/** Combinations of language, expertise and area that too few mediators have. */
export default function ScarcityScreen(): ReactNode {
  const t = useT('console-figures');
  const tc = useT('console');
  const [areas, setAreas] = useCodes('area', 'TERRITORY');
  const [languages, setLanguages] = useCodes('language', 'LANGUAGE');
  const [expertise, setExpertise] = useCodes('expertise', 'EXPERTISE');
  const [network, setNetwork] = useParam('network');
  const [minimum, setMinimum] = useParam('minimum');
  const fewest = useLater(minimum === '' ? FEWEST : minimum);
  const query = useAsk(
    ScarcityFigures,
    {
      areas: codesOf(areas),
      languages: codesOf(languages)?.map((code) => ({ code })) ?? null,
      expertise: codesOf(expertise)?.map((code) => ({ code })) ?? null,
      network: network === '' ? null : network,
      minimum: wholeNumber(fewest),
    },
    { keepPrevious: true },
  );
  const found = query.data?.scarcity;
  return (
    <Page
      title={tc('menu.scarcity')}
      actions={
        found?.__typename === 'Scarcity' && found.results.length > 0 ? (
          <Button onPress={() => giveCsv('scarcity', rowsOf(found, t))}>{t('csv')}</Button>
        ) : null
      }
    >
      <p>{t('scarcity.about')}</p>
      <div className={kit.filters}>
        <VocabularyField
          kind="TERRITORY"
          label={t('scarcity.areas')}
          chosen={areas}
          onChange={setAreas}
        />
        <VocabularyField
          kind="LANGUAGE"
          label={t('scarcity.languages')}
          chosen={languages}
          onChange={setLanguages}
        />
        <VocabularyField
          kind="EXPERTISE"
          label={t('scarcity.expertise')}
          chosen={expertise}
          onChange={setExpertise}
        />
        <Line
          label={t('scarcity.minimum')}
          type="number"
          value={minimum === '' ? FEWEST : minimum}
          onChange={setMinimum}
        />
        <NetworkChoice value={network} onChange={setNetwork} />
      </div>
      <Answered query={query}>
        {({ scarcity }) =>
          isRefused(scarcity) ? (
            <Refusal refused={refusalOf(scarcity)} />
          ) : (
            <Results scarcity={scarcity} />
          )
        }
      </Answered>
    </Page>
  );
}

function Results({ scarcity }: { readonly scarcity: Scarcity }): ReactNode {
  const t = useT('console-figures');
  const format = useFormat();
  const { results, minimum, combinations, scarce, women, needs } = scarcity;
  if (results.length === 0) {
    return (
      <Empty title={t('scarcity.none')}>
        <p>{t('scarcity.noneAbout', { minimum })}</p>
      </Empty>
    );
  }
  return (
    <Stack>
      <p role="status">{t('scarcity.counted', { scarce, combinations, women, needs })}</p>
      <Table
        label={t('scarcity.table')}
        caption={t('scarcity.caption', { shown: results.length, minimum })}
        rows={results}
        keyOf={keyOf}
        columns={[
          {
            id: 'combination',
            words: t('scarcity.combination'),
            names: true,
            cell: (one) => (
              <div className={css.combination}>
                {format.joined([one.language.label, one.expertise.label, one.area.label])}
                {one.sentences.map((sentence) => (
                  <p key={sentence} className={kit.hint}>
                    {sentence}
                  </p>
                ))}
              </div>
            ),
          },
          {
            id: 'asked',
            words: t('scarcity.asked'),
            number: true,
            cell: ({ asked }) => format.number(asked),
          },
          {
            id: 'available',
            words: t('scarcity.available'),
            cell: ({ available }) => (
              <NumberBar words={format.number(available)} value={available} most={minimum} />
            ),
          },
          {
            id: 'missing',
            words: t('scarcity.missing'),
            number: true,
            cell: ({ missing }) => format.number(missing),
          },
          {
            id: 'bottleneck',
            words: t('scarcity.bottleneck'),
            cell: ({ bottleneck }) =>
              bottleneck ? <Badge tone="warm">{t(`bottleneck.${bottleneck}`)}</Badge> : null,
          },
        ]}
      />
    </Stack>
  );
}

function keyOf({ area, language, expertise }: Scarcity['results'][number]): string {
  return [area.code, language.code, language.level, expertise.code, expertise.level].join(' ');
}

function rowsOf(
  { results }: Scarcity,
  t: ReturnType<typeof useT<'console-figures'>>,
): readonly (readonly (string | number | null)[])[] {
  return [
    [
      t('scarcity.languages'),
      t('scarcity.expertise'),
      t('scarcity.areas'),
      t('scarcity.asked'),
      t('scarcity.available'),
      t('scarcity.missing'),
      t('scarcity.bottleneck'),
    ],
    ...results.map((one) => [
      one.language.label,
      one.expertise.label,
      one.area.label,
      one.asked,
      one.available,
      one.missing,
      one.bottleneck ? t(`bottleneck.${one.bottleneck}`) : null,
    ]),
  ];
}

function codesOf(chosen: readonly Option[]): string[] | null {
  return chosen.length === 0 ? null : chosen.map(({ id }) => id);
}

/** Codes that the address holds, with their labels. */
function useCodes(
  name: string,
  kind: 'TERRITORY' | 'LANGUAGE' | 'EXPERTISE',
): readonly [readonly Option[], (chosen: readonly Option[]) => void] {
  const [params, setParams] = useSearchParams();
  const codes = params.getAll(name);
  const { labelOf } = useLabels<VocabularyKind>({ [kind]: codes });
  const text = codes.join(' ');
  const chosen = useMemo(
    () =>
      text
        .split(' ')
        .filter(Boolean)
        .map((id) => ({ id, words: labelOf(kind, id) })),
    [text, kind, labelOf],
  );
  const set = (next: readonly Option[]): void =>
    setParams((old) => {
      const changed = new URLSearchParams(old);
      changed.delete(name);
      for (const { id } of next) changed.append(name, id);
      return changed;
    });
  return [chosen, set];
}
