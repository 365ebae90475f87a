import { CLOCK } from '#config';
import { NetworkService } from '#directory';
import {
  ASK_CHANNELS,
  PreferenceService,
  type AskChannel,
  type PreferenceView,
} from '#introductions';
import { MessageGateway } from '#mail';
import { Controller, Get, Inject, Post } from '@nestjs/common';
import { Form } from '../request/form.js';
import { herself } from '../request/herself.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { timeZoneIn } from '../request/time-zone-form.js';
import type { PageBody, Visit } from '../request/visit.js';
import { mistakesOf, NO_MISTAKES } from '../views/mistakes.js';
import { preferencesPage, type PreferencesWritten } from './preferences.page.js';

/** When and how she is asked. */
@Controller('me/preferences')
export class PreferencesPageController {
  constructor(
    private readonly preferences: PreferenceService,
    private readonly networks: NetworkService,
    private readonly gateway: MessageGateway,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    herself(visit);
    return this.page(visit, null);
  }

  @Post()
  async save(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    herself(visit);
    const written = writtenIn(form);
    const { zone, mistake } = timeZoneIn(written.timeZone, visit);
    const mistakes = new Map<string, string>();
    if (mistake !== null) mistakes.set('timeZone', mistake);
    const held = await this.preferences.of(visit.viewer);
    const channel = channelsFor(held, this.gateway).find((each) => each === written.channel);
    if (!channel) mistakes.set('channel', visit.t('mistakes.other'));
    try {
      if (zone === null || !channel) return await this.page(visit, { ...written, mistakes });
      await this.preferences.save(visit.viewer, {
        timeZone: zone,
        quietFrom: written.quietFrom || null,
        quietUntil: written.quietUntil || null,
        channel,
        deskNetworkId: written.deskNetworkId || null,
      });
    } catch (error) {
      return this.page(visit, { ...written, mistakes: mistakesOf(error, visit.t) });
    }
    return visit.goTo('/me/preferences?done=saved');
  }

  private async page(visit: Visit, written: PreferencesWritten | null): Promise<PageBody> {
    const held = await this.preferences.of(visit.viewer);
    const networks = await this.networks.byIds(held.listings.map(({ networkId }) => networkId));
    const networkName = (id: string) => visit.words.inLocale(networks.get(id)?.names ?? {});
    const channels = channelsFor(held, this.gateway);
    const shown = { held, networkName, channels, now: this.now() };
    const stands = {
      timeZone: held.timeZone,
      quietFrom: held.quietFrom ?? '',
      quietUntil: held.quietUntil ?? '',
      channel: held.channel,
      deskNetworkId: held.deskNetworkId ?? '',
      mistakes: NO_MISTAKES,
    };
    return visit.show(preferencesPage(visit, shown, written ?? stands), written ? 422 : 200);
  }
}

/** A short message is offered where a gateway sends it, and to her who has chosen it before. */
function channelsFor(
  held: PreferenceView,
  { isOpen }: Pick<MessageGateway, 'isOpen'>,
): readonly AskChannel[] {
  return ASK_CHANNELS.filter(
    (channel) => channel !== 'message' || isOpen || held.channel === 'message',
  );
}

function writtenIn(form: Form): PreferencesWritten {
  return {
    timeZone: form.text('timeZone'),
    quietFrom: form.text('quietFrom'),
    quietUntil: form.text('quietUntil'),
    channel: form.text('channel'),
    deskNetworkId: form.text('deskNetworkId'),
    mistakes: NO_MISTAKES,
  };
}
