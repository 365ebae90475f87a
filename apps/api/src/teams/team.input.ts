import { TEAM_SECONDS } from '#engagement';
import { TEAM_LIMITS } from '#matching';
import type { ExpertiseLevel, Proficiency } from '#vocabulary';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ExpertiseLevelEnum, ProficiencyEnum } from '../graphql/enums/vocabulary.js';
import { NeedArgs } from '../matching/need.args.js';

// The matching model itself checks a request (`validateTeam`) and names every problem by its path, so
// these classes hold the shape and no rule of their own.

const COUNT = {
  nullable: true,
  description: 'How many members must have it, at least. Defaults to 1.',
};

@InputType({ description: 'A language that members of the team must have.' })
export class TeamLanguageInput {
  @Field(() => String, {
    description: 'A BCP 47 code. A macrolanguage such as `ar` also counts its members.',
  })
  code!: string;

  @Field(() => ProficiencyEnum, { description: 'The lowest level that counts.' })
  level!: Proficiency;

  @Field(() => Int, COUNT)
  count?: number;
}

@InputType({ description: 'Expertise that members of the team must have.' })
export class TeamExpertiseInput {
  @Field(() => String, {
    description: 'The code of a topic, or of a domain, which any of its topics meets.',
  })
  code!: string;

  @Field(() => ExpertiseLevelEnum, { description: 'The lowest level that counts.' })
  level!: ExpertiseLevel;

  @Field(() => Int, COUNT)
  count?: number;
}

@InputType({ description: 'An area that members of the team must know.' })
export class TeamAreaInput {
  @Field(() => String, {
    description: 'An ISO 3166-1 alpha-2 code, an UN M49 region or the code of a grouping.',
  })
  code!: string;

  @Field(() => Int, COUNT)
  count?: number;
}

@InputType({ description: 'Two mediators who must not be in the same team.' })
export class ApartInput {
  @Field(() => ID, { description: 'The id of one of the two mediators.' })
  first!: string;

  @Field(() => ID, { description: 'The id of the other mediator.' })
  second!: string;
}

@InputType({ description: 'Two nationalities that must not be in the same team.' })
export class NationalitiesApartInput {
  @Field(() => String, { description: 'One nationality, as an ISO 3166-1 alpha-2 code.' })
  first!: string;

  @Field(() => String, { description: 'The other nationality, as an ISO 3166-1 alpha-2 code.' })
  second!: string;
}

@InputType({
  description: 'What the team must meet as a whole. A constraint that is absent demands nothing.',
})
export class TeamConstraintsInput {
  @Field(() => [TeamLanguageInput], {
    nullable: true,
    description: 'Languages that the team must have, all of them.',
  })
  languages?: TeamLanguageInput[];

  @Field(() => [TeamExpertiseInput], {
    nullable: true,
    description: 'Expertise that the team must have, all of it.',
  })
  expertise?: TeamExpertiseInput[];

  @Field(() => [TeamAreaInput], {
    nullable: true,
    description: 'Areas that the team must know, all of them.',
  })
  areas?: TeamAreaInput[];

  @Field(() => Int, { nullable: true, description: 'The most members of any one network.' })
  perNetwork?: number;

  @Field(() => Int, { nullable: true, description: 'The most members of any one nationality.' })
  perNationality?: number;

  @Field(() => Int, { nullable: true, description: 'The fewest members known to be under 36.' })
  youngLeaders?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The fewest members with the nationality of a territory of the need.',
  })
  nationals?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The fewest members who neither state Track 1 nor were deployed on it.',
  })
  newcomers?: number;

  @Field(() => [ID], { nullable: true, description: 'Ids of mediators who must be in the team.' })
  mustHave?: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of mediators who must not be in the team.',
  })
  mustNotHave?: string[];

  @Field(() => [ApartInput], {
    nullable: true,
    description: 'Pairs of mediators who must not be in the same team.',
  })
  apart?: ApartInput[];

  @Field(() => [NationalitiesApartInput], {
    nullable: true,
    description: 'Pairs of nationalities that must not be in the same team.',
  })
  nationalitiesApart?: NationalitiesApartInput[];
}

@ArgsType()
export class StartTeamArgs extends NeedArgs {
  @Field(() => Int, {
    description: `How many members the team has, from 1 to ${TEAM_LIMITS.size}.`,
  })
  size!: number;

  @Field(() => TeamConstraintsInput, {
    nullable: true,
    description: 'What the team must meet as a whole.',
  })
  constraints?: TeamConstraintsInput | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many further teams to find, each sharing nobody with a better one, from 0 to ${TEAM_LIMITS.alternatives}. Defaults to 0.`,
  })
  alternatives?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many seconds the solver may take, at most ${TEAM_SECONDS.most}. Defaults to ${TEAM_SECONDS.standard}.`,
  })
  timeLimitSeconds?: number | null;
}
