import { AnalysisSentences, PARTS, type Scarcity as Found } from '#matching';
import { label, type Locale } from '#vocabulary';
import { toArea } from '../graphql/texts.js';
import type { NetworkShare, Scarcity } from './scarcity.type.js';

/** What is lacking, for the graph. */
export function toScarcity(found: Found, locale: Locale): Scarcity {
  const say = new AnalysisSentences(locale);
  const { women, needs, combinations, scarce, request } = found;
  return {
    __typename: 'Scarcity',
    women,
    needs,
    combinations,
    scarce,
    minimum: request.minimum,
    results: found.results.map((each) => ({
      language: { ...each.language, label: label('language', each.language.code, locale) },
      expertise: { ...each.expertise, label: label('expertise', each.expertise.code, locale) },
      area: toArea(each.area, locale),
      available: each.available,
      missing: each.missing,
      asked: each.asked,
      lackOnly: PARTS.map((part) => ({ part, count: each.lackOnly[part] })),
      bottleneck: each.bottleneck,
      having: each.having.map(toShare),
      trainable: each.trainable.map(toShare),
      sentences: say.scarcity(each),
    })),
  };
}

function toShare({ slug, count }: { slug: string; count: number }): NetworkShare {
  return { network: slug, count };
}
