import { AlongsideService, MentoringService } from '#deployments';
import type { Viewer } from '#identity';
import { Args, Context as Ctx, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Cost } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { deploymentKey, mediatorKey, readIdOf } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { Mediator } from '../mediators/mediator.type.js';
import { toMediator } from '../mediators/to-mediator.js';
import { networkId } from '../networks/network-id.js';
import {
  AlongsideArgs,
  NetworkAlongsideArgs,
  ProposeAlongsideInput,
  ShowMentoringArgs,
} from './alongside.inputs.js';
import {
  AlongsidePlace,
  AlongsidePlaceResult,
  Mentoring,
  OwnMentoring,
  OwnMentoringResult,
} from './alongside.type.js';
import { toAlongside, toOwnMentoring } from './to-alongside.js';

const PERSON = { nullable: true } as const;

/** Second places beside mediators at work, and mentoring. */
@Resolver(() => AlongsidePlace)
export class AlongsideResolver {
  constructor(
    private readonly service: AlongsideService,
    private readonly mentorings: MentoringService,
  ) {}

  @Cost({ items: 20 })
  @Query(() => [AlongsidePlace], {
    description: 'Second places in which you are the newcomer or the mentor, the latest first.',
  })
  async myAlongsidePlaces(@CurrentViewer() viewer: Viewer): Promise<AlongsidePlace[]> {
    return (await this.service.ofHers(viewer)).map(toAlongside);
  }

  @Cost({ items: 20 })
  @Query(() => [AlongsidePlace], {
    description:
      'Second places that were offered to your organization, the latest first. For organizers.',
  })
  async alongsidePlaces(@CurrentViewer() viewer: Viewer): Promise<AlongsidePlace[]> {
    return (await this.service.ofOrganization(viewer)).map(toAlongside);
  }

  @Cost({ items: 20 })
  @Query(() => [AlongsidePlace], {
    description:
      'Second places that a network has proposed, the latest first. For its coordinators.',
  })
  async networkAlongsidePlaces(
    @Args() { network }: NetworkAlongsideArgs,
    @Ctx() context: Context,
  ): Promise<AlongsidePlace[]> {
    const id = await networkId(context, network);
    return (await this.service.ofNetwork(context.viewer, id)).map(toAlongside);
  }

  @ResolveField(() => Mediator, {
    ...PERSON,
    description: 'The newcomer, as you may see her. Null to herself.',
  })
  async newcomer(
    @Parent() { newcomerId }: AlongsidePlace,
    @Ctx() context: Context,
  ): Promise<Mediator | null> {
    return person(newcomerId, context);
  }

  @ResolveField(() => Mediator, {
    ...PERSON,
    description:
      'The mentor, as you may see her. Null to herself, and to the newcomer until it is arranged.',
  })
  async mentor(
    @Parent() { mentorId }: AlongsidePlace,
    @Ctx() context: Context,
  ): Promise<Mediator | null> {
    return person(mentorId, context);
  }

  @RefusableMutation(() => AlongsidePlaceResult, {
    description:
      'Proposes a newcomer for the second place of a deployment. She alone is told, until she agrees.',
  })
  async proposeAlongside(
    @Args('input', { description: 'The deployment, the newcomer and what she is to do.' })
    { deploymentId, mediatorId, form }: ProposeAlongsideInput,
    @Ctx() context: Context,
  ): Promise<AlongsidePlace> {
    const proposal = {
      deploymentId: deploymentKey(deploymentId, 'deploymentId'),
      mediatorId: await mediatorKey(context, mediatorId, 'mediatorId'),
      form,
    };
    return toAlongside(await this.service.propose(context.viewer, proposal));
  }

  @RefusableMutation(() => AlongsidePlaceResult, {
    description:
      'Agrees for your side: as the newcomer, then as the organizer and as the mentor. With the last agreement the newcomer has a deployment of her own.',
  })
  async agreeToAlongside(
    @Args() { id }: AlongsideArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AlongsidePlace> {
    return toAlongside(await this.service.agree(viewer, readIdOf('AlongsidePlace', id)));
  }

  @RefusableMutation(() => AlongsidePlaceResult, {
    description: 'Does not agree. The others learn that it has ended, and not whose answer it was.',
  })
  async declineAlongside(
    @Args() { id }: AlongsideArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AlongsidePlace> {
    return toAlongside(await this.service.decline(viewer, readIdOf('AlongsidePlace', id)));
  }

  @RefusableMutation(() => AlongsidePlaceResult, {
    description: 'Takes back what your network proposed, until it is arranged.',
  })
  async withdrawAlongside(
    @Args() { id }: AlongsideArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AlongsidePlace> {
    return toAlongside(await this.service.withdraw(viewer, readIdOf('AlongsidePlace', id)));
  }

  @Cost({ items: 20 })
  @Query(() => [OwnMentoring], {
    description: 'Where you were a mentor or had one, the earliest first.',
  })
  async myMentorings(@CurrentViewer() viewer: Viewer): Promise<OwnMentoring[]> {
    return (await this.mentorings.own(viewer)).map(toOwnMentoring);
  }

  @RefusableMutation(() => OwnMentoringResult, {
    description:
      'Decides whether your profile tells of a mentoring. A profile under a code name never does.',
  })
  async showMentoring(
    @Args() { id, shown }: ShowMentoringArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnMentoring> {
    const key = readIdOf('OwnMentoring', id);
    return toOwnMentoring(await this.mentorings.show(viewer, key, shown));
  }
}

async function person(
  key: string | null,
  { mediators, locale }: Context,
): Promise<Mediator | null> {
  const view = key === null ? null : await mediators.load(key);
  return view && toMediator(view, locale);
}

/** What profiles tell of mentoring. */
@Resolver(() => Mediator)
export class MediatorMentoringResolver {
  @ResolveField(() => [Mentoring], {
    description:
      'Where she was a mentor or had one, as far as she lets her profile tell. Empty if she is pseudonymous.',
  })
  async mentorings(
    @Parent() { id }: Mediator,
    @Ctx() { mentorings }: Context,
  ): Promise<Mentoring[]> {
    return mentorings.load(readIdOf('Mediator', id));
  }
}
