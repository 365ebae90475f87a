import type { MergeKeep, ProfileState, StatedField, Step, WorkKind } from '#directory';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  MergeKeepEnum,
  ProfileStateEnum,
  ProfileStepEnum,
  StatedFieldEnum,
  WorkKindEnum,
} from '../graphql/enums/directory.js';
import { PageArgs } from '../graphql/page.js';
import { ProfileChangesInput } from './profile-changes.input.js';

@InputType({
  description: 'Why a profile can be believed. It goes with the steps SUBMIT and VERIFY.',
})
export class EvidenceInput {
  @Field(() => [String], {
    nullable: true,
    description: 'Names of people who know her work, at most 10 of 1,000 characters each.',
  })
  references?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What your network states to accredit her, at most 1,000 characters. Nobody accredits herself.',
  })
  accreditation?: string | null;
}

/** For which network the viewer speaks. */
@ArgsType()
class ForNetwork {
  @Field(() => String, {
    nullable: true,
    description:
      'The slug of the network that you speak for. Needed only if several of your networks list her.',
  })
  network?: string | null;
}

@ArgsType()
export class CreateProfileArgs {
  @Field(() => String, { description: 'The slug of your network, which will list her.' })
  network!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Her number in the network's own list, by which imports recognize her, at most 200 characters. Generated if absent.",
  })
  externalId?: string | null;

  @Field(() => ProfileChangesInput, { description: 'What your network states about her.' })
  changes!: ProfileChangesInput;
}

@ArgsType()
export class EditProfileArgs extends ForNetwork {
  @Field(() => ID, { description: 'The id of the profile to edit.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the profile has changed since, the answer is Conflict.',
  })
  revision!: number;

  @Field(() => ProfileChangesInput, {
    description:
      'What you or your network state from now on. Fields that are absent stay as they are.',
  })
  changes!: ProfileChangesInput;
}

@ArgsType()
export class RevertFieldArgs extends ForNetwork {
  @Field(() => ID, { description: 'The id of the profile to edit.' })
  id!: string;

  @Field(() => ID, {
    description:
      'The id of a change in `Profile.history`. What is restored is what was stated before that change.',
  })
  change!: string;
}

/** What goes with a step. */
@ArgsType()
class StepArgs {
  @Field(() => ProfileStepEnum, {
    description:
      'The step to take. If the present state does not allow it, the answer is InvalidState.',
  })
  step!: Step;

  @Field(() => EvidenceInput, {
    nullable: true,
    description:
      'Why the profile can be believed. Needed by the steps that docs/curation.md names.',
  })
  evidence?: EvidenceInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'A note for her curators, at most 4,000 characters. The mediator can read it too.',
  })
  note?: string | null;
}

@ArgsType()
export class StepProfileArgs extends StepArgs {
  @Field(() => ID, { description: 'The id of the profile that takes the step.' })
  id!: string;
}

@ArgsType()
export class StepProfilesArgs extends StepArgs {
  @Field(() => [ID], { description: 'The ids of the profiles, at most 200.' })
  ids!: string[];
}

@InputType({ description: 'Whose value of a field a merged profile is to have.' })
export class MergeChoiceInput {
  @Field(() => StatedFieldEnum, {
    description: 'A field that `MergePreview.fields` lets you choose.',
  })
  field!: StatedField;

  @Field(() => MergeKeepEnum, { description: 'One of the `choices` of the field.' })
  keep!: MergeKeep;
}

const CHOICES =
  "Whose value counts, for single fields. Without a choice, the value of the profile that is kept comes first. What differs from your network's statement becomes its statement; undoing the merge restores it.";

@ArgsType()
export class MergePreviewArgs {
  @Field(() => ID, { description: 'The id of the profile that would be kept.' })
  keep!: string;

  @Field(() => ID, { description: 'The id of the other profile.' })
  other!: string;

  @Field(() => [MergeChoiceInput], { nullable: true, description: CHOICES })
  choices?: MergeChoiceInput[] | null;
}

@ArgsType()
export class MergeProfilesArgs {
  @Field(() => ID, { description: 'The id of the profile that stands for both from now on.' })
  keep!: string;

  @Field(() => Int, {
    description:
      'The revision of `keep` that you read. If it has changed since, the answer is Conflict.',
  })
  keepRevision!: number;

  @Field(() => ID, { description: 'The id of the other profile of the same mediator.' })
  other!: string;

  @Field(() => Int, {
    description:
      'The revision of `other` that you read. If it has changed since, the answer is Conflict.',
  })
  otherRevision!: number;

  @Field(() => [MergeChoiceInput], { nullable: true, description: CHOICES })
  choices?: MergeChoiceInput[] | null;
}

@ArgsType()
export class CuratedProfilesArgs extends PageArgs {
  @Field(() => String, { description: 'The slug of one of your networks.' })
  network!: string;

  @Field(() => [ProfileStateEnum], {
    nullable: true,
    description: 'Only profiles in one of these states. All if absent.',
  })
  states?: ProfileState[] | null;
}

@ArgsType()
export class FindProfilesArgs extends PageArgs {
  @Field(() => String, { description: 'The slug of one of your networks.' })
  network!: string;

  @Field(() => String, {
    description:
      'The beginning of a name, at most 200 characters. Each word must begin a word of one of her names.',
  })
  name!: string;
}

@ArgsType()
export class WorkListArgs extends PageArgs {
  @Field(() => String, { description: 'The slug of one of your networks.' })
  network!: string;

  @Field(() => WorkKindEnum, { description: 'Which kind of task to list.' })
  kind!: WorkKind;
}

@ArgsType()
export class HistoryArgs {
  @Field(() => Int, { nullable: true, description: 'How many changes to return. Defaults to 20.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Return what follows this cursor.' })
  after?: string | null;
}
