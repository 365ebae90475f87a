import type {
  ConsentPurpose,
  ProfileState,
  StatedField,
  Step,
  StepNeed,
  WholeProfile,
} from '#directory';
import type { Criterion } from '#matching';
import type { AvailabilityBand } from '#vocabulary';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalizedText } from '../graphql/coded.type.js';
import { AvailabilityEnum } from '../graphql/enums/vocabulary.js';
import {
  ConsentPurposeEnum,
  ProfileStateEnum,
  ProfileStepEnum,
  StatedFieldEnum,
  StepNeedEnum,
} from '../graphql/enums/directory.js';
import { CriterionEnum } from '../graphql/enums/matching.js';
import { Json } from '../graphql/json.scalar.js';
import { Node } from '../graphql/node.type.js';
import { heldFields } from '../graphql/profile-fields.js';
import { DayRange } from '../graphql/profile-values.type.js';
import { Affiliation } from '../mediators/mediator.type.js';
import { FieldAudience } from '../self-service/audience.type.js';

@ObjectType({
  description: 'A source of statements about a mediator: a network, or the mediator herself.',
})
export class ProfileSource {
  /** For the loader of `network`. */
  networkId!: string | null;

  @Field(() => Boolean, { description: 'True if the mediator states it herself.' })
  herself!: boolean;
}

@ObjectType({ description: 'Which sources a field of a profile rests on.' })
export class FieldSource {
  @Field(() => StatedFieldEnum, { description: 'The field that the sources state.' })
  field!: StatedField;

  @Field(() => [ProfileSource], {
    description: 'The sources whose statements are shown. Several if their statements are united.',
  })
  sources!: ProfileSource[];

  @Field(() => Boolean, { description: 'True if another source states a different value.' })
  inConflict!: boolean;
}

@ObjectType({ description: 'What one source states in a field of a profile.' })
export class FieldStatement {
  @Field(() => StatedFieldEnum, { description: 'The field that the source states.' })
  field!: StatedField;

  @Field(() => ProfileSource, { description: 'The network that states it, or the mediator.' })
  source!: ProfileSource;

  @Field(() => Json, {
    description:
      'The value that it states, as JSON. It can be passed to `editProfile` as the field of this name in `ProfileChangesInput`.',
  })
  value!: unknown;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  words!: string;

  @Field(() => Boolean, { description: 'True if the shown value rests on this statement.' })
  counts!: boolean;
}

@ObjectType({ description: 'A step that the viewer can take with a profile in its present state.' })
export class NextStep {
  @Field(() => ProfileStepEnum, { description: 'The step: pass it to `stepProfile`.' })
  step!: Step;

  @Field(() => [StepNeedEnum], {
    description: 'What it lacks now. Empty if the step can be taken at once.',
  })
  lacks!: StepNeed[];
}

@ObjectType({
  description: 'A field that is missing in a profile, and what that costs the mediator.',
})
export class MissingField {
  @Field(() => StatedFieldEnum, { description: 'The field that nobody has stated.' })
  field!: StatedField;

  @Field(() => Int, {
    description: 'How much stating the field adds to completeness, in percent, rounded down.',
  })
  gain!: number;

  @Field(() => CriterionEnum, {
    description: 'The criterion of matching that the field would earn score in.',
  })
  criterion!: Criterion;

  @Field(() => [String], {
    description: 'Arguments of `mediators` that cannot find her without the field.',
  })
  filters!: string[];
}

@ObjectType({ description: 'How much of what makes a mediator findable her profile states.' })
export class Completeness {
  @Field(() => Int, { description: 'From 0 to 100. It is 100 only if nothing is missing.' })
  percent!: number;

  @Field(() => [MissingField], {
    description: 'The fields that are missing, those that would gain most first.',
  })
  missing!: MissingField[];
}

@ObjectType({
  implements: () => [Node],
  description:
    'All that is held about a mediator except contact data, for her curators and herself. What others see of her is `Mediator`.',
})
export class Profile extends heldFields() {
  override readonly __typename = 'Profile';

  /** For what is loaded in batches. */
  whole!: WholeProfile;

  @Field(() => ProfileStateEnum, {
    description: 'The present state of the profile in its life cycle.',
  })
  state!: ProfileState;

  @Field(() => Int, {
    description:
      'The number of the present revision. Pass it to an edit, which is refused if the profile has changed since.',
  })
  revision!: number;

  @Field(() => [ConsentPurposeEnum], {
    description: 'The purposes for which her consent is in force.',
  })
  consents!: ConsentPurpose[];

  @Field(() => [Affiliation], { description: 'The networks that list her, with her role in each.' })
  affiliations!: Affiliation[];

  @Field(() => Completeness, {
    description: 'What is missing in the profile, and what it would change.',
  })
  completeness!: Completeness;

  @Field(() => [FieldSource], {
    description: 'For each field that somebody has stated, the sources it rests on.',
  })
  sources!: FieldSource[];

  @Field(() => [FieldAudience], {
    description: 'Who sees which field: one entry for each field that has an audience.',
  })
  audiences!: FieldAudience[];

  @Field(() => AvailabilityEnum, {
    nullable: true,
    description: 'How available she is in general. Null if nobody has stated it.',
  })
  availability!: AvailabilityBand | null;

  @Field(() => [DayRange], { description: 'The periods in which she is available.' })
  available!: DayRange[];

  @Field(() => [LocalizedText], {
    description: 'The texts about her, in every language in which there is one.',
  })
  biographies!: LocalizedText[];
}
