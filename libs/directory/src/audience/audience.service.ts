import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { type Audience, changeRecord, may, narrower, recordAudit, type Viewer } from '#identity';
import { type InputProblem, InvalidInputError } from '#kernel';
import { refusal } from '#messages';
import type { Locale } from '#vocabulary';
import { uuidv7 } from 'uuidv7';
import { isVersionInForce } from '../consent/consent-texts.js';
import { lockMediator } from '../mediator/lock-mediator.js';
import { STANDARD_AUDIENCE, VIEWS, viewOf, type ProfileField } from '../fields/views.js';
import { profilesChanged } from '../pseudonym/follow-pseudonyms.js';

/** Who sees one field of a profile. */
export interface FieldAudience {
  readonly field: ProfileField;
  readonly audience: Audience;
  readonly standard: Audience;
}

export interface AudienceChange {
  readonly field: ProfileField;
  readonly audience: Audience;
  /** Her statement that she wants the field seen by more people than is standard. */
  readonly consent: { readonly textVersion: string; readonly language: Locale } | null;
}

type Chosen = Partial<Record<ProfileField, Audience>>;

/**
 * Who sees which field. She narrows at will and widens past the standard with a recorded statement;
 * coordinators of her networks may only narrow.
 */
@Injectable()
export class AudienceService {
  constructor(private readonly database: Database) {}

  /** Sets who sees a field. @throws NotFoundError, InvalidInputError */
  async set(viewer: Viewer, id: string, change: AudienceChange): Promise<FieldAudience[]> {
    const { field, audience, consent } = change;
    return this.database.transaction(async (tx) => {
      const woman = await lockMediator(tx, viewer, id, (known) =>
        ['set-audience' as const, 'narrow-audience' as const].some((action) =>
          may(viewer, action, { kind: 'profile', ...known }),
        ),
      );
      const { mediatorId } = woman;
      const before = await chosenAudiences(tx, mediatorId);
      const standard = STANDARD_AUDIENCE[field];
      const herself = may(viewer, 'set-audience', { kind: 'profile', ...woman });
      const widest = herself ? widestBy(change) : (before[field] ?? standard);
      if (narrower(audience, widest) !== audience) {
        throw new InvalidInputError([herself ? NEEDS_CONSENT : ONLY_NARROWER]);
      }
      await tx.query(
        `UPDATE audience_consent SET withdrawn_at = now()
         WHERE mediator_id = $1 AND field = $2 AND withdrawn_at IS NULL`,
        [mediatorId, field],
      );
      if (consent && narrower(audience, standard) !== audience) {
        await tx.query(
          `INSERT INTO audience_consent (id, mediator_id, field, audience, text_version, language, channel, recorded_by)
           VALUES ($1, $2, $3, $4, $5, $6, 'web', $7)`,
          [
            uuidv7(),
            mediatorId,
            field,
            audience,
            consent.textVersion,
            consent.language,
            viewer.name,
          ],
        );
      }
      await store(tx, mediatorId, field, audience === standard ? null : audience);
      await tx.query(
        `INSERT INTO profile_revision (mediator_id, revision, source)
         SELECT id, revision, 'audience' FROM mediator WHERE id = $1`,
        [mediatorId],
      );
      const after = await chosenAudiences(tx, mediatorId);
      await profilesChanged(tx, [mediatorId]);
      const state = (chosen: Chosen) => ({ id: mediatorId, chosen });
      await recordAudit(tx, viewer, [
        changeRecord('profile.set-audience', 'mediator', state(before), state(after)),
      ]);
      return fieldAudiences(after);
    });
  }

  /** Who sees each field now. @throws NotFoundError */
  async list(viewer: Viewer, id: string): Promise<FieldAudience[]> {
    return this.database.transaction(async (tx) => {
      const { mediatorId } = await lockMediator(tx, viewer, id, (woman) =>
        may(viewer, 'read-all', { kind: 'profile', ...woman }),
      );
      return fieldAudiences(await chosenAudiences(tx, mediatorId));
    });
  }
}

const NEEDS_CONSENT: InputProblem = {
  path: 'audience',
  code: 'NOT_PERMITTED',
  message: refusal('audiences.wider'),
};

const ONLY_NARROWER: InputProblem = {
  path: 'audience',
  code: 'NOT_PERMITTED',
  message: refusal('audiences.onlyHerself'),
};

/** The widest audience that she can choose with what she has stated. */
function widestBy({ field, consent }: AudienceChange): Audience {
  const agreed = consent !== null && isVersionInForce(consent.textVersion);
  return agreed ? (viewOf(field)?.widest ?? 'PUBLIC') : STANDARD_AUDIENCE[field];
}

async function chosenAudiences(tx: Transaction, mediatorId: string): Promise<Chosen> {
  const [row] = await tx.query<{ audience: Chosen }>(
    'SELECT audience FROM mediator WHERE id = $1',
    [mediatorId],
  );
  return row?.audience ?? {};
}

async function store(
  tx: Transaction,
  mediatorId: string,
  field: ProfileField,
  audience: Audience | null,
): Promise<void> {
  // The trigger `mediator_withheld` hides her from every search until the index knows the new audience.
  await tx.query(
    `UPDATE mediator SET revision = revision + 1,
       audience = (audience - $2::text) || CASE WHEN $3::text IS NULL THEN '{}' ELSE jsonb_build_object($2::text, $3::text) END
     WHERE id = $1`,
    [mediatorId, field, audience],
  );
}

/** Who sees each field, where she has chosen these audiences. */
export function fieldAudiences(chosen: Chosen): FieldAudience[] {
  return VIEWS.map(({ field, audience: standard }) => ({
    field,
    standard,
    audience: chosen[field] ?? standard,
  }));
}
