export {
  counts,
  durations,
  proportion,
  shares,
  unitsOf,
  WHOLE,
  type Case,
  type ClockCase,
  type FigureRow,
  type OutcomeCase,
} from './figures/figures.js';
export {
  survivalCurve,
  timeBy,
  type Observation,
  type SurvivalStep,
} from './statistics/survival.js';
