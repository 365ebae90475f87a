import type { Droppable, FindingCode } from './finding.js';

/** The sentences of one language, places in braces, and what requirements are called in them. */
export interface FindingTexts {
  readonly sentences: Readonly<Record<FindingCode, string>>;
  readonly requirements: Readonly<Record<Droppable, string>>;
}
