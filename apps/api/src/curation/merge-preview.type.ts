import type {
  ConsentPurpose,
  MergeKeep,
  ProfileField,
  ProfileState,
  StatedField,
} from '#directory';
import { Field, ObjectType } from '@nestjs/graphql';
import {
  ConsentPurposeEnum,
  MergeKeepEnum,
  ProfileFieldEnum,
  ProfileStateEnum,
  StatedFieldEnum,
} from '../graphql/enums/directory.js';
import { Json } from '../graphql/json.scalar.js';
import { resultOf } from '../graphql/refusals.js';
import { Network } from '../networks/network.type.js';

@ObjectType({ description: 'A field of two profiles, and what it is once they are merged.' })
export class MergedField {
  @Field(() => StatedFieldEnum, { description: 'The field that at least one profile states.' })
  field!: StatedField;

  @Field(() => Json, {
    nullable: true,
    description: 'What the profile that is kept states, as JSON. Null if it states nothing.',
  })
  kept!: unknown;

  @Field(() => Json, {
    nullable: true,
    description: 'What the other profile states, as JSON. Null if it states nothing.',
  })
  other!: unknown;

  @Field(() => Json, {
    nullable: true,
    description: 'What the merged profile would state, as JSON.',
  })
  merged!: unknown;

  @Field(() => [MergeKeepEnum], {
    description:
      'What you can choose for it. Empty for fields that protect her, of which the stricter value counts, and where both profiles state the same.',
  })
  choices!: MergeKeep[];
}

@ObjectType({ description: 'What merging two profiles would do. Nothing is changed yet.' })
export class MergePreview {
  readonly __typename = 'MergePreview';

  @Field(() => String, {
    nullable: true,
    description: 'Why the merge would be refused, as a sentence. Null if it would not be.',
  })
  refusal!: string | null;

  @Field(() => ProfileStateEnum, {
    description: 'The state of the merged profile before its fields are checked for publishing.',
  })
  state!: ProfileState;

  @Field(() => [ConsentPurposeEnum], {
    description: 'Purposes for which her consent would end, because the stricter of two counts.',
  })
  consentsEnding!: ConsentPurpose[];

  @Field(() => [Network], { description: 'The networks that would list the merged profile.' })
  networks!: Network[];

  @Field(() => Boolean, {
    description:
      'True if exactly one of the two is pseudonymous: her id for others changes, and lists and shortlists lose her.',
  })
  changesId!: boolean;

  @Field(() => [ProfileFieldEnum], {
    description: 'Fields that would be shown to fewer people than in the profile that is kept.',
  })
  narrowed!: ProfileField[];

  @Field(() => [MergedField], { description: 'The fields that at least one of the two states.' })
  fields!: MergedField[];
}

export const MergePreviewResult = resultOf(MergePreview);
