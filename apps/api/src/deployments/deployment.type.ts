import type {
  CheckInChannel,
  CheckInState,
  DeploymentState,
  EndReason,
  ExperienceOffer,
  IncidentKind,
  IncidentReporter,
  LineCode,
  LineOwner,
  LineState,
  OpeningStep,
  Outcome,
  OutcomeReaders,
  Place,
  Rhythm,
  Setting,
  Severity,
  Side,
} from '#deployments';
import type { Engagement, SpokenChannel, TermsMode } from '#introductions';
import type { Role, Support, Track } from '#vocabulary';
import { Field, ID, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import { Area } from '../graphql/coded.type.js';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Day, Instant } from '../graphql/days.scalar.js';
import { RoleEnum, SupportEnum, TrackEnum } from '../graphql/enums/vocabulary.js';
import { Node } from '../graphql/node.type.js';
import { Experience } from '../graphql/profile-values.type.js';
import { resultOf } from '../graphql/refusals.js';
import {
  EngagementEnum,
  SpokenChannelEnum,
  TermsModeEnum,
} from '../introductions/introduction.enums.js';
import { Terms } from '../introductions/terms/terms.type.js';
import {
  CheckInChannelEnum,
  CheckInStateEnum,
  ClearanceKindEnum,
  ClearanceOwnerEnum,
  ClearanceSettingEnum,
  ClearanceStateEnum,
  DeploymentPlaceEnum,
  DeploymentSideEnum,
  DeploymentStateEnum,
  EmergencyStepEnum,
  EndReasonEnum,
  ExperienceOfferEnum,
  IncidentKindEnum,
  IncidentReporterEnum,
  OutcomeEnum,
  OutcomeReadersEnum,
  RhythmEnum,
  SeverityEnum,
} from './deployment.enums.js';

const REVISION =
  'The number of the present revision. Pass it to a step, which is refused if something has changed since.';

@ObjectType({
  description: 'One thing that must be clear before she begins, as its owner sees it.',
})
export class ClearanceLine {
  @Field(() => ClearanceKindEnum, { description: 'What must be clear. A deployment has it once.' })
  kind!: LineCode;

  @Field(() => ClearanceOwnerEnum, { description: 'Who sees to it that this is clear.' })
  owner!: LineOwner;

  @Field(() => Day, { description: 'The day by which it is to be closed.' })
  dueOn!: string;

  @Field(() => ClearanceStateEnum, { description: 'Whether it is open, closed, or valid no more.' })
  state!: LineState;

  @Field(() => Day, {
    nullable: true,
    description: 'The day of the last step. Null if nobody has taken one.',
  })
  handledOn!: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The last day on which it counts. Null if it does not end.',
  })
  validUntil!: string | null;

  @Field(() => String, {
    description: 'The number of a policy, a letter or a certificate. Empty if there is none.',
  })
  reference!: string;
}

@ObjectType({
  description: 'One thing that must be clear before she begins, as the desk and she see it.',
})
export class WholeClearanceLine extends ClearanceLine {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether she is fit to go. Null but for the line on her fitness.',
  })
  fit!: boolean | null;

  @Field(() => Boolean, { description: 'Whether one of the desk has proposed to waive it.' })
  waiverProposed!: boolean;

  @Field(() => Boolean, { description: 'Whether another of the desk has seconded the waiver.' })
  waiverSeconded!: boolean;

  @Field(() => Instant, {
    nullable: true,
    description: 'When she agreed to the waiver, in UTC. Null if she has not.',
  })
  agreedAt!: string | null;

  @Field(() => String, { description: 'Why it is to be waived. Empty if it is not.' })
  waiver!: string;
}

@ObjectType({ description: 'A moment at which she says that all is well.' })
export class CheckIn {
  @Field(() => Instant, { description: 'When it is due, in UTC.' })
  dueAt!: string;

  @Field(() => Instant, { description: 'When her grace ends, in UTC. From then on it is missed.' })
  missedAt!: string;

  @Field(() => CheckInStateEnum, {
    description: 'Whether it is due, was made, was missed or is excused.',
  })
  state!: CheckInState;

  @Field(() => Instant, {
    nullable: true,
    description: 'When her word came, in UTC, also after it was missed. Null if it has not come.',
  })
  madeAt!: string | null;

  @Field(() => CheckInChannelEnum, {
    nullable: true,
    description: 'How her word came. Null if it has not come.',
  })
  channel!: CheckInChannel | null;

  @Field(() => Boolean, { description: 'Whether she asks the desk to call her.' })
  wantsCall!: boolean;
}

@ObjectType({ description: 'Something that she said, and the desk heard.' })
export class SpokenWord {
  @Field(() => String, { description: 'What she said it to, such as `waiver`.' })
  to!: string;

  @Field(() => SpokenChannelEnum, { description: 'How the desk heard it.' })
  channel!: SpokenChannel;

  @Field(() => String, { description: 'How the desk knows that it was she.' })
  proof!: string;

  @Field(() => Instant, { description: 'When it was written down, in UTC.' })
  at!: string;
}

@InterfaceType({
  implements: () => [Node],
  description: 'What all three sides see of a deployment.',
})
export abstract class DeploymentFields extends Node {
  @Field(() => ID, { description: 'The id of the need for which she works.' })
  needId!: string;

  @Field(() => DeploymentPlaceEnum, {
    description: 'Whether she was asked for, or goes alongside somebody.',
  })
  place!: Place;

  @Field(() => DeploymentStateEnum, { description: 'Where the deployment stands.' })
  state!: DeploymentState;

  @Field(() => TermsModeEnum, { description: 'Whether she works on site, remotely or on call.' })
  mode!: TermsMode;

  @Field(() => SupportEnum, {
    nullable: true,
    description: 'The support she gives. Null if the terms do not say.',
  })
  support!: Support | null;

  @Field(() => EngagementEnum, { description: 'In what form she is engaged.' })
  engagement!: Engagement;

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'Her role. Null if it is none of the list.',
  })
  role!: Role | null;

  @Field(() => TrackEnum, { nullable: true, description: 'The track. Null if it is not stated.' })
  track!: Track | null;

  @Field(() => Area, { nullable: true, description: 'Where she works. Null with remote work.' })
  territory!: Area | null;

  @Field(() => Day, { description: 'The first day of the work.' })
  startsOn!: string;

  @Field(() => Day, { description: 'The last day of the work.' })
  endsOn!: string;

  @Field(() => Day, { description: 'The last day before any extension.' })
  firstEndsOn!: string;

  @Field(() => Day, {
    nullable: true,
    description: 'The later last day that a side proposes. Null if none does.',
  })
  proposedUntil!: string | null;

  @Field(() => Int, { description: 'How much of her time is asked for, in percent of full time.' })
  percent!: number;

  @Field(() => Terms, { description: 'The terms that both sides accepted.' })
  terms!: Terms;

  @Field(() => String, {
    description: 'To whom she reports, by name or office. Empty if it is not stated.',
  })
  supervisor!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'When she began, in UTC. Null before that.',
  })
  beganAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it was completed, ended early or cancelled, in UTC. Null before that.',
  })
  endedAt!: string | null;

  @Field(() => EndReasonEnum, {
    nullable: true,
    description:
      'Why it was suspended, ended early or cancelled. The organizer reads only a reason of its own, or one that is known to it.',
  })
  reason!: EndReason | null;

  @Field(() => String, { description: 'The words beside the reason. Empty if there are none.' })
  reasonWords!: string;

  @Field(() => OutcomeEnum, {
    nullable: true,
    description: 'What came of the work. Null until it is told.',
  })
  outcome!: Outcome | null;

  @Field(() => OutcomeReadersEnum, { description: 'Who may read the outcome.' })
  outcomeReaders!: OutcomeReaders;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether what was agreed mentions women, girls or gender. Null if nothing was agreed, or nobody has said.',
  })
  genderProvisions!: boolean | null;

  @Field(() => OutcomeReadersEnum, { description: 'Who may read whether it does.' })
  genderReaders!: OutcomeReaders;

  @Field(() => String, { description: 'Where the outcome is written. Empty if it is not stated.' })
  outcomeSource!: string;

  @Field(() => Int, { description: REVISION })
  revision!: number;
}

@ObjectType({
  implements: () => [Node, DeploymentFields],
  description:
    'A mediator at work for your organization. Of what must be clear you see your own lines, and nothing of health, incidents, check-ins or waivers.',
})
export class Deployment extends DeploymentFields {
  override readonly __typename = 'Deployment';

  /** Her key, for `mediator`. */
  mediatorId!: string;

  @Field(() => ID, {
    description:
      'The id of the introduction by which she was engaged; of somebody who goes alongside, that of the mediator beside her.',
  })
  introductionId!: string;

  @Field(() => Boolean, { description: 'Whether your organization proposed the later last day.' })
  ownProposal!: boolean;

  @Field(() => [ClearanceLine], { description: 'The lines that your organization sees to.' })
  clearance!: ClearanceLine[];
}

/** What the desk and she see alike. */
@ObjectType({ isAbstract: true })
abstract class WholeDeployment extends DeploymentFields {
  @Field(() => DeploymentSideEnum, {
    nullable: true,
    description: 'Which side proposes the later last day. Null if none does.',
  })
  proposedBy!: Side | null;

  @Field(() => DeploymentSideEnum, {
    nullable: true,
    description: 'Which side suspended, ended or cancelled it last. Null if none did.',
  })
  endedBy!: Side | null;

  @Field(() => ClearanceSettingEnum, {
    nullable: true,
    description: 'Which lines of clearance are asked for. Null until clearance begins.',
  })
  setting!: Setting | null;

  @Field(() => [WholeClearanceLine], { description: 'All lines of clearance.' })
  clearance!: WholeClearanceLine[];

  @Field(() => RhythmEnum, { description: 'How often she checks in.' })
  rhythm!: Rhythm;

  @Field(() => String, { description: 'The local time at which she checks in, as `12:00`.' })
  checkInTime!: string;

  @Field(() => String, {
    description: 'The time zone where she is, as the IANA database names it: `Africa/Nairobi`.',
  })
  timeZone!: string;

  @Field(() => Int, { description: 'Hours after which a check-in that is due is missed.' })
  graceHours!: number;

  @Field(() => [CheckIn], {
    description:
      'The check-in that is due next, and those that were missed and not answered since.',
  })
  checkIns!: CheckIn[];

  @Field(() => ExperienceOfferEnum, {
    nullable: true,
    description:
      'What became of the offer to add the work to her profile. Null before there is one.',
  })
  experience!: ExperienceOffer | null;

  @Field(() => Experience, {
    nullable: true,
    description:
      'What is offered for her profile, or what she took. Of a need that is not public it names neither process nor territory.',
  })
  experienceOffered!: Experience | null;
}

@ObjectType({
  implements: () => [Node, DeploymentFields],
  description: 'A deployment of a mediator for whom the desk of your network acts.',
})
export class DeskDeployment extends WholeDeployment {
  override readonly __typename = 'DeskDeployment';

  /** For the fields that are read apart. */
  deploymentId!: string;
  mediatorId!: string;

  @Field(() => ID, {
    description: 'Pass it to `profile` to read what your network holds about her.',
  })
  profileId!: string;

  @Field(() => String, { description: 'What the organizer calls the need for which she works.' })
  needTitle!: string;

  @Field(() => String, { description: 'The name of the organization for which she works.' })
  organizationName!: string;

  @Field(() => Boolean, {
    description: 'Whether she has missed a check-in, and has not been heard of since.',
  })
  missing!: boolean;

  @Field(() => [SpokenWord], { description: 'What she said to the desk, with its proof.' })
  spoken!: SpokenWord[];
}

@ObjectType({
  implements: () => [Node, DeploymentFields],
  description: 'A deployment of your own.',
})
export class OwnDeployment extends WholeDeployment {
  override readonly __typename = 'OwnDeployment';

  /** For the fields that are read apart. */
  deploymentId!: string;

  @Field(() => String, { description: 'What the organizer calls the need for which she works.' })
  needTitle!: string;
}

@ObjectType({
  implements: () => [Node],
  description:
    'Something that happened at work. The safety officer of the desk and the mediator read it.',
})
export class Incident extends Node {
  override readonly __typename = 'Incident';

  @Field(() => IncidentKindEnum, { description: 'What sort of thing happened at work.' })
  kind!: IncidentKind;

  @Field(() => SeverityEnum, { description: 'How grave the reporter finds it.' })
  severity!: Severity;

  @Field(() => Day, { description: 'The day on which it happened.' })
  happenedOn!: string;

  @Field(() => String, { description: 'What happened, in words.' })
  words!: string;

  @Field(() => String, { description: 'What was done about it. Empty until something is.' })
  action!: string;

  @Field(() => IncidentReporterEnum, {
    description: 'Whether she or the safety officer wrote it down.',
  })
  reporter!: IncidentReporter;

  @Field(() => Instant, { description: 'When it was written down, in UTC.' })
  reportedAt!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it was closed, in UTC. Null while it is open.',
  })
  closedAt!: string | null;

  @Field(() => Int, { description: REVISION })
  revision!: number;
}

@ObjectType({
  implements: () => [Node],
  description: 'That the desk opened, or wants to open, whom to call in an emergency.',
})
export class EmergencyOpening extends Node {
  override readonly __typename = 'EmergencyOpening';

  @Field(() => String, { description: 'Why, in the words of who asked.' })
  reason!: string;

  @Field(() => Instant, { description: 'When one of the desk asked for it, in UTC.' })
  askedAt!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'When another of the desk approved it, in UTC. Null if nobody has.',
  })
  approvedAt!: string | null;

  @Field(() => Instant, {
    description: 'Until when it can be approved or, once it was, read, in UTC.',
  })
  until!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it ended, in UTC. Null while it is open.',
  })
  endedAt!: string | null;

  @Field(() => EmergencyStepEnum, {
    nullable: true,
    description: 'What you can do with it now. Null for nothing.',
  })
  step!: OpeningStep | null;
}

@ObjectType({ description: 'Whom to call in an emergency.' })
export class EmergencyContact {
  readonly __typename = 'EmergencyContact';

  @Field(() => String, {
    nullable: true,
    description: 'Who it is, and how to reach them. Null if nobody is stated.',
  })
  contact!: string | null;
}

@ObjectType({ description: 'A deployment on a page, with its cursor.' })
export class DeploymentEdge extends EdgeOf(Deployment) {}

@ObjectType({ description: 'A page of deployments of your organization, the oldest first.' })
export class DeploymentConnection extends ConnectionOf(DeploymentEdge) {}

@ObjectType({ description: 'A deployment on a page, with its cursor.' })
export class DeskDeploymentEdge extends EdgeOf(DeskDeployment) {}

@ObjectType({
  description: 'A page of deployments of mediators of your network, the oldest first.',
})
export class DeskDeploymentConnection extends ConnectionOf(DeskDeploymentEdge) {}

export const DeploymentResult = resultOf(Deployment);
export const DeskDeploymentResult = resultOf(DeskDeployment);
export const OwnDeploymentResult = resultOf(OwnDeployment);
export const IncidentResult = resultOf(Incident);
export const EmergencyOpeningResult = resultOf(EmergencyOpening);
export const EmergencyContactResult = resultOf(EmergencyContact);
