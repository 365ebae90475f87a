import { TEAM_SECONDS } from '#engagement';
import { TEAM_LIMITS } from '#matching';
import type { ExpertiseLevel, Proficiency } from '#vocabulary';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ExpertiseLevelEnum, ProficiencyEnum } from '../graphql/enums.js';
import { NeedArgs } from '../matching/need.args.js';

// The matching model itself checks a request (`validateTeam`) and names every problem by its path, so
// these classes hold the shape and no rule of their own.

const COUNT = { nullable: true, description: 'Members who must have it; 1 where unstated.' };

@InputType({ description: 'A language that members of the team must have.' })
export class TeamLanguageInput {
  @Field(() => String, { description: 'BCP 47; a member satisfies its macrolanguage.' })
  code!: string;

  @Field(() => ProficiencyEnum, { description: 'At least.' })
  level!: Proficiency;

  @Field(() => Int, COUNT)
  count?: number;
}

@InputType({ description: 'Expertise that members of the team must have.' })
export class TeamExpertiseInput {
  @Field(() => String, { description: 'A topic, or a domain, which any topic of it covers.' })
  code!: string;

  @Field(() => ExpertiseLevelEnum, { description: 'At least.' })
  level!: ExpertiseLevel;

  @Field(() => Int, COUNT)
  count?: number;
}

@InputType({ description: 'An area that members of the team must know.' })
export class TeamAreaInput {
  @Field(() => String, { description: 'ISO 3166-1 alpha-2, UN M49 region or grouping.' })
  code!: string;

  @Field(() => Int, COUNT)
  count?: number;
}

@InputType({ description: 'Two women who must not be in one team.' })
export class ApartInput {
  @Field(() => ID, { description: 'A mediator.' })
  first!: string;

  @Field(() => ID, { description: 'Another.' })
  second!: string;
}

@InputType({ description: 'Two nationalities of which no two women must be in one team.' })
export class NationalitiesApartInput {
  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  first!: string;

  @Field(() => String, { description: 'Another.' })
  second!: string;
}

@InputType({ description: 'What the team must meet as a whole. What is absent asks nothing.' })
export class TeamConstraintsInput {
  @Field(() => [TeamLanguageInput], { nullable: true, description: 'All of them.' })
  languages?: TeamLanguageInput[];

  @Field(() => [TeamExpertiseInput], { nullable: true, description: 'All of them.' })
  expertise?: TeamExpertiseInput[];

  @Field(() => [TeamAreaInput], { nullable: true, description: 'All of them.' })
  areas?: TeamAreaInput[];

  @Field(() => Int, { nullable: true, description: 'Most members of any one network.' })
  perNetwork?: number;

  @Field(() => Int, { nullable: true, description: 'Most members of any one nationality.' })
  perNationality?: number;

  @Field(() => Int, { nullable: true, description: 'Fewest members known to be under 36.' })
  youngLeaders?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Fewest members with the nationality of a territory of the need.',
  })
  nationals?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Fewest members who neither state Track 1 nor served on it.',
  })
  newcomers?: number;

  @Field(() => [ID], { nullable: true, description: 'Mediators who must be in the team.' })
  mustHave?: string[];

  @Field(() => [ID], { nullable: true, description: 'Mediators who must not be in the team.' })
  mustNotHave?: string[];

  @Field(() => [ApartInput], { nullable: true, description: 'Who must not be together.' })
  apart?: ApartInput[];

  @Field(() => [NationalitiesApartInput], {
    nullable: true,
    description: 'Nationalities that must not be together.',
  })
  nationalitiesApart?: NationalitiesApartInput[];
}

@ArgsType()
export class StartTeamArgs extends NeedArgs {
  @Field(() => Int, { description: `How many members, from 1 to ${TEAM_LIMITS.size}.` })
  size!: number;

  @Field(() => TeamConstraintsInput, {
    nullable: true,
    description: 'What the team must meet as a whole.',
  })
  constraints?: TeamConstraintsInput | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many further teams that share nobody with a better one, up to ${TEAM_LIMITS.alternatives}; none where unstated.`,
  })
  alternatives?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `How long the solver may take, up to ${TEAM_SECONDS.most}; ${TEAM_SECONDS.standard} where unstated.`,
  })
  timeLimitSeconds?: number | null;
}
