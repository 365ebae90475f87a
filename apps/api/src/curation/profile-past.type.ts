import type { ProfileState, StatedField } from '#directory';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { StatedFieldEnum, ProfileStateEnum } from '../graphql/enums.js';
import { Json } from '../graphql/json.scalar.js';
import { ProfileSource } from './profile.type.js';
import { Node } from '../graphql/node.type.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({
  implements: () => [Node],
  description:
    'That a source said something else of her than before. Its id is what `revertField` takes.',
})
export class ProfileChange extends Node {
  override readonly __typename = 'ProfileChange';

  @Field(() => StatedFieldEnum, { description: 'The field.' })
  field!: StatedField;

  @Field(() => Json, { nullable: true, description: 'Null where the source said nothing.' })
  before!: unknown;

  @Field(() => Json, { nullable: true, description: 'Null where it says nothing any more.' })
  after!: unknown;

  @Field(() => ProfileSource, { description: 'Whose word it is.' })
  source!: ProfileSource;

  @Field(() => String, { description: 'Who wrote it, by an opaque name.' })
  changedBy!: string;

  @Field(() => Instant, { description: 'When (ISO 8601).' })
  changedAt!: string;
}

@ObjectType({ description: 'A change of a page.' })
export class ProfileChangeEdge extends EdgeOf(ProfileChange) {}

@ObjectType({ description: 'A page of changes.' })
export class ProfileChangeConnection extends ConnectionOf(ProfileChangeEdge) {}

@ObjectType({ description: 'A note of her curators.' })
export class ProfileNote {
  @Field(() => String, { description: 'Plain text.' })
  text!: string;

  @Field(() => String, { description: 'Who wrote it, by an opaque name.' })
  writtenBy!: string;

  @Field(() => Instant, { description: 'When (ISO 8601).' })
  writtenAt!: string;
}

@ObjectType({ description: 'Why a profile may be believed.' })
export class ProfileEvidence {
  /** For the loader of `network`. */
  networkId!: string | null;

  @Field(() => Boolean, { description: 'A network accredits her; else it is a reference.' })
  accreditation!: boolean;

  @Field(() => String, { description: 'Name of the reference, or what the network says.' })
  text!: string;

  @Field(() => String, { description: 'Who handed it in, by an opaque name.' })
  recordedBy!: string;

  @Field(() => Instant, { description: 'When (ISO 8601).' })
  recordedAt!: string;
}

@ObjectType({ description: 'That an import of a network’s list said something new of her.' })
export class ProfileImport {
  /** For the loader of `network`. */
  networkId!: string;

  @Field(() => String, { description: 'The same for all profiles of one import.' })
  importId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the file, without its folders; null where the rows came from no file.',
  })
  fileName!: string | null;

  @Field(() => Int, { description: 'The row, as a person counts them in the file.' })
  row!: number;

  @Field(() => String, { description: 'Who imported it, by an opaque name.' })
  importedBy!: string;

  @Field(() => Instant, { description: 'When (ISO 8601).' })
  importedAt!: string;
}

@ObjectType({ description: 'A step in the life of a profile.' })
export class ProfileStepRecord {
  @Field(() => String, {
    description: 'What was done: a step of ProfileStep, or how it came about.',
  })
  step!: string;

  @Field(() => ProfileStateEnum, { nullable: true, description: 'Null where it began.' })
  before!: ProfileState | null;

  @Field(() => ProfileStateEnum, { description: 'The state that it led to.' })
  after!: ProfileState;

  @Field(() => Boolean, { description: 'She took it herself.' })
  herself!: boolean;

  @Field(() => String, { nullable: true, description: 'Why, where whoever took it said so.' })
  note!: string | null;

  @Field(() => String, { description: 'Who took it, by an opaque name.' })
  madeBy!: string;

  @Field(() => Instant, { description: 'When (ISO 8601).' })
  madeAt!: string;
}
