import { lazy, Suspense, type ReactNode } from 'react';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type { ScarcityOnMapQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { giveCsv } from '../../ui/download.js';
import { Answered, Badge, Refusal, Skeleton } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Page, Row, Stack } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { Table } from '../../ui/table.js';
import { ScarcityOnMap } from './figures.graphql.js';
import css from './figures.module.css';

const WorldMap = lazy(() => import('../../ui/world-map.js'));

type ScarcityMap = Extract<
  ScarcityOnMapQuery['scarcityMap'],
  { readonly __typename: 'ScarcityMap' }
>;

/** A region, for one domain of expertise or for all together. */
interface Region {
  readonly code: string;
  readonly label: string;
  readonly territories: readonly string[];
  /** So many at least; null for fewer than the step. */
  readonly mediators: number | null;
  readonly asked: number;
}

/** From what is lacking most to what is there. So many steps of mediators are the limit of the last. */
const SHADES = [1, 2, 3, 4] as const;
type Shade = (typeof SHADES)[number];
const STEPS_OF_MANY = 4;

/** Where mediators are few, by region of the world: on a map, and in a table with the same numbers. */
export default function ScarcityMapScreen(): ReactNode {
  const t = useT('console-figures');
  const tc = useT('console');
  const [domain, setDomain] = useParam('domain');
  const query = useAsk(ScarcityOnMap, {});
  const found = query.data?.scarcityMap;
  const map = found?.__typename === 'ScarcityMap' ? found : null;
  return (
    <Page
      title={tc('menu.scarcityMap')}
      actions={
        <>
          <LinkButton to="/scarcity">{tc('menu.scarcity')}</LinkButton>
          {map ? (
            <Button onPress={() => giveCsv('scarcity-map', rowsOf(map, t))}>{t('csv')}</Button>
          ) : null}
        </>
      }
    >
      <p>{t('scarcityMap.about')}</p>
      <Answered query={query}>
        {({ scarcityMap }) => {
          if (isRefused(scarcityMap)) return <Refusal refused={refusalOf(scarcityMap)} />;
          const domains = scarcityMap.areas[0]?.domains ?? [];
          const chosen = domains.find(({ code }) => code === domain)?.code ?? '';
          return (
            <Stack>
              <div className={kit.filters}>
                <Choice
                  label={t('scarcity.expertise')}
                  none={t('scarcityMap.anyDomain')}
                  value={chosen}
                  options={domains.map(({ code, label }) => [code, label])}
                  onChange={setDomain}
                />
              </div>
              <Regions map={scarcityMap} domain={chosen} />
            </Stack>
          );
        }}
      </Answered>
    </Page>
  );
}

function Regions({
  map,
  domain,
}: {
  readonly map: ScarcityMap;
  readonly domain: string;
}): ReactNode {
  const t = useT('console-figures');
  const format = useFormat();
  const { step } = map;
  const regions = regionsOf(map, domain);
  const byTerritory = new Map(
    regions.flatMap((region) => region.territories.map((code) => [code, region] as const)),
  );
  const period = t('exposure.period', { from: new Date(map.from), to: new Date(map.to) });
  const mediators = (count: number | null): string =>
    count === null ? t('scarcityMap.few', { step }) : t('scarcityMap.atLeast', { count });
  return (
    <>
      <Card>
        <Suspense fallback={<Skeleton />}>
          <WorldMap
            counts={new Map([...byTerritory].map(([code, { asked }]) => [code, asked]))}
            shadeOf={(code) => shadeOf(byTerritory.get(code)!, step)}
            labelOf={(code) => byTerritory.get(code)?.label ?? code}
            caption={t('scarcityMap.picture', { period })}
            wordsOf={(name, asked, code) =>
              t('scarcityMap.place', {
                name,
                mediators: mediators(byTerritory.get(code)?.mediators ?? null),
                asked,
              })
            }
          />
        </Suspense>
        <ul className={css.legend}>
          {SHADES.map((shade) => (
            <li key={shade}>
              <span className={css.shade} data-shade={shade} aria-hidden="true" />
              {t(`scarcityMap.shade${shade}`, {
                step,
                fewest: step,
                most: step * STEPS_OF_MANY - 1,
                many: step * STEPS_OF_MANY,
              })}
            </li>
          ))}
        </ul>
      </Card>
      <Table
        caption={t('scarcityMap.counted', { count: regions.length, period })}
        rows={regions}
        keyOf={({ code }) => code}
        columns={[
          {
            id: 'region',
            words: t('scarcityMap.region'),
            names: true,
            cell: ({ label }) => label,
          },
          {
            id: 'mediators',
            words: t('scarcity.available'),
            cell: (region) =>
              shadeOf(region, step) === 1 ? (
                <Badge tone="warm">{mediators(region.mediators)}</Badge>
              ) : (
                mediators(region.mediators)
              ),
          },
          {
            id: 'asked',
            words: t('scarcity.asked'),
            number: true,
            cell: ({ asked }) => format.number(asked),
          },
        ]}
      />
      <Row>
        <p className={kit.hint}>{t('scarcityMap.steps', { step })}</p>
      </Row>
    </>
  );
}

/** What is lacking and asked for first. */
function regionsOf({ areas }: ScarcityMap, domain: string): Region[] {
  const regions = areas.map(({ area, territories, mediators, asked, domains }) => {
    const numbers = domains.find(({ code }) => code === domain) ?? { mediators, asked };
    return {
      code: area.code,
      label: area.label,
      territories,
      mediators: numbers.mediators,
      asked: numbers.asked,
    };
  });
  return regions.toSorted(
    (a, b) =>
      (a.mediators ?? 0) - (b.mediators ?? 0) ||
      b.asked - a.asked ||
      a.label.localeCompare(b.label),
  );
}

function shadeOf({ mediators, asked }: Region, step: number): Shade {
  if (mediators === null) return asked > 0 ? 1 : 2;
  return mediators < step * STEPS_OF_MANY ? 3 : 4;
}

/** All regions with all domains; an empty cell is a number that is withheld. */
function rowsOf(
  { areas }: ScarcityMap,
  t: ReturnType<typeof useT<'console-figures'>>,
): readonly (readonly (string | number | null)[])[] {
  return [
    [t('scarcityMap.region'), t('scarcity.expertise'), t('scarcityMap.least'), t('scarcity.asked')],
    ...areas.flatMap(({ area, mediators, asked, domains }) => [
      [area.label, t('scarcityMap.anyDomain'), mediators, asked],
      ...domains.map((one) => [area.label, one.label, one.mediators, one.asked]),
    ]),
  ];
}
