import { AnalysisService } from '#engagement';
import { OPERATOR } from '#identity';
import { AnalysisSentences } from '#explanations';
import { PARTS, type Scarcity, type ScarcityRequest } from '#matching';
import type { Format } from '../format-option.js';
import { positiveInteger } from '../numbers.js';
import { asCsv, asJson, asTable, type Listing } from '../output.js';
import { withApplication } from '../with-application.js';

interface Options {
  readonly network?: string;
  readonly language?: string[];
  readonly expertise?: string[];
  readonly area?: string[];
  readonly minimum: string;
  readonly limit: string;
  readonly format: Format;
}

/** Prints the combinations of language, expertise and region that too few women have. */
export async function scarcityOf(options: Options): Promise<void> {
  const request: ScarcityRequest = {
    network: options.network,
    languages: options.language?.map((code) => ({ code })),
    expertise: options.expertise?.map((code) => ({ code })),
    areas: options.area,
    minimum: positiveInteger('--minimum', options.minimum, 100),
    limit: positiveInteger('--limit', options.limit, 500),
  };
  await withApplication(async (app) => {
    const analyses = app.get(AnalysisService);
    console.log(PRINT[options.format](await analyses.scarcity(OPERATOR, request)));
  });
}

const say = new AnalysisSentences('en');

const PRINT: Record<Format, (found: Scarcity) => string> = {
  json: asJson,

  csv: ({ results }) =>
    asCsv({
      head: [
        'language',
        'expertise',
        'area',
        ...COUNTS,
        ...PARTS.map((part) => `lack only ${part}`),
      ],
      rows: results.map((each) => [
        `${each.language.code} ${each.language.level}`,
        `${each.expertise.code} ${each.expertise.level}`,
        each.area,
        each.available,
        each.missing,
        each.asked,
        ...PARTS.map((part) => each.lackOnly[part]),
      ]),
    }),

  table: (found) => {
    const { women, needs, scarce, combinations, request } = found;
    const demand = needs === 0 ? 'each counts equally' : `asked for by ${needs} open needs`;
    return [
      `${scarce} of ${combinations} combinations have fewer than ${request.minimum} of ${women} women (${demand}).`,
      asTable(sentenceRows(found)),
    ].join('\n');
  },
};

const COUNTS = ['available', 'missing', 'asked'];

function sentenceRows({ results }: Scarcity): Listing {
  return {
    head: [...COUNTS, 'combination'],
    rows: results.map((each) => [
      each.available,
      each.missing,
      each.asked,
      say.scarcity(each).join(' '),
    ]),
    widths: [11, 9, 7, 'rest'],
  };
}
