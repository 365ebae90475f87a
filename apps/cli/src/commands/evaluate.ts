import { writeFile } from 'node:fs/promises';
import { CareerPool, careerSet, judgedSet, profileLine } from '#demo';
import {
  parseGradeSheet,
  parseJudgedNeeds,
  writeGradeSheet,
  writeJudgedNeeds,
  EvaluationService,
  type JudgedNeed,
  type JudgedNeeds,
  ShortlistJudgements,
} from '#engagement';
import { OPERATOR, isUuid } from '#identity';
import {
  evaluate,
  parseQrels,
  parseRun,
  UnreadableLinesError,
  writeQrels,
  writeRun,
  type Qrels,
  type Run,
} from '#evaluation';
import { MODEL_VERSIONS, type ModelVersion, type Need } from '#matching';
import { CommandFailure } from '#runtime';
import { printedComparison, printedEvaluation } from '../evaluation-listing.js';
import type { Format } from '../format-option.js';
import { nameOf, readText } from '../input-file.js';
import { positiveInteger } from '../numbers.js';
import { withApplication } from '../with-application.js';

export interface EvaluateOptions {
  readonly needs?: string;
  readonly qrels?: string;
  readonly fromShortlists?: readonly string[];
  readonly run?: string;
  readonly weights?: string;
  readonly against?: string;
  readonly brief?: boolean;
  readonly careers?: boolean;
  readonly model?: string;
  readonly writeSheet?: string;
  readonly judgedOnly?: boolean;
  readonly k: string;
  readonly relevant: string;
  readonly writeRun?: string;
  readonly writeQrels?: string;
  readonly writeNeeds?: string;
  readonly format: Format;
}

/** How one side of a comparison ranks: by the model with these weights, or as a file says. */
type Side =
  | { readonly run: Run }
  | { readonly weights: Need['weights']; readonly version: ModelVersion | undefined };

/** Measures rankings of judged needs, or compares two. */
export async function evaluateMatching(options: EvaluateOptions): Promise<void> {
  const settings = {
    cutoffs: cutoffsOf(options.k),
    threshold: positiveInteger('--relevant', options.relevant, 3),
    judgedOnly: options.judgedOnly ?? false,
  };
  const { needs, qrels } = await judgedNeeds(options);
  const sides = await sidesOf(options);
  const runs = options.careers
    ? await rankedCareers(sides, needs, options.brief ?? false)
    : await ranked(sides, needs, qrels, options.brief ?? false);
  const [first, second] = runs.map((run) => evaluate(qrels, run, settings));
  if (options.writeRun) await written(options.writeRun, writeRun(runs[0] ?? new Map(), 'baraza'));
  if (options.writeNeeds) await written(options.writeNeeds, writeJudgedNeeds(needs));
  if (options.writeQrels) await written(options.writeQrels, writeQrels(qrels));
  if (options.writeSheet) await written(options.writeSheet, sheetOf(options, needs, qrels));
  const titles = new Map(needs.map(({ topic, title }) => [topic, title]));
  if (first && second) console.log(printedComparison(first, second, options.format));
  else if (first) console.log(printedEvaluation(first, titles, options.format));
}

async function judgedNeeds(options: EvaluateOptions): Promise<JudgedNeeds> {
  const { needs, qrels, fromShortlists } = options;
  if (fromShortlists !== undefined) return judgedOnShortlists(fromShortlists);
  const shipped = await shippedSet(options);
  return {
    needs: needs === undefined ? shipped.needs : await parsed(needs, parseJudgedNeeds),
    qrels: qrels === undefined ? shipped.qrels : await parsed(qrels, readerOf(qrels)),
  };
}

async function shippedSet({ careers }: EvaluateOptions): Promise<JudgedNeeds> {
  if (!careers) return judgedSet();
  const { needs, grades } = careerSet();
  return { needs, qrels: grades };
}

/** Judgements are TREC's, or a sheet that a spreadsheet program has saved. */
function readerOf(file: string): (text: string) => Qrels {
  return /\.csv$/i.test(file) ? (text) => parseGradeSheet(text).grades : parseQrels;
}

/** The judgements as a sheet, with what a judge reads of each woman of the second set. */
function sheetOf(
  { careers }: EvaluateOptions,
  needs: readonly JudgedNeed[],
  grades: Qrels,
): string {
  const titles = new Map(needs.map(({ topic, title, brief }) => [topic, `${title}: ${brief}`]));
  const second = careers ? careerSet().second : new Map();
  const { profiles } = new CareerPool();
  return writeGradeSheet(
    { grades, second },
    {
      title: (topic) => titles.get(topic) ?? '',
      profile: (docno) => {
        const profile = careers ? profiles.get(docno) : undefined;
        return profile ? profileLine(profile) : '';
      },
    },
  );
}

/** What organizers kept and dropped for these needs. */
async function judgedOnShortlists(ids: readonly string[]): Promise<JudgedNeeds> {
  const judged = await withApplication(async (app) =>
    app.get(ShortlistJudgements).of(OPERATOR, ids.map(readNeedId)),
  );
  if ([...judged.qrels.values()].some((grades) => grades.size > 0)) return judged;
  throw new CommandFailure('Nobody is on a shortlist of these needs.');
}

async function sidesOf(options: EvaluateOptions): Promise<Side[]> {
  const { run, weights, against } = options;
  const [version, other] = versionsOf(options);
  if (run !== undefined && weights !== undefined) {
    throw new CommandFailure('Give --run or --weights: a run was ranked already.');
  }
  const first = run === undefined ? weightsOrRun(weights ?? '{}', version) : runOf(run);
  const second = against ?? (other === undefined ? undefined : '{}');
  return Promise.all([
    first,
    ...(second === undefined ? [] : [weightsOrRun(second, other ?? version)]),
  ]);
}

/** One version of the model for all, or two that are compared: `2` or `2,1`. */
function versionsOf({ model }: EvaluateOptions): (ModelVersion | undefined)[] {
  const versions = model?.split(',').map((part) => {
    const version = MODEL_VERSIONS.find((each) => String(each) === part.trim());
    if (version !== undefined) return version;
    throw new CommandFailure(
      `There is no model "${part}"; there are ${MODEL_VERSIONS.join(', ')}.`,
    );
  });
  return versions ?? [];
}

/** Weights as JSON, or a file that holds weights or a run. */
async function weightsOrRun(text: string, version: ModelVersion | undefined): Promise<Side> {
  const json = text.trimStart().startsWith('{') ? text : await readText(text);
  if (!json.trimStart().startsWith('{')) return runOf(text);
  try {
    return { weights: JSON.parse(json) as Need['weights'], version };
  } catch (error) {
    throw new CommandFailure(`The weights are not valid JSON: ${(error as Error).message}.`);
  }
}

async function runOf(file: string): Promise<Side> {
  return { run: await parsed(file, parseRun) };
}

/** Opens the directory only where something has to be ranked. */
async function ranked(
  sides: readonly Side[],
  needs: readonly JudgedNeed[],
  qrels: Qrels,
  brief: boolean,
): Promise<Run[]> {
  const given = sides.flatMap((side) => ('run' in side ? [side.run] : []));
  if (given.length === sides.length) return given;
  const known = new Set(needs.map(({ topic }) => topic));
  const unknown = [...qrels.keys()].filter((topic) => !known.has(topic));
  if (unknown.length > 0) {
    throw new CommandFailure(`There is no need for these judged topics: ${unknown.join(', ')}.`);
  }
  const rankOne = async (evaluation: EvaluationService, side: Side) =>
    'run' in side ? side.run : evaluation.rankAll(OPERATOR, needs, qrels, { ...side, brief });
  return withApplication(async (app) => {
    const evaluation = app.get(EvaluationService);
    const runs: Run[] = [];
    for (const side of sides) runs.push(await rankOne(evaluation, side));
    return runs;
  });
}

/** Rankings of the second set, which needs no database. */
async function rankedCareers(
  sides: readonly Side[],
  needs: readonly JudgedNeed[],
  brief: boolean,
): Promise<Run[]> {
  const pool = new CareerPool();
  const runs: Run[] = [];
  for (const side of sides) {
    runs.push('run' in side ? side.run : await pool.rankAll(needs, { ...side, brief }));
  }
  return runs;
}

function cutoffsOf(text: string): number[] {
  const cutoffs = text.split(',').map((part) => positiveInteger('--k', part.trim(), 100));
  return [...new Set(cutoffs)].toSorted((a, b) => a - b);
}

async function parsed<T>(file: string, parse: (text: string) => T): Promise<T> {
  const text = await readText(file);
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof UnreadableLinesError)) throw error;
    throw new CommandFailure(`${nameOf(file)} cannot be used:\n${error.message}`);
  }
}

async function written(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch(() => {
    throw new CommandFailure(`The file ${file} cannot be written.`);
  });
}

/** A need's id as the database has it, or as the graph gives it. */
function readNeedId(id: string): string {
  const [, inside = id] = /^Need:(.*)$/.exec(Buffer.from(id, 'base64url').toString('utf8')) ?? [];
  if (isUuid(inside)) return inside;
  throw new CommandFailure(`"${id}" is not the id of a need.`);
}
