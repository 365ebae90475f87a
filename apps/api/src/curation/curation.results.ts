import { Field, ID, ObjectType } from '@nestjs/graphql';
import { resultOf } from '../graphql/refusals.js';
import { Day } from '../graphql/days.scalar.js';
import { Profile } from './profile.type.js';

export const ProfileResult = resultOf(Profile);

@ObjectType({ description: 'The outcome of a step for one of many profiles.' })
export class ProfileStepOutcome {
  @Field(() => ID, { description: 'The id that was passed to `stepProfiles`.' })
  profileId!: string;

  @Field(() => ProfileResult, { description: 'The profile after the step, or why it was refused.' })
  result!: typeof ProfileResult;
}

@ObjectType({ description: 'The outcome of a step for each of many profiles.' })
export class ProfileStepOutcomes {
  readonly __typename = 'ProfileStepOutcomes';

  @Field(() => [ProfileStepOutcome], {
    description: 'One outcome for each id, in the order in which the ids were passed.',
  })
  outcomes!: ProfileStepOutcome[];
}

export const ProfileStepsResult = resultOf(ProfileStepOutcomes, 'ProfileStepsResult');

@ObjectType({ description: 'Two profiles that were merged because they are of the same mediator.' })
export class MergedProfiles {
  readonly __typename = 'MergedProfiles';

  @Field(() => ID, { description: 'The id of the merge: pass it to `unmergeProfiles` to undo it.' })
  merge!: string;

  @Field(() => Profile, { description: 'The profile that stands for both.' })
  profile!: Profile;
}

export const MergeResult = resultOf(MergedProfiles, 'MergeResult');

@ObjectType({ description: 'The profiles after a merge was undone.' })
export class PartedProfiles {
  readonly __typename = 'PartedProfiles';

  @Field(() => [Profile], {
    description: 'Those of the two profiles that you may see, the one that stood for both first.',
  })
  profiles!: Profile[];
}

export const UnmergeResult = resultOf(PartedProfiles, 'UnmergeResult');

@ObjectType({ description: 'The network no longer lists the mediator.' })
export class EndedAffiliation {
  readonly __typename = 'EndedAffiliation';

  @Field(() => Profile, {
    nullable: true,
    description: 'Her profile as you may see it. Null if you no longer curate her.',
  })
  profile!: Profile | null;
}

export const EndAffiliationResult = resultOf(EndedAffiliation, 'EndAffiliationResult');

@ObjectType({ description: 'The answer to a profile that was confirmed by a link.' })
export class ConfirmedProfile {
  readonly __typename = 'ConfirmedProfile';

  @Field(() => Day, { description: 'The day on which the profile was confirmed.' })
  confirmedOn!: string;
}

export const ConfirmationResult = resultOf(ConfirmedProfile, 'ConfirmationResult');
