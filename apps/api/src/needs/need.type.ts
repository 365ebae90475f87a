import type { Confidentiality, NeedState } from '#engagement';
import type { PresetCode } from '#matching';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { ConfidentialityEnum, NeedPresetEnum, NeedStateEnum } from '../graphql/enums.js';
import { Json } from '../graphql/json.scalar.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({
  implements: () => [Node],
  description:
    'What an organizer looks for in a peace process: a public one, or one of your own organization.',
})
export class Need extends Node {
  override readonly __typename = 'Need';

  @Field(() => String, { description: 'Short name, the same for ever.' })
  slug!: string;

  @Field(() => String, { description: 'In a few words.' })
  title!: string;

  @Field(() => String, { description: "The organizer's own words." })
  brief!: string;

  @Field(() => String, { nullable: true, description: 'The peace process it belongs to.' })
  process!: string | null;

  @Field(() => Json, {
    description: 'A NeedInput as JSON: pass it back to `matchCandidates` as a variable.',
  })
  criteria!: unknown;

  @Field(() => String, { nullable: true, description: 'Whose it is, where it is one of ours.' })
  organization!: string | null;

  @Field(() => Boolean, { description: 'It is your own organization’s.' })
  own!: boolean;

  @Field(() => NeedPresetEnum, {
    nullable: true,
    description: 'Whose weights count where `criteria` gives none.',
  })
  preset!: PresetCode | null;

  @Field(() => Int, { description: 'How many women are looked for.' })
  wanted!: number;

  @Field(() => String, { nullable: true, description: 'Language of work, BCP 47.' })
  workLanguage!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the work is, in words.' })
  place!: string | null;

  @Field(() => ConfidentialityEnum, { description: 'Who may know of it.' })
  confidentiality!: Confidentiality;

  @Field(() => NeedStateEnum, { description: 'Where it stands.' })
  state!: NeedState;

  @Field(() => Int, { description: 'Grows with every change; an edit names the one it saw.' })
  revision!: number;

  @Field(() => Instant, { description: 'Moment it was written down (ISO 8601).' })
  createdAt!: string;

  @Field(() => Instant, { description: 'Moment of its last change (ISO 8601).' })
  updatedAt!: string;

  @Field(() => Boolean, { description: 'Part of the demo.' })
  fictional!: boolean;
}

@ObjectType({ description: 'A need of a page.' })
export class NeedEdge extends EdgeOf(Need) {}

@ObjectType({ description: 'A page of needs.' })
export class NeedConnection extends ConnectionOf(NeedEdge) {}

export const NeedResult = resultOf(Need);
