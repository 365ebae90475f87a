import { PHASES, PROCESS_TYPES } from '#vocabulary';
import { processBit } from '../bit-sets.js';
import { type Compile, MaskGauge } from '../engine/scorers.js';
import { microUnits, MODEL } from '../model.js';

/**
 * The best of her deployments: same type and phase, same type, same phase. A need that states only
 * one of the two can find only that one the same.
 */
export const process: Compile<'PROCESS'> = (pool, need) => {
  const { type = null, phase = null } = need.soft.process!;
  const ofType = type === null ? [] : PHASES.map((each) => processBit(type, each));
  const ofPhase = phase === null ? [] : PROCESS_TYPES.map((each) => processBit(each, phase));
  const both = type === null || phase === null ? [] : [processBit(type, phase)];
  const column = pool.columns.processes;
  const step = (bits: number[], tenths: number) => ({
    column,
    mask: bits.reduce((mask, bit) => mask | bit, 0),
    value: microUnits(tenths, 10),
  });
  return {
    wanted: { type, phase },
    gauge: new MaskGauge(
      step(both, MODEL.process.typeAndPhase),
      step(ofType, MODEL.process.type),
      step(ofPhase, MODEL.process.phase),
    ),
    find: ({ processes }) => {
      const same = processes.find((found) => found.type === type && found.phase === phase);
      if (same) return { ...same, same: 'type-and-phase' };
      const sameType = processes.find((found) => found.type === type);
      if (sameType) return { ...sameType, same: 'type' };
      const samePhase = processes.find((found) => found.phase === phase);
      return samePhase ? { ...samePhase, same: 'phase' } : null;
    },
  };
};
