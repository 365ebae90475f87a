import { SessionService, type SessionView, type Viewer } from '#identity';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { globalId, readIdOf } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { done, DoneResult, type Done } from './done.type.js';
import { Session } from './session.type.js';

@Resolver(() => Session)
export class SessionsResolver {
  constructor(private readonly service: SessionService) {}

  @Cost({ items: 20 })
  @Query(() => [Session], { description: "The viewer's sessions, the latest first." })
  async sessions(@CurrentViewer() viewer: Viewer): Promise<Session[]> {
    return (await this.service.list(viewer)).map(toSession);
  }

  @RefusableMutation(() => DoneResult, { description: "Ends one of the viewer's sessions." })
  async revokeSession(
    @Args('id', { type: () => ID, description: 'The id of the session to end.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Done> {
    await this.service.end(viewer, readIdOf('Session', id));
    return done('The session has ended.');
  }

  @RefusableMutation(() => DoneResult, {
    description: 'Ends all sessions of the viewer except this one.',
  })
  async revokeOtherSessions(@CurrentViewer() viewer: Viewer): Promise<Done> {
    const ended = await this.service.endOthers(viewer);
    return done(ended === 1 ? 'One session has ended.' : `${ended} sessions have ended.`);
  }
}

export function toSession({ id, device, createdAt, lastUsedAt, current }: SessionView): Session {
  return {
    __typename: 'Session',
    id: globalId('Session', id),
    device,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    current,
  };
}
