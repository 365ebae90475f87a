import type { Viewer } from '#identity';

/** Of the lessons of these ids those that are published. */
type PublishedAmong = (viewer: Viewer, ids: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * Which lessons of deployments everyone reads, for modules that do not know deployments. The module that keeps lessons says
 * how they are found; without it none is known.
 */
export class PublishedLessons {
  private find: PublishedAmong = async () => new Set();

  foundBy(find: PublishedAmong): void {
    this.find = find;
  }

  /** A lesson that is not published, or no more, is as one that is not there. */
  async among(viewer: Viewer, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return ids.length === 0 ? new Set() : this.find(viewer, ids);
  }
}
