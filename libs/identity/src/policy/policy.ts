import {
  createMongoAbility,
  subject as tagged,
  type MongoAbility,
  type RawRuleOf,
} from '@casl/ability';
import { NotPermittedError } from '../errors.js';
import { NotFoundError, type Noun } from '#kernel';
import { PUBLIC_VIEWER, type Viewer } from '../viewer.js';
import { CONDITIONS } from './conditions.js';
import { RULES, type ActionOn, type Rule } from './rules.js';
import type { Subject, SubjectKind } from './subjects.js';

/** Whether this viewer may do this to this: the one place that decides. */
export function may<K extends SubjectKind>(
  viewer: Viewer,
  action: ActionOn<K>,
  subject: Extract<Subject, { kind: K }>,
): boolean {
  return abilityOf(viewer).can(action, tagged(subject.kind, { ...subject }));
}

/** @throws NotPermittedError where she may not. */
export function authorise<K extends SubjectKind>(
  viewer: Viewer,
  action: ActionOn<K>,
  subject: Extract<Subject, { kind: K }>,
): void {
  if (!may(viewer, action, subject)) throw notPermitted(viewer);
}

/** The refusal for this viewer: whoever is nobody yet is told to sign in. */
export function notPermitted({ name }: Viewer): NotPermittedError {
  return new NotPermittedError(name !== PUBLIC_VIEWER.name);
}

/**
 * What stands in the way of whoever may not even know of a thing: the same for what is not there and for
 * what is not for her.
 */
export function hidden(viewer: Viewer, what: Noun): NotPermittedError | NotFoundError {
  const refusal = notPermitted(viewer);
  return refusal.signedIn ? new NotFoundError(what) : refusal;
}

/** The viewer's own profile. @throws NotPermittedError where she has none. */
export function ownMediatorId(viewer: Viewer): string {
  if (viewer.mediatorId === null) throw notPermitted(viewer);
  return viewer.mediatorId;
}

/** A viewer does not change while she asks, so what she may do is worked out once. */
const abilities = new WeakMap<Viewer, MongoAbility>();

function abilityOf(viewer: Viewer): MongoAbility {
  let ability = abilities.get(viewer);
  if (!ability) {
    ability = createMongoAbility(RULES.flatMap((rule) => granted(rule, viewer)));
    abilities.set(viewer, ability);
  }
  return ability;
}

function granted(rule: Rule, viewer: Viewer): RawRuleOf<MongoAbility>[] {
  if (!rule.to.some((grant) => viewer.grants.includes(grant))) return [];
  const { actions, subject, when } = rule;
  if (!when) return [{ action: [...actions], subject }];
  const conditions = CONDITIONS[when].query(viewer);
  return conditions ? [{ action: [...actions], subject, conditions }] : [];
}
