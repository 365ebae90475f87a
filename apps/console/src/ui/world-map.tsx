import { geoNaturalEarth1, geoPath } from 'd3-geo';
import type { FeatureCollection } from 'geojson';
import { useMemo, type ReactNode } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import { TableTwin } from './charts.js';
import css from './pictures.module.css';
import places from './places.json';

const WIDTH = 960;
/** Of ISO 3166-1: a third of the height, and nobody lives there. */
const ANTARCTICA = '010';

const WORLD = atlas as unknown as Topology<{ readonly countries: GeometryCollection }>;
/** Numbers of ISO 3166-1 by code, for territories that the map draws. */
const SHAPES: Readonly<Record<string, string>> = places.shapes;
/** Longitude and latitude of those that are too small for it, by code. */
const DOTS: Readonly<Record<string, number[]>> = places.dots;

/**
 * A count for each territory. The shapes are those of Natural Earth at 1:110 million; they take no side in
 * any dispute about a border. What is too small is a dot. The map stays as it is where one reads from the right.
 */
export default function WorldMap({
  counts,
  labelOf,
  caption,
  head,
  wordsOf,
  shadeOf,
}: {
  /** By ISO 3166-1 alpha-2 code. */
  readonly counts: ReadonlyMap<string, number>;
  readonly labelOf: (code: string) => string;
  readonly caption: string;
  /** What the columns of its table are called. Left out where the screen has a table of its own. */
  readonly head?: readonly [territory: string, count: string];
  readonly wordsOf: (name: string, count: number, code: string) => string;
  /** How a territory is marked, from 1 for what calls for something to 4 for what is well; all alike if absent. */
  readonly shadeOf?: (code: string) => 1 | 2 | 3 | 4;
}): ReactNode {
  const { countries, path, project, height } = useMemo(() => {
    const world = feature(WORLD, WORLD.objects.countries) as FeatureCollection;
    const inhabited: FeatureCollection = {
      ...world,
      features: world.features.filter(({ id }) => id !== ANTARCTICA),
    };
    const projection = geoNaturalEarth1().fitWidth(WIDTH, inhabited);
    const drawn = geoPath(projection);
    const [, [, bottom]] = drawn.bounds(inhabited);
    return {
      countries: inhabited.features,
      path: drawn,
      project: projection,
      height: Math.ceil(bottom),
    };
  }, []);
  const codes = new Map(Object.entries(SHAPES).map(([code, number]) => [number, code]));
  const here = [...counts].toSorted(([a], [b]) => labelOf(a).localeCompare(labelOf(b)));
  const marked = (code: string): object => {
    if (!counts.has(code)) return {};
    return shadeOf ? { 'data-shade': shadeOf(code) } : { 'data-here': '' };
  };
  return (
    <figure>
      <svg
        className={css.map}
        viewBox={`0 0 ${WIDTH} ${height}`}
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
              {...marked(code)}
            >
              {count === undefined ? null : <title>{wordsOf(labelOf(code), count, code)}</title>}
            </path>
          );
        })}
        {here.map(([code, count]) => {
          const [longitude, latitude] = DOTS[code] ?? [];
          if (longitude === undefined || latitude === undefined) return null;
          const [x, y] = project([longitude, latitude]) ?? [];
          return (
            <circle key={code} cx={x} cy={y} r={shadeOf ? 3 : 5} {...marked(code)}>
              <title>{wordsOf(labelOf(code), count, code)}</title>
            </circle>
          );
        })}
      </svg>
      {head ? (
        <figcaption>
          <TableTwin
            caption={caption}
            head={head}
            rows={here.map(([code, count]) => [labelOf(code), count])}
          />
        </figcaption>
      ) : null}
    </figure>
  );
}
