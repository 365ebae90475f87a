import type { DeclineReason, SeenState } from '#applications';
import type { ConsentPurpose } from '#directory';
import type { Locale } from '#vocabulary';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Area, LocalizedText } from '../graphql/coded.type.js';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Day, Instant } from '../graphql/days.scalar.js';
import { ApplicationStateEnum, DeclineReasonEnum } from '../graphql/enums/curation.js';
import { ConsentPurposeEnum } from '../graphql/enums/directory.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { Node } from '../graphql/node.type.js';
import { Experience, ExpertiseSkill, LanguageSkill } from '../graphql/profile-values.type.js';
import { resultOf } from '../graphql/refusals.js';
import { Call } from './call.type.js';

@ObjectType({ description: 'What a woman who applies has agreed to.' })
export class ApplicantConsent {
  @Field(() => ConsentPurposeEnum, { description: 'The purpose that she agrees to.' })
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'The version of the text that she was shown.' })
  textVersion!: string;

  @Field(() => LocaleEnum, { description: 'The language in which she read the text.' })
  language!: Locale;
}

@ObjectType({
  description: 'What a woman wrote who applies. Her contact data is shown only once she is listed.',
})
export class ApplicantStatement {
  @Field(() => String, { description: 'Her full name as she wrote it.' })
  fullName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name that is to be shown to others. Null if it is her full name.',
  })
  displayName!: string | null;

  @Field(() => Boolean, {
    description: 'True if her name must not be shown, because it could put her in danger.',
  })
  pseudonymous!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The name that is to be shown in place of hers. Null if she gave none.',
  })
  codeName!: string | null;

  @Field(() => Area, {
    nullable: true,
    description: 'The country where she lives. Null if she does not say.',
  })
  residence!: Area | null;

  @Field(() => [LanguageSkill], { description: 'The languages she speaks or signs.' })
  languages!: LanguageSkill[];

  @Field(() => [ExpertiseSkill], { description: 'The topics she knows.' })
  expertise!: ExpertiseSkill[];

  @Field(() => [Area], { description: 'The territories she knows.' })
  territories!: Area[];

  @Field(() => Int, {
    nullable: true,
    description: 'Her years of mediation experience. Null if she does not say.',
  })
  years!: number | null;

  @Field(() => [Experience], { description: 'Peace processes in which she has worked.' })
  experience!: Experience[];

  @Field(() => [LocalizedText], { description: 'What she says about herself, in her language.' })
  biographies!: LocalizedText[];

  @Field(() => [ApplicantConsent], { description: 'What she agrees to. She may agree to nothing.' })
  consents!: ApplicantConsent[];
}

@ObjectType({
  implements: () => [Node],
  description: 'The application of a woman who has confirmed that the address she gave is hers.',
})
export class Application extends Node {
  override readonly __typename = 'Application';

  @Field(() => Call, { description: 'The call that she answered.' })
  call!: Call;

  @Field(() => ApplicationStateEnum, {
    description: 'Whether the application waits, was answered or was withdrawn.',
  })
  state!: SeenState;

  @Field(() => LocaleEnum, {
    description: 'The language in which she read the page, and in which she is answered.',
  })
  language!: Locale;

  @Field(() => ApplicantStatement, {
    nullable: true,
    description: 'What she wrote. Null once it is a profile, or once she has withdrawn.',
  })
  stated!: ApplicantStatement | null;

  @Field(() => Instant, { description: 'When she confirmed the application, in UTC.' })
  submittedAt!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it was answered or withdrawn, in UTC. Null while it waits.',
  })
  decidedAt!: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The last day on which it is kept. Null while it waits.',
  })
  keptUntil!: string | null;

  @Field(() => DeclineReasonEnum, {
    nullable: true,
    description: 'Why your network declined. Null if it did not.',
  })
  reason!: DeclineReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'What your network wrote to her when it declined. Null if it wrote nothing.',
  })
  words!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the profile that it became, for `profile`. Null if it became none.',
  })
  profileId!: string | null;

  @Field(() => Int, {
    description:
      'The number of the present revision. Pass it to an answer, which is refused if something has changed since.',
  })
  revision!: number;
}

@ObjectType({ description: 'An application on a page, with its cursor.' })
export class ApplicationEdge extends EdgeOf(Application) {}

@ObjectType({ description: 'A page of applications to a network, the oldest first.' })
export class ApplicationConnection extends ConnectionOf(ApplicationEdge) {}

export const ApplicationResult = resultOf(Application);
