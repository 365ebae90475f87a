import {
  agreed,
  DEPLOYMENT_STATES,
  DEPLOYMENT_STEPS,
  factsOf,
  finished,
  isClosed,
  kindsOf,
  lineAfter,
  lineKind,
  proposed,
  reopened,
  UNTOUCHED,
  wakeAt,
  withConsequences,
  type Held,
  type Line,
  type Setting,
} from '#deployments';
import { InvalidInputError, InvalidStateError } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import assert from 'node:assert/strict';
import fc from 'fast-check';

const RUNS = 10_000;
const MOST_STEPS = 14;
const TODAY = '2097-01-04';
const NOW = new Date('2097-01-04T10:00:00Z');
const PEOPLE = ['user:a', 'user:b'] as const;
type Person = (typeof PEOPLE)[number];

/** What the test itself knows of the words that were given for each line since it was opened last. */
interface Words {
  desk: Set<Person>;
  she: boolean;
  done: boolean;
}

interface Model {
  readonly words: Map<string, Words>;
}

interface Real {
  held: Held;
}

/** One that is cleared with few lines, so that a run comes to its end: of each sort one. */
const KINDS = ['tor-agreed', 'risk-assessment', 'medical-fitness'] as const;

/** Only what steps, guards and consequences read. */
function begun(setting: Setting): Held {
  const kinds = kindsOf(setting).filter(({ code }) => (KINDS as readonly string[]).includes(code));
  const lines = kinds.map(({ code: kind, owner, due: dueBefore }) => ({
    ...UNTOUCHED,
    id: kind,
    deploymentId: 'deployment',
    kind,
    owner,
    dueBefore,
  }));
  const row = {
    state: 'clearing',
    startsOn: TODAY,
    endsOn: TODAY,
    timeZone: 'UTC',
    proposedUntil: null,
    proposedBy: null,
    endedAt: null,
  };
  return { row, lines, checkIns: [] } as unknown as Held;
}

/** A step. One that is refused changes nothing. */
abstract class Step implements fc.Command<Model, Real> {
  check(): boolean {
    return true;
  }

  run(m: Model, r: Real): void {
    try {
      r.held = this.take(m, r.held);
    } catch (error) {
      if (!(error instanceof InvalidStateError || error instanceof InvalidInputError)) throw error;
    }
    checkAlways(m, r.held);
  }

  protected abstract take(m: Model, held: Held): Held;
}

class OnLine extends Step {
  constructor(
    private readonly kind: string,
    private readonly act:
      | 'finish'
      | 'finish-briefly'
      | 'unfit'
      | 'dispense'
      | 'propose'
      | 'agree'
      | 'reopen'
      | 'expire',
    private readonly by: Person,
  ) {
    super();
  }

  override toString() {
    return `${this.act} ${this.kind} by ${this.by}`;
  }

  protected take(m: Model, held: Held): Held {
    const line = held.lines.find(({ kind }) => kind === this.kind);
    if (!line) return held;
    const words = m.words.get(this.kind) ?? { desk: new Set(), she: false, done: false };
    m.words.set(this.kind, words);
    const after = this.lineOf(line, words);
    const lines = held.lines.map((one) => (one === line ? after : one));
    return withConsequences({ ...held, lines });
  }

  private lineOf(line: Line, words: Words): Line {
    const actor = { by: this.by, today: TODAY };
    const found = { line, today: TODAY };
    const last = (steps: ReturnType<typeof lineAfter>) => steps.at(-1)?.after ?? line;
    switch (this.act) {
      case 'finish':
      case 'finish-briefly':
      case 'unfit': {
        const fit = lineKind(line.kind).fitness ? this.act !== 'unfit' : null;
        const validUntil = this.act === 'finish-briefly' || fit ? '2097-01-10' : null;
        const { line: changes = {} } = finished(found, { validUntil, reference: '', fit });
        const after = last(lineAfter(line, 'finish', actor, changes));
        words.done = fit !== false;
        words.desk.clear();
        words.she = false;
        return after;
      }
      case 'dispense': {
        const after = last(lineAfter(line, 'dispense', actor, {}));
        words.done = true;
        return after;
      }
      case 'propose': {
        const { line: changes = {} } = proposed(found, this.by, 'Why not.');
        const after = last(lineAfter(line, 'propose', actor, changes));
        words.desk.add(this.by);
        return after;
      }
      case 'agree': {
        const { line: changes = {} } = agreed(found, NOW);
        const after = last(lineAfter(line, 'agree', actor, changes));
        words.she = true;
        return after;
      }
      case 'reopen': {
        const after = last(lineAfter(line, 'reopen', actor, reopened().line ?? {}));
        Object.assign(words, { desk: new Set(), she: false, done: false });
        return after;
      }
      case 'expire':
        if (line.state !== 'done') return line;
        words.done = false;
        return { ...line, state: 'expired' };
      default:
        throw new Error('There is no such act.');
    }
  }
}

class OnDeployment extends Step {
  constructor(private readonly step: (typeof DEPLOYMENT_STEPS.names)[number]) {
    super();
  }

  override toString() {
    return this.step;
  }

  protected take(_m: Model, held: Held): Held {
    const facts = { ...factsOf('desk', held, NOW), until: '2097-02-01', reported: true };
    const state = DEPLOYMENT_STEPS.take(this.step, held.row.state, facts);
    const isEnd = ['completed', 'ended-early', 'cancelled'].includes(state);
    const row = { ...held.row, state, endedAt: isEnd ? NOW : held.row.endedAt };
    return withConsequences({ ...held, row });
  }
}

/** The guarantees that hold after every step. */
function checkAlways(m: Model, { row, lines }: Held): void {
  const { state } = row;
  if (state === 'ready') {
    for (const line of lines) assert.ok(isClosed(line), `ready with ${line.kind} ${line.state}`);
  }
  for (const line of lines) {
    const words = m.words.get(line.kind);
    const guarded = lineKind(line.kind).protects === true || line.fit === false;
    if (line.state === 'waived') {
      assert.equal(words?.desk.size, 2, 'waived by fewer than two persons');
      assert.notEqual(line.proposedBy, line.secondedBy);
      if (guarded) assert.ok(words?.she, 'waived without her agreement');
    }
    if (line.state === 'not-needed') assert.ok(!guarded, `${line.kind} is not needed`);
    if (line.state === 'done') assert.ok(words?.done, `${line.kind} is done by nobody`);
  }
  const wake = wakeAt({ state, timeZone: 'UTC', endedAt: row.endedAt, checkIn: null }, NOW);
  assert.equal(wake === null, DEPLOYMENT_STEPS.isFinal(state), `${state} wakes at ${String(wake)}`);
}

const person = fc.constantFrom(...PEOPLE);
const kind = fc.constantFrom(...KINDS);
const onLines = fc
  .tuple(
    kind,
    fc.constantFrom(
      'finish' as const,
      'finish' as const,
      'finish-briefly' as const,
      'unfit' as const,
      'dispense' as const,
      'propose' as const,
      'propose' as const,
      'agree' as const,
      'reopen' as const,
      'expire' as const,
    ),
    person,
  )
  .map(([of, act, by]) => new OnLine(of, act, by));
const onDeployment = fc
  .constantFrom(...DEPLOYMENT_STEPS.names.filter((name) => name !== 'edit' && name !== 'unready'))
  .map((step) => new OnDeployment(step));
const forward = fc
  .constantFrom('ready' as const, 'activate' as const, 'complete' as const)
  .map((step) => new OnDeployment(step));

describe('the life of a deployment', () => {
  it('keeps its guarantees on every path', () => {
    const reached = new Set<string>();
    const lineStates = new Set<string>();
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.commands<Model, Real>([onLines, onLines, forward, onDeployment], {
          maxCommands: MOST_STEPS,
          disableReplayLog: true,
          size: 'max',
        }),
        (along, commands) => {
          const model: Model = { words: new Map() };
          const real: Real = { held: begun('abroad') };
          if (along) for (const of of KINDS) new OnLine(of, 'finish', 'user:a').run(model, real);
          fc.modelRun(() => ({ model, real }), commands);
          reached.add(real.held.row.state);
          for (const line of real.held.lines) lineStates.add(line.state);
        },
      ),
      { numRuns: RUNS, seed: 14 },
    );
    const unreached = DEPLOYMENT_STATES.filter(
      (state) => !reached.has(state) && state !== 'planned',
    );
    expect(unreached).toEqual([]);
    expect([...lineStates].toSorted()).toEqual(
      expect.arrayContaining(['done', 'expired', 'not-needed', 'requested', 'todo', 'waived']),
    );
  });
});
