import type { ProfileState, Step, WorkKind } from '#directory';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ProfileStateEnum, ProfileStepEnum, WorkKindEnum } from '../graphql/enums.js';
import { PageArgs } from '../graphql/page.js';
import { ProfileChangesInput } from './profile-changes.input.js';

@InputType({ description: 'Why a profile may be believed; goes with SUBMIT and VERIFY.' })
export class EvidenceInput {
  @Field(() => [String], { nullable: true, description: 'Names of people who know her work.' })
  references?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'What your network says of her: it accredits her. Nobody accredits herself.',
  })
  accreditation?: string | null;
}

/** For which network the viewer speaks. */
@ArgsType()
class ForNetwork {
  @Field(() => String, {
    nullable: true,
    description: 'Slug of the network that you speak for, where several of yours list her.',
  })
  network?: string | null;
}

@ArgsType()
export class CreateProfileArgs {
  @Field(() => String, { description: 'Slug of your network that lists her.' })
  network!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Her number in the network’s own list, by which imports find her; made where absent.',
  })
  externalId?: string | null;

  @Field(() => ProfileChangesInput, { description: 'What your network says of her.' })
  changes!: ProfileChangesInput;
}

@ArgsType()
export class EditProfileArgs extends ForNetwork {
  @Field(() => ID, { description: 'The profile.' })
  id!: string;

  @Field(() => Int, { description: 'The revision that you saw.' })
  revision!: number;

  @Field(() => ProfileChangesInput, { description: 'What you or your network say from now on.' })
  changes!: ProfileChangesInput;
}

@ArgsType()
export class RevertFieldArgs extends ForNetwork {
  @Field(() => ID, { description: 'The profile.' })
  id!: string;

  @Field(() => ID, { description: 'The change before which the field said what it is to say.' })
  change!: string;
}

/** What goes with a step. */
@ArgsType()
class StepArgs {
  @Field(() => ProfileStepEnum, { description: 'The step.' })
  step!: Step;

  @Field(() => EvidenceInput, { nullable: true, description: 'Why it may be believed.' })
  evidence?: EvidenceInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'A note for her curators, which she reads too.',
  })
  note?: string | null;
}

@ArgsType()
export class StepProfileArgs extends StepArgs {
  @Field(() => ID, { description: 'The profile.' })
  id!: string;
}

@ArgsType()
export class StepProfilesArgs extends StepArgs {
  @Field(() => [ID], { description: 'The profiles, at most 200.' })
  ids!: string[];
}

@ArgsType()
export class MergeProfilesArgs {
  @Field(() => ID, { description: 'The profile that stands for both from now on.' })
  keep!: string;

  @Field(() => Int, { description: 'Its revision that you saw.' })
  keepRevision!: number;

  @Field(() => ID, { description: 'The profile that is of the same woman.' })
  other!: string;

  @Field(() => Int, { description: 'Its revision that you saw.' })
  otherRevision!: number;
}

@ArgsType()
export class CuratedProfilesArgs extends PageArgs {
  @Field(() => String, { description: 'Slug of your network.' })
  network!: string;

  @Field(() => [ProfileStateEnum], {
    nullable: true,
    description: 'In any of them; all if absent.',
  })
  states?: ProfileState[] | null;
}

@ArgsType()
export class FindProfilesArgs extends PageArgs {
  @Field(() => String, { description: 'Slug of your network.' })
  network!: string;

  @Field(() => String, {
    description: 'How a name begins: each word that you type begins a word of one of her names.',
  })
  name!: string;
}

@ArgsType()
export class WorkListArgs extends PageArgs {
  @Field(() => String, { description: 'Slug of your network.' })
  network!: string;

  @Field(() => WorkKindEnum, { description: 'What to list.' })
  kind!: WorkKind;
}

@ArgsType()
export class HistoryArgs {
  @Field(() => Int, { nullable: true, description: 'How many to give; 20 where nothing is said.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Begin after this cursor.' })
  after?: string | null;
}
