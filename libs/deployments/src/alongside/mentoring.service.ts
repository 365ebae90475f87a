import { Database, type Transaction } from '#database';
import { SELECT_HER_RECORDS, SELECT_NAMED } from '#directory';
import type { Alongside } from '#engagement';
import { authorise, changeRecord, ownMediatorId, recordAudit, type Viewer } from '#identity';
import { NotFoundError } from '#kernel';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';

/** What she was in it. */
export const MENTORING_PARTS = ['mentor', 'newcomer'] as const;
export type MentoringPart = (typeof MENTORING_PARTS)[number];

/** A mentoring as her profile tells it. It does not say who the other was, or where they worked. */
export interface ShownMentoring {
  readonly part: MentoringPart;
  readonly form: Alongside;
  /** In which it ended. */
  readonly year: number;
}

/** The same as she sees it herself. */
export interface OwnMentoring extends ShownMentoring {
  readonly id: string;
  readonly beganOn: string;
  readonly endedOn: string;
  /** Whether her profile tells of it. */
  readonly shown: boolean;
}

const PARTS = `
SELECT x.id, 'mentor' AS part, x.mentor_id AS mediator_id, x.form, x.began_on, x.ended_on, x.shown_of_mentor AS shown
FROM mentoring x UNION ALL
SELECT x.id, 'newcomer', x.newcomer_id, x.form, x.began_on, x.ended_on, x.shown_of_newcomer FROM mentoring x`;

const OWN = `
SELECT p.id, p.part, p.form, extract(year FROM p.ended_on)::int AS year, p.began_on::text AS "beganOn",
  p.ended_on::text AS "endedOn", p.shown
FROM (${PARTS}) p WHERE p.mediator_id IN (${SELECT_HER_RECORDS}) ORDER BY p.ended_on, p.id`;

const SHOWN = `
SELECT n.public_id AS "publicId", p.part, p.form, extract(year FROM p.ended_on)::int AS year
FROM (${SELECT_NAMED}) n JOIN (${PARTS}) p ON p.mediator_id = n.id
WHERE n.public_id = ANY($1::uuid[]) AND p.shown ORDER BY p.ended_on, p.id, p.part`;

const SHOW = `
UPDATE mentoring x SET
  shown_of_mentor = CASE WHEN x.mentor_id IN (${SELECT_HER_RECORDS}) THEN $3 ELSE x.shown_of_mentor END,
  shown_of_newcomer = CASE WHEN x.newcomer_id IN (${SELECT_HER_RECORDS}) THEN $3 ELSE x.shown_of_newcomer END
WHERE x.id = $2 AND (x.mentor_id IN (${SELECT_HER_RECORDS}) OR x.newcomer_id IN (${SELECT_HER_RECORDS}))
RETURNING x.id`;

/** With the mentor of the first place; nothing if one of the two is gone, or if they never worked on the same day. */
const RECORD = `
INSERT INTO mentoring (id, deployment_id, mentor_id, newcomer_id, form, began_on, ended_on)
SELECT $2, d.id, l.mediator_id, d.mediator_id, a.form, greatest(d.began_at, l.began_at)::date,
  least(d.ended_at, coalesce(l.ended_at, d.ended_at))::date
FROM deployment d JOIN deployment l ON l.introduction_id = d.introduction_id AND l.place = 'lead'
  JOIN alongside_place a ON a.deployment_id = l.id AND a.mediator_id = d.mediator_id AND a.state = 'arranged'
WHERE d.id = $1 AND d.place = 'alongside' AND l.mediator_id <> d.mediator_id
  AND least(d.ended_at, coalesce(l.ended_at, d.ended_at))::date >= greatest(d.began_at, l.began_at)::date
ON CONFLICT (deployment_id) DO NOTHING`;

/** Records that a deployment in the second place, which has ended, was a mentoring. */
export async function recordMentoring(tx: Transaction, deploymentId: string): Promise<void> {
  await tx.query(RECORD, [deploymentId, uuidv7()]);
}

/** Who was whose mentor: counted in metrics, and told by the profile of each if she wants it. */
@Injectable()
export class MentoringService {
  constructor(private readonly database: Database) {}

  /** Her own, the first to end first. @throws NotPermittedError */
  async own(viewer: Viewer): Promise<OwnMentoring[]> {
    const mediatorId = ownMediatorId(viewer);
    authorise(viewer, 'read', { kind: 'mentoring', mediatorId });
    return this.database.query<OwnMentoring>(OWN, [mediatorId]);
  }

  /** Decides whether her profile tells of one. @throws NotPermittedError, NotFoundError */
  async show(viewer: Viewer, id: string, shown: boolean): Promise<OwnMentoring> {
    const mediatorId = ownMediatorId(viewer);
    authorise(viewer, 'show', { kind: 'mentoring', mediatorId });
    await this.database.transaction(async (tx) => {
      const changed = await tx.query(SHOW, [mediatorId, id, shown]);
      if (changed.length === 0) throw new NotFoundError('mentoring');
      await recordAudit(tx, viewer, [
        changeRecord('mentoring.show', 'mentoring', { id, shown: !shown }, { id, shown }),
      ]);
    });
    const own = await this.own(viewer);
    const one = own.find((each) => each.id === id);
    if (!one) throw new NotFoundError('mentoring');
    return one;
  }

  /**
   * No profile tells of a mentoring any more, as on a database that was restored: which of the two decided what since, the log does
   * not tell. Each can show it again.
   *
   * @throws NotPermittedError; NotFoundError where neither tells of it
   */
  async hideAgain(viewer: Viewer, id: string): Promise<void> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    await this.database.transaction(async (tx) => {
      const [found] = await tx.query(
        `UPDATE mentoring SET shown_of_mentor = false, shown_of_newcomer = false
         WHERE id = $1 AND (shown_of_mentor OR shown_of_newcomer) RETURNING id`,
        [id],
      );
      if (!found) throw new NotFoundError('mentoring');
      await recordAudit(tx, viewer, [
        changeRecord('mentoring.show', 'mentoring', { id, shown: true }, { id, shown: false }),
      ]);
    });
  }

  /** What the profiles of these mediators tell, by their public ids. A profile under a code name tells nothing. */
  async shownOf(publicIds: readonly string[]): Promise<ReadonlyMap<string, ShownMentoring[]>> {
    const rows = await this.database.query<ShownMentoring & { readonly publicId: string }>(SHOWN, [
      publicIds,
    ]);
    const found = new Map<string, ShownMentoring[]>();
    for (const { publicId, ...one } of rows) {
      found.set(publicId, [...(found.get(publicId) ?? []), one]);
    }
    return found;
  }
}
