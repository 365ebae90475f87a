import { URGENCIES, type Urgency } from '#engagement';
import {
  bowedOut,
  byInner,
  byOrganizer,
  INTRODUCTION_STEPS,
  OPEN_STATES,
  reasked,
  reminded,
  requested,
  settled,
  shownAt,
  stoodDown,
  USUAL_HOURS,
  wakeAt,
  type Ask,
  type DeskHours,
  type InnerStep,
  type Introduction,
  type Moved,
  type OrganizerStep,
  type Shown,
} from '#introductions';
import { InvalidStateError } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import assert from 'node:assert/strict';
import fc from 'fast-check';

/** Runs of the property over the whole life, and steps of each. */
const RUNS = 10_000;
const MOST_STEPS = 10;

const HOUR = 3_600_000;
const BEGIN = new Date('2026-03-26T15:00:00Z');
const DESKS: readonly DeskHours[] = [
  USUAL_HOURS,
  { timeZone: 'Europe/Berlin', workingDays: [1, 2, 3, 4, 5], opens: '08:00', closes: '16:00' },
  { timeZone: 'Africa/Cairo', workingDays: [3], opens: '09:00', closes: '15:00' },
];

/** What the test itself knows to have happened, by which the guarantees are judged. */
interface Model {
  now: Date;
  readonly urgency: Urgency;
  readonly desk: DeskHours;
  consent: boolean;
  listed: boolean;
  wanted: boolean;
  termsInForce: number;
  /** Revision of the terms that she accepted in her own act and that was not taken back by an edit since. */
  accepted: number | null;
  released: boolean;
  forwardedByDesk: boolean;
}

interface Real {
  both: Introduction;
}

/** A step, as what it does to the model and to both sides. A step that is refused changes nothing. */
abstract class Step implements fc.Command<Model, Real> {
  check(): boolean {
    return true;
  }

  run(m: Model, r: Real): void {
    const before = r.both;
    let moved: Moved | Introduction = before;
    try {
      moved = this.take(m, before);
    } catch (error) {
      if (!(error instanceof InvalidStateError)) throw error;
      moved = settled(before, m.now);
    }
    r.both = { ask: moved.ask, shown: moved.shown };
    checkAlways(m, before, r.both);
  }

  protected abstract take(m: Model, before: Introduction): Moved | Introduction;
}

class Wait extends Step {
  constructor(
    private readonly hours: number,
    private readonly jobs: boolean,
  ) {
    super();
  }

  override toString() {
    return `wait ${this.hours} h${this.jobs ? ', the job runs' : ''}`;
  }

  protected take(m: Model, before: Introduction): Introduction {
    const end = new Date(m.now.getTime() + this.hours * HOUR);
    if (!this.jobs) {
      m.now = end;
      return before;
    }
    // The job runs at each wake, as it does each minute.
    let both = before;
    for (let turns = 0; turns < 50; turns++) {
      const next = both.ask && wakeAt(both.ask);
      const at = next && next < end ? later(next, m.now) : end;
      m.now = at;
      const was = both.ask?.state;
      both = job(both, at);
      const state = both.ask?.state;
      // Nothing is ever forwarded by a timer, nor accepted or connected.
      assert.ok(was === state || BY_TIME.has(state), `time led to ${state}`);
      if (at >= end) break;
    }
    return both;
  }
}

class Organizer extends Step {
  constructor(private readonly step: OrganizerStep) {
    super();
  }

  override toString() {
    return `organizer ${this.step}`;
  }

  protected take({ urgency, desk, now }: Model, before: Introduction): Moved {
    return byOrganizer(this.step, { urgency, desk }, before, now);
  }
}

class Inner extends Step {
  constructor(
    private readonly inner: InnerStep,
    private readonly named: 'in-force' | 'older' = 'in-force',
  ) {
    super();
  }

  override toString() {
    return `${JSON.stringify(this.inner)} ${this.named}`;
  }

  protected take(m: Model, before: Introduction): Moved | Introduction {
    if (!before.ask) return before;
    const { step } = this.inner;
    const namedRevision = this.named === 'older' ? m.termsInForce - 1 : m.termsInForce;
    const moved = byInner(this.inner, before, {
      now: m.now,
      consented: m.consent,
      listed: m.listed,
      asksOut: 0,
      namedRevision,
      declared: true,
      wanted: m.wanted,
      pseudonymous: false,
      relayOnly: false,
    });
    if (step === 'forward') m.forwardedByDesk = true;
    if (step === 'accept') m.accepted = namedRevision;
    if (step === 'release') {
      m.released = true;
      // She connects only while she agrees, and after both have said yes to these terms.
      assert.ok(m.consent);
      assert.equal(m.accepted, m.termsInForce);
    }
    return moved;
  }
}

class EditTerms extends Step {
  override toString() {
    return 'edit the terms';
  }

  protected take(m: Model, before: Introduction): Moved {
    m.termsInForce++;
    const { urgency, now, termsInForce: termsRevision } = m;
    const moved = reasked(before, { urgency, termsRevision }, now);
    if (
      moved.ask &&
      !INTRODUCTION_STEPS.isFinal(moved.ask.state) &&
      moved.ask.state !== 'connected'
    ) {
      assert.ok(ASKED_ANEW.has(moved.ask.state), `${moved.ask.state} after an edit`);
      assert.equal(moved.ask.acceptedTermsRevision, null);
      m.accepted = null;
    }
    return moved;
  }
}

class Fact extends Step {
  constructor(private readonly fact: 'consent' | 'suspend' | 'cancel' | 'erase') {
    super();
  }

  override toString() {
    return this.fact;
  }

  protected take(m: Model, before: Introduction): Moved | Introduction {
    switch (this.fact) {
      case 'consent':
        m.consent = !m.consent;
        return before;
      case 'suspend':
        m.listed = false;
        return bowedOut(before, m.now);
      case 'cancel':
        m.wanted = false;
        return stoodDown(before, m.now);
      default:
        return { ask: null, shown: before.shown };
    }
  }
}

/** Where time can lead, and where an ask can be after an edit of its terms. */
const BY_TIME: ReadonlySet<string | undefined> = new Set(['expired', 'lapsed', 'withdrawn']);
const ASKED_ANEW: ReadonlySet<string> = new Set(['requested', 'returned', 'forwarded']);

/** The way that leads to a deployment: a run begins some steps along it. */
const GOOD_WAY: readonly Step[] = [
  new Inner({ step: 'forward' }),
  new Inner({ step: 'accept', reviewed: true }),
  new Organizer('confirm'),
  new Inner({ step: 'release' }),
  new Organizer('engage'),
];

function job(both: Introduction, now: Date): Introduction {
  const { ask, shown } = settled(both, now);
  return { ask: ask && reminded(ask, now).ask, shown };
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

/** The guarantees that hold after every step. */
function checkAlways(m: Model, before: Introduction, { ask, shown }: Introduction): void {
  if (ask) {
    if (ask.forwardedAt !== null) assert.ok(m.forwardedByDesk);
    if (['connected', 'engaged', 'not-engaged'].includes(ask.state)) {
      assert.ok(m.released && ask.acceptedTermsRevision !== null);
    }
    // Every open ask has a time at which something is done about it.
    assert.equal(wakeAt(ask) === null, ask.endedAt !== null);
    assert.equal(INTRODUCTION_STEPS.isFinal(ask.state), ask.endedAt !== null);
    checkTogether(ask, shown, m.now);
  }
  const now = shownAt(shown, m.now);
  assert.equal(now.state === 'ended', now.dueAt === null);
  assert.ok(now.revision >= before.shown.revision);
}

/** The organizer is shown the step that her side has reached, as long as her side is open. */
function checkTogether(ask: Ask, shown: Shown, now: Date): void {
  const { state } = settled({ ask, shown }, now).ask ?? ask;
  if (!OPEN_STATES.some((open) => open === state) && state !== 'connected') return;
  const expected = {
    requested: ['with-network'],
    returned: ['returned'],
    forwarded: ['with-network', 'question'],
    accepted: ['accepted'],
    confirmed: ['confirmed'],
    connected: ['connected'],
  }[state as (typeof OPEN_STATES)[number] | 'connected'];
  const seen = shownAt(shown, now).state;
  assert.ok(expected.includes(seen), `${state} is shown as ${seen}`);
}

const organizerSteps = fc
  .constantFrom<OrganizerStep[]>('resend', 'answer', 'confirm', 'withdraw', 'engage', 'close')
  .map((step) => new Organizer(step));
const likely = fc
  .constantFrom<(InnerStep | OrganizerStep)[]>(
    { step: 'forward' },
    { step: 'accept', reviewed: true },
    { step: 'accept', reviewed: false },
    { step: 'review' },
    { step: 'release' },
    'confirm',
  )
  .map((step) => (typeof step === 'string' ? new Organizer(step) : new Inner(step)));
const innerSteps = fc
  .constantFrom<InnerStep[]>(
    { step: 'return' },
    { step: 'refuse' },
    { step: 'ask' },
    { step: 'bar' },
    { step: 'decline', share: null },
    { step: 'decline', share: 'not-this' },
    { step: 'takeBack' },
  )
  .map((inner) => new Inner(inner));
const stale = fc.constant(new Inner({ step: 'accept', reviewed: true }, 'older'));
const waits = fc
  .record({ hours: fc.constantFrom(1, 5, 13, 25, 73, 121, 170), jobs: fc.boolean() })
  .map(({ hours, jobs }) => new Wait(hours, jobs));
const facts = fc
  .constantFrom('consent' as const, 'suspend' as const, 'cancel' as const, 'erase' as const)
  .map((fact) => new Fact(fact));

const others = fc.oneof(
  { arbitrary: waits, weight: 3 },
  { arbitrary: fc.constant(new EditTerms()), weight: 1 },
  { arbitrary: stale, weight: 1 },
  { arbitrary: facts, weight: 1 },
);

const models = fc.record({
  urgency: fc.constantFrom(...URGENCIES),
  desk: fc.constantFrom(...DESKS),
});

function begun({ urgency, desk }: { urgency: Urgency; desk: DeskHours }): {
  model: Model;
  real: Real;
} {
  const { ask, shown } = requested(urgency, BEGIN, desk, 1);
  const model: Model = {
    now: BEGIN,
    urgency,
    desk,
    consent: true,
    listed: true,
    wanted: true,
    termsInForce: 1,
    accepted: null,
    released: false,
    forwardedByDesk: false,
  };
  return { model, real: { both: { ask, shown } } };
}

describe('the life of an introduction', () => {
  it('keeps its guarantees on every path', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(
        models,
        fc.integer({ min: 0, max: GOOD_WAY.length }),
        fc.commands<Model, Real>([likely, organizerSteps, innerSteps, others], {
          maxCommands: MOST_STEPS,
          disableReplayLog: true,
        }),
        (begin, along, commands) => {
          const { model, real } = begun(begin);
          for (const step of GOOD_WAY.slice(0, along)) step.run(model, real);
          fc.modelRun(() => ({ model, real }), commands);
          reached.add(real.both.ask?.state ?? 'erased');
        },
      ),
      { numRuns: RUNS, seed: 14 },
    );
    // The runs come everywhere, so that the guarantees were tried where they matter.
    expect([...reached]).toEqual(
      expect.arrayContaining([
        'connected',
        'engaged',
        'expired',
        'lapsed',
        'declined',
        'stood-down',
        'erased',
      ]),
    );
  });

  it('is shown to the organizer alike, however it ended in silence', () => {
    /** A hidden end that comes some time after the request was forwarded. */
    const ends: Record<string, (both: Introduction, now: Date) => Introduction> = {
      refused: (both, now) => act({ step: 'refuse' }, both, now),
      declined: (both, now) => act({ step: 'decline', share: null }, both, now),
      'consent gone': (both, now) => bowedOut(both, now),
      erased: ({ shown }) => ({ ask: null, shown }),
      silent: (both) => both,
    };
    fc.assert(
      fc.property(
        models,
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 12 }),
        fc.array(
          fc.constantFrom<(OrganizerStep | 'edit' | null)[]>(
            'withdraw',
            'answer',
            'resend',
            'confirm',
            'edit',
            null,
            null,
          ),
          { minLength: 12, maxLength: 12 },
        ),
        (begin, forwarded, waited, steps) => {
          const { model, real } = begun(begin);
          const at = new Date(BEGIN.getTime() + HOUR);
          const base = forwarded ? act({ step: 'forward' }, real.both, at) : real.both;
          const sides = Object.entries(ends).map(([name, end]) => {
            const isOpen =
              forwarded || name === 'refused' || name === 'erased' || name === 'silent';
            return { both: isOpen ? end(base, new Date(at.getTime() + HOUR)) : base };
          });
          let now = at;
          for (const [i, hours] of waited.entries()) {
            now = new Date(now.getTime() + hours * HOUR);
            const step = steps[i] ?? null;
            const seen = sides.map((side) => {
              // On each side the job runs at another time: that must not be seen either.
              if (i % 2 === 0) side.both = job(side.both, now);
              return follow(side, step, model, now);
            });
            for (const one of seen) assert.deepEqual(one, seen[0]);
          }
        },
      ),
      { numRuns: 2_000, seed: 14 },
    );
  });

  it('is shown alike whether a declaration is barred, unread, or she is gone', () => {
    const accepted = (urgency: Urgency) => {
      const { real } = begun({ urgency, desk: USUAL_HOURS });
      const forwarded = act({ step: 'forward' }, real.both, BEGIN);
      return act({ step: 'accept', reviewed: false }, forwarded, BEGIN);
    };
    for (const urgency of URGENCIES) {
      const base = accepted(urgency);
      const sides = [
        base,
        act({ step: 'bar' }, base, BEGIN),
        bowedOut(base, BEGIN),
        { ask: null, shown: base.shown },
      ];
      for (const days of [0, 1, 4.9, 5, 6, 30]) {
        const now = new Date(BEGIN.getTime() + days * 24 * HOUR);
        const seen = sides.map(({ shown }) => shownAt(shown, now));
        for (const one of seen) expect(one).toEqual(seen[0]);
        expect(seen[0]?.word).toBe(days < 5 ? null : 'no-answer');
      }
    }
  });
});

/** Lets the organizer try a step, and gives what is shown then: the refusal too. */
function follow(
  side: { both: Introduction },
  step: OrganizerStep | 'edit' | null,
  { urgency, desk }: Model,
  now: Date,
): { shown: Shown; refused: string | null } {
  let refused: string | null = null;
  try {
    if (step === 'edit') side.both = reasked(side.both, { urgency, termsRevision: 2 }, now);
    else if (step !== null) side.both = byOrganizer(step, { urgency, desk }, side.both, now);
  } catch (error) {
    if (!(error instanceof InvalidStateError)) throw error;
    refused = error.message;
  }
  return { shown: shownAt(side.both.shown, now), refused };
}

function act(step: InnerStep, both: Introduction, now: Date): Introduction {
  const { ask, shown } = byInner(step, both, {
    now,
    consented: true,
    listed: true,
    asksOut: 0,
    namedRevision: 1,
    declared: true,
    wanted: true,
    pseudonymous: false,
    relayOnly: false,
  });
  return { ask, shown };
}
