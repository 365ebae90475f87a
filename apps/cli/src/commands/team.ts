import { MediatorIds } from '#directory';
import { TEAM_SECONDS, type AssembledTeam, TeamService } from '#engagement';
import { OPERATOR } from '#identity';
import { explainCoverage, explainRelaxed } from '#explanations';
import { TEAM_LIMITS, type Team, type TeamConstraints, type TeamResult } from '#matching';
import { CommandFailure, stopSignal } from '#runtime';
import type { Progress } from '#solver';
import type { Format } from '../format-option.js';
import { asJsonOutside, mediatorKeys, readMediatorId } from '../mediator-id.js';
import { readJsonObject, readNeed } from '../need-file.js';
import { positiveInteger, wholeNumber } from '../numbers.js';
import { asCsv, asTable, points } from '../output.js';
import { assumedLine } from '../assumed-line.js';
import { uncheckedCell, uncheckedLines } from '../unchecked-lines.js';
import { withApplication } from '../with-application.js';

interface Options {
  readonly size: string;
  readonly constraints?: string;
  readonly alternatives: string;
  readonly timeLimit: string;
  readonly format: Format;
}

/** What a script reads from how the command ends. */
const NO_TEAM = 2;

/** Finds the team for the need in a file, and prints it with who covers what, or what must give way. */
export async function team(file: string, options: Options): Promise<void> {
  const size = positiveInteger('--size', options.size, TEAM_LIMITS.size);
  const alternatives = wholeNumber(
    '--alternatives',
    options.alternatives,
    TEAM_LIMITS.alternatives,
  );
  const timeLimitSeconds = positiveInteger('--time-limit', options.timeLimit, TEAM_SECONDS.most);
  const need = await readNeed(file);
  const stated = await constraintsIn(options.constraints);
  await withApplication(async (app) => {
    const teams = app.get(TeamService);
    const mediatorIds = app.get(MediatorIds);
    const constraints = await withKeys(mediatorIds, stated);
    const stopped = new AbortController();
    void stopSignal().then(() => stopped.abort());
    const progress = solverProgress();
    const ask = { need, request: { size, alternatives, constraints }, timeLimitSeconds };
    const solving = { onProgress: progress.tell, signal: stopped.signal };
    const found = await teams.assemble(OPERATOR, ask, solving).finally(progress.clear);
    if (found.result.status === 'stopped') {
      throw new CommandFailure('No team was found in time; there may be one.');
    }
    console.log(PRINT[options.format](found));
    if (found.result.status === 'infeasible') process.exitCode = NO_TEAM;
  });
}

/** The constraints in a file; women in them may be named as the graph names them. */
async function constraintsIn(file: string | undefined): Promise<TeamConstraints> {
  if (file === undefined) return {};
  const stated: TeamConstraints = await readJsonObject(file, 'the constraints of a team');
  namedIn(stated).forEach(readMediatorId);
  return stated;
}

/** The same with the keys of the women in it. */
async function withKeys(
  ids: Pick<MediatorIds, 'byPublicId'>,
  stated: TeamConstraints,
): Promise<TeamConstraints> {
  const named = [...new Set(namedIn(stated))];
  const keys = await mediatorKeys(ids, named.map(readMediatorId));
  const keyOf = (id: unknown) => keys[named.indexOf(id as string)] ?? id;
  const lists = (['mustHave', 'mustNotHave'] as const).flatMap((field) =>
    Array.isArray(stated[field]) ? [[field, stated[field].map(keyOf)]] : [],
  );
  const apart = Array.isArray(stated.apart)
    ? {
        apart: stated.apart.map((pair) => ({
          ...pair,
          first: keyOf(pair?.first),
          second: keyOf(pair?.second),
        })),
      }
    : {};
  return { ...stated, ...Object.fromEntries(lists), ...apart } as TeamConstraints;
}

/** The women whom constraints name, as far as they are texts: the model says what is wrong with the rest. */
function namedIn({ mustHave, mustNotHave, apart }: TeamConstraints): string[] {
  const lists: unknown[] = [mustHave, mustNotHave, apart];
  return lists
    .flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []))
    .flatMap((one) =>
      one !== null && typeof one === 'object'
        ? [(one as { first?: unknown }).first, (one as { second?: unknown }).second]
        : [one],
    )
    .filter((id) => typeof id === 'string');
}

const PRINT: Record<Format, (found: AssembledTeam) => string> = {
  json: ({ result, views, assumed }) => {
    const shownAs = (id: string) => views.get(id)?.publicId ?? null;
    const named = (one: Team) => ({
      ...one,
      coverage: one.coverage.map((each) => ({ ...each, by: each.by.map(shownAs) })),
      members: one.members.map((member) => ({ name: views.get(member.id)?.name, ...member })),
    });
    const { relaxation } = result;
    const shown = {
      ...result,
      assumedTerritories: assumed,
      teams: result.teams.map(named),
      relaxation: relaxation && {
        ...relaxation,
        team: relaxation.team && named(relaxation.team),
      },
    };
    return asJsonOutside(shown, views);
  },

  csv: (found) =>
    asCsv({
      head: ['team', 'place', 'id', 'name', 'score', 'covers', 'to be checked', 'unchecked in all'],
      rows: shownTeams(found.result).flatMap(({ members, coverage }, i) =>
        members.map(({ rank, id, score, covers, toBeChecked, limitsToBeChecked }) => [
          i + 1,
          rank,
          found.views.get(id)?.publicId ?? '',
          found.views.get(id)?.name ?? '',
          score,
          covers.map((place) => coverage[place]!.requirement.kind).join(' '),
          [...toBeChecked, ...limitsToBeChecked].join(' '),
          uncheckedCell(found.result.unchecked),
        ]),
      ),
    }),

  table: (found) => {
    const { result } = found;
    const heading = `${result.eligible} of ${result.considered} are eligible (model version ${result.modelVersion}).`;
    return [
      heading,
      ...assumedLine(found.assumed),
      ...uncheckedLines(result.unchecked),
      ...sentencesOf(found),
      ...shownTeams(result).map(tableOf(found)),
    ].join('\n');
  },
};

/** The teams that meet everything or, without any, the one that is possible when something gives way. */
function shownTeams({ teams, relaxation }: TeamResult): Team[] {
  return teams.length === 0 && relaxation?.team ? [relaxation.team] : teams;
}

function sentencesOf(found: AssembledTeam): string[] {
  const { status, teams, alternatives, relaxation } = found.result;
  if (status === 'feasible') return ['Stopped before the best team was proven.'];
  if (status === 'optimal') {
    const missing = 1 + alternatives - teams.length;
    return missing === 0 ? [] : [`Only ${teams.length} teams exist that share no member.`];
  }
  if (relaxation === null)
    return ['No team meets everything; what must give way was not found in time.'];
  const proven = relaxation.proven ? '' : ' (perhaps a smaller change is enough)';
  return [
    `No team meets everything. This must give way${proven}:`,
    ...relaxation.requirements.map((each) => `  ${explainRelaxed(each, 'en', nameIn(found))}`),
  ];
}

function tableOf(found: AssembledTeam) {
  return ({ members, total, gap, coverage }: Team, i: number): string => {
    const proof = gap === null ? 'not proven' : gap === 0 ? 'proven best' : `gap ${points(gap)}`;
    const rows = members.map(({ rank, id, score, covers }) => [
      rank,
      points(score),
      nameIn(found)(id),
      covers.map((place) => `${place + 1}`).join(', '),
    ]);
    const open = members.flatMap(({ id, toBeChecked, limitsToBeChecked }) => {
      const names = [...toBeChecked, ...limitsToBeChecked];
      const name = nameIn(found)(id);
      return names.length === 0
        ? []
        : [`  Only her network can check of ${name}: ${names.join(', ')}.`];
    });
    const met = coverage.map(
      (each, place) => `  ${place + 1}. ${explainCoverage(each, 'en', nameIn(found))}`,
    );
    return [
      `Team ${i + 1}: ${points(total)} (${proof})`,
      asTable({
        head: ['place', 'score', 'name', 'covers'],
        rows,
        widths: [7, 10, 'rest', 16],
      }),
      ...met,
      ...open,
    ].join('\n');
  };
}

function nameIn({ views }: AssembledTeam): (id: string) => string {
  return (id) => views.get(id)?.name ?? '(no longer visible)';
}

/** Tells on one line of a terminal how far a solver is; nothing where there is none. */
function solverProgress(): { tell: (progress: Progress) => void; clear: () => void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { tell: () => undefined, clear: () => undefined };
  const line = (text: string) => stderr.write(`\r\u001B[K${text}`);
  return {
    tell: ({ gap, nodes, seconds }) => {
      const share = gap === null ? '' : `, at most ${(100 * gap).toFixed(2)} % from the best`;
      line(`Solving: ${seconds.toFixed(0)} s, ${nodes} branches${share} (Ctrl-C to stop)`);
    },
    clear: () => line(''),
  };
}
