import type {
  DeploymentState,
  EndReason,
  IncidentKind,
  LineCode,
  LineOwner,
  Outcome,
  OutcomeReaders,
  Rhythm,
  Setting,
  Severity,
} from '#deployments';
import type { SpokenChannel } from '#introductions';
import type { Role, Track } from '#vocabulary';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Day } from '../graphql/days.scalar.js';
import { RoleEnum, TrackEnum } from '../graphql/enums/vocabulary.js';
import { SpokenChannelEnum } from '../introductions/introduction.enums.js';
import { PageArgs } from '../graphql/page.js';
import {
  ClearanceKindEnum,
  ClearanceOwnerEnum,
  ClearanceSettingEnum,
  ClearanceStepEnum,
  DeploymentStateEnum,
  DeskStepEnum,
  EndReasonEnum,
  IncidentKindEnum,
  OutcomeEnum,
  OutcomeReadersEnum,
  OwnClearanceStepEnum,
  RhythmEnum,
  SeverityEnum,
  StopStepEnum,
} from './deployment.enums.js';

// The service checks what is written here, and names every problem by its path.

@InputType({ description: 'What she said to the desk, and how the desk knows that it was she.' })
export class SpokenWordInput {
  @Field(() => SpokenChannelEnum, { description: 'How the desk heard it.' })
  channel!: SpokenChannel;

  @Field(() => String, {
    description: 'Where the proof lies, such as the note of a call. At most 2,000 characters.',
  })
  proof!: string;
}

@ArgsType()
export class DeploymentsArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only deployments for this need. For all needs if absent.',
  })
  needId?: string | null;

  @Field(() => [DeploymentStateEnum], {
    nullable: true,
    description: 'Only deployments in one of these states. All if absent.',
  })
  states?: DeploymentState[] | null;
}

@ArgsType()
export class DeskDeploymentsArgs extends PageArgs {
  @Field(() => String, { description: 'The slug of one of your networks.' })
  network!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Only deployments of the mediator whose profile this is. Of all if absent.',
  })
  profileId?: string | null;

  @Field(() => [DeploymentStateEnum], {
    nullable: true,
    description: 'Only deployments in one of these states. All if absent.',
  })
  states?: DeploymentState[] | null;
}

@ArgsType()
export class PlanDeploymentArgs {
  @Field(() => ID, { description: 'The id of the introduction that connects you.' })
  introductionId!: string;

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'Her role. Absent if it is none of the list.',
  })
  role?: Role | null;

  @Field(() => TrackEnum, { nullable: true, description: 'The track of the process.' })
  track?: Track | null;

  @Field(() => String, {
    nullable: true,
    description: 'To whom she reports, by name or office. One line, at most 200 characters.',
  })
  supervisor?: string | null;
}

@ArgsType()
export class DeploymentArgs {
  @Field(() => ID, { description: 'The id of the deployment.' })
  id!: string;
}

@ArgsType()
export class DeploymentStepArgs extends DeploymentArgs {
  @Field(() => Int, {
    description:
      'The revision that you read. If the deployment has changed since, the answer is Conflict.',
  })
  revision!: number;
}

@ArgsType()
export class EditDeploymentArgs extends DeploymentStepArgs {
  @Field(() => Day, { nullable: true, description: 'Another first day of the work.' })
  startsOn?: string | null;

  @Field(() => Day, { nullable: true, description: 'Another last day of the work.' })
  endsOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'Another share of her time, 1 to 100 percent.' })
  percent?: number | null;

  @Field(() => RoleEnum, { nullable: true, description: 'Another role than the present one.' })
  role?: Role | null;

  @Field(() => TrackEnum, { nullable: true, description: 'Another track than the present one.' })
  track?: Track | null;

  @Field(() => String, { nullable: true, description: 'To whom she reports from now on.' })
  supervisor?: string | null;
}

@ArgsType()
export class StopDeploymentArgs extends DeploymentStepArgs {
  @Field(() => StopStepEnum, { description: 'Whether it is cancelled, rests or ends early.' })
  step!: 'cancel' | 'suspend' | 'end';

  @Field(() => EndReasonEnum, { description: 'Why it stops, from the closed list.' })
  reason!: EndReason;

  @Field(() => String, {
    nullable: true,
    description:
      'More of why, at most 2,000 characters. Needed with OTHER. Your side, the desk and she read it.',
  })
  words?: string | null;
}

@ArgsType()
export class ProposeExtensionArgs extends DeploymentStepArgs {
  @Field(() => Day, { description: 'The last day as it is proposed: later than the present one.' })
  until!: string;
}

@ArgsType()
export class AnswerExtensionArgs extends DeploymentStepArgs {
  @Field(() => Day, {
    nullable: true,
    description:
      'The later last day that you accept, as you read it. Absent if you refuse it, or take your own back.',
  })
  until?: string | null;
}

@ArgsType()
export class OutcomeArgs extends DeploymentStepArgs {
  @Field(() => OutcomeEnum, { description: 'What came of the work.' })
  outcome!: Outcome;

  @Field(() => OutcomeReadersEnum, { description: 'Who may read the outcome.' })
  outcomeReaders!: OutcomeReaders;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether what was agreed mentions women, girls or gender. Absent if nothing was agreed.',
  })
  genderProvisions?: boolean | null;

  @Field(() => OutcomeReadersEnum, { description: 'Who may read whether it does.' })
  genderReaders!: OutcomeReaders;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is written, at most 2,000 characters.',
  })
  source?: string | null;
}

@ArgsType()
export class LineArgs extends DeploymentArgs {
  @Field(() => ClearanceKindEnum, { description: 'Which line of clearance it is.' })
  kind!: LineCode;
}

@ArgsType()
class RecordedLineArgs extends LineArgs {
  @Field(() => Day, {
    nullable: true,
    description: 'With FINISH: the last day on which it counts.',
  })
  validUntil?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'With FINISH: the number of a policy, a letter or a certificate, at most 100 characters.',
  })
  reference?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'With FINISH of MEDICAL_FITNESS, where it is needed: whether she is fit. Nothing else of health is kept.',
  })
  fit?: boolean | null;
}

@ArgsType()
export class RecordClearanceArgs extends RecordedLineArgs {
  @Field(() => OwnClearanceStepEnum, { description: 'What you do with it.' })
  step!: 'request' | 'finish';
}

@ArgsType()
export class DeskClearanceArgs extends RecordedLineArgs {
  @Field(() => ClearanceStepEnum, { description: 'What you do with it.' })
  step!: 'request' | 'finish' | 'dispense' | 'reopen';
}

@ArgsType()
export class HandClearanceArgs extends LineArgs {
  @Field(() => ClearanceOwnerEnum, { description: 'Who sees to it from now on.' })
  owner!: LineOwner;
}

@ArgsType()
export class WaiveClearanceArgs extends LineArgs {
  @Field(() => String, { description: 'Why, at most 2,000 characters. The desk and she read it.' })
  words!: string;
}

@ArgsType()
export class AgreedClearanceArgs extends LineArgs {
  @Field(() => SpokenWordInput, { description: 'How she said it, and how the desk knows.' })
  spoken!: SpokenWordInput;
}

@ArgsType()
export class ClearDeploymentArgs extends DeploymentStepArgs {
  @Field(() => ClearanceSettingEnum, {
    description: 'Where she works. Later it may only be widened.',
  })
  setting!: Setting;
}

@ArgsType()
export class DeskStepArgs extends DeploymentStepArgs {
  @Field(() => DeskStepEnum, { description: 'What happens to the deployment now.' })
  step!: 'ready' | 'activate' | 'resume' | 'close';
}

@ArgsType()
export class DeskExtensionArgs extends DeploymentStepArgs {
  @Field(() => Day, { description: 'The last day as it is proposed: later than the present one.' })
  until!: string;

  @Field(() => SpokenWordInput, { description: 'How she said yes to the later last day.' })
  spoken!: SpokenWordInput;
}

@ArgsType()
export class PlanCheckInsArgs extends DeploymentStepArgs {
  @Field(() => RhythmEnum, { description: 'How often she checks in.' })
  rhythm!: Rhythm;

  @Field(() => String, { description: 'The local time, as `12:00`.' })
  checkInTime!: string;

  @Field(() => String, { description: 'The time zone where she is, as `Africa/Nairobi`.' })
  timeZone!: string;

  @Field(() => Int, { description: 'Hours of grace, 1 to 72. After them the desk is told.' })
  graceHours!: number;
}

@ArgsType()
export class DeskPlanCheckInsArgs extends PlanCheckInsArgs {
  @Field(() => SpokenWordInput, { description: 'How she said it, and how the desk knows.' })
  spoken!: SpokenWordInput;
}

@ArgsType()
export class CheckInArgs extends DeploymentArgs {
  @Field(() => Boolean, { nullable: true, description: 'Whether the desk shall call her.' })
  wantsCall?: boolean | null;
}

@ArgsType()
export class RecordCheckInArgs extends CheckInArgs {
  @Field(() => SpokenChannelEnum, { description: 'How the desk heard her.' })
  channel!: SpokenChannel;
}

@ArgsType()
export class AcceptExperienceArgs extends DeploymentStepArgs {
  @Field(() => String, {
    nullable: true,
    description: 'The name of the process as it may be said. Needed if the need is not public.',
  })
  processName?: string | null;

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'Another role than the one that is offered.',
  })
  role?: Role | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the territory, if it may be said.',
  })
  territory?: string | null;
}

@ArgsType()
export class ReportIncidentArgs extends DeploymentArgs {
  @Field(() => IncidentKindEnum, { description: 'What sort of thing happened at work.' })
  kind!: IncidentKind;

  @Field(() => SeverityEnum, { description: 'How grave it is in your view.' })
  severity!: Severity;

  @Field(() => Day, { description: 'The day on which it happened.' })
  happenedOn!: string;

  @Field(() => String, { description: 'What happened, at most 10,000 characters.' })
  words!: string;
}

@ArgsType()
export class HandleIncidentArgs {
  @Field(() => ID, { description: 'The id of the incident.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the incident has changed since, the answer is Conflict.',
  })
  revision!: number;

  @Field(() => String, { description: 'What was done about it, at most 10,000 characters.' })
  action!: string;

  @Field(() => Boolean, { description: 'Whether it is closed with that.' })
  closes!: boolean;
}

@ArgsType()
export class AskEmergencyArgs extends DeploymentArgs {
  @Field(() => String, {
    description: 'Why, 3 to 500 characters. She reads it once she has checked in again.',
  })
  reason!: string;
}

@ArgsType()
export class EmergencyArgs {
  @Field(() => ID, { description: 'The id of what was asked for.' })
  id!: string;
}
