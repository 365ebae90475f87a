import { readFile } from 'node:fs/promises';
import type { MatchPage, NeedRequest } from '#engagement';
import { OPERATOR } from '#identity';
import { explain, type RankedCandidate } from '#matching';
import Table from 'cli-table3';
import { CommandFailure } from '../failure.js';
import { positiveInteger } from '../numbers.js';
import { withRooms } from '../with-rooms.js';

/** Ranks the candidates for the need in a file and prints them with the reasons for every point. */
export async function match(
  file: string,
  options: { limit: string; json?: boolean },
): Promise<void> {
  const first = positiveInteger('--limit', options.limit, 1_000);
  const need = await readNeed(file);
  await withRooms(async ({ matches }) => {
    const page = await matches.match(OPERATOR, need, { first });
    console.log(options.json ? asJson(page) : asText(page));
  });
}

async function readNeed(file: string): Promise<NeedRequest> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandFailure(`The file ${file} cannot be read.`);
  });
  try {
    const need = JSON.parse(text) as NeedRequest | null;
    if (need && typeof need === 'object' && !Array.isArray(need)) {
      return { ...need, hard: need.hard ?? {}, soft: need.soft ?? {} };
    }
  } catch (error) {
    throw new CommandFailure(`${file} is not valid JSON: ${(error as Error).message}.`);
  }
  throw new CommandFailure(`${file} must hold one JSON object that describes a need.`);
}

function asJson({ ranking, views }: MatchPage): string {
  const results = ranking.results.map((result) => ({
    rank: result.rank,
    id: result.id,
    name: views.get(result.id)?.name,
    score: result.score,
    contributions: result.contributions,
  }));
  const { modelVersion, considered, eligible, exclusions } = ranking;
  return JSON.stringify(
    { modelVersion, considered, eligible, exclusions, results },
    bigintAsText,
    2,
  );
}

const bigintAsText = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;

function asText({ ranking, views }: MatchPage): string {
  const table = new Table({
    head: ['rank', 'score', 'name', 'why'],
    colWidths: [6, 9, 24, whyWidth()],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const result of ranking.results) {
    const name = views.get(result.id)?.name ?? '(no longer visible)';
    table.push([result.rank, points(result.score), name, reasons(result)]);
  }
  const excluded = ranking.exclusions
    .filter(({ any }) => any > 0)
    .map(({ reason, first, any }) => `  ${reason}: ${first} first, ${any} in all`);
  return [
    `${ranking.eligible} of ${ranking.considered} are eligible (model version ${ranking.modelVersion}).`,
    ...(excluded.length > 0 ? ['Excluded:', ...excluded] : []),
    table.toString(),
  ].join('\n');
}

/** What a terminal has left beside the other columns; a page's width where there is none. */
function whyWidth(): number {
  return process.stdout.isTTY ? Math.max(30, process.stdout.columns - 44) : 61;
}

function reasons(result: RankedCandidate): string {
  return result.contributions
    .map((line) => `${points(line.contribution)}  ${explain(line, 'en')}`)
    .join('\n');
}

/** Micro-units as points of 100, all six decimals kept: the lines add up to the score. */
function points(microUnits: number): string {
  return (microUnits / 10_000).toFixed(4);
}
