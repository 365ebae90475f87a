import { ScarcityReleases, STEP, type ScarcityQuarter } from '#metrics';
import { Context as Ctx, Resolver } from '@nestjs/graphql';
import { label, territoriesOf, type Locale } from '#vocabulary';
import { Cost } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { RefusableQuery } from '../graphql/refusals.js';
import { toArea } from '../graphql/texts.js';
import { ScarcityMap, ScarcityMapResult } from './scarcity-map.type.js';

/** Where mediators are few: small numbers withheld, unlike what `scarcity` counts for a search. */
@Resolver()
export class ScarcityMapResolver {
  constructor(private readonly releases: ScarcityReleases) {}

  @Cost({ own: 300 })
  @RefusableQuery(() => ScarcityMapResult, {
    description:
      'Shows where mediators are few, by region and domain of expertise, with how many open needs ask for them. For focal points and administrators: see docs/wps.md.',
  })
  async scarcityMap(@Ctx() { viewer, locale }: Context): Promise<ScarcityMap> {
    return toScarcityMap(await this.releases.map(viewer), locale);
  }
}

function toScarcityMap({ from, to, rows }: ScarcityQuarter, locale: Locale): ScarcityMap {
  const areas = rows.filter(({ domain }) => domain === null);
  return {
    __typename: 'ScarcityMap',
    from,
    to,
    step: STEP,
    areas: areas.map(({ area, women, asked }) => ({
      area: toArea(area, locale),
      territories: territoriesOf(area),
      mediators: women,
      asked,
      domains: rows.flatMap((row) =>
        row.area === area && row.domain !== null
          ? {
              code: row.domain,
              label: label('expertise', row.domain, locale),
              mediators: row.women,
              asked: row.asked,
            }
          : [],
      ),
    })),
  };
}
