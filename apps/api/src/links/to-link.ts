import type {
  LinkComparison,
  LinkExplanation as Explained,
  LinkSuggestion as Suggested,
} from '#directory';
import { label, type VocabularyKind } from '#vocabulary';
import type { Context } from '../graphql/context.js';
import { globalId } from '../graphql/global-id.js';
import { toNetwork } from '../networks/to-network.js';
import type { LinkExplanation, LinkSide, LinkSuggestion } from './link.type.js';

export async function toLinkSuggestion(
  { key: _place, id, networkId, one, other, ...suggestion }: Suggested,
  { networks, locale }: Pick<Context, 'networks' | 'locale'>,
): Promise<LinkSuggestion> {
  const network = await networks.load(networkId);
  if (!network) throw new Error('A suggestion is of a network.');
  return {
    __typename: 'LinkSuggestion',
    ...suggestion,
    id: globalId('LinkSuggestion', id),
    network: toNetwork(network, locale),
    one: toSide(one),
    other: toSide(other),
    probability: 1 / (1 + 2 ** (-suggestion.weight / 1_000)),
  };
}

export async function toLinkExplanation(
  { suggestion, model, bars, herWords, decisions }: Explained,
  context: Context,
): Promise<LinkExplanation> {
  return {
    __typename: 'LinkExplanation',
    suggestion: await toLinkSuggestion(suggestion, context),
    model,
    bars: bars.map(({ one, other, words, shared, ...bar }) => {
      const kind = CODED[bar.comparison];
      const named = (value: string) => (kind ? label(kind, value, context.locale) : value);
      return {
        ...bar,
        one: one.map(named),
        other: other.map(named),
        shared: shared === null ? null : named(shared),
        words: [...words],
      };
    }),
    herWords: [...herWords],
    decisions: [...decisions],
  };
}

/** What is compared by its code, and shown in words. */
const CODED: Partial<Record<LinkComparison, VocabularyKind>> = {
  NATIONALITY: 'territory',
  RESIDENCE: 'territory',
  LANGUAGE: 'language',
};

export function toSide({ mediatorId, publicId, ...side }: Suggested['one']): LinkSide {
  return {
    ...side,
    profileId: mediatorId === null ? null : globalId('Profile', mediatorId),
    mediatorId: globalId('Mediator', publicId),
  };
}
