import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { authorise, changeRecord, hidden, may, recordAudit, type Viewer } from '#identity';
import type { PresetCode } from '#matching';
import { Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import { needSubject, ownSubject } from '../need-subject.js';
import { ownNeeds } from '../need/own-needs.js';
import { findNeed, withOwners } from '../need/owned-need.js';
import { type InputProblem, NotFoundError, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import { lockedShortlist } from './locked-shortlist.js';
import { noteProblems, notePlace, sealNote } from './notes.js';
import {
  FEEDBACK_REASONS,
  goesWith,
  tellsOfFit,
  VERDICTS,
  type FeedbackReason,
  type Verdict,
} from './reasons.js';
import { ShortlistEntity } from './shortlist.entity.js';
import { ShortlistEntryEntity } from './shortlist-entry.entity.js';
import { ShortlistFeedbackEntity } from './shortlist-feedback.entity.js';
import { ShortlistReader } from './shortlist-reader.js';
import { SHORTLIST_STEPS } from './shortlist-steps.js';

/** What an organizer says became of a woman. */
export interface Feedback {
  readonly verdict: Verdict;
  readonly reasons: readonly FeedbackReason[];
  readonly note?: string | null;
}

/** How far a woman was right for a need, as TREC counts it: kept 2, on a shortlist 1, dropped 0. */
export interface Judgement {
  readonly mediatorId: string;
  readonly grade: 0 | 1 | 2;
}

/** How often a reason was given, of the latest feedback on who is open; null counts feedback without any. */
export interface ReasonCount {
  readonly preset: PresetCode | null;
  readonly verdict: Verdict;
  readonly reason: FeedbackReason | null;
  readonly count: number;
}

const COUNTS = `
WITH latest AS (
  SELECT DISTINCT ON (f.entry_id) f.verdict, f.reasons, n.preset
  FROM shortlist_feedback f JOIN shortlist_entry e ON e.id = f.entry_id
    JOIN shortlist s ON s.id = e.shortlist_id JOIN need n ON n.id = s.need_id
  WHERE e.id = ANY($1)
  ORDER BY f.entry_id, f.given_at DESC, f.id DESC
)
SELECT preset, verdict, reason, count(*)::int AS count
FROM latest LEFT JOIN LATERAL unnest(reasons) AS r(reason) ON true
GROUP BY preset, verdict, reason ORDER BY preset NULLS FIRST, verdict, count DESC, reason`;

/** Whom organizers kept and dropped, and why: weights are tuned by it. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly database: Database,
    private readonly reader: ShortlistReader,
    private readonly vault: Vault,
  ) {}

  /**
   * Says it, or says otherwise; what was said before is kept. Returns the id of the shortlist.
   *
   * @throws NotFoundError, InvalidInputError, InvalidStateError
   */
  async give(viewer: Viewer, entryId: string, feedback: Feedback): Promise<string> {
    const { shortlistId, mediatorId } = await this.known(viewer, entryId);
    await this.database.transaction(async (tx) => {
      const action = SHORTLIST_STEPS.action('judge');
      const audit = SHORTLIST_STEPS.audit('judge');
      const list = await lockedShortlist(tx, viewer, shortlistId, action, 'entry');
      throwIfProblems(feedbackProblems(feedback));
      SHORTLIST_STEPS.take('judge', list.state);
      const id = uuidv7();
      const { verdict, note } = feedback;
      const reasons = FEEDBACK_REASONS.filter((reason) => feedback.reasons.includes(reason));
      const given = { entryId, verdict, reasons, givenBy: viewer.name };
      const sealed = await sealNote(this.vault, tx, note, notePlace('shortlist_feedback', id));
      await tx.manager.insert(ShortlistFeedbackEntity, { ...given, ...sealed, id });
      const after = { ...given, id: mediatorId, feedbackId: id };
      await recordAudit(tx, viewer, [changeRecord(audit, 'mediator', null, after)]);
    });
    return shortlistId;
  }

  /**
   * The entry, where its woman still takes part: of one who does not, nothing more is written down.
   *
   * @throws NotFoundError
   */
  private async known(
    viewer: Viewer,
    entryId: string,
  ): Promise<{ shortlistId: string; mediatorId: string }> {
    const { manager } = this.database;
    const entry = await manager.findOne(ShortlistEntryEntity, {
      where: { id: entryId, shortlist: { need: ownNeeds(viewer) } },
      relations: { shortlist: { need: true } },
    });
    const [need] = await withOwners(this.database, entry ? [entry.shortlist.need] : []);
    if (!entry || !need || !may(viewer, 'give-feedback', needSubject(need))) {
      throw hidden(viewer, 'entry');
    }
    const [view] = await this.reader.views(this.database, viewer, [entry.shortlist]);
    if (!view?.entries.some(({ id }) => id === entryId)) throw new NotFoundError('entry');
    return entry;
  }

  /**
   * How far each woman on the shortlists of a need was right for it, in order of id; the best where she
   * is on several. Left out are who takes no part any more and who was dropped for reasons that say
   * nothing of that, such as that she declined.
   *
   * @throws NotFoundError
   */
  async judgements(viewer: Viewer, needId: string): Promise<Judgement[]> {
    const { manager } = this.database;
    const need = await findNeed(this.database, { id: needId, ...ownNeeds(viewer) });
    if (!need || !may(viewer, 'read-all', needSubject(need))) throw hidden(viewer, 'need');
    const lists = await manager.findBy(ShortlistEntity, { needId });
    const grades = new Map<string, Judgement['grade']>();
    for (const { entries } of await this.reader.views(this.database, viewer, lists)) {
      for (const { profile, feedback } of entries) {
        const [latest] = feedback;
        if (latest && !tellsOfFit(latest.verdict, latest.reasons)) continue;
        const grade = GRADES[latest?.verdict ?? 'none'];
        if (grade >= (grades.get(profile.id) ?? 0)) grades.set(profile.id, grade);
      }
    }
    return [...grades]
      .map(([mediatorId, grade]) => ({ mediatorId, grade }))
      .toSorted((a, b) => (a.mediatorId < b.mediatorId ? -1 : 1));
  }

  /**
   * Of the women who are open on shortlists of the viewer's organization, by preset; of one need where it is
   * given.
   *
   * @throws NotPermittedError
   */
  async counts(viewer: Viewer, needId: string | null = null): Promise<ReasonCount[]> {
    const own = await ownSubject(this.database, viewer);
    authorise(viewer, 'read-all', own);
    const judged = await this.reader.judged(this.database, viewer, own.organizationId, needId);
    return this.database.query(COUNTS, [judged]);
  }
}

const GRADES = { kept: 2, none: 1, dropped: 0 } as const;

function feedbackProblems({ verdict, reasons, note }: Feedback): InputProblem[] {
  const problems = noteProblems('note', note);
  if (!VERDICTS.includes(verdict)) {
    problems.push({
      path: 'verdict',
      code: 'UNKNOWN',
      message: refusal('shortlists.keptOrDropped'),
    });
    return problems;
  }
  reasons.forEach((reason, i) => {
    const path = `reasons.${i}`;
    if (!FEEDBACK_REASONS.includes(reason)) {
      problems.push({ path, code: 'UNKNOWN', message: refusal('list.notAReason') });
    } else if (!goesWith(reason, verdict)) {
      const message = refusal('shortlists.noReasonFor', { verdict });
      problems.push({ path, code: 'CONTRADICTION', message });
    }
  });
  if (verdict === 'dropped' && reasons.length === 0) {
    const message = refusal('shortlists.sayWhyDropped');
    problems.push({ path: 'reasons', code: 'MISSING', message });
  }
  return problems;
}
