import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import {
  type ActionOn,
  hasAccount,
  hidden,
  revokeInvitationsTo,
  type Viewer,
  narrower,
} from '#identity';
import {
  ConflictError,
  type InputProblem,
  InvalidInputError,
  InvalidStateError,
  throwIfProblems,
} from '#kernel';
import { refusal, type Refusal } from '#messages';
import { Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import { lockSources, networkIdsOf, sourcesIn, type Sourced } from '../assertion/sources-of.js';
import { ContactRepository } from '../contact/contact-repository.js';
import { authoriseKnown } from '../curation/locked-record.js';
import { mergedState } from '../curation/states.js';
import { agreedPair } from '../duplicates/agreed-pair.js';
import { saysDifferent } from '../duplicates/her-words.js';
import type { BeforeMerge, MovedMembership } from './before-merge.js';
import {
  endTakenBack,
  endWithdrawnSince,
  giveBack,
  moveObjections,
  purposesTakenBack,
  returnObjections,
} from './merged-consents.js';
import {
  choicesFor,
  mergedWords,
  unmergedStatement,
  type MergeChoice,
  type MergeKeep,
} from './merge-choices.js';
import {
  audiencesOf,
  finish,
  redirect,
  rederive,
  setMerged,
  writeOwn,
  writeStatement,
} from './merged-records.js';
import { partedStates } from './parted-states.js';
import { mergeAssertions } from '../assertion/merge-assertions.js';
import type { ProfileState } from '../fields/closed-lists.js';
import { STATED_FIELDS, type StatedField, type StatedFields } from '../fields/stated.js';
import { sameWords, statementOf, type Statement } from '../assertion/statement.js';
import { STANDARD_AUDIENCE, type ProfileField } from '../fields/views.js';
import type { ConsentPurpose, ProfileRecord } from '../profile/profile-record.js';

/** Two records, each at the revision that the viewer saw. */
export interface MergeRequest {
  readonly kept: { readonly id: string; readonly revision: number };
  readonly other: { readonly id: string; readonly revision: number };
  /** Whose value counts, for fields in which the viewer decides; of the others, the kept record's word comes first. */
  readonly choices?: readonly MergeChoice[];
}

/** A field of two records, and what it is once they are one. */
export interface MergedField {
  readonly field: StatedField;
  /** What each record says, all sources taken together; null where it says nothing. */
  readonly kept: unknown;
  readonly other: unknown;
  readonly merged: unknown;
  /** What the viewer can choose; empty for what protects her, and where both say the same. */
  readonly choices: readonly MergeKeep[];
}

/** What a merge would do, before anybody does it. */
export interface MergePreview {
  /** Why it would be refused, as a sentence; null if it would not. */
  readonly refusal: Refusal | null;
  readonly state: ProfileState;
  /** Purposes for which her consent would end. */
  readonly consentsEnding: readonly ConsentPurpose[];
  /** The networks that would list her. */
  readonly networkIds: readonly string[];
  /** Her name outside would change, so that nothing leads from the name to the code name. */
  readonly changesId: boolean;
  /** Fields that would be shown to fewer people than in the kept record. */
  readonly narrowed: readonly ProfileField[];
  /** Fields that at least one of the two states. */
  readonly fields: readonly MergedField[];
}

/**
 * Makes two records one by hand, and parts them again.
 *
 * The other record keeps its own rows and points to the kept one, which stands for both: so nothing
 * has to be copied to be restored. What moves (memberships, contact rows) is written down. Doc:
 * docs/decisions/0016-curation.md.
 */
@Injectable()
export class MergeService {
  private readonly contacts: ContactRepository;

  constructor(
    private readonly database: Database,
    vault: Vault,
  ) {
    this.contacts = new ContactRepository(vault);
  }

  /**
   * Merges `other` into `kept`. The viewer must be permitted to merge both. Returns the merge's id.
   *
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidStateError, InvalidInputError
   */
  async merge(viewer: Viewer, request: MergeRequest): Promise<string> {
    const { kept: keptAsSeen, other: otherAsSeen, choices = [] } = request;
    requireOnce(choices);
    if (keptAsSeen.id === otherAsSeen.id) throw twice();
    return this.database.transaction(async (tx) => {
      const [kept, other] = await both(tx, viewer, 'merge', keptAsSeen.id, otherAsSeen.id);
      if (kept.revision !== keptAsSeen.revision || other.revision !== otherAsSeen.revision) {
        throw new ConflictError(refusal('merges.changed'));
      }
      if (await saysDifferent(tx, [kept.id, other.id], viewer.networkIds)) {
        throw new InvalidStateError(SHE_SAYS_NO);
      }
      return this.mergeLocked(tx, viewer, kept, other, choices);
    });
  }

  /**
   * Merges the records of a suggestion of two networks, which both sides have said to be one woman. The record that she
   * signs in to is kept, else that of the viewer's network. Returns the ids of the merge and of the kept record.
   *
   * @param linkId of the suggestion, which the viewer may decide about
   * @throws NotFoundError, NotPermittedError; InvalidStateError where not both sides say so any more, or both have an account
   */
  async mergeAgreed(viewer: Viewer, linkId: string): Promise<{ merge: string; kept: string }> {
    return this.database.transaction(async (tx) => {
      const pair = await agreedPair(tx, viewer, linkId);
      const [kept, other] = (await hasAccount(tx, pair.foreignId))
        ? [pair.foreignId, pair.ownId]
        : [pair.ownId, pair.foreignId];
      const found = await lockSources(tx, [kept, other]);
      const [keptRecord, otherRecord] = [found.get(kept), found.get(other)];
      if (!keptRecord || !otherRecord) throw hidden(viewer, 'suggestion');
      // Locked now: whoever took back her word before has ended what rested on it.
      await agreedPair(tx, viewer, linkId);
      const merge = await this.mergeLocked(tx, viewer, keptRecord, otherRecord, []);
      return { merge, kept };
    });
  }

  private async mergeLocked(
    tx: Transaction,
    viewer: Viewer,
    kept: Sourced,
    other: Sourced,
    choices: readonly MergeChoice[],
  ): Promise<string> {
    if (kept.mergedInto !== null || other.mergedInto !== null) {
      throw new InvalidStateError(MERGED_ALREADY);
    }
    await requireNoAccount(tx, other.id);
    const words = mergedWords(kept, other, viewer.networkIds, choices);
    const mergeId = uuidv7();
    const state = mergedState(kept.state, other.state);
    const [keptAudience, otherAudience] = await audiencesOf(tx, kept.id, other.id);
    const before: BeforeMerge = {
      keptState: kept.state,
      otherState: other.state,
      mergedState: state,
      keptOwn: kept.own,
      mergedOwn: words.own,
      statement: words.statement,
      keptAudience,
      mergedAudience: mergedAudience(keptAudience, otherAudience),
      memberships: await this.moveMemberships(tx, kept, other),
      consents: await endTakenBack(tx, viewer, kept.id, other.id),
      objections: await moveObjections(tx, kept.id, other.id),
      earlier: await redirect(tx, other.id, kept.id),
    };
    await setMerged(tx, other.id, kept.id, 'withdrawn');
    await writeOwn(tx, kept.id, before.mergedOwn, before.mergedAudience);
    await tx.query(
      'INSERT INTO profile_merge (id, kept_id, other_id, before, merged_by) VALUES ($1, $2, $3, $4, $5)',
      [mergeId, kept.id, other.id, JSON.stringify(before), viewer.name],
    );
    if (words.statement) {
      const { statement } = words;
      await writeStatement(tx, viewer, kept, statement, statement.before, statement.merged);
    }
    await this.contacts.dropUnsafe(tx, kept.id);
    await rederive(tx, [{ id: kept.id, state }], `profile.merge:${other.id}`);
    await finish(tx, viewer, 'merge', [
      { record: kept, state },
      { record: other, state: 'withdrawn' },
    ]);
    return mergeId;
  }

  /**
   * What merging `otherId` into `keptId` would do, with these choices. The viewer must be permitted to merge both.
   *
   * @throws NotFoundError, NotPermittedError, InvalidInputError
   */
  async preview(
    viewer: Viewer,
    keptId: string,
    otherId: string,
    choices: readonly MergeChoice[] = [],
  ): Promise<MergePreview> {
    if (keptId === otherId) throw twice();
    requireOnce(choices);
    return this.database.transaction(async (tx) => {
      const [kept, other] = await both(tx, viewer, 'merge', keptId, otherId);
      const isMerged = kept.mergedInto !== null || other.mergedInto !== null;
      const obstacle = isMerged
        ? MERGED_ALREADY
        : (await hasAccount(tx, otherId))
          ? KEEP_HER_ACCOUNT
          : (await saysDifferent(tx, [keptId, otherId], viewer.networkIds))
            ? SHE_SAYS_NO
            : null;
      const [keptAudience, otherAudience] = await audiencesOf(tx, keptId, otherId);
      const narrow = mergedAudience(keptAudience, otherAudience);
      const said = [kept, other].map((record) => mergeAssertions(sourcesIn(record)).profile);
      const memberships = [...kept.memberships, ...other.memberships];
      const { profile: merged } = mergedWords(kept, other, viewer.networkIds, choices);
      const [ofKept = {}, ofOther = {}] = said;
      return {
        refusal: obstacle,
        state: mergedState(kept.state, other.state),
        consentsEnding: await purposesTakenBack(tx, keptId, otherId),
        networkIds: networkIdsOf({ memberships }),
        changesId: (ofKept.pseudonymous ?? false) !== (ofOther.pseudonymous ?? false),
        narrowed: (Object.keys(narrow) as ProfileField[]).filter(
          (field) => narrow[field] !== (keptAudience[field] ?? STANDARD_AUDIENCE[field]),
        ),
        fields: STATED_FIELDS.flatMap((field) => {
          const row = {
            field,
            kept: ofKept[field] ?? null,
            other: ofOther[field] ?? null,
            merged: merged[field] ?? null,
            choices: sameWords(ofKept[field], ofOther[field])
              ? []
              : choicesFor(field, kept, other, viewer.networkIds),
          };
          return row.kept === null && row.other === null ? [] : [row];
        }),
      };
    });
  }

  /**
   * Parts two merged records: both say again what they said, and what was said since stays with the
   * kept one or goes with the network that said it. Returns the ids of both.
   *
   * @throws NotFoundError, NotPermittedError, InvalidStateError
   */
  async unmerge(viewer: Viewer, mergeId: string): Promise<{ kept: string; other: string }> {
    return this.database.transaction(async (tx) => {
      const [found] = await tx.query<MergeRow>(
        `SELECT kept_id AS "keptId", other_id AS "otherId", before, merged_at::text AS "mergedAt",
           undone_at IS NOT NULL AS undone
         FROM profile_merge WHERE id = $1 FOR UPDATE`,
        [mergeId],
      );
      if (!found) throw hidden(viewer, 'profile');
      const { keptId, otherId, before, mergedAt } = found;
      const [kept, other] = await both(tx, viewer, 'unmerge', keptId, otherId);
      await requireLatest(tx, mergeId, found, kept);

      await this.returnMemberships(tx, before, keptId, otherId);
      await returnStatement(tx, viewer, kept, other, before);
      await returnObjections(tx, keptId, before.objections, mergedAt);
      await giveBack(tx, before.consents);
      await endWithdrawnSince(tx, viewer, {
        kept: keptId,
        other: otherId,
        mergedAt,
        restored: before.consents,
      });
      const [audience] = await audiencesOf(tx, keptId, otherId);
      await writeOwn(
        tx,
        keptId,
        unmergedWords(kept.own, before),
        unmergedAudience(audience, before),
      );
      const { state } = kept;
      const states = await partedStates(tx, { keptId, otherId, mergedAt, state }, before);
      await setMerged(tx, otherId, null, states.other);
      await tx.query('UPDATE mediator SET merged_into = $2 WHERE id = ANY($1::uuid[])', [
        before.earlier,
        otherId,
      ]);
      await tx.query('UPDATE profile_merge SET undone_at = now(), undone_by = $2 WHERE id = $1', [
        mergeId,
        viewer.name,
      ]);
      const after = [
        { id: keptId, state: states.kept },
        { id: otherId, state: states.other },
      ];
      await rederive(tx, after, `profile.unmerge:${mergeId}`);
      await states.hold(tx);
      await finish(tx, viewer, 'unmerge', [
        { record: kept, state: states.kept },
        { record: other, state: states.other },
      ]);
      return { kept: keptId, other: otherId };
    });
  }

  /**
   * Memberships in networks that do not list the kept record, with what those networks stated of how to
   * reach her. The others stay, and say what they say from there.
   */
  private async moveMemberships(
    tx: Transaction,
    kept: Sourced,
    other: Sourced,
  ): Promise<MovedMembership[]> {
    const moved = await tx.query<MovedMembership>(
      `SELECT id, network_id AS "networkId", precedence FROM affiliation a
       WHERE mediator_id = $2 AND status <> 'ended' AND NOT EXISTS
         (SELECT FROM affiliation k WHERE k.mediator_id = $1 AND k.network_id = a.network_id) FOR UPDATE`,
      [kept.id, other.id],
    );
    await tx.query(
      `UPDATE affiliation SET mediator_id = $1, precedence = precedence + 1 +
         (SELECT coalesce(max(precedence), 0) FROM affiliation WHERE mediator_id = $1) WHERE id = ANY($2::uuid[])`,
      [kept.id, moved.map(({ id }) => id)],
    );
    for (const { networkId } of moved) await this.contacts.move(tx, networkId, other.id, kept.id);
    return moved;
  }

  private async returnMemberships(
    tx: Transaction,
    { memberships }: BeforeMerge,
    keptId: string,
    otherId: string,
  ): Promise<void> {
    await tx.query(
      `UPDATE affiliation a SET mediator_id = $2, precedence = r.precedence
       FROM json_to_recordset($3) AS r(id uuid, precedence smallint) WHERE a.id = r.id AND a.mediator_id = $1`,
      [keptId, otherId, JSON.stringify(memberships)],
    );
    for (const { networkId } of memberships) {
      await this.contacts.move(tx, networkId, keptId, otherId);
    }
  }
}

const MERGED_ALREADY = refusal('merges.mergedAlready');
const SHE_SAYS_NO = refusal('merges.sheSaysNo');
const KEEP_HER_ACCOUNT = refusal('merges.keepHerAccount');

function twice(): InvalidInputError {
  const message = refusal('merges.twoDifferent');
  return new InvalidInputError([{ path: 'other', code: 'CONTRADICTION', message }]);
}

/** @throws InvalidInputError where a field is chosen twice */
function requireOnce(choices: readonly MergeChoice[]): void {
  const problems = choices.flatMap(({ field }, i): InputProblem[] =>
    choices.findIndex((one) => one.field === field) === i
      ? []
      : [
          {
            path: `choices.${i}.field`,
            code: 'DUPLICATE',
            message: refusal('merges.chosenBefore'),
          },
        ],
  );
  throwIfProblems(problems);
}

/** A network states again what it did before a choice, except for what it has stated since. */
async function returnStatement(
  tx: Transaction,
  viewer: Viewer,
  kept: Sourced,
  other: Sourced,
  { statement: chosen = null, memberships }: BeforeMerge,
): Promise<void> {
  const isMoved = memberships.some(({ id }) => id === chosen?.affiliationId);
  const now = kept.memberships.find(({ affiliationId }) => affiliationId === chosen?.affiliationId);
  if (!chosen || !now) return;
  // The membership stays with the kept record, or goes back with the other.
  const of = now.mediatorId === kept.id && !isMoved ? kept : other;
  const { statement } = now;
  await writeStatement(tx, viewer, of, chosen, statement, unmergedStatement(statement, chosen));
}

interface MergeRow {
  readonly keptId: string;
  readonly otherId: string;
  readonly before: BeforeMerge;
  readonly mergedAt: string;
  readonly undone: boolean;
}

/** Both records, locked in one order. A record that is merged is judged by the one that stands for it. */
async function both(
  tx: Transaction,
  viewer: Viewer,
  action: ActionOn<'profile'> & ('merge' | 'unmerge'),
  keptId: string,
  otherId: string,
): Promise<[kept: Sourced, other: Sourced]> {
  const found = await lockSources(tx, [keptId, otherId]);
  const [kept, other] = [found.get(keptId), found.get(otherId)];
  for (const record of [kept, other]) {
    const judged = record?.mergedInto === keptId ? kept : record;
    if (!judged) throw hidden(viewer, 'profile');
    authoriseKnown(viewer, action, judged);
  }
  if (!kept || !other) throw hidden(viewer, 'profile');
  return [kept, other];
}

/**
 * She signs in to the kept record or to none: a merge gives no account a record that was not its own. Who was
 * invited to the other record is invited to the kept one anew.
 */
async function requireNoAccount(tx: Transaction, id: string): Promise<void> {
  if (await hasAccount(tx, id)) {
    throw new InvalidStateError(KEEP_HER_ACCOUNT);
  }
  await revokeInvitationsTo(tx, id);
}

/** Only the last merge of a record is undone, so that each finds what it left. */
async function requireLatest(
  tx: Transaction,
  mergeId: string,
  { keptId, undone }: MergeRow,
  kept: Sourced,
): Promise<void> {
  if (undone) throw new InvalidStateError(refusal('merges.unmergedAlready'));
  const [later] = await tx.query(
    'SELECT FROM profile_merge WHERE kept_id = $1 AND id > $2 AND undone_at IS NULL LIMIT 1',
    [keptId, mergeId],
  );
  if (later || kept.mergedInto !== null) {
    throw new InvalidStateError(refusal('merges.mergedAgain'));
  }
}

/** Her own words in the kept record once the other is unmerged from it: what was said since stays. */
function unmergedWords(
  now: Statement,
  { keptOwn, mergedOwn }: Pick<BeforeMerge, 'keptOwn' | 'mergedOwn'>,
): Statement {
  const words = STATED_FIELDS.map((field) => {
    const since = !sameWords(now[field], mergedOwn[field]);
    return [field, since ? now[field] : keptOwn[field]] as const;
  });
  return statementOf(Object.fromEntries(words) as Partial<StatedFields>);
}

type Audiences = ProfileRecord['audience'];

/** Her audiences in two records, as one: what either narrows is narrow, and the other widens nothing. */
export function mergedAudience(kept: Audiences, other: Audiences): Audiences {
  const merged = { ...kept };
  for (const [name, audience] of Object.entries(other)) {
    const field = name as ProfileField;
    const now = merged[field] ?? STANDARD_AUDIENCE[field];
    if (narrower(now, audience) !== now) merged[field] = audience;
  }
  return merged;
}

/** The kept record's audiences once the other is unmerged from it: what she chose since stays. */
function unmergedAudience(
  now: Audiences,
  { keptAudience, mergedAudience: merged }: Pick<BeforeMerge, 'keptAudience' | 'mergedAudience'>,
): Audiences {
  const fields = Object.keys({ ...now, ...keptAudience, ...merged }) as ProfileField[];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const chosen = now[field] === merged[field] ? keptAudience[field] : now[field];
      return chosen === undefined ? [] : [[field, chosen]];
    }),
  );
}
