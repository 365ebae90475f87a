import type { NeedView } from '#engagement';
import type { Viewer } from '#identity';
import { MODEL } from '#matching';
import { globalId } from '../graphql/global-id.js';
import type { Need } from './need.type.js';

export function toNeed(view: NeedView, { organizationId }: Viewer): Need {
  const { id, processName, organizationName, brief, preset, criteria, ...rest } = view;
  const { soft } = criteria;
  const own = view.organizationId !== null && view.organizationId === organizationId;
  // The graph's input has a number where the model also takes `true` for its own.
  const years = soft.years === true ? MODEL.years.wanted : soft.years || undefined;
  return {
    __typename: 'Need',
    ...rest,
    id: globalId('Need', id),
    brief,
    preset,
    process: processName,
    organization: organizationName,
    own,
    engaged: own ? view.engaged : null,
    criteria: { ...criteria, soft: { ...soft, years }, brief, preset },
    createdAt: view.createdAt.toISOString(),
    updatedAt: view.updatedAt.toISOString(),
    openedAt: view.openedAt?.toISOString() ?? null,
    closedAt: view.closedAt?.toISOString() ?? null,
  };
}
