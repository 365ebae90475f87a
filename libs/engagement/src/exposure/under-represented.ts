import type { Reader } from '#database';
import { discountOf } from '#matching';
import { COUNTED_WOMEN, placesWhere } from './places.js';
import { FEWEST } from './suppression.js';

/** A network is under-represented when its share of exposure is below this part of its share of women. */
const PARTS = { of: 4, in: 5 };

interface NetworkExposure {
  /** Null for all women together. */
  readonly slug: string | null;
  readonly women: number;
  /** How many needs they came before organizers for, by place. */
  readonly places: Readonly<Record<string, number>> | null;
}

const EXPOSURE_OF_NETWORKS = `
WITH woman AS (${COUNTED_WOMEN}),
member AS (SELECT w.id, n.slug FROM woman w
  JOIN affiliation a ON a.mediator_id = w.id AND a.status = 'verified' JOIN network n ON n.id = a.network_id
  UNION ALL SELECT id, NULL FROM woman),
counted AS (SELECT slug, place, count(*)::int AS needs FROM (${placesWhere('e.at >= $1')}) p
  JOIN member USING (id) GROUP BY slug, place)
SELECT slug, count(DISTINCT id)::int AS women,
  (SELECT json_object_agg(place, needs) FROM counted c WHERE c.slug IS NOT DISTINCT FROM m.slug) AS places
FROM member m GROUP BY slug ORDER BY slug`;

/**
 * Networks whose share of exposure since a moment, of that of all women who are counted, is less than four
 * fifths of their share of these women. Networks of fewer than five women are not judged.
 */
export async function underRepresentedNetworks(reader: Reader, since: Date): Promise<string[]> {
  const found = await reader.query<NetworkExposure>(EXPOSURE_OF_NETWORKS, [since]);
  const judged = found.map(({ slug, women, places }) => ({
    slug,
    women: BigInt(women),
    exposure: Object.entries(places ?? {}).reduce(
      (sum, [place, needs]) => sum + BigInt(discountOf(Number(place))) * BigInt(needs),
      0n,
    ),
  }));
  const all = judged.find(({ slug }) => slug === null);
  if (!all) return [];
  return judged.flatMap(({ slug, women, exposure }) =>
    slug !== null &&
    women >= BigInt(FEWEST) &&
    exposure * all.women * BigInt(PARTS.in) < women * all.exposure * BigInt(PARTS.of)
      ? [slug]
      : [],
  );
}
