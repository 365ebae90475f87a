import type { ProfileView } from '#directory';
import { assumedTerritories, type TeamRequest } from '#matching';
import type { TerritoryCode } from '#vocabulary';
import { showsAll } from '../frozen.js';
import type { Progress } from '#solver';
import type { StoredFailure } from './stored-failure.js';
import type { TeamRunEntity } from './team-run.entity.js';
import type { TeamRunState } from './team-run-steps.js';
import {
  namedInOutcome,
  namedInRequest,
  type StoredMember,
  type StoredOutcome,
  type StoredTeam,
} from './stored-outcome.js';

/** A run as its asker sees it. Whom `views` does not hold must not be named. */
export interface TeamRunView {
  readonly id: string;
  readonly state: TeamRunState;
  readonly cancelRequested: boolean;
  readonly request: TeamRequest;
  readonly timeLimitSeconds: number;
  readonly progress: Progress | null;
  readonly outcome: StoredOutcome | null;
  readonly failure: StoredFailure | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly views: ReadonlyMap<string, ProfileView>;
  /** Where the process was taken to be, as far as the need leaves it out. */
  readonly assumed: readonly TerritoryCode[];
}

export function toTeamRunView(
  run: TeamRunEntity,
  views: ReadonlyMap<string, ProfileView>,
): TeamRunView {
  return {
    id: run.id,
    state: run.state,
    cancelRequested: run.cancelRequested,
    request: run.request,
    timeLimitSeconds: run.timeLimit,
    progress: run.progress,
    outcome: run.result,
    failure: run.failure,
    createdAt: run.createdAt,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    views,
    assumed: assumedTerritories(run.need),
  };
}

/**
 * Who of a team the run may show, with how it sees her now. Who has narrowed since what she was chosen by is
 * not among them, as whoever left is not.
 */
export function shownMembers(
  { members, coverage }: StoredTeam,
  views: TeamRunView['views'],
): { readonly member: StoredMember; readonly profile: ProfileView }[] {
  const requested = coverage.map(({ requirement }) => requirement.kind);
  return members.flatMap((member) => {
    const profile = views.get(member.id);
    const criteria = member.contributions.map(({ criterion }) => criterion);
    return profile && showsAll(profile, criteria, requested) ? [{ member, profile }] : [];
  });
}

/** Every woman whom a run names. */
export function namedIn({ request, result }: TeamRunEntity): string[] {
  return [...namedInRequest(request), ...(result ? namedInOutcome(result) : [])];
}
