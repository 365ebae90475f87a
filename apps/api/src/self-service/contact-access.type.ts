import type { ContactPurpose } from '#directory';
import { Field, ObjectType } from '@nestjs/graphql';
import { ContactPurposeEnum } from '../graphql/enums/directory.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({ description: 'An access to the contact data of a mediator.' })
export class ContactAccess {
  /** For the loader of `network`. */
  networkId!: string;

  @Field(() => Instant, { description: 'When the contact data was shown, in UTC.' })
  at!: string;

  @Field(() => String, {
    description: 'The opaque name of the person who looked. Her network can find out who it is.',
  })
  viewer!: string;

  @Field(() => ContactPurposeEnum, { description: 'The purpose that the person stated.' })
  purpose!: ContactPurpose;

  @Field(() => String, { description: 'The reason, in the words of the person who looked.' })
  reason!: string;
}
