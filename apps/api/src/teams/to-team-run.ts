import { failureSaid, shownMembers, type StoredTeam, type TeamRunView } from '#engagement';
import { explainCoverage, explainRelaxed } from '#explanations';
import type { Requirement } from '#matching';
import type { Locale } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import { toAreas } from '../graphql/texts.js';
import { toMediator } from '../mediators/to-mediator.js';
import type { Team, TeamOutcome, TeamRun } from './team.type.js';

/** Instead of the name of a woman who may not be named. */
const NOBODY = '—';

/** A run as the viewer may see it now. */
export function toTeamRun(view: TeamRunView, locale: Locale): TeamRun {
  const { request, progress } = view;
  return {
    __typename: 'TeamRun',
    id: globalId('Team', view.id),
    state: view.state,
    cancelRequested: view.cancelRequested,
    size: request.size,
    alternatives: request.alternatives ?? 0,
    timeLimitSeconds: view.timeLimitSeconds,
    progress: progress && {
      gap: progress.gap,
      nodes: progress.nodes,
      seconds: progress.seconds,
    },
    outcome: toOutcome(view, locale),
    failure: view.failure && failureSaid(view.failure, locale),
    createdAt: view.createdAt.toISOString(),
    endedAt: view.endedAt?.toISOString() ?? null,
  };
}

function toOutcome({ outcome, views, assumed }: TeamRunView, locale: Locale): TeamOutcome | null {
  if (!outcome) return null;
  const nameOf = (id: string) => views.get(id)?.name ?? NOBODY;
  const { relaxation } = outcome;
  const toTeam = (team: StoredTeam): Team => {
    const { members, coverage, total, bound, gap, settled } = team;
    const shown = shownMembers(team, views).map(({ member, profile }) => {
      const {
        rank,
        score,
        covers,
        contributions,
        toBeChecked = [],
        limitsToBeChecked = [],
      } = member;
      const numbers = { rank, score, covers, contributions, toBeChecked, limitsToBeChecked };
      return { ...numbers, mediator: toMediator(profile, locale) };
    });
    const withheld = members.length - shown.length;
    // The sum less what is shown would be the score of who is not.
    const isWhole = withheld === 0;
    return {
      members: shown,
      withheld,
      total: isWhole ? total : null,
      bound: isWhole ? bound : null,
      gap: isWhole ? gap : null,
      settled,
      coverage: coverage.map(({ requirement, found }) => ({
        kind: requirement.kind,
        code: codeOf(requirement),
        asked: requirement.count,
        found,
        sentence: explainCoverage({ requirement, found }, locale, nameOf),
      })),
    };
  };
  return {
    status: outcome.status,
    modelVersion: outcome.modelVersion,
    considered: outcome.considered,
    eligible: outcome.eligible,
    assumedTerritories: toAreas(assumed, locale),
    uncheckedCriteria: [...(outcome.unchecked ?? [])],
    teams: outcome.teams.map(toTeam),
    relaxation: relaxation && {
      requirements: relaxation.requirements.map((each) => ({
        kind: each.requirement.kind,
        code: codeOf(each.requirement),
        asked: each.asked,
        possible: each.possible,
        sentence: explainRelaxed(each, locale, nameOf),
      })),
      proven: relaxation.proven,
      team: relaxation.team && toTeam(relaxation.team),
    },
  };
}

function codeOf(requirement: Requirement): string | null {
  return 'code' in requirement ? requirement.code : null;
}
