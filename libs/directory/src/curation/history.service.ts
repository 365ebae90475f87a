import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { ListResult } from '#kernel';
import { may, type ActionOn, type Viewer } from '#identity';
import type { SourceKey } from '../assertion/merge-assertions.js';
import type { StatedField } from '../fields/stated.js';
import type { LockedMediator } from '../mediator/lock-mediator.js';
import type { ProfileState } from '../fields/closed-lists.js';
import type { WholeProfile } from './whole-profile.js';
import type { EvidenceKind } from './profile-evidence.entity.js';

/** That a source said something else than before. */
export interface FieldChange {
  readonly id: string;
  readonly field: StatedField;
  readonly before: unknown;
  readonly after: unknown;
  readonly source: SourceKey;
  readonly changedBy: string;
  readonly changedAt: string;
}

export interface ProfileNote {
  readonly text: string;
  readonly writtenBy: string;
  readonly writtenAt: string;
}

export interface EvidenceRecord {
  readonly kind: EvidenceKind;
  readonly networkId: string | null;
  readonly text: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

export interface StepRecord {
  readonly step: string;
  readonly before: ProfileState | null;
  readonly after: ProfileState;
  readonly herself: boolean;
  /** Null for whoever is not her curator. */
  readonly note: string | null;
  readonly madeBy: string;
  readonly madeAt: string;
}

/** That an import said something new of her. */
export interface ImportRecord {
  /** The same for all profiles of one import. */
  readonly importId: string;
  readonly networkId: string;
  /** Without its folders; null where the rows came from no file. */
  readonly fileName: string | null;
  readonly row: number;
  readonly importedBy: string;
  readonly importedAt: string;
}

/** What happened to a profile so far, and why it may be believed. */
export interface ProfilePast {
  /** For her curators and herself, as all of it; null for programs. */
  readonly notes: readonly ProfileNote[] | null;
  readonly evidence: readonly EvidenceRecord[] | null;
  readonly steps: readonly StepRecord[] | null;
  readonly imports: readonly ImportRecord[] | null;
}

/** A page forward from the latest change or after one. */
export interface HistoryPage {
  readonly first: number;
  readonly after?: string | null;
}

/** The history of profiles that the viewer sees whole. */
@Injectable()
export class HistoryService {
  constructor(private readonly database: Database) {}

  /**
   * Changes of every field of these profiles, in their order, the latest first: for each the same
   * page; null where they are not for this viewer. One statement.
   */
  async changes(
    viewer: Viewer,
    profiles: readonly WholeProfile[],
    { first, after }: HistoryPage,
  ): Promise<(ListResult<FieldChange> | null)[]> {
    const rows = await this.database.query<ChangesRow>(CHANGES, [
      profiles.map(({ id }) => id),
      after ?? null,
      first + 1,
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return profiles.map((profile) => {
      if (!mayDo(viewer, 'read-history', profile)) return null;
      const { found = [], total = 0, before = false } = byId.get(profile.id) ?? {};
      const items = found.slice(0, first);
      const hasNextPage = found.length > first;
      return { items, totalCount: total, hasNextPage, hasPreviousPage: before };
    });
  }

  /** One change; null where there is none for this viewer. */
  async change(viewer: Viewer, id: string): Promise<FieldChange | null> {
    const [row] = await this.database.query<FieldChange & LockedMediator>(CHANGE, [id]);
    if (!row) return null;
    const { mediatorId, networkIds, ...change } = row;
    const isHers = may(viewer, 'read-history', { kind: 'profile', mediatorId, networkIds });
    return isHers ? change : null;
  }

  /** Notes, evidence, steps and imports of many profiles, in their order. One statement. */
  async pasts(viewer: Viewer, profiles: readonly WholeProfile[]): Promise<ProfilePast[]> {
    const ids = profiles.map(({ id }) => id);
    const rows = await this.database.query<Past & { id: string }>(PASTS, [ids]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return profiles.map((profile) => {
      const { notes = [], evidence = [], steps = [], imports = [] } = byId.get(profile.id) ?? {};
      return mayDo(viewer, 'read-history', profile)
        ? { notes, evidence, steps, imports }
        : { notes: null, evidence: null, steps: null, imports: null };
    });
  }
}

interface ChangesRow {
  readonly id: string;
  readonly found: readonly FieldChange[];
  readonly total: number;
  readonly before: boolean;
}

interface Past {
  readonly notes: readonly ProfileNote[];
  readonly evidence: readonly EvidenceRecord[];
  readonly steps: readonly StepRecord[];
  readonly imports: readonly ImportRecord[];
}

function mayDo(viewer: Viewer, action: ActionOn<'profile'>, profile: WholeProfile): boolean {
  const { id: mediatorId, networkIds } = profile;
  return may(viewer, action, { kind: 'profile', mediatorId, networkIds });
}

const moment = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** Records that are hers: the one that is kept and those merged into it. */
const HERS = (id: string) =>
  `(SELECT m.id FROM mediator m WHERE m.id = ${id} UNION ALL SELECT m.id FROM mediator m WHERE m.merged_into = ${id})`;

const CHANGES = `SELECT her.id,
  (SELECT count(*)::int FROM profile_field_change c WHERE c.mediator_id IN ${HERS('her.id')}) AS total,
  EXISTS (SELECT FROM profile_field_change c WHERE c.mediator_id IN ${HERS('her.id')} AND c.id::text >= $2) AS before,
  (SELECT coalesce(json_agg(page), '[]') FROM
    (SELECT c.id, c.field, c.before, c.after, c.source, c.changed_by AS "changedBy",
       ${moment('c.changed_at')} AS "changedAt"
     FROM profile_field_change c
     WHERE c.mediator_id IN ${HERS('her.id')} AND ($2::text IS NULL OR c.id::text < $2)
     ORDER BY c.id DESC LIMIT $3) AS page) AS found
FROM unnest($1::uuid[]) AS her(id)`;

const CHANGE = `SELECT c.id, c.field, c.before, c.after, c.source, c.changed_by AS "changedBy",
  ${moment('c.changed_at')} AS "changedAt", her.id AS "mediatorId",
  ARRAY(SELECT DISTINCT a.network_id::text FROM affiliation a
    WHERE a.mediator_id IN ${HERS('her.id')} AND a.status <> 'ended') AS "networkIds"
FROM profile_field_change c JOIN mediator m ON m.id = c.mediator_id
  JOIN mediator her ON her.id = coalesce(m.merged_into, m.id)
WHERE c.id = $1`;

const PASTS = `SELECT her.id,
  (SELECT coalesce(json_agg(json_build_object('text', n.text, 'writtenBy', n.written_by,
     'writtenAt', ${moment('n.written_at')}) ORDER BY n.id), '[]')
   FROM profile_note n WHERE n.mediator_id IN ${HERS('her.id')}) AS notes,
  (SELECT coalesce(json_agg(json_build_object('kind', e.kind, 'networkId', e.network_id, 'text', e.text,
     'recordedBy', e.recorded_by, 'recordedAt', ${moment('e.recorded_at')}) ORDER BY e.id), '[]')
   FROM profile_evidence e WHERE e.mediator_id IN ${HERS('her.id')}) AS evidence,
  (SELECT coalesce(json_agg(json_build_object('step', s.step, 'before', s.state_before, 'after', s.state_after,
     'herself', s.herself, 'note', s.note, 'madeBy', s.made_by, 'madeAt', ${moment('s.made_at')}) ORDER BY s.id), '[]')
   FROM profile_step s WHERE s.mediator_id IN ${HERS('her.id')}) AS steps,
  (SELECT coalesce(json_agg(json_build_object('importId', i.import_id, 'networkId', i.network_id, 'fileName', i.file_name,
     'row', i.row, 'importedBy', i.imported_by, 'importedAt', ${moment('i.imported_at')}) ORDER BY i.id), '[]')
   FROM profile_import i WHERE i.mediator_id IN ${HERS('her.id')}) AS imports
FROM unnest($1::uuid[]) AS her(id)`;
