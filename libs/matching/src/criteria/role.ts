import { roleMasks } from '../engine/columns.js';
import { type Compile, MaskGauge } from '../engine/scorers.js';
import { microUnits, MODEL } from '../model.js';

/** The best over the accepted roles: held in a deployment, or stated in her profile only. */
export const role: Compile<'ROLE'> = (pool, need) => {
  const wanted = need.soft.roles!;
  const { roles: column } = pool.columns;
  const masks = roleMasks(wanted);
  return {
    wanted,
    gauge: new MaskGauge(
      { column, mask: masks.served, value: microUnits(MODEL.role.served, 10) },
      { column, mask: masks.stated, value: microUnits(MODEL.role.stated, 10) },
    ),
    find: (candidate) => {
      const served = wanted.find((code) => candidate.rolesServed.includes(code));
      if (served) return { role: served, standing: 'served' };
      const stated = wanted.find((code) => candidate.rolesStated.includes(code));
      return stated ? { role: stated, standing: 'stated' } : null;
    },
  };
};
