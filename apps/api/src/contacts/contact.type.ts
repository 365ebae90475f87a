import type { UnsafeChannels } from '#directory';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Day, Instant } from '../graphql/days.scalar.js';
import { UnsafeChannelsEnum } from '../graphql/enums/directory.js';

@ObjectType({
  description:
    'Contact and security data as one source stated it: a network, or the mediator herself.',
})
export class MediatorContact {
  readonly __typename = 'MediatorContact';

  /** Her key; the field is made from it when it is read. */
  mediatorId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the network that stated it. Null if the mediator stated it herself.',
  })
  networkId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Her e-mail address. Null if this source states none.',
  })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Her telephone number. Null if this source states none.',
  })
  telephone!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Her postal address. Null if this source states none.',
  })
  postalAddress!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The person to call in an emergency, for the mediator herself. Null if this source states none, and always null for coordinators: two of a desk open it with `askEmergencyContact`.',
  })
  emergencyContact!: string | null;

  @Field(() => Boolean, {
    description: 'True if this source states a person to call in an emergency.',
  })
  hasEmergencyContact!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What to observe for her safety. Null if this source states nothing.',
  })
  securityNotes!: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'Her date of birth. Null if this source states none.',
  })
  dateOfBirth!: string | null;

  @Field(() => UnsafeChannelsEnum, {
    nullable: true,
    description:
      'How others may see what is sent to her. Baraza sends her nothing this way, whichever source says so. Null if this source knows of nothing.',
  })
  unsafeChannels!: UnsafeChannels | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Identifies the present state: pass it to `editContact`. Null if nothing is stated.',
  })
  version!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it was last changed, in UTC. Null if nothing is stated.',
  })
  updatedAt!: string | null;
}
