import type { NeedView } from '#engagement';
import { globalId } from '../graphql/global-id.js';
import { MODEL } from '#matching';
import type { Need } from './need.type.js';

export function toNeed(view: NeedView): Need {
  const { soft } = view.criteria;
  // The graph's input has a number where the model also takes `true` for its own.
  const years = soft.years === true ? MODEL.years.wanted : soft.years || undefined;
  return {
    __typename: 'Need',
    id: globalId('Need', view.id),
    slug: view.slug,
    title: view.title,
    brief: view.brief,
    process: view.processName,
    criteria: { ...view.criteria, soft: { ...soft, years }, brief: view.brief },
    fictional: view.fictional,
  };
}
