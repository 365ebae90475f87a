import { AlongsideService, type AlongsideView } from '#deployments';
import { ProfileService } from '#directory';
import type { Viewer } from '#identity';
import { InvalidStateError } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { PlaceAct, ShownPlace } from './place.view.js';

/** What her answers for a second place do: the same on her own page and behind a link. */
@Injectable()
export class PlaceSteps {
  constructor(
    private readonly places: AlongsideService,
    private readonly profiles: ProfileService,
  ) {}

  /** All of hers, the latest first. @throws NotPermittedError */
  async list(viewer: Viewer): Promise<AlongsideView[]> {
    return this.places.ofHers(viewer);
  }

  /** One in which she is the newcomer or the mentor. @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<AlongsideView> {
    return this.places.byId(viewer, id);
  }

  /** With the name of the other woman, as the viewer may see her. */
  async shown(viewer: Viewer, place: AlongsideView): Promise<ShownPlace> {
    const id = place.party === 'mentor' ? place.newcomerId : place.mentorId;
    const found = id === null ? null : (await this.profiles.viewsByIds(viewer, [id])).get(id);
    return { place, other: found?.name ?? null };
  }

  /** Whether the answer is taken; it is not where the second place waits for none. @throws NotFoundError */
  async take(viewer: Viewer, id: string, act: PlaceAct): Promise<boolean> {
    try {
      await this.places[act](viewer, id);
      return true;
    } catch (error) {
      if (error instanceof InvalidStateError) return false;
      throw error;
    }
  }
}
