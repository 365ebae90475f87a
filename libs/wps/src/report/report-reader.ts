import { Database } from '#database';
import { hidden, type Viewer } from '#identity';
import { Injectable } from '@nestjs/common';
import { In, type FindOptionsWhere } from 'typeorm';
import { sharedWith, Standings } from '../access/standing.js';
import { ActorReader } from '../network/actor-reader.js';
import type { ReportContent } from './content.js';
import type { FormEntity } from './form.entity.js';
import { ReportFiller } from './report-filler.js';
import { ConsultedEntity, ReportEntity } from './report.entity.js';
import { FROZEN_STATES, REPORT_STATES, type ReportState } from './report-steps.js';
import type { FormView, ReadReport, ReportView } from './views.js';

/** Which reports are found; what is absent restricts nothing. */
export interface ReportFilter {
  readonly actorIds?: readonly string[] | null;
  readonly states?: readonly ReportState[];
}

type ReportCondition = FindOptionsWhere<ReportEntity>;

/** States in which those who are consulted read a report. */
const CONSULTED_STATES: readonly ReportState[] = ['consultation', 'cleared', ...FROZEN_STATES];

/** Finds reports that are for a viewer. */
@Injectable()
export class ReportReader {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly actors: ActorReader,
    private readonly filler: ReportFiller,
  ) {}

  /**
   * The condition of what is for a viewer: of her own actor everything; what she is consulted on from then on; of others what
   * was submitted and is shared with her.
   */
  async conditions(viewer: Viewer, filter: ReportFilter = {}): Promise<ReportCondition[]> {
    const { actorIds = null, states = REPORT_STATES } = filter;
    const standing = await this.standings.of(viewer);
    const among = (allowed: readonly ReportState[]) => ({
      state: In(states.filter((state) => allowed.includes(state))),
    });
    const shared = sharedWith<ReportEntity>(standing, actorIds).map((each) => ({
      ...each,
      ...among(standing.seesAll ? REPORT_STATES : FROZEN_STATES),
    }));
    const { actorId } = standing;
    if (actorId === null) return shared;
    const asked = actorIds === null ? {} : { actorId: In([...actorIds]) };
    const own = actorIds?.includes(actorId) === false ? [] : [{ actorId, ...among(REPORT_STATES) }];
    return [...shared, ...own, { ...asked, consulted: { actorId }, ...among(CONSULTED_STATES) }];
  }

  /** @throws NotFoundError, NotPermittedError */
  async entity(viewer: Viewer, id: string): Promise<ReportEntity> {
    const found = await this.database.manager.findOne(ReportEntity, {
      where: (await this.conditions(viewer)).map((each) => ({ ...each, id })),
      relations: { form: true },
    });
    if (!found) throw hidden(viewer, 'report');
    return found;
  }

  async views(reports: readonly ReportEntity[]): Promise<ReportView[]> {
    const consulted = await this.database.manager.findBy(ConsultedEntity, {
      reportId: In(reports.map(({ id }) => id)),
    });
    const names = await this.actors.names([...reports, ...consulted].map((one) => one.actorId));
    return reports.map(({ actorId, formId: _form, form, submittedAt, ...report }) => ({
      ...report,
      actor: names.get(actorId)!,
      form: toFormView(form),
      submittedAt: submittedAt?.toISOString() ?? null,
      consulted: consulted
        .filter(({ reportId }) => reportId === report.id)
        .map((one) => names.get(one.actorId)!)
        .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    }));
  }

  /** What a report says: as it was submitted, or as of now. @throws NotFoundError, NotPermittedError */
  async read(viewer: Viewer, id: string): Promise<ReadReport> {
    const report = await this.entity(viewer, id);
    const [view] = await this.views([report]);
    const frozen = await this.keptOf(id);
    const content = frozen ? (JSON.parse(frozen) as ReportContent) : await this.filler.fill(report);
    return { view: view!, content, frozen };
  }

  private async keptOf(id: string): Promise<string | null> {
    const found = await this.database.manager.findOne(ReportEntity, {
      where: { id },
      select: { id: true, content: true },
    });
    return found?.content ?? null;
  }
}

export function toFormView({ revision: _revision, ...form }: FormEntity): FormView {
  return form;
}
