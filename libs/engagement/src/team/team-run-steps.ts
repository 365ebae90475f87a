import { stateMachine } from '#kernel';

export const TEAM_RUN_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type TeamRunState = (typeof TEAM_RUN_STATES)[number];

/** What becomes of a team that was asked for. */
export const TEAM_RUN_STEPS = stateMachine({
  subject: 'team',
  states: TEAM_RUN_STATES,
  initial: 'queued',
  final: ['done', 'failed', 'cancelled'],
  transitions: {
    /** A run whose process died is begun again. */
    begin: { from: ['queued', 'running'], to: 'running', action: null, audit: null },
    /** Its asker wants no more of it, and nobody works on it yet. */
    drop: { from: ['queued'], to: 'cancelled', action: 'cancel', audit: 'team.cancel' },
    /** Its asker wants no more of it. The solver is told, and `end` follows with what it has found. */
    stop: { from: ['running'], to: null, action: 'cancel', audit: 'team.cancel' },
    finish: { from: ['running'], to: 'done', action: null, audit: 'team.done' },
    end: { from: ['running'], to: 'cancelled', action: null, audit: 'team.cancelled' },
    fail: { from: ['running'], to: 'failed', action: null, audit: 'team.failed' },
  },
});
