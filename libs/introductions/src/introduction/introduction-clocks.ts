import { CLOCK } from '#config';
import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import { standingsOf } from '#directory';
import { isFilledWith, needFacts } from '#engagement';
import { authorise, type ChangeRecord, recordAudit, systemViewer } from '#identity';
import { Inject, Injectable } from '@nestjs/common';
import { OPEN_STATES } from '../ask/introduction-steps.js';
import { bowedOut, type Moved, reminded, settled, stoodDown } from '../ask/moves.js';
import { SHOWN_OPEN } from '../ask/shown.js';
import {
  type Held,
  introductionSubject,
  IntroductionStore,
  isListed,
  isWanted,
} from './introduction-store.js';

/** Introductions that one transaction handles. */
const BATCH = 20;

/** Open asks that have reached her: what she withdraws ends them. One that waits for the desk is the desk's to decide. */
const REACHED = OPEN_STATES.filter((state) => state !== 'requested' && state !== 'returned');

/**
 * Does, every minute, what time and changed facts do to introductions: reminders, escalation, expiry and lapses; stands
 * everyone down where nobody is looked for any more; ends asks of women who no longer take part. Each row is read again
 * when its turn comes, so a run that is late or double does no harm. Nothing here ever forwards an ask.
 */
@Injectable()
@BackgroundJob()
export class IntroductionClocks implements JobHandler {
  readonly name = 'introduction-clocks';
  readonly schedule = '* * * * *';
  private readonly viewer = systemViewer('introductions');

  constructor(
    private readonly database: Database,
    private readonly store: IntroductionStore,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  async handle(): Promise<void> {
    const now = this.now();
    for (const ids of [await this.overNeeds(), await this.withoutHer(), await this.due(now)]) {
      for (let i = 0; i < ids.length; i += BATCH) {
        await this.database.transaction((tx) => this.run(tx, ids.slice(i, i + BATCH), now));
      }
    }
  }

  /** Whatever is due for these introductions now. */
  private async run(tx: Transaction, ids: readonly string[], now: Date): Promise<void> {
    const audit: ChangeRecord[] = [];
    for (const id of ids) {
      const held = await this.store.hold(tx, id);
      if (!held) continue;
      for (const action of ['remind', 'end'] as const) {
        authorise(this.viewer, action, introductionSubject(held));
      }
      const moved = await this.moved(tx, held, now);
      const isSame = moved.ask === held.ask && moved.shown === held.shown;
      if (!isSame) audit.push(...(await this.store.save(tx, this.viewer, held, moved)));
    }
    await recordAudit(tx, this.viewer, audit);
  }

  private async moved(tx: Transaction, held: Held, now: Date): Promise<Moved> {
    const { ask, her, shown } = held;
    if (await this.isOver(tx, held)) return stoodDown({ ask, shown }, now);
    if (ask && hasLeft(held)) return bowedOut({ ask, shown }, now);
    const timed = settled({ ask, shown }, now);
    if (!timed.ask || !her || timed.ask.endedAt !== null) return timed;
    // Of a connection the organizer is reminded: of a woman who is not listed, as little as of one who was erased.
    if (timed.ask.state === 'connected' && !isListed(her, held.ask?.publicId ?? '')) return timed;
    const again = reminded(timed.ask, now);
    return { ...timed, ask: again.ask, notices: [...timed.notices, ...again.notices] };
  }

  /**
   * Whether nobody is looked for any more. A woman with whom the need was filled stays connected, as long as she is
   * listed: whether she was suspended or erased, the organizer is told the same.
   */
  private async isOver(tx: Transaction, { need, shown, ask, her }: Held): Promise<boolean> {
    if (shown.state === 'ended') return false;
    if (isWanted(need)) return false;
    const isFilled = need.state === 'filled' && need.verified;
    const stays = isFilled && ask?.state === 'connected' && isListed(her, ask.publicId);
    return !stays || her === null || !(await isFilledWith(tx, need.id, her.keptId));
  }

  private async due(now: Date): Promise<string[]> {
    return this.ids(
      `SELECT s.id FROM introduction_shown s LEFT JOIN introduction i ON i.id = s.id
       WHERE s.due_at <= $1 OR i.wake_at <= $1 ORDER BY s.id`,
      [now],
    );
  }

  private async overNeeds(): Promise<string[]> {
    const rows = await this.database.query<{ id: string; needId: string }>(
      'SELECT id, need_id AS "needId" FROM introduction_shown WHERE state = ANY($1) ORDER BY id',
      [SHOWN_OPEN],
    );
    const needs = await needFacts(this.database, [...new Set(rows.map(({ needId }) => needId))]);
    return rows.flatMap(({ id, needId }) => {
      const need = needs.get(needId);
      return need && !isWanted(need) ? [id] : [];
    });
  }

  private async withoutHer(): Promise<string[]> {
    const rows = await this.database.query<{
      id: string;
      mediatorId: string;
      publicId: string;
      state: string;
    }>(
      `SELECT id, mediator_id AS "mediatorId", public_id AS "publicId", state FROM introduction
       WHERE state = ANY($1) ORDER BY id`,
      [OPEN_STATES],
    );
    const standings = await standingsOf(this.database, [
      ...new Set(rows.map(({ mediatorId }) => mediatorId)),
    ]);
    return rows.flatMap(({ id, mediatorId, ...ask }) =>
      hasLeft({ ask, her: standings.get(mediatorId) ?? null }) ? [id] : [],
    );
  }

  private async ids(sql: string, parameters: readonly unknown[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(sql, parameters);
    return rows.map(({ id }) => id);
  }
}

/** Whether she no longer takes part: her profile or her name is gone, or, once she was asked, a consent. */
function hasLeft({
  ask,
  her,
}: {
  readonly ask: { state: string; publicId: string } | null;
  readonly her: Held['her'];
}): boolean {
  if (!ask || !her) return false;
  if (her.publicId !== ask.publicId || her.state === 'withdrawn') return true;
  const wasAsked = REACHED.some((state) => state === ask.state);
  const consents = ['MATCHED', 'CONTACTED'] as const;
  return (
    wasAsked &&
    (!isListed(her, ask.publicId) || !consents.every((one) => her.consents.includes(one)))
  );
}
