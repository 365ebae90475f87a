import type {
  BudgetStatus,
  Involved,
  InvolvedAnswer,
  InvolvedHow,
  InvolvedName,
  InvolvedStage,
  ItemKind,
  Ministry,
  OfficePosition,
  Pillar,
  PlanCriterion,
  PlanFocus,
  PlanLevel,
  PlanState,
  PlanView,
  Progress,
  Sharing,
} from '#wps';
import type { Locale } from '#vocabulary';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalizedText } from '../graphql/coded.type.js';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { Day, Instant } from '../graphql/days.scalar.js';
import {
  BudgetStatusEnum,
  InvolvedAnswerEnum,
  InvolvedEnum,
  InvolvedHowEnum,
  InvolvedNameEnum,
  InvolvedStageEnum,
  ItemKindEnum,
  MinistryEnum,
  OfficePositionEnum,
  PillarEnum,
  PlanCriterionEnum,
  PlanFocusEnum,
  PlanLevelEnum,
  PlanStateEnum,
  ProgressEnum,
  SharingEnum,
} from '../graphql/enums/wps.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';
import { WpsActorName } from './actor.type.js';

@ObjectType({ description: 'By what a plan says that it will measure an outcome or an action.' })
export class PlanIndicator {
  @Field(() => String, { description: 'What is measured, in the words of the plan.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'The value at the beginning.' })
  baseline!: string | null;

  @Field(() => String, { nullable: true, description: 'The value that is to be reached.' })
  target!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the values come from.' })
  source!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The indicator of the UN, a region or the SDG with which it agrees.',
  })
  alignedWith!: string | null;
}

@ObjectType({
  implements: () => [Node],
  description: 'Money for an item of a plan in one year. Amounts are decimal numbers.',
})
export class BudgetLine extends Node {
  override readonly __typename = 'BudgetLine';

  @Field(() => Int, { description: 'The year for which the money is.' })
  year!: number;

  @Field(() => String, { description: 'The currency as a code of ISO 4217, such as `XOF`.' })
  currency!: string;

  @Field(() => String, { nullable: true, description: 'What is planned to be spent.' })
  planned!: string | null;

  @Field(() => String, { nullable: true, description: 'What was allocated to it.' })
  allocated!: string | null;

  @Field(() => String, { nullable: true, description: 'What was spent of it.' })
  spent!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the money comes from.' })
  source!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The gender equality policy marker of the OECD: 0 not targeted, 1 significant, 2 principal. Null if it was not screened, which is never 0.',
  })
  marker!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it goes to a women’s organization of civil society. Null if it is not known.',
  })
  toWomenCso!: boolean | null;

  @Field(() => Int, { description: 'The number of the present revision, for the next change.' })
  revision!: number;
}

@ObjectType({
  implements: () => [Node],
  description: 'A goal, an outcome or an action of a plan.',
})
export class PlanItem extends Node {
  override readonly __typename = 'PlanItem';

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the goal or outcome to which it belongs. Null if to none.',
  })
  parentId!: string | null;

  @Field(() => ItemKindEnum, { description: 'Whether it is a goal, an outcome or an action.' })
  kind!: ItemKind;

  @Field(() => Int, { description: 'Its place among the items of the plan.' })
  place!: number;

  @Field(() => String, {
    description: 'What it says in the language of the request, otherwise in English or in another.',
  })
  text!: string;

  @Cost({ items: 2 })
  @Field(() => [LocalizedText], { description: 'What it says in each language of the plan.' })
  texts!: LocalizedText[];

  @Field(() => PillarEnum, {
    nullable: true,
    description: 'The pillar of resolution 1325 to which it belongs. Null if none was named.',
  })
  pillar!: Pillar | null;

  @Field(() => [String], { description: 'Codes of topics of the expertise taxonomy.' })
  themes!: string[];

  @Field(() => String, { nullable: true, description: 'The office that carries it out.' })
  responsible!: string | null;

  @Field(() => Day, { nullable: true, description: 'The day on which it begins, if one is set.' })
  from!: string | null;

  @Field(() => Day, { nullable: true, description: 'The day by which it is done, if one is set.' })
  until!: string | null;

  @Field(() => ProgressEnum, {
    description:
      'How far it has come. An item that is stated as NOT_STARTED is UNDER_WAY once something under it is under way or done.',
  })
  progress!: Progress;

  @Field(() => ProgressEnum, {
    description: 'How far it has come, as stated. Pass this one to `savePlanItem`.',
  })
  statedProgress!: Progress;

  @Field(() => String, { nullable: true, description: 'What shows how far it has come.' })
  progressNote!: string | null;

  @Cost({ items: 2 })
  @Field(() => [PlanIndicator], { description: 'By what it is measured. Empty if by nothing.' })
  indicators!: PlanIndicator[];

  @Cost({ items: 3 })
  @Field(() => [BudgetLine], { description: 'The money for it, by year.' })
  budgetLines!: BudgetLine[];

  @Field(() => Boolean, {
    description:
      'True if it is about conflict-related sexual violence and names a number below ten: check that nobody can be recognized.',
  })
  hasSmallNumber!: boolean;

  @Field(() => Int, { description: 'The number of the present revision, for the next change.' })
  revision!: number;
}

@ObjectType({
  implements: () => [Node],
  description:
    'What a plan says of the part that somebody had in it, with the answer of whoever is named.',
})
export class Involvement extends Node {
  override readonly __typename = 'Involvement';

  @Field(() => InvolvedEnum, { description: 'What kind of body or group it was.' })
  who!: Involved;

  @Field(() => WpsActorName, {
    nullable: true,
    description: 'The actor that is named, and can answer. Null if it is none of this directory.',
  })
  actor!: WpsActorName | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Who it was, in the words of the plan. Null as long as nobody has said whose name it is.',
  })
  name!: string | null;

  @Field(() => InvolvedNameEnum, {
    nullable: true,
    description: 'Whether that is the name of a body or office, or of a person.',
  })
  named!: InvolvedName | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The day on which a person agreed to be named here. Null of a body.',
  })
  agreedOn!: string | null;

  @Field(() => InvolvedStageEnum, { description: 'At which stage of the plan it was involved.' })
  stage!: InvolvedStage;

  @Field(() => InvolvedHowEnum, { description: 'In which way it was involved.' })
  how!: InvolvedHow;

  @Field(() => String, { nullable: true, description: 'What shows that it was involved.' })
  evidence!: string | null;

  @Field(() => InvolvedAnswerEnum, { description: 'What whoever is named says to it.' })
  answer!: InvolvedAnswer;

  @Field(() => String, { nullable: true, description: 'How that was put, if it was.' })
  answerWords!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was answered, in UTC.' })
  answeredAt!: string | null;

  @Field(() => Int, { description: 'The number of the present revision, for the next change.' })
  revision!: number;
}

@ObjectType({ description: 'Whether a plan meets a criterion, and what of it shows that.' })
export class PlanFinding {
  @Field(() => PlanCriterionEnum, { description: 'The criterion that is looked at.' })
  criterion!: PlanCriterion;

  @Field(() => Boolean, { description: 'Whether the plan meets the criterion.' })
  met!: boolean;

  @Cost({ items: 3 })
  @Field(() => [ID], {
    description:
      'Ids of the items or involvements that show it; of TIMELINE and MEASURED those that lack it.',
  })
  evidence!: string[];
}

@ObjectType({
  description:
    'What the budget of a plan says in one currency. Shares are in micro-units, and null if there is nothing to divide by.',
})
export class BudgetFigures {
  @Field(() => String, { description: 'The currency as a code of ISO 4217, such as `XOF`.' })
  currency!: string;

  @Field(() => String, { description: 'The sum of what is planned.' })
  planned!: string;

  @Field(() => String, { description: 'The sum of what was allocated.' })
  allocated!: string;

  @Field(() => String, { description: 'The sum of what was spent.' })
  spent!: string;

  @Field(() => Int, {
    description: 'How many lines state no allocation, so that no share counts them.',
  })
  linesWithoutAllocation!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Allocated to lines that were screened, among all that is allocated.',
  })
  coverage!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Allocated with marker 2, among what was screened.',
  })
  principalShare!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Allocated with marker 1 or 2, among what was screened.',
  })
  genderShare!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Spent among allocated, of lines that state both.',
  })
  execution!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Allocated to women’s organizations, among lines whose recipient is known.',
  })
  womenCsoShare!: number | null;
}

@ObjectType({
  implements: () => [Node],
  description: 'An action plan on women, peace and security.',
})
export class ActionPlan extends Node {
  override readonly __typename = 'ActionPlan';

  /** For the loaders of what belongs to it. */
  view!: PlanView;

  @Field(() => WpsActorName, { description: 'The actor whose plan it is.' })
  actor!: WpsActorName;

  @Field(() => PlanLevelEnum, { description: 'For a country, a region or a part of a country.' })
  level!: PlanLevel;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the plan that it carries out. Null if it carries out none, or none that is shared with you.',
  })
  parentId!: string | null;

  @Field(() => Int, { description: 'The how-manieth plan of its actor at this level, from 1.' })
  generation!: number;

  @Field(() => String, {
    description: 'Its title in the language of the request, otherwise in English or in another.',
  })
  title!: string;

  @Field(() => [LocalizedText], { description: 'Its title in each language that is known.' })
  titles!: LocalizedText[];

  @Field(() => [LocaleEnum], { description: 'The languages in which it was published.' })
  languages!: Locale[];

  @Field(() => Day, { nullable: true, description: 'The day on which it was adopted.' })
  adopted!: string | null;

  @Field(() => Day, { nullable: true, description: 'The first day on which it is in force.' })
  from!: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day on which it is in force.' })
  until!: string | null;

  @Field(() => PlanStateEnum, { description: 'Where it stands between draft and superseded.' })
  state!: PlanState;

  @Field(() => String, { nullable: true, description: 'The office that leads it.' })
  leadOffice!: string | null;

  @Field(() => OfficePositionEnum, { nullable: true, description: 'Where that office stands.' })
  leadPosition!: OfficePosition | null;

  @Field(() => MinistryEnum, {
    nullable: true,
    description: 'To which family of ministries that office belongs.',
  })
  leadMinistry!: Ministry | null;

  @Field(() => String, { nullable: true, description: 'Who coordinates it between offices.' })
  coordinationBody!: string | null;

  @Field(() => PlanFocusEnum, {
    description: 'Whether it is about the country itself, its work abroad, or both.',
  })
  focus!: PlanFocus;

  @Field(() => BudgetStatusEnum, { description: 'How far its money is settled.' })
  budgetStatus!: BudgetStatus;

  @Field(() => String, {
    nullable: true,
    description: 'How it says that women mediators are nominated. Null if it does not.',
  })
  mediatorNomination!: string | null;

  @Field(() => String, { nullable: true, description: 'Where its text can be read.' })
  documentUrl!: string | null;

  @Field(() => Day, { nullable: true, description: 'The day of its last public report.' })
  reportedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Where that report can be read.' })
  reportUrl!: string | null;

  @Field(() => SharingEnum, { description: 'With whom the plan is shared.' })
  sharing!: Sharing;

  @Field(() => Int, { description: 'The number of the present revision, for the next change.' })
  revision!: number;
}

@ObjectType({ description: 'An action plan on a page, with its cursor.' })
export class ActionPlanEdge extends EdgeOf(ActionPlan) {}

@ObjectType({
  description: 'A page of action plans, in the order in which they were written down.',
})
export class ActionPlanConnection extends ConnectionOf(ActionPlanEdge) {}

export const ActionPlanResult = resultOf(ActionPlan);

@ObjectType({ description: 'What a plan says of your own actor.' })
export class OwnInvolvement {
  readonly __typename = 'OwnInvolvement';

  @Field(() => Involvement, { description: 'What the plan says, and your answer.' })
  involvement!: Involvement;

  @Field(() => WpsActorName, { description: 'The actor whose plan says so.' })
  planActor!: WpsActorName;

  @Field(() => String, { description: 'The title of the plan that says so.' })
  planTitle!: string;
}

@ObjectType({ description: 'Such an involvement on a page, with its cursor.' })
export class OwnInvolvementEdge extends EdgeOf(OwnInvolvement) {}

@ObjectType({ description: 'A page of what plans say of your own actor.' })
export class OwnInvolvementConnection extends ConnectionOf(OwnInvolvementEdge) {}

export const OwnInvolvementResult = resultOf(OwnInvolvement);
