import type { AlongsideParty, AlongsideView, OwnMentoring as OwnMentoringView } from '#deployments';
import { deploymentIdFor, globalId } from '../graphql/global-id.js';
import type { AlongsidePlace, OwnMentoring } from './alongside.type.js';

/** The graph's second place: the service has decided what this viewer may see of it. */
export function toAlongside(view: AlongsideView): AlongsidePlace {
  const { id, party, shown, deploymentId, arrangedId, waitsFor, dueAt, ...rest } = view;
  return {
    __typename: 'AlongsidePlace',
    ...rest,
    id: globalId('AlongsidePlace', id),
    party,
    state: shown,
    deploymentId: deploymentId && deploymentIdFor(SIDE_OF[party], deploymentId),
    arrangedDeploymentId: arrangedId && deploymentIdFor(SIDE_OF[party], arrangedId),
    waitsFor: [...waitsFor],
    dueAt: dueAt?.toISOString() ?? null,
  };
}

const SIDE_OF = {
  desk: 'DeskDeployment',
  organizer: 'Deployment',
  mentor: 'OwnDeployment',
  newcomer: 'OwnDeployment',
} as const satisfies Record<AlongsideParty, string>;

/** The graph's mentoring, of the viewer herself. */
export function toOwnMentoring({
  id,
  part,
  form,
  beganOn,
  endedOn,
  shown,
}: OwnMentoringView): OwnMentoring {
  return {
    __typename: 'OwnMentoring',
    id: globalId('OwnMentoring', id),
    part,
    form,
    beganOn,
    endedOn,
    shown,
  };
}
