import { EmergencyService, IncidentService, OwnDeploymentService } from '#deployments';
import { Args, Context as Ctx, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Cost } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { readIdOf } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import {
  AcceptExperienceArgs,
  AnswerExtensionArgs,
  CheckInArgs,
  DeploymentStepArgs,
  LineArgs,
  PlanCheckInsArgs,
  ProposeExtensionArgs,
  RecordClearanceArgs,
  ReportIncidentArgs,
  StopDeploymentArgs,
} from './deployment.args.js';
import {
  EmergencyOpening,
  Incident,
  IncidentResult,
  OwnDeployment,
  OwnDeploymentResult,
} from './deployment.type.js';
import { experienceOf, lineOf, reasonOf } from './read-args.js';
import { toIncident, toOpening, toOwnDeployment } from './to-deployment.js';

/** What a mediator does with her own deployments. */
@Resolver(() => OwnDeployment)
export class OwnDeploymentsResolver {
  constructor(
    private readonly service: OwnDeploymentService,
    private readonly emergencies: EmergencyService,
    private readonly reports: IncidentService,
  ) {}

  @Cost({ items: 20 })
  @Query(() => [OwnDeployment], {
    description: 'Your own deployments, the latest first. For mediators.',
  })
  async myDeployments(@Ctx() { viewer, locale }: Context): Promise<OwnDeployment[]> {
    return (await this.service.list(viewer)).map((view) => toOwnDeployment(view, locale));
  }

  @ResolveField(() => [Incident], { description: 'What happened at work, the latest first.' })
  async incidents(
    @Parent() { deploymentId }: OwnDeployment,
    @Ctx() { viewer }: Context,
  ): Promise<Incident[]> {
    return (await this.reports.list(viewer, deploymentId)).map(toIncident);
  }

  @ResolveField(() => [EmergencyOpening], {
    description:
      'When and why the desk opened whom to call in an emergency, the latest first. You are told once you have checked in again.',
  })
  async emergencyOpenings(
    @Parent() { deploymentId }: OwnDeployment,
    @Ctx() { viewer }: Context,
  ): Promise<EmergencyOpening[]> {
    return (await this.emergencies.own(viewer, deploymentId)).map(toOpening);
  }

  @RefusableMutation(() => OwnDeploymentResult, {
    description: 'Says that a line of clearance of yours is under way or done.',
  })
  async recordOwnClearance(
    @Args() args: RecordClearanceArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnDeployment> {
    const { kind, step } = args;
    const id = key(args.id);
    const view =
      step === 'finish'
        ? await this.service.finishLine(viewer, id, kind, lineOf(args))
        : await this.service.requestLine(viewer, id, kind);
    return toOwnDeployment(view, locale);
  }

  @RefusableMutation(() => OwnDeploymentResult, {
    description: 'Agrees that a line of clearance is waived that two of the desk want to waive.',
  })
  async agreeToWaiver(
    @Args() { id, kind }: LineArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnDeployment> {
    return toOwnDeployment(await this.service.agreeToWaiver(viewer, key(id), kind), locale);
  }

  @RefusableMutation(() => OwnDeploymentResult, { description: 'Says when you check in.' })
  async planCheckIns(
    @Args() { id, revision, ...plan }: PlanCheckInsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnDeployment> {
    return toOwnDeployment(
      await this.service.planCheckIns(viewer, key(id), revision, plan),
      locale,
    );
  }

  @RefusableMutation(() => OwnDeploymentResult, {
    description:
      'Says that all is well, or asks the desk to call. It answers every check-in that was missed.',
  })
  async checkIn(
    @Args() { id, wantsCall }: CheckInArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnDeployment> {
    return toOwnDeployment(await this.service.checkIn(viewer, key(id), wantsCall ?? false), locale);
  }

  @RefusableMutation(() => OwnDeploymentResult, {
    description: 'Cancels your deployment before you begin, lets the work rest, or ends it early.',
  })
  async stopOwnDeployment(
    @Args() args: StopDeploymentArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnDeployment> {
    const { id, revision, step } = args;
    return toOwnDeployment(
      await this.service[step](viewer, key(id), revision, reasonOf(args)),
      locale,
    );
  }

  @RefusableMutation(() => OwnDeploymentResult, {
    description: 'Proposes a later last day. It counts once the organizer has accepted it.',
  })
  async proposeOwnExtension(
    @Args() { id, revision, until }: ProposeExtensionArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnDeployment> {
    return toOwnDeployment(await this.service.propose(viewer, key(id), revision, until), locale);
  }

  @RefusableMutation(() => OwnDeploymentResult, {
    description: 'Accepts the later last day that the organizer proposes, or refuses it.',
  })
  async answerOwnExtension(
    @Args() { id, revision, until }: AnswerExtensionArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnDeployment> {
    const view = until
      ? await this.service.extend(viewer, key(id), revision, until)
      : await this.service.refuseExtension(viewer, key(id), revision);
    return toOwnDeployment(view, locale);
  }

  @RefusableMutation(() => OwnDeploymentResult, {
    description: 'Takes the work into your profile, as a word of your own.',
  })
  async acceptExperience(
    @Args() args: AcceptExperienceArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnDeployment> {
    const { id, revision } = args;
    return toOwnDeployment(
      await this.service.acceptExperience(viewer, key(id), revision, experienceOf(args)),
      locale,
    );
  }

  @RefusableMutation(() => OwnDeploymentResult, {
    description: 'Leaves your profile as it is, without the work that is offered for it.',
  })
  async declineExperience(
    @Args() { id, revision }: DeploymentStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnDeployment> {
    return toOwnDeployment(await this.service.declineExperience(viewer, key(id), revision), locale);
  }

  @RefusableMutation(() => IncidentResult, {
    description:
      'Writes down something that happened at work. The safety officer of the desk and you read it, and nobody else.',
  })
  async reportIncident(
    @Args() { id, ...input }: ReportIncidentArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Incident> {
    return toIncident(await this.reports.report(viewer, key(id), input));
  }
}

function key(id: string): string {
  return readIdOf('OwnDeployment', id);
}
