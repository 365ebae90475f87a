import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Day, Instant } from '../graphql/days.scalar.js';

@ObjectType({
  description:
    'Contact and security data as one source stated it: a network, or the mediator herself.',
})
export class MediatorContact {
  readonly __typename = 'MediatorContact';

  /** Her key; the field is made from it when it is read. */
  mediatorId!: string;

  @Field(() => ID, { nullable: true, description: 'The network that stated it; null is herself.' })
  networkId!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone.' })
  telephone!: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address.' })
  postalAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to call when something happens.' })
  emergencyContact!: string | null;

  @Field(() => String, { nullable: true, description: 'What to mind for her safety.' })
  securityNotes!: string | null;

  @Field(() => Day, { nullable: true, description: 'Date of birth (ISO 8601).' })
  dateOfBirth!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'To be quoted by `editContact`; null where nothing is stated.',
  })
  version!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it was changed last (ISO 8601); null where nothing is stated.',
  })
  updatedAt!: string | null;
}
