/**
 * Linkage: records of several lists give pairs that are probably one woman, each with its weight explained, and
 * clusters. Pure: no database, no clock, no state but the pool. The model is docs/linkage.md.
 */
export { checkRecord, type LinkageRecord, MOST_VALUES } from './record.js';
export {
  COMPARISONS,
  type ComparisonKind,
  DEFAULT_MODEL,
  type Level,
  LEVELS,
  type LevelledKind,
  type LevelOf,
  type LinkageModel,
} from './model.js';
export {
  type ExplainedBar,
  type ExplainedPart,
  explainPair,
  type PairExplanation,
} from './engine/explain-pair.js';
export {
  type Band,
  BANDS,
  link,
  type Linked,
  type LinkedPair,
  type LinkOptions,
  pairsOf,
  probabilityOf,
  weightOf,
} from './engine/link.js';
export { LinkagePool } from './engine/linkage-pool.js';
export { train, type Training } from './engine/train.js';
export {
  type Fields,
  FIELDS,
  type HardLists,
  hardLists,
  type HardListsRequest,
} from './evaluation/hard-lists.js';
export {
  type Agreement,
  agreementOf,
  type Estimate,
  type Estimated,
  estimateFrom,
  type Label,
  type LabelledBand,
  LABELS,
} from './evaluation/agreement.js';
export {
  type PairSample,
  type SampledBand,
  type SampledPair,
  samplePairs,
} from './engine/sample-pairs.js';
export {
  bCubed,
  calibration,
  type CalibrationBin,
  type ClusterMeasures,
  measurePairs,
  pairMeasures,
  type PairMeasures,
  type Truth,
  truePairs,
} from './evaluation/measure.js';
export {
  dice,
  ENCODING_BITS,
  HARDENED,
  type Hardening,
  LongTermKeys,
  PLAIN,
} from './encodings/long-term-keys.js';
export {
  type Answer,
  type Blinded,
  type Evaluation,
  type ExchangeKeys,
  Intersection,
  WrongProofError,
} from './exchange/intersection.js';
