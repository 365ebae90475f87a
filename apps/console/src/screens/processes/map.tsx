import { geoNaturalEarth1, geoPath } from 'd3-geo';
import type { FeatureCollection } from 'geojson';
import { useMemo, type ReactNode } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import { useT } from '../../i18n/translate.js';
import { TableTwin } from '../../ui/charts.js';
import places from './places.json';
import css from './processes.module.css';

const WIDTH = 960;
const HEIGHT = 480;

const WORLD = atlas as unknown as Topology<{ readonly countries: GeometryCollection }>;
/** Numbers of ISO 3166-1 by code, for territories that the map draws. */
const SHAPES: Readonly<Record<string, string>> = places.shapes;
/** Longitude and latitude of those that are too small for it, by code. */
const DOTS: Readonly<Record<string, number[]>> = places.dots;

/**
 * In how many processes each territory is. The shapes are those of Natural Earth at 1:110 million; they take no side in
 * any dispute about a border. What is too small is a dot. The map stays as it is where one reads from the right.
 */
export default function ProcessMap({
  counts,
  labelOf,
}: {
  /** By ISO 3166-1 alpha-2 code. */
  readonly counts: ReadonlyMap<string, number>;
  readonly labelOf: (code: string) => string;
}): ReactNode {
  const t = useT('console-processes');
  const { countries, path, project } = useMemo(() => {
    const world = feature(WORLD, WORLD.objects.countries) as FeatureCollection;
    const projection = geoNaturalEarth1().fitSize([WIDTH, HEIGHT], { type: 'Sphere' });
    return { countries: world.features, path: geoPath(projection), project: projection };
  }, []);
  const codes = new Map(Object.entries(SHAPES).map(([code, number]) => [number, code]));
  const here = [...counts].toSorted(([a], [b]) => labelOf(a).localeCompare(labelOf(b)));
  const caption = t('map.caption', { count: counts.size });
  return (
    <figure>
      <svg
        className={css.map}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={caption}
        direction="ltr"
      >
        {countries.map((country) => {
          const code = codes.get(String(country.id)) ?? '';
          const count = counts.get(code);
          return (
            <path
              key={String(country.properties?.['name'])}
              d={path(country) ?? ''}
              {...(count ? { 'data-here': '' } : {})}
            >
              {count ? <title>{t('map.place', { name: labelOf(code), count })}</title> : null}
            </path>
          );
        })}
        {here.map(([code, count]) => {
          const [longitude, latitude] = DOTS[code] ?? [];
          if (longitude === undefined || latitude === undefined) return null;
          const [x, y] = project([longitude, latitude]) ?? [];
          return (
            <circle key={code} cx={x} cy={y} r={5}>
              <title>{t('map.place', { name: labelOf(code), count })}</title>
            </circle>
          );
        })}
      </svg>
      <figcaption>
        <TableTwin
          caption={caption}
          head={[t('map.territory'), t('map.processes')]}
          rows={here.map(([code, count]) => [labelOf(code), count])}
        />
      </figcaption>
    </figure>
  );
}
