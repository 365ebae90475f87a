import { Injectable } from '@nestjs/common';
import { ExternalIds } from '#directory';
import { type Viewer } from '#identity';
import { NotFoundError } from '#kernel';
import type { Qrels } from '#evaluation';
import { withPreset } from '#matching';
import type { NeedView } from '../need/need-view.js';
import { NeedService } from '../need/need.service.js';
import { FeedbackService } from '../shortlist/feedback.service.js';
import { docnoOf } from './docno.js';
import type { JudgedNeed } from './judged-need.js';

/** Needs and how they were judged. */
export interface JudgedNeeds {
  readonly needs: readonly JudgedNeed[];
  readonly qrels: Qrels;
}

/** What organizers said of women on their shortlists, as judgements by which rankings are measured. */
@Injectable()
export class ShortlistJudgements {
  constructor(
    private readonly needs: NeedService,
    private readonly feedback: FeedbackService,
    private readonly members: ExternalIds,
  ) {}

  /**
   * By slug of the need. Nobody's note or name is in it; whom no network lists any more has no number
   * and is left out.
   *
   * @throws NotFoundError, NotPermittedError
   */
  async of(viewer: Viewer, needIds: readonly string[]): Promise<JudgedNeeds> {
    const found = await this.needs.byIds(viewer, needIds);
    const needs: JudgedNeed[] = [];
    const qrels = new Map<string, Map<string, number>>();
    for (const id of new Set(needIds)) {
      const need = found.get(id);
      if (!need) throw new NotFoundError('need');
      needs.push(toJudgedNeed(need));
      qrels.set(need.slug, await this.judged(viewer, id));
    }
    return { needs, qrels };
  }

  private async judged(viewer: Viewer, needId: string): Promise<Map<string, number>> {
    const judgements = await this.feedback.judgements(viewer, needId);
    const ids = judgements.map(({ mediatorId }) => mediatorId);
    const docnos = new Map<string, string>();
    for (const number of await this.members.ofMediators(viewer, ids)) {
      if (docnos.has(number.mediatorId)) continue;
      docnos.set(number.mediatorId, docnoOf(number.network, number.externalId));
    }
    const graded = judgements.flatMap(({ mediatorId, grade }) => {
      const docno = docnos.get(mediatorId);
      return docno === undefined ? [] : [[docno, grade] as const];
    });
    return new Map(graded.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}

function toJudgedNeed({ slug, processName, title, brief, criteria, preset }: NeedView): JudgedNeed {
  const { id: _, ...requested } =
    preset === null ? { ...criteria, id: slug } : withPreset({ ...criteria, id: slug }, preset);
  return {
    topic: slug,
    process: processName ?? '-',
    title,
    brief: brief || '-',
    criteria: requested,
  };
}
