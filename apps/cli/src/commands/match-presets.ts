import { CRITERIA, PRESET_CODES, PRESETS, presetText } from '#matching';
import type { Format } from '../format-option.js';
import { asCsv, asJson, asTable, type Listing } from '../output.js';

/** Prints the presets that a need may name, each with its reason. */
export function presets({ format }: { readonly format: Format }): void {
  console.log(PRINT[format]());
}

const PRINT: Record<Format, () => string> = {
  json: () =>
    asJson(PRESET_CODES.map((code) => ({ code, ...presetText(code, 'en'), ...PRESETS[code] }))),

  csv: () => asCsv(weightRows()),

  table: () => asTable(reasonRows()),
};

function weightRows(): Listing {
  return {
    head: ['preset', ...CRITERIA],
    rows: PRESET_CODES.map((code) => [
      code,
      ...CRITERIA.map((criterion) => PRESETS[code].weights[criterion]),
    ]),
  };
}

function reasonRows(): Listing {
  return {
    head: ['preset', 'for', 'why'],
    rows: PRESET_CODES.map((code) => {
      const { title, reason } = presetText(code, 'en');
      return [code, title, reason];
    }),
    widths: [27, 30, 'rest'],
  };
}
