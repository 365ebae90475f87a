import type { ProfileState, StatedField } from '#directory';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { StatedFieldEnum, ProfileStateEnum } from '../graphql/enums/directory.js';
import { Json } from '../graphql/json.scalar.js';
import { ProfileSource } from './profile.type.js';
import { Node } from '../graphql/node.type.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({
  implements: () => [Node],
  description: 'A change of what a source states about the mediator. Pass its id to `revertField`.',
})
export class ProfileChange extends Node {
  override readonly __typename = 'ProfileChange';

  @Field(() => StatedFieldEnum, { description: 'The field whose value changed.' })
  field!: StatedField;

  @Field(() => Json, {
    nullable: true,
    description: 'The value before the change, as JSON. Null if the source had stated nothing.',
  })
  before!: unknown;

  @Field(() => Json, {
    nullable: true,
    description: 'The value after the change, as JSON. Null if the source states nothing any more.',
  })
  after!: unknown;

  @Field(() => ProfileSource, {
    description: 'The network that stated it, or the mediator herself.',
  })
  source!: ProfileSource;

  @Field(() => String, { description: 'The opaque name of the person who made the change.' })
  changedBy!: string;

  @Field(() => Instant, { description: 'When the change was made, in UTC.' })
  changedAt!: string;
}

@ObjectType({ description: 'A change on a page of the history, with its cursor.' })
export class ProfileChangeEdge extends EdgeOf(ProfileChange) {}

@ObjectType({ description: 'A page of the history of a profile, the latest change first.' })
export class ProfileChangeConnection extends ConnectionOf(ProfileChangeEdge) {}

@ObjectType({ description: 'A note of her curators about a profile.' })
export class ProfileNote {
  @Field(() => String, { description: 'The text of the note, plain.' })
  text!: string;

  @Field(() => String, { description: 'The opaque name of the person who wrote it.' })
  writtenBy!: string;

  @Field(() => Instant, { description: 'When the note was written, in UTC.' })
  writtenAt!: string;
}

@ObjectType({
  description: 'Evidence that a profile can be believed: an accreditation or a reference.',
})
export class ProfileEvidence {
  /** For the loader of `network`. */
  networkId!: string | null;

  @Field(() => Boolean, {
    description: 'True if a network accredits her, false if this is a reference.',
  })
  accreditation!: boolean;

  @Field(() => String, {
    description: 'The name of the reference, or the statement of the network.',
  })
  text!: string;

  @Field(() => String, { description: 'The opaque name of the person who recorded it.' })
  recordedBy!: string;

  @Field(() => Instant, { description: 'When the evidence was recorded, in UTC.' })
  recordedAt!: string;
}

@ObjectType({ description: "An import of a network's list that brought something new about her." })
export class ProfileImport {
  /** For the loader of `network`. */
  networkId!: string;

  @Field(() => String, {
    description: 'Identifies the import. It is the same for all profiles of one import.',
  })
  importId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the file without its folders. Null if the rows did not come from a file.',
  })
  fileName!: string | null;

  @Field(() => Int, {
    description: 'The number of her row in the file, as a spreadsheet counts it.',
  })
  row!: number;

  @Field(() => String, { description: 'The opaque name of the person who imported it.' })
  importedBy!: string;

  @Field(() => Instant, { description: 'When the list was imported, in UTC.' })
  importedAt!: string;
}

@ObjectType({ description: 'A step that a profile has taken in its life cycle.' })
export class ProfileStepRecord {
  @Field(() => String, {
    description:
      'The name of the step: a value of ProfileStep, or the way in which the profile came about.',
  })
  step!: string;

  @Field(() => ProfileStateEnum, {
    nullable: true,
    description: 'The state before the step. Null for the first one.',
  })
  before!: ProfileState | null;

  @Field(() => ProfileStateEnum, { description: 'The state after the step.' })
  after!: ProfileState;

  @Field(() => Boolean, { description: 'True if the mediator took the step herself.' })
  herself!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The reason, if the person who took the step gave one.',
  })
  note!: string | null;

  @Field(() => String, { description: 'The opaque name of the person who took the step.' })
  madeBy!: string;

  @Field(() => Instant, { description: 'When the step was taken, in UTC.' })
  madeAt!: string;
}
