import { textIn } from '#messages';
import type { Locale } from '#vocabulary';
import { MeetingService, type MeetingView } from '#wps';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { globalId } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { keyedConnection, keyedPage, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { textsByLanguage, toTexts } from '../graphql/texts.js';
import {
  SaveWpsMeetingInput,
  WpsMeeting,
  WpsMeetingConnection,
  WpsMeetingResult,
  WpsMeetingsArgs,
} from './meeting.type.js';
import { MEETINGS_PATH } from './meeting-packs.controller.js';
import { toActorName } from './to-actor.js';

const LIST = 'wpsMeetings';

/** Meetings on women, peace and security. */
@Resolver()
export class MeetingsResolver {
  constructor(
    private readonly meetings: MeetingService,
    private readonly limits: Limits,
  ) {}

  @Query(() => WpsMeetingConnection, {
    name: LIST,
    description: 'Meetings on women, peace and security, in the order of their codes.',
  })
  async wpsMeetings(
    @Args() args: WpsMeetingsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsMeetingConnection> {
    const page = keyedPage(LIST, requestedPage(args, this.limits.pageSize));
    return keyedConnection(
      LIST,
      await this.meetings.list(viewer, args.kinds ?? null, page),
      ({ code }) => code,
      (meeting) => toMeeting(meeting, locale),
    );
  }

  @RefusableMutation(() => WpsMeetingResult, {
    description:
      'Writes a meeting down, or changes one, with everyone who was there. For administrators, and for focal points of an actor that chairs the network or is its secretariat.',
  })
  async saveWpsMeeting(
    @Args('input', { description: 'The meeting as it is to be.' }) input: SaveWpsMeetingInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsMeeting> {
    const { revision = null, themes, documents, ...columns } = input;
    const view = await this.meetings.save(viewer, revision, {
      ...columns,
      theme: textsByLanguage('themes', themes),
      documents: documents.map(({ title, symbol = null, url = null }) => ({ title, symbol, url })),
    });
    return toMeeting(view, locale);
  }
}

/** The graph's meeting. */
export function toMeeting(view: MeetingView, locale: Locale): WpsMeeting {
  const { id, theme, grouping, hosts, participants, documents, ...columns } = view;
  return {
    __typename: 'WpsMeeting',
    ...columns,
    id: globalId('WpsMeeting', id),
    packPath: `${MEETINGS_PATH}/${view.code}`,
    theme: textIn(theme, locale),
    themes: toTexts(theme),
    documents: [...documents],
    grouping: toActorName(grouping, locale),
    hosts: hosts.map((one) => toActorName(one, locale)),
    participants: participants.map((one) => toActorName(one, locale)),
  };
}
