import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Profile } from './profile.type.js';
import { Node } from '../graphql/node.type.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({ description: 'A row of a file that the last import did not accept.' })
export class ImportReject {
  @Field(() => String, {
    nullable: true,
    description: 'The sheet of the workbook. Null if only one was imported, or the file has none.',
  })
  sheet!: string | null;

  @Field(() => Int, {
    description: 'The number of the row in the file, as a spreadsheet counts it.',
  })
  row!: number;

  @Field(() => String, {
    description: 'The header of the column. Empty if the whole row is meant.',
  })
  column!: string;

  @Field(() => String, {
    description: 'The value that was not accepted. Contact and security data is never repeated.',
  })
  value!: string;

  @Field(() => String, {
    description:
      'Why the row was not accepted, in a sentence in the language of the request. Rows of an import before this version keep their English sentence.',
  })
  reason!: string;

  @Field(() => String, {
    description:
      'What was probably meant, in the language of the request. Empty if nothing is close.',
  })
  suggestion!: string;

  @Field(() => Instant, { description: 'When the list was imported, in UTC.' })
  importedAt!: string;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A merge of two profiles, shown to the networks that list the mediator. Pass its id to `unmergeProfiles`.',
})
export class ProfileMerge extends Node {
  override readonly __typename = 'ProfileMerge';

  @Field(() => String, { description: 'The opaque name of the person who merged them.' })
  mergedBy!: string;

  @Field(() => Instant, { description: 'When the profiles were merged, in UTC.' })
  mergedAt!: string;
}

@ObjectType({ description: 'A task that waits for the coordinators of a network.' })
export class WorkItem {
  @Field(() => Profile, {
    nullable: true,
    description:
      'The profile that the task is about. Null for a rejected row that belongs to no profile.',
  })
  profile!: Profile | null;

  @Field(() => ImportReject, {
    nullable: true,
    description: 'The rejected row, for tasks of the kind IMPORT_REJECTS. Otherwise null.',
  })
  reject!: ImportReject | null;

  @Field(() => ProfileMerge, {
    nullable: true,
    description: 'The merge, for tasks of the kind MERGES. Otherwise null.',
  })
  merge!: ProfileMerge | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The suggestion that this record and another are of one mediator, for tasks of the kind DUPLICATES: pass it to `explainLink`. Otherwise null.',
  })
  linkId!: string | null;
}

@ObjectType({ description: 'A task on a page of the work list, with its cursor.' })
export class WorkItemEdge extends EdgeOf(WorkItem) {}

@ObjectType({ description: 'A page of the work list of a network.' })
export class WorkItemConnection extends ConnectionOf(WorkItemEdge) {}

@ObjectType({ description: 'A profile on a page, with its cursor.' })
export class ProfileEdge extends EdgeOf(Profile) {}

@ObjectType({ description: 'A page of profiles that a network lists.' })
export class ProfileConnection extends ConnectionOf(ProfileEdge) {}
