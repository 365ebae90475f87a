import type { NewPeaceProcess } from '#engagement';
import { parseExpertise, type Phase, type ProcessType } from '#vocabulary';
import data from './data/peace-processes.json' with { type: 'json' };

/** Real peace processes, their themes as codes; where they come from is in data/README.md. */
export const PEACE_PROCESSES: readonly NewPeaceProcess[] = data.map((process) => ({
  ...process,
  type: process.type as ProcessType,
  phase: process.phase as Phase,
  themes: process.themes.map(themeCode),
}));

function themeCode(words: string): string {
  const parsed = parseExpertise(words);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value;
}
