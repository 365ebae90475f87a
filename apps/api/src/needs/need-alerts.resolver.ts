import { NeedAlertService, type AlertRhythm } from '#engagement';
import type { Viewer } from '#identity';
import { Args, Context as Ctx, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { AlertRhythmEnum } from '../graphql/enums/engagement.js';
import { readIdOf } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { toMediator } from '../mediators/to-mediator.js';
import { NewCandidates } from './need-alert.type.js';
import { Need, NeedResult } from './need.type.js';
import { toNeed } from './to-need.js';

const ID_OF_NEED = {
  type: () => ID,
  description: 'The id of a need of your organization.',
} as const;

/** What an organizer is told of her needs without asking. */
@Resolver(() => Need)
export class NeedAlertsResolver {
  constructor(private readonly alerts: NeedAlertService) {}

  @Cost({ own: 5 })
  @ResolveField('alert', () => AlertRhythmEnum, {
    nullable: true,
    description:
      'How often you are told by mail of mediators who become eligible. Null if you are not, or the need is not your own.',
  })
  async alert(
    @Parent() { id, own }: Need,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AlertRhythm | null> {
    return own ? this.alerts.rhythm(viewer, readIdOf('Need', id)) : null;
  }

  @Cost({ own: 20, items: 50 })
  @ResolveField('newCandidates', () => NewCandidates, {
    nullable: true,
    description:
      'Who has become eligible since one of the organizers looked, while one of them has an alert. Null if nobody has, or the need is not your own.',
  })
  async newCandidates(
    @Parent() { id, own }: Need,
    @Ctx() { viewer, locale }: Context,
  ): Promise<NewCandidates | null> {
    const news = own ? await this.alerts.news(viewer, readIdOf('Need', id)) : null;
    return (
      news && {
        since: news.since.toISOString(),
        mediators: news.women.map((view) => toMediator(view, locale)),
      }
    );
  }

  @RefusableMutation(() => NeedResult, {
    description:
      'Says how often you are told by mail when other mediators become eligible for a need of your organization. They wait in the inbox, too.',
  })
  async setNeedAlert(
    @Args('id', ID_OF_NEED) id: string,
    @Args('rhythm', {
      type: () => AlertRhythmEnum,
      nullable: true,
      description: 'How often, if there is anything to tell. Null ends the alert.',
    })
    rhythm: AlertRhythm | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Need> {
    const need = await this.alerts.set(viewer, readIdOf('Need', id), rhythm ?? null);
    return toNeed(need, viewer);
  }

  @RefusableMutation(() => NeedResult, {
    description:
      'Says that you have looked at the new candidates of a need: they are new no more, for your colleagues too.',
  })
  async seeNewCandidates(
    @Args('id', ID_OF_NEED) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Need> {
    return toNeed(await this.alerts.seen(viewer, readIdOf('Need', id)), viewer);
  }
}
