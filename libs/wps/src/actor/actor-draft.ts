import { refusal } from '#messages';
import { isArea } from '#vocabulary';
import { Checks, type Texts } from '../records/checks.js';
import { ACTOR_KINDS, OFFICE_ROLES, type ActorKind, type OfficeRole } from './lists.js';
import type { Term } from './views.js';

/** What is written down of an actor. Other actors are named by their codes. */
export interface ActorDraft {
  readonly code: string;
  readonly kind: ActorKind;
  /** Empty where the vocabulary names it. */
  readonly names: Texts;
  readonly parent: string | null;
  readonly organizationId: string | null;
  readonly fictional: boolean;
  readonly memberships: readonly MembershipDraft[];
  readonly offices: readonly OfficeTermDraft[];
}

export interface MembershipDraft extends Term {
  readonly grouping: string;
  readonly source: string;
  readonly asOf: string;
}

export interface OfficeTermDraft extends Term {
  readonly grouping: string;
  readonly role: OfficeRole;
  readonly source: string;
}

export const LONGEST_CODE = 64;
export const LONGEST_SOURCE = 500;
const LONGEST_NAME = 200;
const MOST_TERMS = 100;

/**
 * Finds everything that is wrong with a draft but which codes of other actors are unknown.
 *
 * @returns whether it is short enough for these to be looked up
 */
export function checkActor(draft: ActorDraft, checks: Checks): boolean {
  const { code, kind, names, parent, memberships, offices } = draft;
  const fit = Object.entries({ memberships, offices }).map(([list, terms]) =>
    checks.atMost(list, terms, MOST_TERMS),
  );
  if (fit.includes(false)) return false;
  const isCode = /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/u.test(code) && code.length <= LONGEST_CODE;
  checks.unless(isCode, 'code', 'MALFORMED', refusal('wps.actorCode'));
  checks.oneOf('kind', kind, ACTOR_KINDS);
  // What the vocabulary has is called what it says; all else needs a name.
  checks.texts('names', names, LONGEST_NAME, !isArea(code));
  checks.unless(parent !== code, 'parent', 'CONTRADICTION', refusal('wps.notItself'));
  const keys = {
    memberships: memberships.map(({ grouping, from }) => `${grouping} ${from}`),
    offices: offices.map(({ grouping, role, from }) => `${grouping} ${role} ${from}`),
  };
  for (const [list, terms] of Object.entries({ memberships, offices })) {
    const found = keys[list as keyof typeof keys];
    for (const [i, { grouping, from, until, source }] of terms.entries()) {
      const of = checks.at(`${list}.${i}.`);
      of.days(from, until);
      of.text('source', source, LONGEST_SOURCE, true);
      of.unless(grouping !== code, 'grouping', 'CONTRADICTION', refusal('wps.notItself'));
      const twice = found.indexOf(found[i]!) < i;
      of.unless(!twice, 'from', 'DUPLICATE', refusal('wps.sameFirstDay'));
    }
  }
  for (const [i, { asOf }] of memberships.entries()) checks.day(`memberships.${i}.asOf`, asOf);
  for (const [i, { role }] of offices.entries()) {
    checks.oneOf(`offices.${i}.role`, role, OFFICE_ROLES);
  }
  return true;
}
