import { ActorKeeper, ActorService, FocalPointService } from '#wps';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { keyedConnection, keyedPage, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { textsByLanguage } from '../graphql/texts.js';
import { SaveFocalPointInput, SaveWpsActorInput, WpsActorsArgs } from './actor.inputs.js';
import {
  FocalPoint,
  FocalPointResult,
  WpsActor,
  WpsActorConnection,
  WpsActorResult,
} from './actor.type.js';
import { seenOf } from './seen.js';
import { toActor, toFocalPoint } from './to-actor.js';

const LIST = 'wpsActors';

/** Who takes part in the agenda of women, peace and security. */
@Resolver()
export class ActorsResolver {
  constructor(
    private readonly actors: ActorService,
    private readonly keeper: ActorKeeper,
    private readonly focalPoints: FocalPointService,
    private readonly limits: Limits,
  ) {}

  @Query(() => WpsActorConnection, {
    name: LIST,
    description:
      'States, organizations and networks of the agenda of women, peace and security, in the order of their codes.',
  })
  async wpsActors(
    @Args() args: WpsActorsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsActorConnection> {
    const page = keyedPage(LIST, requestedPage(args, this.limits.pageSize));
    const { kinds, memberOf, on } = args;
    return keyedConnection(
      LIST,
      await this.actors.list(viewer, { kinds, memberOf, on }, page),
      ({ code }) => code,
      (actor) => toActor(actor, locale),
    );
  }

  @Query(() => WpsActor, {
    description: 'One actor of the agenda of women, peace and security.',
  })
  async wpsActor(
    @Args('code', { type: () => String, description: 'The code of the actor, such as `NA`.' })
    code: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsActor> {
    return toActor(await this.actors.byCode(viewer, code), locale);
  }

  @Query(() => WpsActor, {
    nullable: true,
    description: 'The actor for which you act. Null if you act for none.',
  })
  async ownWpsActor(@Ctx() { viewer, locale }: Context): Promise<WpsActor | null> {
    const own = await this.actors.own(viewer);
    return own && toActor(own, locale);
  }

  @RefusableMutation(() => WpsActorResult, {
    description:
      'Writes an actor down, or changes one, with all its memberships and offices. For administrators.',
  })
  async saveWpsActor(
    @Args('input', { description: 'The actor as it is to be.' }) input: SaveWpsActorInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsActor> {
    const { revision = null, names, parent = null, organization, memberships, offices } = input;
    const { code, kind, fictional } = input;
    const id = await this.keeper.save(viewer, revision, {
      code,
      kind,
      fictional,
      names: textsByLanguage('names', names),
      parent,
      ...(organization !== undefined && {
        organizationId: organization && readIdOf('Organization', organization, 'organization'),
      }),
      memberships: memberships.map(({ from = null, until = null, ...one }) => ({
        ...one,
        from,
        until,
      })),
      offices: offices.map(({ from = null, until = null, ...one }) => ({ ...one, from, until })),
    });
    return toActor(await this.actors.byId(viewer, id), locale);
  }

  @RefusableMutation(() => FocalPointResult, {
    description:
      'Writes a focal point of your actor down, or changes one. For focal points of the actor. Nothing is deleted: a term ends on its last day.',
  })
  async saveFocalPoint(
    @Args('input', { description: 'The focal point as it is to be.' })
    input: SaveFocalPointInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<FocalPoint> {
    const { actor, person, consentedOn, ...columns } = input;
    const view = await this.focalPoints.save(viewer, actor, seenOf('FocalPoint', input), {
      person: person ? { name: person, consentedOn: consentedOn ?? '' } : null,
      title: columns.title ?? null,
      office: columns.office,
      officePosition: columns.officePosition,
      ministry: columns.ministry ?? null,
      ownStaff: columns.ownStaff ?? null,
      ownBudget: columns.ownBudget ?? null,
      reportsTo: columns.reportsTo ?? null,
      deputy: columns.deputy,
      channel: columns.channel ?? null,
      from: columns.from,
      until: columns.until ?? null,
      sharing: columns.sharing,
    });
    return toFocalPoint(view, locale);
  }
}
