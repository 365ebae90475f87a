import { CLOCK } from '#config';
import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import { SELECT_IN_STATISTICS, SELECT_KEPT } from '#directory';
import { endedQuarters, type Quarter } from '#engagement';
import { organizationFacts, recordAudit, systemViewer } from '#identity';
import { addDays, startOf } from '#kernel';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DeploymentFeedbackEntity } from '../feedback/deployment-feedback.entity.js';
import { openFeedback } from '../feedback/sealed-feedback.js';
import { figuresOf, sumsOf, type FigureSums, type OrganizerFigure } from './figure-sums.js';
import { OrganizerFigureEntity } from './organizer-figure.entity.js';

/** What everyone may read of an organization. */
export interface OrganizerFigures {
  readonly organization: string;
  readonly answers: number;
  /** Last day of the last quarter that is counted. */
  readonly until: string;
  readonly figures: readonly OrganizerFigure[];
}

/** What was released until the end of a quarter, not counted before, of mediators who agree to be counted. */
const UNCOUNTED = `
SELECT f.id, k.kept_id AS "mediatorId", d.organization_id AS "organizationId", f.key_id AS "keyId", f.sealed
FROM deployment_feedback f JOIN deployment d ON d.id = f.deployment_id
  JOIN feedback_round r ON r.deployment_id = d.id
  JOIN (${SELECT_KEPT}) k ON k.id = d.mediator_id AND k.kept_id IN (${SELECT_IN_STATISTICS})
WHERE f.side = 'mediator' AND f.counted_in IS NULL AND r.released_at < $1
ORDER BY d.organization_id, f.id FOR UPDATE OF f`;

interface Uncounted {
  readonly id: string;
  readonly mediatorId: string;
  readonly organizationId: string;
  readonly keyId: number;
  readonly sealed: Buffer;
}

/**
 * Figures about organizers from what mediators said of them. They move only at the end of a quarter, and only by the
 * answers of five mediators or more: what is fewer waits for the next. So neither a figure nor the difference of two tells
 * what one of them said.
 */
@Injectable()
@BackgroundJob()
export class OrganizerFiguresService implements JobHandler {
  readonly name = 'organizer-figures';
  readonly schedule = '41 3 * * *';

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** All of them, in the order of the organizations' names; those that are verified no more are left out. */
  async all(): Promise<OrganizerFigures[]> {
    const rows = await this.database.manager.find(OrganizerFigureEntity, {
      order: { organizationId: 'ASC', firstDay: 'ASC' },
    });
    const facts = await organizationFacts(this.database, [
      ...new Set(rows.map(({ organizationId }) => organizationId)),
    ]);
    return [...facts]
      .filter(([, { state }]) => state === 'verified')
      .map(([id, { name }]) => {
        const own = rows.filter(({ organizationId }) => organizationId === id);
        const sums = own.map((row) => row.sums);
        return {
          organization: name,
          answers: sums.reduce((total, one) => total + one.answers, 0),
          until: lastDayOf(own.at(-1)!.firstDay),
          figures: figuresOf(sums),
        };
      })
      .toSorted((a, b) => (a.organization < b.organization ? -1 : 1));
  }

  async handle(): Promise<void> {
    const [quarter] = endedQuarters(this.now(), 1);
    if (quarter) await this.database.transaction((tx) => this.count(tx, quarter));
  }

  private async count(tx: Transaction, { from, to }: Quarter): Promise<void> {
    const rows = await tx.query<Uncounted>(UNCOUNTED, [startOf(addDays(to, 1))]);
    const organizations = [...new Set(rows.map(({ organizationId }) => organizationId))];
    const made: { readonly organizationId: string; readonly sums: FigureSums }[] = [];
    for (const organizationId of organizations) {
      const own = rows.filter((row) => row.organizationId === organizationId);
      const answers = await Promise.all(
        own.map(async ({ mediatorId, ...row }) => ({
          mediatorId,
          feedback: await openFeedback(this.vault, row),
        })),
      );
      const sums = sumsOf(answers);
      const isMade = await tx.manager.existsBy(OrganizerFigureEntity, {
        organizationId,
        firstDay: from,
      });
      if (!sums || isMade) continue;
      await tx.manager.insert(OrganizerFigureEntity, { organizationId, firstDay: from, sums });
      await tx.manager.update(
        DeploymentFeedbackEntity,
        { id: In(own.map(({ id }) => id)) },
        { countedIn: from },
      );
      made.push({ organizationId, sums });
    }
    await recordAudit(
      tx,
      systemViewer('statistics'),
      made.map(({ organizationId, sums }) => ({
        action: 'organizer-figure.release',
        subjectKind: 'organization',
        subjectId: organizationId,
        before: null,
        after: { from, sums },
      })),
    );
  }
}

/** The last day of the quarter that begins on a day. */
function lastDayOf(firstDay: string): string {
  const from = startOf(firstDay);
  const next = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 3, 1));
  return addDays(next.toISOString().slice(0, 10), -1);
}
