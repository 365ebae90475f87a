import { textIn } from '#messages';
import { ActorService, ObservationService } from '#wps';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { idPage, keyedConnection, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';

import {
  Observation,
  ObservationConnection,
  ObservationResult,
  ObservationsArgs,
  RecordObservationInput,
  WpsFramework,
  WpsIndicator,
  WpsSheet,
  WpsSheetArgs,
} from './indicator.type.js';
import { toActorName } from './to-actor.js';
import { toIndicator, toObservation, toSheetRow } from './to-observation.js';

const LIST = 'observations';

/** Indicators, and what actors observe of them. */
@Resolver()
export class ObservationsResolver {
  constructor(
    private readonly service: ObservationService,
    private readonly actors: ActorService,
    private readonly limits: Limits,
  ) {}

  @Cost({ items: 10 })
  @Query(() => [WpsFramework], {
    description: 'Sets of indicators on women, peace and security, in the order of their codes.',
  })
  async wpsFrameworks(@Ctx() { viewer, locale }: Context): Promise<WpsFramework[]> {
    const found = await this.service.frameworks(viewer);
    return found.map(({ code, title, publisher, source }) => ({
      code,
      title: textIn(title, locale) ?? '',
      publisher,
      source,
    }));
  }

  @Cost({ items: 40 })
  @Query(() => [WpsIndicator], {
    description: 'The indicators of a framework in its order. Empty for an unknown one.',
  })
  async wpsIndicators(
    @Args('framework', {
      type: () => String,
      description: 'The short name of the framework, such as `un-1325`.',
    })
    framework: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsIndicator[]> {
    const found = await this.service.indicators(viewer, framework);
    return found.map((one) => toIndicator(one, locale));
  }

  @Query(() => ObservationConnection, {
    name: LIST,
    description:
      'Observations on women, peace and security that are shared with you, in the order in which they were entered.',
  })
  async observations(
    @Args() args: ObservationsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<ObservationConnection> {
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const { actor, concept, superseded } = args;
    return keyedConnection(
      LIST,
      await this.service.list(viewer, { actor, concept, superseded }, page),
      ({ id }) => id,
      (one) => toObservation(one, locale),
    );
  }

  @Cost({ own: 20 })
  @Query(() => WpsSheet, {
    description:
      'What an actor has observed of each indicator of a framework: enter once, print many. From observations that are shared with you; a gap is shown as a gap.',
  })
  async wpsSheet(
    @Args() { actor, framework, from, until }: WpsSheetArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsSheet> {
    const whose = await this.actors.byCode(viewer, actor);
    const rows = await this.service.sheet(viewer, actor, framework, { from, until });
    return {
      actor: toActorName(whose, locale),
      rows: rows.map((row) => toSheetRow(row, locale)),
      gaps: rows.filter(({ observation }) => observation === null).length,
      gapsOwedBy: this.actors.presentOffice(whose),
    };
  }

  @RefusableMutation(() => ObservationResult, {
    description:
      'Enters an observation of your actor, or a correction of one. Nothing is overwritten. For focal points of the actor.',
  })
  async recordObservation(
    @Args('input', { description: 'The observation to enter.' }) input: RecordObservationInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Observation> {
    const indicator = readIdOf('WpsIndicator', input.indicator, 'indicator');
    const supersedes = input.supersedes
      ? readIdOf('Observation', input.supersedes, 'supersedes')
      : null;
    const view = await this.service.record(viewer, input.actor, indicator, supersedes, {
      from: input.from,
      until: input.until,
      value: input.value ?? null,
      text: input.text ?? null,
      numerator: input.numerator ?? null,
      denominator: input.denominator ?? null,
      part: input.part ?? null,
      status: input.status,
      source: input.source,
      methodNote: input.methodNote ?? null,
      url: input.url ?? null,
      sharing: input.sharing,
    });
    return toObservation(view, locale);
  }
}
