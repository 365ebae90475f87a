import type { ContactPurpose } from '#directory';
import { Field, ObjectType } from '@nestjs/graphql';
import { ContactPurposeEnum } from '../graphql/enums.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({ description: 'That somebody looked at her contact data.' })
export class ContactAccess {
  /** For the loader of `network`. */
  networkId!: string;

  @Field(() => Instant, { description: 'When (ISO 8601).' })
  at!: string;

  @Field(() => String, { description: 'Who, by an opaque name that her network can look up.' })
  viewer!: string;

  @Field(() => ContactPurposeEnum, { description: 'What for.' })
  purpose!: ContactPurpose;

  @Field(() => String, { description: 'Why, in the words of whoever looked.' })
  reason!: string;
}
