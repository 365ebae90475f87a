import { AnalysisSentences } from '#explanations';
import type { Shortfall as Lack } from '#matching';
import type { Locale } from '#vocabulary';
import type { Shortfall } from './need-report.type.js';

/** What stops somebody, with a sentence. */
export function toShortfall(shortfall: Lack, locale: Locale): Shortfall {
  const { criterion, ...lack } = shortfall;
  return { criterion, lack, sentence: new AnalysisSentences(locale).shortfall(shortfall) };
}
