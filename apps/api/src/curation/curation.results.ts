import { Field, ID, ObjectType } from '@nestjs/graphql';
import { resultOf } from '../graphql/refusals.js';
import { Day } from '../graphql/days.scalar.js';
import { Network } from '../networks/network.type.js';
import { Profile } from './profile.type.js';

export const ProfileResult = resultOf(Profile);
export const NetworkResult = resultOf(Network);

@ObjectType({ description: 'What became of one profile of many.' })
export class ProfileStepOutcome {
  @Field(() => ID, { description: 'As it was asked for.' })
  profileId!: string;

  @Field(() => ProfileResult, { description: 'The profile after the step, or why it was refused.' })
  result!: typeof ProfileResult;
}

@ObjectType({ description: 'What became of each profile.' })
export class ProfileStepOutcomes {
  readonly __typename = 'ProfileStepOutcomes';

  @Field(() => [ProfileStepOutcome], { description: 'In the order of the ids.' })
  outcomes!: ProfileStepOutcome[];
}

export const ProfileStepsResult = resultOf(ProfileStepOutcomes, 'ProfileStepsResult');

@ObjectType({ description: 'Two profiles that were found to be of one woman.' })
export class MergedProfiles {
  readonly __typename = 'MergedProfiles';

  @Field(() => ID, { description: 'What `unmergeProfiles` takes.' })
  merge!: string;

  @Field(() => Profile, { description: 'The profile that stands for both.' })
  profile!: Profile;
}

export const MergeResult = resultOf(MergedProfiles, 'MergeResult');

@ObjectType({ description: 'Two profiles that were parted again.' })
export class PartedProfiles {
  readonly __typename = 'PartedProfiles';

  @Field(() => [Profile], {
    description: 'Those of the two that you may see: the one that stood for both first.',
  })
  profiles!: Profile[];
}

export const UnmergeResult = resultOf(PartedProfiles, 'UnmergeResult');

@ObjectType({ description: 'The network no longer lists her.' })
export class EndedAffiliation {
  readonly __typename = 'EndedAffiliation';

  @Field(() => Profile, { nullable: true, description: 'Null where you no longer curate her.' })
  profile!: Profile | null;
}

export const EndAffiliationResult = resultOf(EndedAffiliation, 'EndAffiliationResult');

@ObjectType({ description: 'A profile was confirmed.' })
export class ConfirmedProfile {
  readonly __typename = 'ConfirmedProfile';

  @Field(() => Day, { description: 'The day (ISO 8601).' })
  confirmedOn!: string;
}

export const ConfirmationResult = resultOf(ConfirmedProfile, 'ConfirmationResult');
