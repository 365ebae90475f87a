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
  TeamRunStateEnum,
  TeamStatusEnum,
} from '../graphql/enums.js';
import { resultOf } from '../graphql/refusals.js';
import { UncheckedCriterion } from '../matching/match.type.js';
import { Mediator } from '../mediators/mediator.type.js';
import { Node } from '../graphql/node.type.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({ description: 'What one criterion brought to a score.' })
export class TeamContribution {
  @Field(() => CriterionEnum, { description: 'Which of the stated criteria.' })
  criterion!: Criterion;

  @Field(() => Int, { description: 'How far it fits, in micro-units from 0 to 1,000,000.' })
  value!: number;

  @Field(() => Int, { description: 'Of the criterion among the stated ones.' })
  weight!: number;

  @Field(() => Int, { description: 'In micro-units; the contributions add up to the score.' })
  contribution!: number;
}

@ObjectType({ description: 'A woman of a team.' })
export class TeamMember {
  @Field(() => Int, { description: 'Her place in the team, from 1; the highest score is first.' })
  rank!: number;

  @Field(() => Int, { description: 'As in the ranking, in micro-units from 0 to 1,000,000.' })
  score!: number;

  @Field(() => Mediator, { description: 'Who she is.' })
  mediator!: Mediator;

  @Field(() => [Int], { description: 'Places, from 0, of what she covers in the coverage.' })
  covers!: number[];

  @Field(() => [TeamContribution], { description: 'One for each criterion of the need.' })
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

@ObjectType({ description: 'How far a team meets one thing that was asked.' })
export class TeamCoverage {
  @Field(() => RequirementKindEnum, { description: 'What kind of thing.' })
  kind!: RequirementKind;

  @Field(() => String, { nullable: true, description: 'Of a language, expertise or area.' })
  code!: string | null;

  @Field(() => Int, { description: 'Members asked for: the fewest, or for a limit the most.' })
  asked!: number;

  @Field(() => Int, {
    description: 'Members who count; for a limit those of the fullest network or nationality.',
  })
  found!: number;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'Women who together meet everything that was asked.' })
export class Team {
  @Field(() => [TeamMember], {
    description: 'The best first; who may no longer be shown is left out.',
  })
  members!: TeamMember[];

  @Field(() => Int, { description: 'Members who may no longer be shown.' })
  withheld!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The sum of all scores, in micro-units; null where a member is withheld.',
  })
  total!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'What no other team can surpass, where proven; null where a member is withheld.',
  })
  bound!: number | null;

  @Field(() => Int, { nullable: true, description: 'bound - total: 0 proves that none is better.' })
  gap!: number | null;

  @Field(() => Boolean, {
    description: 'Whether the rule for ties was followed to its end as well.',
  })
  settled!: boolean;

  @Field(() => [TeamCoverage], { description: 'One for each thing that was asked.' })
  coverage!: TeamCoverage[];
}

@ObjectType({ description: 'One thing that must give way.' })
export class RelaxedRequirement {
  @Field(() => RequirementKindEnum, { description: 'What kind of thing.' })
  kind!: RequirementKind;

  @Field(() => String, { nullable: true, description: 'Of a language, expertise or area.' })
  code!: string | null;

  @Field(() => Int, { description: 'What was asked.' })
  asked!: number;

  @Field(() => Int, { description: 'What is possible.' })
  possible!: number;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'The smallest set of things that must give way for a team to exist.' })
export class TeamRelaxation {
  @Field(() => [RelaxedRequirement], { description: 'All of them must.' })
  requirements!: RelaxedRequirement[];

  @Field(() => Boolean, { description: 'Whether it is proven that nothing smaller helps.' })
  proven!: boolean;

  @Field(() => Team, { nullable: true, description: 'The best team that is possible then.' })
  team!: Team | null;
}

@ObjectType({ description: 'What the solver found.' })
export class TeamOutcome {
  @Field(() => TeamStatusEnum, { description: 'What is proven.' })
  status!: TeamStatus;

  @Field(() => Int, { description: 'Version of the matching model.' })
  modelVersion!: number;

  @Field(() => Int, { description: 'How many mediators were looked at.' })
  considered!: number;

  @Field(() => Int, { description: 'Who meets the hard criteria of the need.' })
  eligible!: number;

  @Field(() => [Area], {
    description:
      'Where the process was taken to be, because the need leaves `territories` out: the single countries that it wants.',
  })
  assumedTerritories!: Area[];

  @Field(() => [UncheckedCriterion], {
    description: 'One for each stated criterion that profiles may keep from being applied.',
  })
  uncheckedCriteria!: UncheckedCriterion[];

  @Field(() => [Team], { description: 'The best, then those that share nobody with a better one.' })
  teams!: Team[];

  @Field(() => TeamRelaxation, { nullable: true, description: 'Where no team meets everything.' })
  relaxation!: TeamRelaxation | null;
}

@ObjectType({ description: 'How far the solver is.' })
export class TeamProgress {
  @Field(() => Float, {
    nullable: true,
    description: 'Share by which a better team may still exist.',
  })
  gap!: number | null;

  @Field(() => Int, { description: 'Branches looked at.' })
  nodes!: number;

  @Field(() => Float, { description: 'Since it began with the present question.' })
  seconds!: number;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A team that was asked for. Ask again until it has ended. Its id is what `team` and `cancelTeam` take.',
})
export class TeamRun extends Node {
  override readonly __typename = 'TeamRun';

  @Field(() => TeamRunStateEnum, { description: 'Where it stands.' })
  state!: TeamRunState;

  @Field(() => Boolean, { description: 'Whether it was asked to end.' })
  cancelRequested!: boolean;

  @Field(() => Int, { description: 'How many members were asked for.' })
  size!: number;

  @Field(() => Int, { description: 'How many further teams were asked for.' })
  alternatives!: number;

  @Field(() => Int, { description: 'How long the solver may take.' })
  timeLimitSeconds!: number;

  @Field(() => TeamProgress, { nullable: true, description: 'While it runs, about once a second.' })
  progress!: TeamProgress | null;

  @Field(() => TeamOutcome, { nullable: true, description: 'Once it has ended.' })
  outcome!: TeamOutcome | null;

  @Field(() => String, { nullable: true, description: 'One sentence, where it failed.' })
  failure!: string | null;

  @Field(() => Instant, { description: 'When it was asked for (ISO 8601).' })
  createdAt!: string;

  @Field(() => Instant, { nullable: true, description: 'When it ended (ISO 8601).' })
  endedAt!: string | null;
}

export const TeamRunResult = resultOf(TeamRun);

@ObjectType({ description: 'A team of a page.' })
export class TeamRunEdge extends EdgeOf(TeamRun) {}

@ObjectType({ description: 'A page of teams that were asked for.' })
export class TeamRunConnection extends ConnectionOf(TeamRunEdge) {}
