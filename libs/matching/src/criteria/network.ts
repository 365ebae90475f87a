import { type Compile, FitsGauge } from '../engine/scorers.js';

/** In a preferred network 1; else 0. */
export const network: Compile<'NETWORK'> = (pool, need) => {
  const wanted = need.soft.networks!;
  const preferred = new Set(wanted);
  const fits = Uint16Array.from(pool.dictionaries.networks.codes, (slug) =>
    preferred.has(slug) ? 1 : 0,
  );
  return {
    wanted,
    gauge: new FitsGauge(pool, pool.lists.networks, [1], fits, 1),
    find: (candidate) => candidate.networks.filter((slug) => preferred.has(slug)),
  };
};
