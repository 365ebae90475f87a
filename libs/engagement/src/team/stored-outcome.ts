import type { Contribution, Team, TeamMember, TeamRequest, TeamResult } from '#matching';

/** What of a contribution is kept: numbers, and nothing that her profile says. */
export type StoredContribution = Pick<
  Contribution,
  'criterion' | 'value' | 'weight' | 'contribution'
>;

/** Teams of an earlier version do not say what is to be checked. */
export type StoredMember = Omit<TeamMember, 'contributions' | Checked> &
  Partial<Pick<TeamMember, Checked>> & { contributions: StoredContribution[] };
type Checked = 'toBeChecked' | 'limitsToBeChecked';
export type StoredTeam = Omit<Team, 'members'> & { members: StoredMember[] };

/** The result of a run as it is kept: ids and numbers only. */
export type StoredOutcome = Omit<TeamResult, 'teams' | 'relaxation' | 'unchecked'> & {
  unchecked?: TeamResult['unchecked'];
  teams: StoredTeam[];
  relaxation:
    | (Omit<NonNullable<TeamResult['relaxation']>, 'team'> & { team: StoredTeam | null })
    | null;
};

export function storedOutcome({ teams, relaxation, ...result }: TeamResult): StoredOutcome {
  return {
    ...result,
    teams: teams.map(storedTeam),
    relaxation: relaxation && {
      ...relaxation,
      team: relaxation.team && storedTeam(relaxation.team),
    },
  };
}

function storedTeam({ members, ...team }: Team): StoredTeam {
  return {
    ...team,
    members: members.map(({ contributions, ...member }) => ({
      ...member,
      contributions: contributions.map(({ criterion, value, weight, contribution }) => ({
        criterion,
        value,
        weight,
        contribution,
      })),
    })),
  };
}

/** All teams of an outcome, that of a relaxation too. */
export function teamsOf({ teams, relaxation }: StoredOutcome): StoredTeam[] {
  return relaxation?.team ? [...teams, relaxation.team] : teams;
}

/** Every woman whom an outcome names. */
export function namedInOutcome(outcome: StoredOutcome): string[] {
  return teamsOf(outcome).flatMap(({ members }) => members.map(({ id }) => id));
}

/** Every woman whom a request names. */
export function namedInRequest({ constraints }: TeamRequest): string[] {
  const { mustHave = [], mustNotHave = [], apart = [] } = constraints;
  return [...mustHave, ...mustNotHave, ...apart.flatMap(({ first, second }) => [first, second])];
}
