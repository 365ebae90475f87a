import { DeskDeploymentService, EmergencyService, IncidentService } from '#deployments';
import { Args, Context as Ctx, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Cost } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { idPage, keyedConnection, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { networkId } from '../networks/network-id.js';
import {
  AgreedClearanceArgs,
  AskEmergencyArgs,
  ClearDeploymentArgs,
  DeploymentArgs,
  DeploymentStepArgs,
  DeskClearanceArgs,
  DeskDeploymentsArgs,
  DeskExtensionArgs,
  DeskPlanCheckInsArgs,
  DeskStepArgs,
  EditDeploymentArgs,
  EmergencyArgs,
  HandClearanceArgs,
  HandleIncidentArgs,
  OutcomeArgs,
  RecordCheckInArgs,
  ReportIncidentArgs,
  StopDeploymentArgs,
  WaiveClearanceArgs,
} from './deployment.args.js';
import {
  CheckIn,
  DeskDeployment,
  DeskDeploymentConnection,
  DeskDeploymentResult,
  EmergencyContact,
  EmergencyContactResult,
  EmergencyOpening,
  EmergencyOpeningResult,
  Incident,
  IncidentResult,
} from './deployment.type.js';
import { editOf, lineOf, outcomeOf, reasonOf } from './read-args.js';
import { toCheckIn, toDeskDeployment, toIncident, toOpening } from './to-deployment.js';

const LIST = 'deskDeployments';

/** What the desk of her network does with deployments. */
@Resolver(() => DeskDeployment)
export class DeskDeploymentsResolver {
  constructor(
    private readonly service: DeskDeploymentService,
    private readonly emergencies: EmergencyService,
    private readonly incidents: IncidentService,
    private readonly limits: Limits,
  ) {}

  @Query(() => DeskDeploymentConnection, {
    name: LIST,
    description:
      'Deployments of mediators for whom the desk of a network acts, the oldest first. For its coordinators.',
  })
  async deskDeployments(
    @Args() args: DeskDeploymentsArgs,
    @Ctx() context: Context,
  ): Promise<DeskDeploymentConnection> {
    const { viewer, locale } = context;
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const filter = {
      networkId: await networkId(context, args.network),
      states: args.states,
      mediatorId: args.profileId ? readIdOf('Profile', args.profileId, 'profileId') : null,
    };
    return keyedConnection(
      LIST,
      await this.service.list(viewer, filter, page),
      ({ id }) => id,
      (view) => toDeskDeployment(view, locale),
    );
  }

  @Query(() => DeskDeployment, {
    description: 'One deployment of a mediator for whom the desk of your network acts.',
  })
  async deskDeployment(
    @Args() { id }: DeploymentArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    return toDeskDeployment(await this.service.byId(viewer, key(id)), locale);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Her name, as your network lists her. Null if it lists her no more.',
  })
  async mediatorName(
    @Parent() { mediatorId }: DeskDeployment,
    @Ctx() { listedNames }: Context,
  ): Promise<string | null> {
    return listedNames.load(mediatorId);
  }

  @ResolveField(() => [CheckIn], { description: 'Her check-ins, the latest first: 60 at most.' })
  async checkInHistory(
    @Parent() { deploymentId }: DeskDeployment,
    @Ctx() { viewer }: Context,
  ): Promise<CheckIn[]> {
    return (await this.service.checkInsOf(viewer, deploymentId)).map(toCheckIn);
  }

  @ResolveField(() => [EmergencyOpening], {
    description: 'Who asked to open whom to call in an emergency, the latest first.',
  })
  async emergencyOpenings(
    @Parent() { deploymentId }: DeskDeployment,
    @Ctx() { viewer }: Context,
  ): Promise<EmergencyOpening[]> {
    return (await this.emergencies.list(viewer, deploymentId)).map(toOpening);
  }

  @RefusableMutation(() => DeskDeploymentResult, {
    description:
      'Changes the plan before she begins. If the days or the share of her time change, she agrees to the terms again.',
  })
  async editDeskDeployment(
    @Args() args: EditDeploymentArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    const { id, revision } = args;
    return toDeskDeployment(
      await this.service.edit(viewer, key(id), revision, editOf(args)),
      locale,
    );
  }

  @RefusableMutation(() => DeskDeploymentResult, {
    description:
      'Begins clearance with the lines that a setting asks for, or adds those of a wider one.',
  })
  async clearDeployment(
    @Args() { id, revision, setting }: ClearDeploymentArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    return toDeskDeployment(await this.service.clear(viewer, key(id), revision, setting), locale);
  }

  @RefusableMutation(() => DeskDeploymentResult, {
    description:
      'Takes a step. READY needs every line of clearance done, not needed or waived; ACTIVATE also the first day.',
  })
  async stepDeployment(
    @Args() { id, revision, step }: DeskStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    return toDeskDeployment(await this.service[step](viewer, key(id), revision), locale);
  }

  @RefusableMutation(() => DeskDeploymentResult, {
    description: 'Records what was done about a line of clearance, whoever owns it.',
  })
  async recordDeskClearance(
    @Args() args: DeskClearanceArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    const { kind, step } = args;
    const id = key(args.id);
    const view =
      step === 'finish'
        ? await this.service.finishLine(viewer, id, kind, lineOf(args))
        : await this.service[`${step}Line`](viewer, id, kind);
    return toDeskDeployment(view, locale);
  }

  @RefusableMutation(() => DeskDeploymentResult, {
    description:
      "Gives a line of clearance another owner. A line that tells of her stays hers or the desk's.",
  })
  async handClearance(
    @Args() { id, kind, owner }: HandClearanceArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    return toDeskDeployment(await this.service.handLine(viewer, key(id), kind, owner), locale);
  }

  @RefusableMutation(() => DeskDeploymentResult, {
    description:
      'Proposes to waive a line of clearance, or seconds what another of the desk proposed. Where the line guards her life or health, she agrees too.',
  })
  async waiveClearance(
    @Args() { id, kind, words }: WaiveClearanceArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    return toDeskDeployment(await this.service.waiveLine(viewer, key(id), kind, words), locale);
  }

  @RefusableMutation(() => DeskDeploymentResult, {
    description: 'Writes down that she agrees to a waiver, as she said to the desk.',
  })
  async recordWaiverAgreement(
    @Args() { id, kind, spoken }: AgreedClearanceArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    return toDeskDeployment(await this.service.agreeForHer(viewer, key(id), kind, spoken), locale);
  }

  @RefusableMutation(() => DeskDeploymentResult, {
    description: 'Cancels a deployment before she begins, lets the work rest, or ends it early.',
  })
  async stopDeskDeployment(
    @Args() args: StopDeploymentArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    const { id, revision, step } = args;
    return toDeskDeployment(
      await this.service[step](viewer, key(id), revision, reasonOf(args)),
      locale,
    );
  }

  @RefusableMutation(() => DeskDeploymentResult, {
    description:
      'Proposes a later last day with her word. It counts once the organizer has accepted it.',
  })
  async proposeDeskExtension(
    @Args() { id, revision, until, spoken }: DeskExtensionArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    return toDeskDeployment(
      await this.service.propose(viewer, key(id), revision, until, spoken),
      locale,
    );
  }

  @RefusableMutation(() => DeskDeploymentResult, {
    description: 'Accepts with her word the later last day that the organizer proposes.',
  })
  async acceptDeskExtension(
    @Args() { id, revision, until, spoken }: DeskExtensionArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    return toDeskDeployment(
      await this.service.extend(viewer, key(id), revision, until, spoken),
      locale,
    );
  }

  @RefusableMutation(() => DeskDeploymentResult, {
    description: 'Refuses a later last day for her, or takes back that of the desk.',
  })
  async refuseDeskExtension(
    @Args() { id, revision }: DeploymentStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    return toDeskDeployment(await this.service.refuseExtension(viewer, key(id), revision), locale);
  }

  @RefusableMutation(() => DeskDeploymentResult, {
    description:
      'From the last day on: the work is done, and this came of it. It is offered for her profile.',
  })
  async completeDeskDeployment(
    @Args() args: OutcomeArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    const { id, revision } = args;
    return toDeskDeployment(
      await this.service.complete(viewer, key(id), revision, outcomeOf(args)),
      locale,
    );
  }

  @RefusableMutation(() => DeskDeploymentResult, {
    description: 'Tells what came of a deployment, or corrects it, until it is closed.',
  })
  async reportDeskOutcome(
    @Args() args: OutcomeArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    const { id, revision } = args;
    return toDeskDeployment(
      await this.service.report(viewer, key(id), revision, outcomeOf(args)),
      locale,
    );
  }

  @RefusableMutation(() => DeskDeploymentResult, {
    description: 'Writes down when she checks in, as she said to the desk.',
  })
  async recordCheckInPlan(
    @Args() { id, revision, spoken, ...plan }: DeskPlanCheckInsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    return toDeskDeployment(
      await this.service.planCheckIns(viewer, key(id), revision, plan, spoken),
      locale,
    );
  }

  @RefusableMutation(() => DeskDeploymentResult, {
    description: 'Writes down that she was heard. It answers every check-in that she missed.',
  })
  async recordCheckIn(
    @Args() { id, channel, wantsCall }: RecordCheckInArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskDeployment> {
    return toDeskDeployment(
      await this.service.recordCheckIn(viewer, key(id), channel, wantsCall ?? false),
      locale,
    );
  }

  @RefusableMutation(() => EmergencyOpeningResult, {
    description:
      'Asks to open whom to call in an emergency, while she is at work. Another of the desk approves it within 4 hours.',
  })
  async askEmergencyContact(
    @Args() { id, reason }: AskEmergencyArgs,
    @Ctx() { viewer }: Context,
  ): Promise<EmergencyOpening> {
    return toOpening(await this.emergencies.ask(viewer, key(id), reason));
  }

  @RefusableMutation(() => EmergencyOpeningResult, {
    description:
      'Approves what another of the desk asks for. Nobody approves what she asked for herself.',
  })
  async approveEmergencyContact(
    @Args() { id }: EmergencyArgs,
    @Ctx() { viewer }: Context,
  ): Promise<EmergencyOpening> {
    return toOpening(await this.emergencies.approve(viewer, readIdOf('EmergencyOpening', id)));
  }

  @RefusableMutation(() => EmergencyContactResult, {
    description:
      'Reads whom to call, for the two who asked for it and approved it, within 72 hours and until she checks in. Every look is written down, and she reads it.',
  })
  async readEmergencyContact(
    @Args() { id }: EmergencyArgs,
    @Ctx() { viewer }: Context,
  ): Promise<EmergencyContact> {
    const contact = await this.emergencies.read(viewer, readIdOf('EmergencyOpening', id));
    return { __typename: 'EmergencyContact', contact };
  }

  @Cost({ items: 20 })
  @Query(() => [Incident], {
    description:
      'What happened at work, the latest first. For the safety officer of the desk that acts for her, and for herself.',
  })
  async deskIncidents(
    @Args() { id }: DeploymentArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Incident[]> {
    return (await this.incidents.list(viewer, key(id))).map(toIncident);
  }

  @RefusableMutation(() => IncidentResult, {
    description: 'Writes down something that happened at work, as safety officer of the desk.',
  })
  async recordIncident(
    @Args() { id, ...input }: ReportIncidentArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Incident> {
    return toIncident(await this.incidents.report(viewer, key(id), input));
  }

  @RefusableMutation(() => IncidentResult, {
    description: 'Writes down what was done about an incident. She reads it.',
  })
  async handleIncident(
    @Args() { id, revision, action, closes }: HandleIncidentArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Incident> {
    const incident = readIdOf('Incident', id);
    return toIncident(await this.incidents.handle(viewer, incident, revision, { action, closes }));
  }
}

function key(id: string): string {
  return readIdOf('DeskDeployment', id);
}
