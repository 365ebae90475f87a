import type { TeamRunState } from '#engagement';
import type { Criterion, RequirementKind, TeamLimit, TeamStatus, Uncheckable } from '#matching';
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Area } from '../graphql/coded.type.js';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import {
  CriterionEnum,
  HardCriterionEnum,
  RequirementKindEnum,
  TeamLimitEnum,
  TeamStatusEnum,
} from '../graphql/enums/matching.js';
import { TeamRunStateEnum } from '../graphql/enums/engagement.js';
import { resultOf } from '../graphql/refusals.js';
import { UncheckedCriterion } from '../matching/match.type.js';
import { Mediator } from '../mediators/mediator.type.js';
import { Node } from '../graphql/node.type.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({ description: 'What one criterion contributes to the score of a member.' })
export class TeamContribution {
  @Field(() => CriterionEnum, { description: 'The criterion, one of those that the need states.' })
  criterion!: Criterion;

  @Field(() => Int, {
    description: 'How well she meets the criterion, in micro-units from 0 to 1,000,000.',
  })
  value!: number;

  @Field(() => Int, {
    description: 'The weight of the criterion among those that the need states.',
  })
  weight!: number;

  @Field(() => Int, {
    description: 'The contribution in micro-units. The contributions add up to the score.',
  })
  contribution!: number;
}

@ObjectType({ description: 'A member of a team, with her score and what she covers.' })
export class TeamMember {
  @Field(() => Int, { description: 'Her place in the team by score, from 1.' })
  rank!: number;

  @Field(() => Int, {
    description: 'Her score in the ranking, in micro-units from 0 to 1,000,000.',
  })
  score!: number;

  @Field(() => Mediator, { description: 'The mediator, as you may see her now.' })
  mediator!: Mediator;

  @Field(() => [Int], {
    description: 'The positions in `Team.coverage`, from 0, of what she counts towards.',
  })
  covers!: number[];

  @Field(() => [TeamContribution], {
    description: 'What each criterion of the need contributes to her score.',
  })
  contributions!: TeamContribution[];

  @Field(() => [HardCriterionEnum], {
    description: 'Hard criteria that could not be applied to her: only her network can check them.',
  })
  toBeChecked!: Uncheckable[];

  @Field(() => [TeamLimitEnum], {
    description:
      'Limits of the team that could not be applied to her, because her nationality or networks are not shown to you or not recorded: only her network can check them.',
  })
  limitsToBeChecked!: TeamLimit[];
}

@ObjectType({ description: 'How far a team meets one of its constraints.' })
export class TeamCoverage {
  @Field(() => RequirementKindEnum, { description: 'The kind of constraint.' })
  kind!: RequirementKind;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the language, expertise or area. Null for other kinds.',
  })
  code!: string | null;

  @Field(() => Int, {
    description: 'How many members are asked for: at least, or for a limit at most.',
  })
  asked!: number;

  @Field(() => Int, {
    description:
      'How many members count. For a limit, those of the network or nationality with the most members.',
  })
  found!: number;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'Mediators who together meet every constraint.' })
export class Team {
  @Field(() => [TeamMember], {
    description:
      'The members, the highest score first. A member who may no longer be shown is left out.',
  })
  members!: TeamMember[];

  @Field(() => Int, { description: 'How many members may no longer be shown.' })
  withheld!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The sum of the scores of all members, in micro-units. Null if a member is withheld.',
  })
  total!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The total that no other team can exceed, in micro-units, if it is proven. Null if it is not, or if a member is withheld.',
  })
  bound!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '`bound` minus `total`, in micro-units. 0 proves that no team is better. Null if either is null.',
  })
  gap!: number | null;

  @Field(() => Boolean, {
    description:
      'True if ties between equally good teams were resolved completely, so that the same question has the same answer.',
  })
  settled!: boolean;

  @Field(() => [TeamCoverage], { description: 'How far the team meets each constraint.' })
  coverage!: TeamCoverage[];
}

@ObjectType({ description: 'A constraint that has to give way for a team to exist.' })
export class RelaxedRequirement {
  @Field(() => RequirementKindEnum, { description: 'The kind of constraint.' })
  kind!: RequirementKind;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the language, expertise or area. Null for other kinds.',
  })
  code!: string | null;

  @Field(() => Int, { description: 'How many members were asked for.' })
  asked!: number;

  @Field(() => Int, { description: 'How many members are possible.' })
  possible!: number;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  sentence!: string;
}

@ObjectType({
  description: 'The smallest set of constraints that have to give way for a team to exist.',
})
export class TeamRelaxation {
  @Field(() => [RelaxedRequirement], {
    description: 'The constraints that have to give way, all of them together.',
  })
  requirements!: RelaxedRequirement[];

  @Field(() => Boolean, { description: 'True if it is proven that no smaller set is enough.' })
  proven!: boolean;

  @Field(() => Team, {
    nullable: true,
    description:
      'The best team that is possible with these constraints relaxed. Null if none was found.',
  })
  team!: Team | null;
}

@ObjectType({ description: 'What the solver found for a team run.' })
export class TeamOutcome {
  @Field(() => TeamStatusEnum, { description: 'What the solver found and what it has proven.' })
  status!: TeamStatus;

  @Field(() => Int, { description: 'The version of the matching model that gave the scores.' })
  modelVersion!: number;

  @Field(() => Int, { description: 'How many candidates were examined.' })
  considered!: number;

  @Field(() => Int, { description: 'How many of them meet the hard criteria of the need.' })
  eligible!: number;

  @Field(() => [Area], {
    description:
      'Where the process was taken to be, because the need leaves `territories` out: the single countries that it wants.',
  })
  assumedTerritories!: Area[];

  @Field(() => [UncheckedCriterion], {
    description:
      'One entry for each stated criterion that could not be applied to some candidates.',
  })
  uncheckedCriteria!: UncheckedCriterion[];

  @Field(() => [Team], {
    description: 'The best team, then further teams that share nobody with a better one.',
  })
  teams!: Team[];

  @Field(() => TeamRelaxation, {
    nullable: true,
    description: 'What has to give way if no team meets every constraint. Otherwise null.',
  })
  relaxation!: TeamRelaxation | null;
}

@ObjectType({ description: 'How far the solver has come.' })
export class TeamProgress {
  @Field(() => Float, {
    nullable: true,
    description:
      'How much better a team may still exist, as a share of the best total so far. Null if no team was found yet.',
  })
  gap!: number | null;

  @Field(() => Int, {
    description: 'How many branches of the search tree the solver has examined.',
  })
  nodes!: number;

  @Field(() => Float, {
    description: 'How many seconds the solver has worked on the present question.',
  })
  seconds!: number;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A request for a team. Ask for it again until it has ended. Pass its id to `team` and `cancelTeam`.',
})
export class TeamRun extends Node {
  override readonly __typename = 'TeamRun';

  @Field(() => TeamRunStateEnum, { description: 'The present state of the run.' })
  state!: TeamRunState;

  @Field(() => Boolean, { description: 'True if somebody has asked to cancel the run.' })
  cancelRequested!: boolean;

  @Field(() => Int, { description: 'How many members were asked for.' })
  size!: number;

  @Field(() => Int, { description: 'How many further teams were asked for.' })
  alternatives!: number;

  @Field(() => Int, { description: 'How many seconds the solver may take.' })
  timeLimitSeconds!: number;

  @Field(() => TeamProgress, {
    nullable: true,
    description:
      'How far the solver has come, updated about once a second. Null unless it is running.',
  })
  progress!: TeamProgress | null;

  @Field(() => TeamOutcome, {
    nullable: true,
    description: 'What the solver found. Null until the run has ended.',
  })
  outcome!: TeamOutcome | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the run failed, in one sentence. Null if it did not.',
  })
  failure!: string | null;

  @Field(() => Instant, { description: 'When the team was asked for, in UTC.' })
  createdAt!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'When the run ended, in UTC. Null while it is under way.',
  })
  endedAt!: string | null;
}

export const TeamRunResult = resultOf(TeamRun);

@ObjectType({ description: 'A team run on a page, with its cursor.' })
export class TeamRunEdge extends EdgeOf(TeamRun) {}

@ObjectType({ description: 'A page of the team runs that you asked for.' })
export class TeamRunConnection extends ConnectionOf(TeamRunEdge) {}
