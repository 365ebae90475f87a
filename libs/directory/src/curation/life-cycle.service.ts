import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { Database, Recordset, type Transaction } from '#database';
import {
  changeRecord,
  eachMadeOnce,
  may,
  notPermitted,
  OneTimeLinks,
  PUBLIC_VIEWER,
  recordAudit,
  type Viewer,
} from '#identity';
import {
  characterCount,
  dayOf,
  type ExpectedError,
  type InputProblem,
  isStorable,
  NotFoundError,
  type ProblemCode,
  throwIfProblems,
} from '#kernel';
import { refusal, type Sentence } from '#messages';
import { uuidv7 } from 'uuidv7';
import { sourcesOf, type Sourced } from '../assertion/sources-of.js';
import { statementOf } from '../assertion/statement.js';
import { checkedNote } from './curation.service.js';
import { recordSteps, stepRow } from './history.js';
import { lockedRecord, profileSubject } from './locked-record.js';
import { PROFILE_STEPS, type Step, type StepNeed } from './states.js';
import { stepFacts } from './step-facts.js';
import { applyProfileEdit } from './apply-profile-edit.js';
import { releaseFromHidings } from './holding-hidings.js';
import { profilesChanged } from '../pseudonym/follow-pseudonyms.js';

/** Why a profile may be believed, as it is handed in with a step. */
export interface Evidence {
  /** Names of people who know her work. */
  readonly references?: readonly string[];
  /** What the viewer's network says of her: it accredits her. */
  readonly accreditation?: string | null;
}

/** What goes with a step. */
export interface StepDetails {
  readonly evidence?: Evidence;
  readonly note?: string | null;
}

/** A step that the viewer can take from the present state, as soon as nothing is lacking. */
export interface NextStep {
  readonly step: Step;
  readonly lacks: readonly StepNeed[];
}

/** What became of one profile of many. */
export interface StepResult {
  readonly id: string;
  readonly error: ExpectedError | null;
}

const MOST_REFERENCES = 10;
const LONGEST_EVIDENCE = 1_000;
const EVIDENCE = new Recordset({
  id: 'uuid',
  mediator_id: 'uuid',
  kind: 'text',
  network_id: 'uuid',
  text: 'text',
  recorded_by: 'text',
});
/** With these somebody brings her back who was out of sight. */
const BRINGING_BACK: ReadonlySet<Step> = new Set(['reinstate', 'resume']);
/** With these evidence can be handed in. */
const EVIDENCED: ReadonlySet<Step> = new Set(['submit', 'verify']);

/** The life of profiles, step by step: see `PROFILE_STEPS`. */
@Injectable()
export class LifeCycleService {
  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinks,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** Takes a step. @throws NotFoundError, NotPermittedError, InvalidInputError, InvalidStateError */
  async step(viewer: Viewer, id: string, step: Step, details: StepDetails = {}): Promise<void> {
    await this.database.transaction((tx) => this.stepIn(tx, viewer, id, step, details));
  }

  /** The steps that the viewer is permitted to take with a profile now. Nothing is decided by it: `step` checks anew. */
  async nextSteps(viewer: Viewer, id: string): Promise<NextStep[]> {
    const record = (await sourcesOf(this.database, [id])).get(id);
    if (!record) return [];
    const permitted = PROFILE_STEPS.from(record.state).filter((step) =>
      may(viewer, PROFILE_STEPS.transition(step).action, profileSubject(record)),
    );
    if (permitted.length === 0) return [];
    const facts = await stepFacts(this.database, viewer, record);
    return permitted.map((step) => ({ step, lacks: PROFILE_STEPS.lacking(step, facts) }));
  }

  /**
   * Confirms a profile by a link that was sent to her, without signing in. Gives the day.
   *
   * @throws NotFoundError for a link that is used, expired or none, InvalidStateError
   */
  async confirmByLink(token: string): Promise<string> {
    return this.database.transaction(async (tx) => {
      const { mediatorId } = await this.links.redeem(tx, 'confirm-profile', token);
      await this.stepByLink(tx, mediatorId, 'confirm', 'system:confirm-link');
      return this.today();
    });
  }

  /**
   * Takes her profile out of the directory, as whoever holds a link that was sent to her asks. One that is out already
   * stays as it is.
   *
   * @throws NotFoundError
   */
  async withdrawByLink(tx: Transaction, mediatorId: string): Promise<void> {
    await this.stepByLink(tx, mediatorId, 'withdraw', 'system:application-link');
  }

  /**
   * Repeats, on a database that was restored, that she was withdrawn. Only she comes back.
   *
   * @throws NotFoundError
   */
  async withdrawAgain(mediatorId: string): Promise<void> {
    await this.database.transaction((tx) =>
      this.stepByLink(tx, mediatorId, 'withdraw', 'system:replay'),
    );
  }

  private async stepByLink(
    tx: Transaction,
    mediatorId: string | null,
    step: Step,
    name: string,
  ): Promise<void> {
    const [found] = await tx.query<{ id: string; state: Sourced['state'] }>(
      `SELECT id, state FROM mediator
       WHERE id = (SELECT coalesce(merged_into, id) FROM mediator WHERE id = $1) FOR UPDATE`,
      [mediatorId],
    );
    if (!found) throw new NotFoundError('profile');
    if (step === 'withdraw' && found.state === 'withdrawn') return;
    await this.stepIn(tx, byLink(found.id, name), found.id, step);
  }

  /** The same in a transaction of the caller's. */
  async stepIn(
    tx: Transaction,
    viewer: Viewer,
    id: string,
    step: Step,
    details: StepDetails = {},
  ): Promise<void> {
    const note = checkedNote(details.note, 'note');
    const record = await lockedRecord(tx, viewer, id, PROFILE_STEPS.transition(step).action);
    await recordEvidence(tx, viewer, record, step, details.evidence ?? {});
    const state = PROFILE_STEPS.take(step, record.state, await stepFacts(tx, viewer, record));
    if (step === 'confirm') {
      // A confirmation is her own word, and says so in her profile.
      const source = { key: 'herself', membership: null };
      const statement = statementOf({ ...record.own, confirmedOn: this.today() });
      const action = PROFILE_STEPS.audit(step);
      await applyProfileEdit(tx, viewer, record, {
        source,
        statement,
        action,
        step: { name: step, state },
      });
    } else {
      await this.move(tx, viewer, record, { step, state, note });
    }
  }

  /**
   * Takes the same step with many profiles, each in a transaction of its own: a refused one holds up
   * no other. One result for each id, in their order.
   *
   * @throws InvalidInputError for too many
   */
  async steps(
    viewer: Viewer,
    ids: readonly string[],
    step: Step,
    details: StepDetails = {},
  ): Promise<StepResult[]> {
    // Who names one twice names two: the limit is on what is sent.
    const results = await eachMadeOnce(
      this.database,
      'ids',
      ids,
      async (id, i) => (ids.indexOf(id) === i ? this.step(viewer, id, step, details) : undefined),
      async () => undefined,
    );
    return results
      .map(({ error }, i) => ({ id: ids[i] ?? '', error }))
      .filter(({ id }, i) => ids.indexOf(id) === i);
  }

  /**
   * Writes the new state. If it takes her out of the listing, the trigger `mediator_withheld` marks her in this
   * transaction as one whom no search may find or count, until the index has followed.
   */
  private async move(
    tx: Transaction,
    viewer: Viewer,
    { id, state: before }: Sourced,
    { step, state, note }: { step: Step; state: Sourced['state']; note: string | null },
  ): Promise<void> {
    const audit = PROFILE_STEPS.audit(step);
    await tx.query('UPDATE mediator SET state = $2, revision = revision + 1 WHERE id = $1', [
      id,
      state,
    ]);
    await tx.query(
      `INSERT INTO profile_revision (mediator_id, revision, source)
       SELECT id, revision, $2 FROM mediator WHERE id = $1`,
      [id, audit],
    );
    const herself = viewer.mediatorId === id;
    await recordSteps(tx, [
      stepRow({ mediatorId: id, step, before, after: state, by: viewer.name, herself, note }),
    ]);
    if (BRINGING_BACK.has(step)) await releaseFromHidings(tx, id);
    await profilesChanged(tx, [id]);
    const was = { id, state: before };
    const is = { id, state };
    await recordAudit(tx, viewer, [changeRecord(audit, 'mediator', was, is)]);
  }

  private today(): string {
    return dayOf(this.now());
  }
}

/** She herself, as the link that was sent to her says: it does this and nothing else. */
function byLink(mediatorId: string, name: string): Viewer {
  return {
    ...PUBLIC_VIEWER,
    name,
    grants: ['anyone', 'mediator'],
    mediatorId,
  };
}

/** Keeps what was handed in with the step. @throws InvalidInputError, NotPermittedError */
async function recordEvidence(
  tx: Transaction,
  viewer: Viewer,
  record: Sourced,
  step: Step,
  { references = [], accreditation }: Evidence,
): Promise<void> {
  const accredited = (accreditation ?? '').trim();
  const names = references.map((name) => name.trim()).filter((name) => name !== '');
  if (names.length === 0 && accredited === '') return;
  checkEvidence(step, names, accredited);
  const { networkId = null } = accredited ? accreditor(viewer, record) : {};
  const row = (kind: string, text: string) => ({
    id: uuidv7(),
    mediator_id: record.id,
    kind,
    network_id: kind === 'accreditation' ? networkId : null,
    text,
    recorded_by: viewer.name,
  });
  const rows = [
    ...names.map((name) => row('reference', name)),
    ...(accredited ? [row('accreditation', accredited)] : []),
  ];
  await tx.query(...EVIDENCE.into('profile_evidence', rows));
}

/** The viewer's network: nobody accredits herself. */
function accreditor(viewer: Viewer, record: Sourced): { networkId: string } {
  if (viewer.mediatorId === record.id) throw notPermitted(viewer);
  const own = record.memberships.find(({ networkId }) => viewer.networkIds.includes(networkId));
  if (!own) throw notPermitted(viewer);
  return { networkId: own.networkId };
}

function checkEvidence(step: Step, names: readonly string[], accreditation: string): void {
  const problems: InputProblem[] = [];
  const problem = (path: string, code: ProblemCode, message: Sentence) =>
    problems.push({ path, code, message });
  if (!EVIDENCED.has(step)) {
    problem('evidence', 'CONTRADICTION', refusal('profiles.evidenceWhen'));
  }
  if (names.length > MOST_REFERENCES || new Set(names).size < names.length) {
    problem(
      'evidence.references',
      'TOO_MANY',
      refusal('profiles.mostReferences', { most: MOST_REFERENCES }),
    );
  }
  for (const text of [...names, accreditation]) {
    if (characterCount(text) > LONGEST_EVIDENCE || !isStorable(text)) {
      problem('evidence', 'TOO_LONG', refusal('text.plainMost', { most: LONGEST_EVIDENCE }));
    }
  }
  throwIfProblems(problems);
}
