import { groupsOf, isDiverse, lowest } from './clusters.js';
import { groupOf, information, lossOf } from './information.js';
import {
  canonical,
  covers,
  generalisedAll,
  withoutPlace,
  type Listed,
  type Published,
} from '../profile/published-values.js';

/** Fewest women who show the same: the k of k-anonymity (Sweeney 2002). */
export const FEWEST = 5;

/** A woman's place among the classes. */
export interface Place {
  /** Null while she shows nothing but her code name. */
  readonly classId: string | null;
  /** She may be given values that tell more. */
  readonly requested: boolean;
  /** What no class may tell of her. */
  readonly nationalities: readonly string[];
}

/** What is published of a class, and of whom. */
export interface PublishedClass {
  readonly published: Published;
  readonly members: ReadonlySet<string>;
}

/**
 * All classes, and the rules by which they change.
 *
 * Once settled, every class has at least `FEWEST` members and shows only what is true of each of them; one of
 * which more than half are of one nationality shows neither language nor network, and no region but the
 * continent. What a woman shows tells more than before only where she asked for it: becoming pseudonymous is
 * asking, and being given a class of her own is the answer.
 */
export class ClassBook {
  private readonly classes: Map<string, { published: Published; members: Set<string> }>;
  private readonly places: Map<string, Place>;

  /** @param newId makes the id of a new class */
  constructor(
    classes: ReadonlyMap<string, Published>,
    places: ReadonlyMap<string, Place>,
    private readonly newId: () => string,
  ) {
    this.classes = new Map(
      [...classes].map(([id, published]) => [id, { published, members: new Set<string>() }]),
    );
    this.places = new Map(places);
    for (const [id, { classId }] of places) {
      if (classId !== null) this.classOf(classId).members.add(id);
    }
  }

  get all(): ReadonlyMap<string, PublishedClass> {
    return this.classes;
  }

  placeOf(id: string): Place | null {
    return this.places.get(id) ?? null;
  }

  /** The places of all women. */
  get placed(): ReadonlyMap<string, Place> {
    return this.places;
  }

  /** What is published of her; null where she shows nothing but her code name. */
  publishedOf(id: string): Published | null {
    const classId = this.places.get(id)?.classId ?? null;
    return classId === null ? null : this.classOf(classId).published;
  }

  /** The class that says most among those that say nothing untrue of these values; null where there is none. */
  covering(own: Published): string | null {
    const fitting = [...this.classes].filter(([, { published }]) => covers(published, own));
    if (fitting.length === 0) return null;
    const inOrder = fitting.toSorted(byValues);
    return lowest(inOrder, ([, { published }]) => -told(published))[0];
  }

  /** She is pseudonymous and listed, and these are her own values now. */
  show(id: string, { own, nationalities }: Listed): void {
    const { classId, requested } = this.places.get(id) ?? { classId: null, requested: true };
    this.places.set(id, { classId, requested, nationalities });
    if (classId !== null) this.generalise(classId, own);
    else if (requested) this.put(id, this.covering(own), requested);
  }

  /** She is pseudonymous and not listed: what she may show again is no more than her code name. */
  hide(id: string): void {
    this.put(id, null, this.places.get(id)?.requested ?? true);
  }

  /** She is not pseudonymous, or not there any more. */
  leave(id: string): void {
    this.put(id, null, false);
    this.places.delete(id);
  }

  /** She asks for values that tell more, the next time that classes are made anew. */
  ask(id: string): void {
    const place = this.places.get(id);
    if (place) this.places.set(id, { ...place, requested: true });
  }

  /**
   * To be called after all changes. Classes that are too small become one with their nearest; without any
   * other, their members show nothing. Those that would tell a nationality show no place any more.
   */
  settle(): void {
    this.joinSmall();
    for (const held of this.classes.values()) {
      if (isDiverse([...held.members].flatMap((id) => this.places.get(id) ?? []))) continue;
      const { PUBLIC, VETTED } = held.published;
      const placeless = { PUBLIC: withoutPlace(PUBLIC), VETTED: withoutPlace(VETTED) };
      if (canonical(placeless) !== canonical(held.published)) held.published = placeless;
    }
  }

  private joinSmall(): void {
    for (;;) {
      const inOrder = [...this.classes].toSorted(byValues);
      const small = inOrder.find(([, { members }]) => members.size < FEWEST);
      if (!small) return;
      const [id, { published, members }] = small;
      const its = groupOf(published.PUBLIC, members.size);
      const others = inOrder.filter(([other, held]) => other !== id && held.members.size > 0);
      this.classes.delete(id);
      if (members.size === 0) continue;
      const into =
        others.length === 0
          ? null
          : lowest(others, ([, other]) =>
              lossOf(its, groupOf(other.published.PUBLIC, other.members.size)),
            )[0];
      if (into !== null) this.generalise(into, published);
      for (const member of members) {
        this.put(member, into, this.places.get(member)?.requested ?? false);
      }
    }
  }

  /**
   * Makes classes of those who asked, by what the public would see of each. Who is in a class leaves it only
   * where at least `FEWEST` stay, or all of it asked; nobody else shows more than before.
   *
   * @param listed all who are pseudonymous and listed
   * @param tie a text for each woman that tells nothing of her
   */
  renew(listed: ReadonlyMap<string, Listed>, tie: (id: string) => string): void {
    for (const [id, woman] of listed) if (this.places.get(id)?.classId) this.show(id, woman);
    this.settle();
    const pool = this.thoseWhoAsk(listed, tie).flatMap((id) => {
      const woman = listed.get(id);
      return woman ? [{ id, values: woman.own.PUBLIC, ...woman }] : [];
    });
    const byId = new Map(pool.map((woman) => [woman.id, woman]));
    for (const ids of groupsOf(pool, FEWEST, tie)) {
      const own = ids.flatMap((id) => byId.get(id)?.own ?? []);
      const classId = this.newId();
      this.classes.set(classId, { published: own.reduce(generalisedAll), members: new Set() });
      for (const id of ids) this.put(id, classId, false);
    }
    this.settle();
  }

  private thoseWhoAsk(
    listed: ReadonlyMap<string, Listed>,
    tie: (id: string) => string,
  ): readonly string[] {
    const hasRequested = (id: string): boolean =>
      listed.has(id) && this.places.get(id)?.requested === true;
    const waiting = [...this.places].flatMap(([id, { classId }]) =>
      classId === null && hasRequested(id) ? [id] : [],
    );
    const leaving = [...this.classes.values()].flatMap(({ members }) => {
      const asking = [...members]
        .filter(hasRequested)
        .toSorted((a, b) => (tie(a) < tie(b) ? -1 : 1));
      return asking.slice(
        0,
        asking.length === members.size ? asking.length : members.size - FEWEST,
      );
    });
    const pool = [...waiting, ...leaving];
    // Too few for a class: each stays as she is.
    return pool.length < FEWEST ? [] : pool;
  }

  /** Only what it must: a class that says nothing untrue of the values stays the very same. */
  private generalise(classId: string, values: Published): void {
    const held = this.classOf(classId);
    if (!covers(held.published, values)) held.published = generalisedAll(held.published, values);
  }

  private put(id: string, classId: string | null, requested: boolean): void {
    const { classId: before = null, nationalities = [] } = this.places.get(id) ?? {};
    if (before !== null) this.classes.get(before)?.members.delete(id);
    if (classId !== null) this.classOf(classId).members.add(id);
    this.places.set(id, { classId, requested, nationalities });
  }

  private classOf(id: string): { published: Published; members: Set<string> } {
    const held = this.classes.get(id);
    if (!held) throw new Error('A woman is in a class that does not exist.');
    return held;
  }
}

function told({ PUBLIC, VETTED }: Published): number {
  return information(PUBLIC) + information(VETTED);
}

/** In an order that depends on nothing but what they show, and on their ids where they show the same. */
function byValues(
  [a, one]: readonly [string, PublishedClass],
  [b, other]: readonly [string, PublishedClass],
): number {
  const [left, right] = [canonical(one.published) + a, canonical(other.published) + b];
  return left < right ? -1 : 1;
}
