import type { NeedView } from '#engagement';
import { globalId } from '../graphql/global-id.js';
import type { Need } from './need.type.js';

export function toNeed(view: NeedView): Need {
  return {
    __typename: 'Need',
    id: globalId('Need', view.id),
    slug: view.slug,
    title: view.title,
    brief: view.brief,
    process: view.processName,
    criteria: { ...view.criteria, brief: view.brief },
    fictional: view.fictional,
  };
}
