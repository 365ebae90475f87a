import type { Clearance } from '#identity';
import type { ProfileRecord } from './profile-record.js';
import type { ProfileView } from './profile-view.js';

/**
 * What each clearance sees of a record, made once a day: it follows from the record, the clearance and the day, and from
 * nothing else. A record never changes; when anything of a mediator does, the database gives another one (`ProfileCache`),
 * and with the old one its views are forgotten.
 */
export class SeenProfiles {
  private day = '';
  private readonly views = new Map<Clearance, WeakMap<ProfileRecord, ProfileView | null>>();

  /** The view, or null where she is not visible; `make` is asked where it was not made today. */
  of(
    record: ProfileRecord,
    clearance: Clearance,
    day: string,
    make: () => ProfileView | null,
  ): ProfileView | null {
    if (day !== this.day) this.views.clear();
    this.day = day;
    const views = this.viewsFor(clearance);
    const known = views.get(record);
    if (known !== undefined) return known;
    const view = make();
    views.set(record, view);
    return view;
  }

  private viewsFor(clearance: Clearance): WeakMap<ProfileRecord, ProfileView | null> {
    const known = this.views.get(clearance) ?? new WeakMap<ProfileRecord, ProfileView | null>();
    this.views.set(clearance, known);
    return known;
  }
}
