import { Database, listSelected } from '#database';
import { authorise, type Viewer } from '#identity';
import { addDays, type ListPage, type ListResult } from '#kernel';
import { Injectable } from '@nestjs/common';
import { Standings } from '../access/standing.js';
import { OWED_STATES } from '../commitment/commitment-steps.js';
import type { Texts } from '../records/checks.js';
import { ANSWERED_STATES } from '../report/report-steps.js';
import { ObservationsDue } from './observations-due.js';

export const OWED_KINDS = [
  'commitment',
  'plan-action',
  'involvement',
  'observation',
  'comment',
  'contested-involvement',
] as const;
export type OwedKind = (typeof OWED_KINDS)[number];

/** Something that an actor owes: what, to whom, by when. */
export interface Owed {
  readonly kind: OwedKind;
  /** By which a list stands in order: the day, what has none at the end. */
  readonly key: string;
  /** Of the commitment, the item of a plan, the involvement, the indicator, or the comment. */
  readonly id: string;
  /** The own plan of an action or a contested involvement, or which asks for an observation; null of everything else. */
  readonly planId: string | null;
  /** The own report of a comment, or which asks for an observation; null of everything else. */
  readonly reportId: string | null;
  readonly text: Texts;
  /** Null where nobody was named. */
  readonly owedTo: string | null;
  /** Of the actor that commented or contested, by language; null of everything else. */
  readonly owedToName: Texts | null;
  readonly responsible: string | null;
  /** ISO 8601; null if it has no day. */
  readonly due: string | null;
  /** The period for which an observation is missing, ISO 8601; null of everything else. */
  readonly from: string | null;
  readonly until: string | null;
  /** Whether that day is past, or the actor says that it is at risk. */
  readonly urgent: boolean;
  /** Whether its actor has made it public. */
  readonly isPublic: boolean;
}

/** How far ahead actions of plans are told. */
const AHEAD_DAYS = 365;
/** How long it is told that an involvement was contested: a plan cannot change that, so nothing else would end it. */
const CONTESTED_DAYS = 30;

/**
 * Open commitments, actions of plans that end soon, what plans of others say of an actor without its answer, observations that
 * are missing ($5, as JSON), comments without an answer, and what was contested of late.
 */
const OWED = `
SELECT concat_ws(' ', coalesce(o.due, '9999-12-31'), o.id, o."from", o.until) AS key, o.* FROM (
  SELECT 'commitment' AS kind, c.id, NULL::uuid AS "planId", NULL::uuid AS "reportId", c.text, c.owed_to AS "owedTo",
    NULL::jsonb AS "owedToName", c.responsible, c.due_on::text AS due, NULL::text AS "from", NULL::text AS until,
    c.state = 'at-risk' OR coalesce(c.due_on < $2::date, false) AS urgent, c.sharing = 'public' AS "isPublic"
  FROM wps_commitment c WHERE c.actor_id = $1 AND c.state = ANY($4)
  UNION ALL
  SELECT 'plan-action', i.id, i.plan_id, NULL, i.text, NULL, NULL, i.responsible, i.until_day::text, NULL, NULL,
    i.until_day < $2::date, p.sharing = 'public'
  FROM wps_plan_item i JOIN wps_plan p ON p.id = i.plan_id
  WHERE p.actor_id = $1 AND p.state IN ('adopted', 'in-force') AND i.kind = 'action'
    AND i.progress IN ('not-started', 'under-way') AND i.until_day <= $3::date
  UNION ALL
  -- The words are those of another actor, and so never public here.
  SELECT 'involvement', v.id, NULL, NULL, p.title, NULL, NULL, NULL, NULL, NULL, NULL, false, false
  FROM wps_involvement v JOIN wps_plan p ON p.id = v.plan_id WHERE v.actor_id = $1 AND v.answer = 'unanswered'
  UNION ALL
  -- That something is missing nobody has made public.
  SELECT 'observation', d.id, d."planId", d."reportId", d.text, d."owedTo", NULL, d.responsible, d.due, d."from", d.until,
    d.urgent, false
  FROM jsonb_to_recordset($5::jsonb) AS d(id uuid, "planId" uuid, "reportId" uuid, text jsonb, "owedTo" text, responsible text,
    due text, "from" text, until text, urgent boolean)
  UNION ALL
  -- A report that is not submitted is for few, and so is what is said of it.
  SELECT 'comment', m.id, NULL, r.id, f.title, NULL, a.names, NULL, NULL, NULL, NULL, false, false
  FROM wps_report r JOIN wps_report_comment m ON m.report_id = r.id JOIN wps_form f ON f.id = r.form_id
    JOIN wps_actor a ON a.id = m.actor_id
  WHERE r.actor_id = $1 AND r.state = ANY($6) AND m.answer IS NULL
  UNION ALL
  SELECT 'contested-involvement', v.id, p.id, NULL, p.title, NULL, a.names, NULL, NULL, NULL, NULL, false, false
  FROM wps_plan p JOIN wps_involvement v ON v.plan_id = p.id JOIN wps_actor a ON a.id = v.actor_id
  WHERE p.actor_id = $1 AND p.state IN ('draft', 'adopted', 'in-force') AND v.answer = 'contested'
    AND v.answered_at >= $2::date - ${CONTESTED_DAYS}
) o`;

/** "What do I owe, to whom, by when": for the people of one actor. */
@Injectable()
export class OwingService {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly observations: ObservationsDue,
  ) {}

  /** By day, what has none at the end. @throws NotPermittedError */
  async own(viewer: Viewer, kind: OwedKind | null, page: ListPage): Promise<ListResult<Owed>> {
    authorise(viewer, 'read-owing', { kind: 'wps-actor' });
    const { actorId } = await this.standings.of(viewer);
    const parameters = [...(await this.parameters(actorId)), kind];
    const ofKind = `${OWED} WHERE $7::text IS NULL OR o.kind = $7`;
    return listSelected<Owed>(this.database, ofKind, parameters, page);
  }

  /** All of it, for what is told the people of an actor. */
  async ofActor(actorId: string): Promise<Owed[]> {
    return this.database.query<Owed>(`${OWED} ORDER BY 1`, await this.parameters(actorId));
  }

  private async parameters(actorId: string | null): Promise<unknown[]> {
    const today = this.standings.today();
    const observations = actorId === null ? [] : await this.observations.of(actorId);
    const ahead = addDays(today, AHEAD_DAYS);
    return [actorId, today, ahead, OWED_STATES, JSON.stringify(observations), ANSWERED_STATES];
  }
}
