import { SavedViewService, type SavedView as View, type Viewer } from '#identity';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Cost } from '../graphql/cost/field-cost.js';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { globalId, readIdOf } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { done, DoneResult, type Done } from './done.type.js';
import { SavedView, SavedViewResult, SavedViewsArgs, SaveViewInput } from './saved-view.type.js';

@Resolver()
export class SavedViewsResolver {
  constructor(private readonly service: SavedViewService) {}

  @Cost({ items: 50 })
  @Query(() => [SavedView], {
    description: 'The views of lists that you saved, the oldest first.',
  })
  async savedViews(
    @Args() { screen }: SavedViewsArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SavedView[]> {
    return (await this.service.list(viewer, screen ?? null)).map(toSavedView);
  }

  @RefusableMutation(() => SavedViewResult, {
    description: 'Keeps a view of a list for you. At most 50 of a list are kept.',
  })
  async saveView(
    @Args('input', { description: 'The view of a list to keep.' }) input: SaveViewInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SavedView> {
    return toSavedView(await this.service.save(viewer, input));
  }

  @RefusableMutation(() => DoneResult, { description: 'Removes a view that you saved.' })
  async removeView(
    @Args('id', { type: () => ID, description: 'The id of the view to remove.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Done> {
    await this.service.remove(viewer, readIdOf('SavedView', id));
    return done('The view is removed.');
  }
}

export function toSavedView({ id, screen, name, query, createdAt }: View): SavedView {
  return {
    __typename: 'SavedView',
    id: globalId('SavedView', id),
    screen,
    name,
    query,
    createdAt: createdAt.toISOString(),
  };
}
