import { ownMediatorId, type Viewer } from '#identity';
import { AudienceService } from '#directory';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { Cost } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { mediatorKey } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { Audiences, AudiencesResult, FieldAudience, SetAudienceInput } from './audience.type.js';

@Resolver()
export class AudiencesResolver {
  constructor(private readonly audiences: AudienceService) {}

  @Cost({ items: 20 })
  @Query(() => [FieldAudience], {
    description: "Who sees which field of the viewer's own profile.",
  })
  async myAudiences(@CurrentViewer() viewer: Viewer): Promise<FieldAudience[]> {
    return this.audiences.list(viewer, ownMediatorId(viewer));
  }

  @RefusableMutation(() => AudiencesResult, {
    description:
      'Sets who sees a field of a profile. The mediator narrows an audience at will, and widens it past the standard with a recorded consent.',
  })
  async setAudience(
    @Args('input', { description: 'The field, and who is to see it.' })
    { mediatorId, consent, ...change }: SetAudienceInput,
    @Ctx() context: Context,
  ): Promise<Audiences> {
    const { viewer } = context;
    const id = mediatorId
      ? await mediatorKey(context, mediatorId, 'mediatorId')
      : ownMediatorId(viewer);
    const fields = await this.audiences.set(viewer, id, { ...change, consent: consent ?? null });
    return { __typename: 'Audiences', fields };
  }
}
