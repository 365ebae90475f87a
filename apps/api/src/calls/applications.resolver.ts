import { ApplicationService } from '#applications';
import { Args, Context as Ctx, ID, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { idPage, keyedConnection, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { networkId } from '../networks/network-id.js';
import {
  AcceptApplicationArgs,
  ApplicationsArgs,
  DeclineApplicationArgs,
} from './application.args.js';
import { Application, ApplicationConnection, ApplicationResult } from './application.type.js';
import { toApplication } from './to-application.js';

const LIST = 'applications';

/** What coordinators do with applications to their networks. */
@Resolver(() => Application)
export class ApplicationsResolver {
  constructor(
    private readonly service: ApplicationService,
    private readonly limits: Limits,
  ) {}

  @Query(() => ApplicationConnection, {
    name: LIST,
    description:
      'Applications to the calls of a network that the women have confirmed, the oldest first. For its coordinators.',
  })
  async applications(
    @Args() args: ApplicationsArgs,
    @Ctx() context: Context,
  ): Promise<ApplicationConnection> {
    const { viewer, locale } = context;
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const filter = {
      networkId: await networkId(context, args.network),
      callId: args.call ? readIdOf('Call', args.call, 'call') : null,
      states: args.states,
    };
    return keyedConnection(
      LIST,
      await this.service.list(viewer, filter, page),
      ({ id }) => id,
      (application) => toApplication(application, locale),
    );
  }

  @Query(() => Application, {
    description: 'One application to a network. For its coordinators.',
  })
  async application(
    @Args('id', { type: () => ID, description: 'The id of the application to read.' }) id: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Application> {
    return toApplication(await this.service.byId(viewer, readIdOf('Application', id)), locale);
  }

  @RefusableMutation(() => ApplicationResult, {
    description:
      'Lists a woman who has applied: makes a submitted profile of what she wrote, with her consents, for the ordinary review, and mails her the answer.',
  })
  async acceptApplication(
    @Args() { id, revision, evidence }: AcceptApplicationArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Application> {
    const key = readIdOf('Application', id);
    const { references, accreditation } = evidence ?? {};
    const given = { references: references ?? [], accreditation };
    return toApplication(await this.service.accept(viewer, key, revision, given), locale);
  }

  @RefusableMutation(() => ApplicationResult, {
    description:
      'Declines an application, and mails her the answer. What she wrote is deleted after 90 days, or earlier if she asks.',
  })
  async declineApplication(
    @Args() { id, revision, reason, words = null }: DeclineApplicationArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Application> {
    const key = readIdOf('Application', id);
    const view = await this.service.decline(viewer, key, revision, { reason, words });
    return toApplication(view, locale);
  }
}
