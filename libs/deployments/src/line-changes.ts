import type { Transaction } from '#database';
import { changeRecord, hidden, type ActionOn, type Viewer } from '#identity';
import { InvalidInputError, InvalidStateError } from '#kernel';
import { refusal } from '#messages';
import { lineKind, mayOwn, type LineCode, type LineOwner } from './clearance/kinds.js';
import { lineFacts, UNTOUCHED, type Line } from './clearance/line.js';
import { LINE_STEPS, type LineStep } from './clearance/line-steps.js';
import { AT_WORK, BEFORE_START } from './deployment/deployment-steps.js';
import type { DeploymentStore } from './deployment-store.js';
import type { Told } from './deployment-mails.js';
import type { DeploymentWords } from './deployment/words.js';
import { todayOf, type Held, type Party } from './held.js';
import { checkLine, type LineInput } from './inputs.js';

/** What a step makes of a line, besides its state. */
interface LineChange {
  readonly line?: Partial<Line>;
  readonly words?: Partial<DeploymentWords>;
  readonly told?: readonly Told[];
}

/** A line that is changed, and today as `todayOf` says for its owner. */
interface ChangedLine {
  readonly line: Line;
  readonly today: string;
}

/** The same with the deployment that it belongs to. */
interface HeldLine extends ChangedLine {
  readonly held: Held;
}

/** Lines of clearance are worked on from their making to the end of the work. */
const OPEN_STATES: ReadonlySet<string> = new Set([...BEFORE_START, ...AT_WORK]);

/**
 * Takes a step with a line by hand. Its state decides, and not a revision: two who do the same at once are not in each
 * other's way, and who comes second is told that it was done.
 *
 * @param owners whose lines the viewer's side works on; those of others are not there for it
 * @throws NotFoundError, InvalidStateError, and what `work` throws
 */
export async function stepLine(
  store: DeploymentStore,
  tx: Transaction,
  viewer: Viewer,
  side: Party,
  {
    id,
    kind,
    step,
    owners,
  }: {
    readonly id: string;
    readonly kind: LineCode;
    readonly step: LineStep;
    readonly owners: readonly LineOwner[];
  },
  work: (found: HeldLine) => LineChange,
): Promise<Held> {
  const action = LINE_STEPS.action(step) as ActionOn<'deployment'>;
  const held = await store.held(tx, viewer, side, id, action, null);
  const line = held.lines.find((one) => one.kind === kind && owners.includes(one.owner));
  if (!line) throw hidden(viewer, 'clearanceLine');
  if (!OPEN_STATES.has(held.row.state)) {
    throw new InvalidStateError(refusal('deployments.linesStay'));
  }
  // The organizer reads on which day its lines were closed.
  const today = todayOf(line.owner === 'organizer' ? 'organizer' : side, held, store.now());
  const change = work({ line, today, held });
  const steps = lineAfter(line, step, { by: viewer.name, today }, change.line ?? {});
  const audit = steps.map(({ name, before, after: next }) =>
    changeRecord(LINE_STEPS.audit(name), 'clearance', before, next),
  );
  const after = steps.at(-1)?.after ?? line;
  const lines = held.lines.map((one) => (one === line ? after : one));
  return store.saveLine(tx, viewer, held, { lines, words: change.words, told: change.told }, audit);
}

/** A step with a line, and what it made of it. */
interface LineStepTaken {
  readonly name: LineStep;
  readonly before: Line;
  readonly after: Line;
}

/**
 * What a step makes of a line, and the waiver that follows from it: one counts once two of the desk and, where the line
 * guards her life or health, she herself want it.
 *
 * @param by opaque name of the actor
 * @param changes what the step writes besides the state
 * @throws InvalidStateError
 */
export function lineAfter(
  line: Line,
  step: LineStep,
  { by, today }: { readonly by: string; readonly today: string },
  changes: Partial<Line>,
): LineStepTaken[] {
  // Guards look at the line as it was: whose word counts already.
  const state = LINE_STEPS.take(step, line.state, lineFacts(line, by));
  const after: Line = { ...line, handledBy: by, handledOn: today, state, ...changes };
  const taken = { name: step, before: line, after };
  const outcome = LINE_STEPS.outcome('waive', after.state, lineFacts(after, by));
  if ('refused' in outcome) return [taken];
  return [taken, { name: 'waive', before: after, after: { ...after, state: outcome.state } }];
}

/** What is recorded of a line that was asked for. */
export const requested = (): LineChange => ({});

/** What is recorded of a line that is done. One that finds her unfit stays open. @throws InvalidInputError */
export function finished({ line, today }: ChangedLine, input: LineInput): LineChange {
  checkLine(line.kind, input, today);
  const { validUntil, fit } = input;
  const reference = input.reference.trim();
  return {
    line: {
      validUntil,
      fit,
      words: { reference, waiver: '' },
      ...(fit === false && { state: 'requested' }),
      proposedBy: null,
      secondedBy: null,
      agreedAt: null,
    },
  };
}

/** Another owner. @throws InvalidInputError where the line tells of her, and the owner is not of her side */
export function handed({ line }: ChangedLine, owner: LineOwner): LineChange {
  if (!mayOwn(owner, line.kind)) {
    const message = refusal('deployments.lineOfHer');
    throw new InvalidInputError([{ path: 'owner', code: 'NOT_ELIGIBLE', message }]);
  }
  // What was written for one owner is not shown to another.
  return { line: { owner, words: { reference: '', waiver: line.words.waiver } } };
}

/** One of the desk wants to waive a line: the first, or the second. */
export function proposed({ line }: ChangedLine, name: string, words: string): LineChange {
  const isFirst = line.proposedBy === null;
  const waiver = isFirst ? words.trim() : `${line.words.waiver}\n\n${words.trim()}`;
  const asks = !isFirst && lineKind(line.kind).protects && line.agreedAt === null;
  return {
    line: {
      ...(isFirst ? { proposedBy: name } : { secondedBy: name }),
      words: { ...line.words, waiver },
    },
    told: asks ? [{ to: 'mediator', mail: 'introduction-message' }] : [],
  };
}

/** She agrees to a waiver that two of the desk want. @throws InvalidStateError before that */
export function agreed({ line }: ChangedLine, at: Date): LineChange {
  if (line.secondedBy === null) {
    throw new InvalidStateError(refusal('deployments.twoWantWaiver'));
  }
  return { line: { agreedAt: at } };
}

/** As if nobody had done anything about it. */
export const reopened = (): LineChange => ({ line: UNTOUCHED });
