import type { Viewer } from '#identity';
import { MailChoiceService } from '#wps';
import { Args, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { RefusableMutation, RefusableQuery } from '../graphql/refusals.js';
import { WpsMailChoice, WpsMailChoiceResult } from './wps-mails.type.js';

/** Mails about women, peace and security. */
@Resolver()
export class WpsMailsResolver {
  constructor(private readonly choices: MailChoiceService) {}

  @RefusableQuery(() => WpsMailChoiceResult, {
    description:
      'Which mails about women, peace and security you get: all, until you choose. For focal points and organizers.',
  })
  async wpsMailChoice(@CurrentViewer() viewer: Viewer): Promise<WpsMailChoice> {
    return { __typename: 'WpsMailChoice', ...(await this.choices.own(viewer)) };
  }

  @RefusableMutation(() => WpsMailChoiceResult, {
    description: 'Chooses which mails about women, peace and security you get.',
  })
  async chooseWpsMails(
    @Args('owing', { type: () => Boolean, description: 'What is owed, once a week.' })
    owing: boolean,
    @Args('packs', { type: () => Boolean, description: 'The papers for meetings.' }) packs: boolean,
    @CurrentViewer() viewer: Viewer,
  ): Promise<WpsMailChoice> {
    return {
      __typename: 'WpsMailChoice',
      ...(await this.choices.choose(viewer, { owing, packs })),
    };
  }
}
