import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json' with { type: 'json' };
import places from './places.json' with { type: 'json' };

/** A shape of the map and the territory to which it belongs: an ISO 3166-1 alpha-2 code, or XK. */
export interface Shape {
  readonly code: string;
  /** Of the source, which tells shapes of one territory apart. */
  readonly name: string;
  readonly feature: Feature<Polygon | MultiPolygon>;
}

/** Of ISO 3166-1: a third of the height, and nobody lives there. */
const ANTARCTICA = '010';
const MOROCCO = '504';
const WESTERN_SAHARA = 'EH';
/** The northern end of Western Sahara in degrees, at the vertices of the source. */
const END_OF_MOROCCO = 27.66;

const WORLD = atlas as unknown as Topology<{ readonly countries: GeometryCollection }>;
const CODES = new Map(Object.entries(places.shapes).map(([code, number]) => [number, code]));

/**
 * Shapes that have no number of ISO 3166-1 in the source, by their names there: they belong to the territory in whose entry of the
 * list they are. Kosovo has a code of its own in the vocabulary.
 */
const UNNUMBERED: Readonly<Record<string, string>> = {
  Kosovo: 'XK',
  'N. Cyprus': 'CY',
  Somaliland: 'SO',
};

/**
 * Parts that the source draws with another territory, and that have an entry of their own or are in that of a third one: the number
 * of the shape, and west, south, east and north of where they are.
 */
const PARTS: readonly {
  readonly of: string;
  readonly box: readonly [number, number, number, number];
  readonly code: string;
}[] = [
  { of: '250', box: [-55, 2, -51, 6], code: 'GF' },
  { of: '578', box: [10, 76, 35, 81], code: 'SJ' },
  // ISO 3166-2 has the Autonomous Republic of Crimea as UA-43, and A/RES/68/262 calls it a part of Ukraine.
  { of: '643', box: [32, 44, 37, 46.5], code: 'UA' },
];

/**
 * The shapes of Natural Earth at 1:110 million, each with a territory of the code list that the whole directory uses: the
 * source draws who holds a place, the list says to which entry it belongs.
 */
export function worldShapes(): Shape[] {
  const world = feature(WORLD, WORLD.objects.countries) as FeatureCollection<
    Polygon | MultiPolygon
  >;
  return world.features.flatMap((one): Shape[] => {
    const number = String(one.id);
    const name = String(one.properties?.['name']);
    if (number === ANTARCTICA) return [];
    const own = CODES.get(number) ?? UNNUMBERED[name] ?? '';
    const polygons =
      one.geometry.type === 'Polygon' ? [one.geometry.coordinates] : one.geometry.coordinates;
    const byCode = new Map<string, Position[][][]>();
    const add = (code: string, polygon: Position[][]) =>
      byCode.set(code, [...(byCode.get(code) ?? []), polygon]);
    for (const polygon of polygons) {
      if (number === MOROCCO) {
        const { north, south } = cutAt(polygon[0] ?? [], END_OF_MOROCCO);
        add(own, [north]);
        add(WESTERN_SAHARA, [south]);
      } else {
        const part = PARTS.find(({ of, box }) => of === number && isIn(box, polygon));
        add(part?.code ?? own, polygon);
      }
    }
    return [...byCode].map(([code, coordinates]) => ({
      code,
      name: code === own ? name : `${name}, ${code}`,
      feature: { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } },
    }));
  });
}

function isIn([west, south, east, north]: (typeof PARTS)[number]['box'], polygon: Position[][]) {
  return (polygon[0] ?? []).every(
    ([longitude = 0, latitude = 0]) =>
      longitude >= west && longitude <= east && latitude >= south && latitude <= north,
  );
}

/** A ring whose points below a latitude follow one another, as the two rings above and below it. */
function cutAt(ring: readonly Position[], at: number): { north: Position[]; south: Position[] } {
  const isSouth = ([, latitude = 0]: Position) => latitude <= at;
  const first = ring.findIndex(isSouth);
  const last = ring.findLastIndex(isSouth);
  return {
    north: [...ring.slice(0, first + 1), ...ring.slice(last)],
    south: [...ring.slice(first, last + 1), ring[first]!],
  };
}
