import { OrganizerDeploymentService } from '#deployments';
import { Args, Context as Ctx, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { idPage, keyedConnection, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { Mediator } from '../mediators/mediator.type.js';
import { toMediator } from '../mediators/to-mediator.js';
import {
  AnswerExtensionArgs,
  DeploymentArgs,
  DeploymentsArgs,
  EditDeploymentArgs,
  OutcomeArgs,
  PlanDeploymentArgs,
  ProposeExtensionArgs,
  RecordClearanceArgs,
  StopDeploymentArgs,
} from './deployment.args.js';
import { Deployment, DeploymentConnection, DeploymentResult } from './deployment.type.js';
import { editOf, lineOf, outcomeOf, reasonOf } from './read-args.js';
import { toDeployment } from './to-deployment.js';

const LIST = 'deployments';

/** What organizers do with deployments. */
@Resolver(() => Deployment)
export class DeploymentsResolver {
  constructor(
    private readonly service: OrganizerDeploymentService,
    private readonly limits: Limits,
  ) {}

  @Query(() => DeploymentConnection, {
    name: LIST,
    description:
      'The deployments of your organization, the oldest first. For organizers of verified organizations.',
  })
  async deployments(
    @Args() args: DeploymentsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeploymentConnection> {
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const needId = args.needId ? readIdOf('Need', args.needId, 'needId') : null;
    return keyedConnection(
      LIST,
      await this.service.list(viewer, { needId, states: args.states }, page),
      ({ id }) => id,
      (view) => toDeployment(view, locale),
    );
  }

  @Query(() => Deployment, { description: 'One deployment of your organization.' })
  async deployment(
    @Args() { id }: DeploymentArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Deployment> {
    return toDeployment(await this.service.byId(viewer, key(id)), locale);
  }

  @ResolveField(() => Mediator, {
    nullable: true,
    description: 'The mediator, as you may see her now. Null if she is no longer listed.',
  })
  async mediator(
    @Parent() { mediatorId }: Deployment,
    @Ctx() { mediators, locale }: Context,
  ): Promise<Mediator | null> {
    const view = await mediators.load(mediatorId);
    return view && toMediator(view, locale);
  }

  @RefusableMutation(() => DeploymentResult, {
    description:
      'Engages the mediator with whom an introduction has connected you, and plans her deployment by the terms that both of you accepted. She takes a seat of the need.',
  })
  async planDeployment(
    @Args() { introductionId, role = null, track = null, supervisor }: PlanDeploymentArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Deployment> {
    const introduction = readIdOf('Introduction', introductionId, 'introductionId');
    const input = { role, track, supervisor: supervisor ?? '' };
    return toDeployment(await this.service.plan(viewer, introduction, input), locale);
  }

  @RefusableMutation(() => DeploymentResult, {
    description:
      'Changes the plan before she begins. If the days or the share of her time change, she agrees to the terms again.',
  })
  async editDeployment(
    @Args() args: EditDeploymentArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Deployment> {
    return toDeployment(
      await this.service.edit(viewer, key(args.id), args.revision, editOf(args)),
      locale,
    );
  }

  @RefusableMutation(() => DeploymentResult, {
    description: 'Says that a line of clearance that your organization owns is under way or done.',
  })
  async recordClearance(
    @Args() args: RecordClearanceArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Deployment> {
    const { kind, step } = args;
    const id = key(args.id);
    const view =
      step === 'finish'
        ? await this.service.finishLine(viewer, id, kind, lineOf(args))
        : await this.service.requestLine(viewer, id, kind);
    return toDeployment(view, locale);
  }

  @RefusableMutation(() => DeploymentResult, {
    description: 'Cancels a deployment before she begins, lets the work rest, or ends it early.',
  })
  async stopDeployment(
    @Args() args: StopDeploymentArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Deployment> {
    const { id, revision, step } = args;
    return toDeployment(
      await this.service[step](viewer, key(id), revision, reasonOf(args)),
      locale,
    );
  }

  @RefusableMutation(() => DeploymentResult, {
    description:
      'Proposes a later last day. It counts once she, or the desk with her word, has accepted it.',
  })
  async proposeExtension(
    @Args() { id, revision, until }: ProposeExtensionArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Deployment> {
    return toDeployment(await this.service.propose(viewer, key(id), revision, until), locale);
  }

  @RefusableMutation(() => DeploymentResult, {
    description: 'Accepts the later last day that the other side proposes, or refuses it.',
  })
  async answerExtension(
    @Args() { id, revision, until }: AnswerExtensionArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Deployment> {
    const view = until
      ? await this.service.extend(viewer, key(id), revision, until)
      : await this.service.refuseExtension(viewer, key(id), revision);
    return toDeployment(view, locale);
  }

  @RefusableMutation(() => DeploymentResult, {
    description:
      'From the last day on: the work is done, and this came of it. It is offered for her profile.',
  })
  async completeDeployment(
    @Args() args: OutcomeArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Deployment> {
    const { id, revision } = args;
    return toDeployment(
      await this.service.complete(viewer, key(id), revision, outcomeOf(args)),
      locale,
    );
  }

  @RefusableMutation(() => DeploymentResult, {
    description: 'Tells what came of a deployment, or corrects it, until it is closed.',
  })
  async reportOutcome(
    @Args() args: OutcomeArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Deployment> {
    const { id, revision } = args;
    return toDeployment(
      await this.service.report(viewer, key(id), revision, outcomeOf(args)),
      locale,
    );
  }
}

function key(id: string): string {
  return readIdOf('Deployment', id);
}
