import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Profile } from './profile.type.js';
import { Node } from '../graphql/node.type.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({ description: 'A row of a file that the last import did not accept.' })
export class ImportReject {
  @Field(() => Int, { description: 'Row of the file.' })
  row!: number;

  @Field(() => String, { description: 'Header of the column; empty for the row as a whole.' })
  column!: string;

  @Field(() => String, { description: 'What stands there; never contact or security data.' })
  value!: string;

  @Field(() => String, { description: 'What is wrong.' })
  reason!: string;

  @Field(() => String, { description: 'What was perhaps meant.' })
  suggestion!: string;

  @Field(() => Instant, { description: 'When (ISO 8601).' })
  importedAt!: string;
}

@ObjectType({
  implements: () => [Node],
  description:
    'That somebody merged two profiles; the networks that list her are told. Its id is what `unmergeProfiles` takes.',
})
export class ProfileMerge extends Node {
  override readonly __typename = 'ProfileMerge';

  @Field(() => String, { description: 'Who merged them, by an opaque name.' })
  mergedBy!: string;

  @Field(() => Instant, { description: 'When (ISO 8601).' })
  mergedAt!: string;
}

@ObjectType({ description: 'One thing to look at.' })
export class WorkItem {
  @Field(() => Profile, { nullable: true, description: 'Null for a row that is no profile yet.' })
  profile!: Profile | null;

  @Field(() => ImportReject, { nullable: true, description: 'Of IMPORT_REJECTS.' })
  reject!: ImportReject | null;

  @Field(() => ProfileMerge, { nullable: true, description: 'Of MERGES.' })
  merge!: ProfileMerge | null;
}

@ObjectType({ description: 'One thing to look at, on a page.' })
export class WorkItemEdge extends EdgeOf(WorkItem) {}

@ObjectType({ description: 'A page of what waits.' })
export class WorkItemConnection extends ConnectionOf(WorkItemEdge) {}

@ObjectType({ description: 'A profile of a page.' })
export class ProfileEdge extends EdgeOf(Profile) {}

@ObjectType({ description: 'A page of profiles.' })
export class ProfileConnection extends ConnectionOf(ProfileEdge) {}
