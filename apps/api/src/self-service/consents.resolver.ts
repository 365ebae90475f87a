import { ownMediatorId, type Viewer } from '#identity';
import {
  allConsentTexts,
  ConsentService,
  consentTexts,
  shownTexts,
  type ConsentView,
} from '#directory';
import type { Locale } from '#vocabulary';
import { Args, Context as Ctx, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { Cost } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { globalId, mediatorKey } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { toTexts } from '../graphql/texts.js';
import {
  Consent,
  ConsentHistory,
  ConsentHistoryResult,
  ConsentText,
  GiveConsentInput,
  RecordConsentInput,
  WithdrawConsentInput,
} from './consent.type.js';

@Resolver()
export class ConsentsResolver {
  constructor(private readonly consents: ConsentService) {}

  @Cost({ items: 10 })
  @Query(() => [ConsentText], {
    description: 'The texts in force that a mediator is asked to agree to.',
  })
  consentTexts(
    @Args('locale', {
      type: () => LocaleEnum,
      nullable: true,
      description: 'The language of the texts. Defaults to that of the request.',
    })
    chosen: Locale | null,
    @Args('earlier', {
      type: () => Boolean,
      nullable: true,
      description:
        'True for the texts that are no longer in force, too, the oldest first: a consent on paper may be to one of them. False if absent.',
    })
    earlier: boolean | null,
    @Ctx() { locale }: Context,
  ): ConsentText[] {
    const language = chosen ?? locale;
    return earlier ? allConsentTexts(language) : consentTexts(language);
  }

  @Cost({ items: 50 })
  @Query(() => [Consent], {
    description: "The viewer's own consents, withdrawn ones too, the latest first.",
  })
  async myConsents(@CurrentViewer() viewer: Viewer): Promise<Consent[]> {
    return toConsents(await this.consents.history(viewer, ownMediatorId(viewer)));
  }

  @Cost({ items: 50 })
  @Query(() => [Consent], {
    name: 'consents',
    description: 'The consents of a mediator, the latest first. For coordinators of her networks.',
  })
  async ofMediator(
    @Args('mediatorId', {
      type: () => ID,
      description: 'The id of the mediator whose consents are shown.',
    })
    mediatorId: string,
    @Ctx() context: Context,
  ): Promise<Consent[]> {
    const id = await mediatorKey(context, mediatorId, 'mediatorId');
    return toConsents(await this.consents.history(context.viewer, id));
  }

  @RefusableMutation(() => ConsentHistoryResult, {
    description: 'Records a consent that the viewer gives herself.',
  })
  async giveConsent(
    @Args('input', { description: 'The purpose and the text that the viewer agrees to.' })
    input: GiveConsentInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ConsentHistory> {
    return toHistory(await this.consents.give(viewer, input));
  }

  @RefusableMutation(() => ConsentHistoryResult, {
    description:
      'Ends a consent with the next request of anyone. No reason is asked, and no later import restores it.',
  })
  async withdrawConsent(
    @Args('input', { description: 'The consent that ends.' })
    { purpose, mediatorId, channel }: WithdrawConsentInput,
    @Ctx() context: Context,
  ): Promise<ConsentHistory> {
    const id = mediatorId
      ? await mediatorKey(context, mediatorId, 'mediatorId')
      : ownMediatorId(context.viewer);
    return toHistory(await this.consents.withdraw(context.viewer, id, purpose, channel ?? null));
  }

  @RefusableMutation(() => ConsentHistoryResult, {
    description:
      'Records a consent that a mediator gave to a coordinator of her network elsewhere, with its proof.',
  })
  async recordConsent(
    @Args('input', { description: 'The consent to record, with its proof.' })
    { mediatorId, language, ...heard }: RecordConsentInput,
    @Ctx() context: Context,
  ): Promise<ConsentHistory> {
    const id = await mediatorKey(context, mediatorId, 'mediatorId');
    const consent = { ...heard, language: language ?? null };
    return toHistory(await this.consents.record(context.viewer, id, consent));
  }
}

function toHistory(consents: readonly ConsentView[]): ConsentHistory {
  return { __typename: 'ConsentHistory', consents: toConsents(consents) };
}

function toConsents(consents: readonly ConsentView[]): Consent[] {
  return consents.map(toConsent);
}

export function toConsent({ networkId, ...consent }: ConsentView): Consent {
  return {
    __typename: 'Consent',
    ...consent,
    id: globalId('Consent', consent.id),
    texts: toTexts(shownTexts(consent.textVersion, consent.purpose, consent.language)),
    byHerself: networkId === null,
  };
}
