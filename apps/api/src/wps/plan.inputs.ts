import type {
  BudgetStatus,
  Involved,
  InvolvedHow,
  InvolvedName,
  InvolvedStage,
  ItemKind,
  Ministry,
  OfficePosition,
  Pillar,
  PlanFocus,
  PlanLevel,
  PlanState,
  PlanStep,
  Progress,
  RedactedField,
  Sharing,
} from '#wps';
import type { Locale } from '#vocabulary';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Day } from '../graphql/days.scalar.js';
import {
  BudgetStatusEnum,
  InvolvedEnum,
  InvolvedHowEnum,
  InvolvedNameEnum,
  InvolvedStageEnum,
  ItemKindEnum,
  RedactedFieldEnum,
  MinistryEnum,
  OfficePositionEnum,
  PillarEnum,
  PlanFocusEnum,
  PlanLevelEnum,
  PlanStateEnum,
  PlanStepEnum,
  ProgressEnum,
  SharingEnum,
} from '../graphql/enums/wps.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { PageArgs } from '../graphql/page.js';
import { LocalizedTextInput } from '../graphql/profile-values.input.js';
import { SavedInput } from './saved.input.js';

// The service checks what is written here, and names every problem by its path.

@ArgsType()
export class ActionPlansArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'The code of an actor: only its plans. All that are shared with you if absent.',
  })
  actor?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The code of a regional organization or network: only its own plans and those of its members of today.',
  })
  memberOf?: string | null;

  @Field(() => [PlanStateEnum], {
    nullable: true,
    description: 'Only plans in one of these states. All if absent.',
  })
  states?: PlanState[] | null;
}

@InputType({ description: 'An action plan of your actor, as it is to be.' })
export class SaveActionPlanInput extends SavedInput {
  @Field(() => String, { description: 'The code of the actor whose plan it is.' })
  actor!: string;

  @Field(() => PlanLevelEnum, { description: 'For a country, a region or a part of a country.' })
  level!: PlanLevel;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the plan that it carries out, such as the national one of a local plan.',
  })
  parent?: string | null;

  @Field(() => Int, {
    defaultValue: 1,
    description: 'The how-manieth plan of its actor at this level, from 1 to 20.',
  })
  generation!: number;

  @Field(() => [LocalizedTextInput], {
    description: 'Its title in one language at least, at most 300 characters each.',
  })
  titles!: LocalizedTextInput[];

  @Field(() => [LocaleEnum], {
    defaultValue: [],
    description: 'The languages in which it was published.',
  })
  languages!: Locale[];

  @Field(() => Day, { nullable: true, description: 'The day on which it was adopted.' })
  adopted?: string | null;

  @Field(() => Day, { nullable: true, description: 'The first day on which it is in force.' })
  from?: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day on which it is in force.' })
  until?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The office that leads it, at most 200 characters.',
  })
  leadOffice?: string | null;

  @Field(() => OfficePositionEnum, { nullable: true, description: 'Where that office stands.' })
  leadPosition?: OfficePosition | null;

  @Field(() => MinistryEnum, {
    nullable: true,
    description: 'To which family of ministries that office belongs.',
  })
  leadMinistry?: Ministry | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who coordinates it between offices, at most 200 characters.',
  })
  coordinationBody?: string | null;

  @Field(() => PlanFocusEnum, {
    description: 'Whether it is about the country itself, its work abroad, or both.',
  })
  focus!: PlanFocus;

  @Field(() => BudgetStatusEnum, {
    defaultValue: 'none',
    description: 'How far its money is settled.',
  })
  budgetStatus!: BudgetStatus;

  @Field(() => String, {
    nullable: true,
    description:
      'How it says that women mediators are nominated, at most 2,000 characters. Leave it out if it does not.',
  })
  mediatorNomination?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where its text can be read: an address that begins with https://.',
  })
  documentUrl?: string | null;

  @Field(() => Day, { nullable: true, description: 'The day of its last public report.' })
  reportedOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where that report can be read: an address that begins with https://.',
  })
  reportUrl?: string | null;

  @Field(() => SharingEnum, { defaultValue: 'own', description: 'With whom the plan is shared.' })
  sharing!: Sharing;
}

@ArgsType()
export class PlanStepArgs {
  @Field(() => ID, { description: 'The id of the plan that takes the step.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the plan has changed since, the answer is Conflict.',
  })
  revision!: number;

  @Field(() => PlanStepEnum, { description: 'The step that it takes.' })
  step!: PlanStep;
}

@InputType({ description: 'By what an outcome or an action is measured.' })
export class PlanIndicatorInput {
  @Field(() => String, { description: 'What is measured, at most 2,000 characters.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The value at the beginning, at most 200 characters.',
  })
  baseline?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The value that is to be reached, at most 200 characters.',
  })
  target?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the values come from, at most 200 characters.',
  })
  source?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The indicator of the UN, a region or the SDG with which it agrees: of a framework of this directory as `un-1325/11a`, so that its target is shown with it.',
  })
  alignedWith?: string | null;
}

@InputType({ description: 'A goal, an outcome or an action of a plan, as it is to be.' })
export class SavePlanItemInput extends SavedInput {
  @Field(() => ID, { description: 'The id of the plan to which it belongs.' })
  plan!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the item to which it belongs: an outcome to a goal, an action to an outcome or a goal.',
  })
  parent?: string | null;

  @Field(() => ItemKindEnum, { description: 'Whether it is a goal, an outcome or an action.' })
  kind!: ItemKind;

  @Field(() => Int, {
    defaultValue: 0,
    description: 'Its place among the items of the plan, from 0 to 10,000.',
  })
  place!: number;

  @Field(() => [LocalizedTextInput], {
    description: 'What it says in one language at least, at most 2,000 characters each.',
  })
  texts!: LocalizedTextInput[];

  @Field(() => PillarEnum, {
    nullable: true,
    description: 'The pillar of resolution 1325 to which it belongs.',
  })
  pillar?: Pillar | null;

  @Field(() => [String], {
    defaultValue: [],
    description: 'Codes of topics of the expertise taxonomy, at most 20.',
  })
  themes!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The office that carries it out, at most 200 characters.',
  })
  responsible?: string | null;

  @Field(() => Day, { nullable: true, description: 'The day on which it begins.' })
  from?: string | null;

  @Field(() => Day, { nullable: true, description: 'The day by which it is done.' })
  until?: string | null;

  @Field(() => ProgressEnum, {
    defaultValue: 'not-started',
    description:
      'How far it has come: `PlanItem.statedProgress`. A goal or an outcome is stated apart from what is under it.',
  })
  progress!: Progress;

  @Field(() => String, {
    nullable: true,
    description: 'What shows how far it has come, at most 2,000 characters.',
  })
  progressNote?: string | null;

  @Field(() => [PlanIndicatorInput], {
    defaultValue: [],
    description: 'By what it is measured, at most 20.',
  })
  indicators!: PlanIndicatorInput[];
}

@InputType({ description: 'Money for an item of a plan in one year, as it is to be.' })
export class SaveBudgetLineInput extends SavedInput {
  @Field(() => ID, { description: 'The id of the item for which the money is.' })
  item!: string;

  @Field(() => Int, { description: 'The year for which the money is, from 2000 to 2100.' })
  year!: number;

  @Field(() => String, { description: 'The currency as a code of ISO 4217, such as `XOF`.' })
  currency!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What is planned to be spent: a decimal number, such as `1250000.50`.',
  })
  planned?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was allocated: a decimal number, such as `1250000.50`.',
  })
  allocated?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was spent: a decimal number, such as `1250000.50`.',
  })
  spent?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the money comes from, at most 200 characters.',
  })
  source?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The gender equality policy marker of the OECD: 0, 1 or 2. Leave it out if the line was not screened.',
  })
  marker?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it goes to a women’s organization of civil society. Leave it out if it is not known.',
  })
  toWomenCso?: boolean | null;
}

@InputType({ description: 'That somebody had a part in a plan, as it is to be told.' })
export class SaveInvolvementInput extends SavedInput {
  @Field(() => ID, { description: 'The id of the plan that says so.' })
  plan!: string;

  @Field(() => InvolvedEnum, { description: 'What kind of body or group it was.' })
  who!: Involved;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the actor, if it is one of this directory. It can then answer.',
  })
  actor?: string | null;

  @Field(() => String, {
    description: 'Who it was: a body or an office, at most 200 characters.',
  })
  name!: string;

  @Field(() => InvolvedNameEnum, {
    defaultValue: 'body',
    description: 'Whether that is the name of a body or office, or of a person who agreed to it.',
  })
  named!: InvolvedName;

  @Field(() => Day, {
    nullable: true,
    description: 'The day on which a person agreed to be named. Needed for a person.',
  })
  agreedOn?: string | null;

  @Field(() => InvolvedStageEnum, { description: 'At which stage of the plan it was involved.' })
  stage!: InvolvedStage;

  @Field(() => InvolvedHowEnum, { description: 'In which way it was involved.' })
  how!: InvolvedHow;

  @Field(() => String, {
    nullable: true,
    description: 'What shows that it was involved, at most 2,000 characters.',
  })
  evidence?: string | null;
}

@ArgsType()
export class RemovePlanPartArgs {
  @Field(() => ID, { description: 'The id of what is removed.' })
  id!: string;

  @Field(() => Int, {
    description: 'The revision that you read. If it has changed since, the answer is Conflict.',
  })
  revision!: number;
}

@ArgsType()
export class RedactPlanTextArgs {
  @Field(() => ID, { description: 'The id of the plan, of an item or of an involvement.' })
  id!: string;

  @Field(() => Int, {
    description: 'The revision that you read. If it has changed since, the answer is Conflict.',
  })
  revision!: number;

  @Field(() => [RedactedFieldEnum], {
    description:
      'Which texts are taken out: of a plan LEAD_OFFICE, COORDINATION_BODY and MEDIATOR_NOMINATION, of an item RESPONSIBLE and PROGRESS_NOTE, of an involvement NAME and EVIDENCE.',
  })
  fields!: RedactedField[];
}

@ArgsType()
export class AnswerInvolvementArgs extends RemovePlanPartArgs {
  @Field(() => Boolean, { description: 'True confirms what the plan says, false contests it.' })
  confirmed!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'What you say to it, at most 2,000 characters. It is shown with the plan. Needed to contest.',
  })
  words?: string | null;
}
