import type { ContactPurpose } from '#directory';
import { Field, ID, InputType } from '@nestjs/graphql';
import { ContactPurposeEnum } from '../graphql/enums.js';
import { Day } from '../graphql/days.scalar.js';

// The service checks what stands in the fields and names every problem, so these hold the shape only.

@InputType({ description: 'Whose contact data is looked at, and why.' })
export class ViewContactInput {
  @Field(() => ID, { description: 'The mediator.' })
  mediatorId!: string;

  @Field(() => ID, {
    description: 'The network whose statement it is: one that the viewer coordinates.',
  })
  networkId!: string;

  @Field(() => ContactPurposeEnum, { description: 'What for.' })
  purpose!: ContactPurpose;

  @Field(() => String, {
    description: 'Why, in 3 to 500 characters of your own. She will read it.',
  })
  reason!: string;
}

@InputType({
  description:
    'Changes of contact data: a field that is absent stays, one that is null is taken away.',
})
export class EditContactInput {
  @Field(() => ID, { description: 'The mediator.' })
  mediatorId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The network whose statement is changed; absent for what she states herself.',
  })
  networkId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'As it was read; absent where nothing was stated yet.',
  })
  version?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone.' })
  telephone?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address.' })
  postalAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to call when something happens.' })
  emergencyContact?: string | null;

  @Field(() => String, { nullable: true, description: 'What to mind for her safety.' })
  securityNotes?: string | null;

  @Field(() => Day, { nullable: true, description: 'Date of birth (YYYY-MM-DD).' })
  dateOfBirth?: string | null;
}
