import { APP_SETTINGS, CLOCK, type Settings } from '#config';
import { Database, listSelected } from '#database';
import { authorise, SELECT_MEDIATORS_WITH_ACCOUNTS, type Viewer } from '#identity';
import { characterCount, dayOf, InvalidInputError, type ListPage, type ListResult } from '#kernel';
import { refusal } from '#messages';
import { SELECT_SET_ASIDE } from '#search';
import { Inject, Injectable } from '@nestjs/common';
import { PROFILE_STATES, type ProfileState } from '../fields/closed-lists.js';
import { namedMembers } from './named-members.js';
import { CONFIRMED, DUE_WITHIN, IN_CONFLICT, INCOMPLETE, isStale } from './upkeep.js';

const LONGEST_NAME = 200;

const HAS_LISTED = `EXISTS (SELECT FROM consent c
  WHERE c.mediator_id = m.id AND c.purpose = 'LISTED' AND c.withdrawn_at IS NULL)`;

/** What can be true of a member, each as a condition; `$2` is today, `$3` after how many days a profile is nearly stale. */
const CONDITIONS = {
  stale: isStale('$2', '$3'),
  incomplete: INCOMPLETE,
  conflicts: IN_CONFLICT,
  'without-consent': `NOT ${HAS_LISTED}`,
  'at-risk': 'm.pseudonymous',
  'asks-for-correction': `EXISTS (SELECT FROM correction c WHERE c.mediator_id = m.id AND c.state = 'open')`,
  'without-account': `m.id NOT IN (${SELECT_MEDIATORS_WITH_ACCOUNTS})`,
  'not-searchable': `m.id IN (${SELECT_SET_ASIDE})`,
} as const;
export type MemberMark = keyof typeof CONDITIONS;
export const MEMBER_MARKS = Object.keys(CONDITIONS) as readonly MemberMark[];

/** The orders of a list of members, each as a text without the id, which follows it. */
const ORDERS = {
  name: `(SELECT place FROM unnest($4::uuid[], $5::text[]) AS named(id, place) WHERE named.id = m.id)`,
  /** The least complete first. */
  completeness: `lpad(m.completeness::text, 3, '0')`,
  /** Who was confirmed longest ago first. */
  confirmed: `${CONFIRMED}::text`,
  /** What changed last first. */
  changed: `lpad((99999999999999999 - (extract(epoch FROM m.updated_at) * 1000000)::bigint)::text, 17, '0')`,
} as const;
export type MemberSort = keyof typeof ORDERS;
export const MEMBER_SORTS = Object.keys(ORDERS) as readonly MemberSort[];

/** Which members are listed; null and an empty list are no restriction. */
export interface MemberFilter {
  /** Each word begins a word of one of her names. */
  readonly name: string | null;
  readonly states: readonly ProfileState[] | null;
  /** All of these are true of her. */
  readonly marks: readonly MemberMark[];
  /** An import that said something new of her. */
  readonly importId: string | null;
}

/** How many members there are of each kind. */
export interface MemberCounts {
  /** By the whole filter. */
  readonly total: number;
  /** In each state, by the rest of the filter. */
  readonly states: readonly { readonly state: ProfileState; readonly count: number }[];
  /** Of whom this is true besides, by the whole filter. */
  readonly marks: readonly { readonly mark: MemberMark; readonly count: number }[];
}

/** The members of a network, as its coordinators look through them. */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'confirmAfterDays'>,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** The profiles of these members. @throws NotPermittedError, InvalidInputError */
  async list(
    viewer: Viewer,
    networkId: string,
    filter: MemberFilter,
    sort: MemberSort,
    page: ListPage,
  ): Promise<ListResult<{ readonly key: string; readonly profileId: string }>> {
    const parameters = await this.parameters(viewer, networkId, filter, sort === 'name');
    const sql = `SELECT ${ORDERS[sort]} || m.id AS key, m.id AS "profileId" ${MEMBERS} AND ${IN_STATE} AND ${MARKED}`;
    return listSelected(this.database, sql, parameters, page);
  }

  /** @throws NotPermittedError, InvalidInputError */
  async counts(viewer: Viewer, networkId: string, filter: MemberFilter): Promise<MemberCounts> {
    const parameters = await this.parameters(viewer, networkId, filter, false);
    const [row] = await this.database.query<Record<string, number>>(
      `SELECT ${COUNTED} ${MEMBERS} AND ${MARKED}`,
      parameters,
    );
    const count = (column: string) => row?.[column] ?? 0;
    return {
      total: count('total'),
      states: PROFILE_STATES.map((state) => ({ state, count: count(`state ${state}`) })),
      marks: MEMBER_MARKS.map((mark) => ({ mark, count: count(`mark ${mark}`) })),
    };
  }

  /** Of the statements below. */
  private async parameters(
    viewer: Viewer,
    networkId: string,
    { name, states, marks, importId }: MemberFilter,
    byName: boolean,
  ): Promise<unknown[]> {
    authorise(viewer, 'search', { kind: 'work-list', networkId });
    if (characterCount(name ?? '') > LONGEST_NAME) {
      const message = refusal('text.tooLong', { most: LONGEST_NAME });
      throw new InvalidInputError([{ path: 'filter.name', code: 'TOO_LONG', message }]);
    }
    const sought = name !== null && name.trim() !== '';
    const named =
      sought || byName ? await namedMembers(this.database, networkId, sought ? name : '') : null;
    return [
      networkId,
      dayOf(this.now()),
      this.settings.confirmAfterDays - DUE_WITHIN,
      named?.map(({ id }) => id) ?? null,
      named?.map(({ place }) => place) ?? null,
      states === null || states.length === 0 ? null : states,
      marks,
      importId,
    ];
  }
}

const MEMBERS = `FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
WHERE a.network_id = $1 AND a.status <> 'ended' AND m.merged_into IS NULL
  AND ($4::uuid[] IS NULL OR m.id IN (SELECT id FROM unnest($4::uuid[], $5::text[]) AS named(id, place)))
  AND ($8::uuid IS NULL OR EXISTS (SELECT FROM profile_import i WHERE i.mediator_id = m.id
    AND i.network_id = $1 AND i.import_id = $8))`;
const IN_STATE = '($6::text[] IS NULL OR m.state = ANY($6))';
const MARKED = MEMBER_MARKS.map(
  (mark) => `('${mark}' <> ALL($7::text[]) OR ${CONDITIONS[mark]})`,
).join(' AND ');

const COUNTED = [
  `count(*) FILTER (WHERE ${IN_STATE})::int AS total`,
  ...PROFILE_STATES.map(
    (state) => `count(*) FILTER (WHERE m.state = '${state}')::int AS "state ${state}"`,
  ),
  ...MEMBER_MARKS.map(
    (mark) => `count(*) FILTER (WHERE ${IN_STATE} AND ${CONDITIONS[mark]})::int AS "mark ${mark}"`,
  ),
].join(', ');
