import { geoNaturalEarth1, geoPath } from 'd3-geo';
import type { FeatureCollection } from 'geojson';
import { useMemo, type ReactNode } from 'react';
import { TableTwin } from './charts.js';
import css from './pictures.module.css';
import places from './places.json' with { type: 'json' };
import { worldShapes } from './world-shapes.js';

const WIDTH = 960;
/** Longitude and latitude of territories that are too small for the map, by code. */
const DOTS: Readonly<Record<string, number[]>> = places.dots;

/**
 * A count for each territory of the code list, as `worldShapes` has them. What is too small is a dot. The map stays as it is
 * where one reads from the right.
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
  const { shapes, path, project, height } = useMemo(() => {
    const all = worldShapes();
    const world: FeatureCollection = {
      type: 'FeatureCollection',
      features: all.map((shape) => shape.feature),
    };
    const projection = geoNaturalEarth1().fitWidth(WIDTH, world);
    const drawn = geoPath(projection);
    const [, [, bottom]] = drawn.bounds(world);
    return {
      shapes: all,
      path: drawn,
      project: projection,
      height: Math.ceil(bottom),
    };
  }, []);
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
        {shapes.map(({ code, name, feature }) => {
          const count = counts.get(code);
          return (
            <path key={name} d={path(feature) ?? ''} {...marked(code)}>
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
