import type { ContactPurpose, UnsafeChannels } from '#directory';
import { Field, ID, InputType } from '@nestjs/graphql';
import { ContactPurposeEnum, UnsafeChannelsEnum } from '../graphql/enums/directory.js';
import { Day } from '../graphql/days.scalar.js';

// The service checks what stands in the fields and names every problem, so these hold the shape only.

@InputType({ description: 'Whose contact data to show, and for which purpose and reason.' })
export class ViewContactInput {
  @Field(() => ID, { description: 'The id of the mediator whose contact data is shown.' })
  mediatorId!: string;

  @Field(() => ID, {
    description:
      'The id of the network whose statement is shown. You must be one of its coordinators.',
  })
  networkId!: string;

  @Field(() => ContactPurposeEnum, {
    description: 'The purpose of the access. It is recorded, and she can read it.',
  })
  purpose!: ContactPurpose;

  @Field(() => String, {
    description:
      'The reason in your own words, 3 to 500 characters. It is recorded, and she can read it.',
  })
  reason!: string;
}

@InputType({
  description:
    'Changes of contact data. A field that is absent stays as it is. A field that is null is removed.',
})
export class EditContactInput {
  @Field(() => ID, { description: 'The id of the mediator whose contact data is changed.' })
  mediatorId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the network whose statement is changed. Absent for what the mediator states herself.',
  })
  networkId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The `version` that was read. Absent if nothing was stated yet. If it is no longer current, the answer is Conflict.',
  })
  version?: string | null;

  @Field(() => String, { nullable: true, description: 'Her e-mail address, or null to remove it.' })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Her telephone number, or null to remove it.',
  })
  telephone?: string | null;

  @Field(() => String, { nullable: true, description: 'Her postal address, or null to remove it.' })
  postalAddress?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The person to call in an emergency and how to reach them, or null to remove it.',
  })
  emergencyContact?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What to observe for her safety, or null to remove it.',
  })
  securityNotes?: string | null;

  @Field(() => Day, { nullable: true, description: 'Her date of birth, or null to remove it.' })
  dateOfBirth?: string | null;

  @Field(() => UnsafeChannelsEnum, {
    nullable: true,
    description:
      'How others may see what is sent to her, or null if nobody does. Baraza sends her nothing this way; mails and messages that wait are dropped.',
  })
  unsafeChannels?: UnsafeChannels | null;
}
