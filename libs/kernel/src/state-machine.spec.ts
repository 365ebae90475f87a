import { describe, expect, it } from '@jest/globals';
import { refusal } from '#messages';
import { LOCALES } from '#vocabulary';
import { InvalidStateError } from './errors.js';
import { stateMachine } from './state-machine.js';

/** Any messages do. */
const [ONCE, OVER] = [refusal('shortlists.sentOnce'), refusal('needs.overAlready')];
const [NO_KEY, WINDY] = [refusal('exchange.noKey'), refusal('shortlists.empty')];

const states = ['open', 'held', 'closed'] as const;

const transitions = {
  hold: {
    from: ['open'],
    to: 'held',
    action: 'edit',
    audit: 'door.hold',
    refused: ONCE,
  },
  note: {
    from: ['open', 'held'],
    to: null,
    action: 'edit',
    audit: 'door.note',
    refused: OVER,
  },
  close: {
    from: ['open', 'held'],
    to: 'closed',
    action: 'close',
    guards: ['key', 'calm'],
    audit: 'door.close',
    refused: ONCE,
  },
} as const;

const guards = {
  key: {
    needs: 'a key',
    refusal: ({ key }: { key: boolean }) => (key ? null : NO_KEY),
  },
  calm: {
    needs: 'no wind',
    refusal: ({ wind = 0 }: { wind?: number }) => (wind > 3 ? WINDY : null),
  },
};

const door = stateMachine<
  (typeof states)[number],
  keyof typeof transitions,
  'edit' | 'close',
  'key' | 'calm',
  { key: boolean; wind?: number }
>({ subject: 'call', states, initial: 'open', final: ['closed'], guards, transitions });

describe('a state machine', () => {
  it('leads where its table says', () => {
    expect(door.take('hold', 'open', { key: false })).toBe('held');
    expect(door.take('note', 'held', { key: false })).toBe('held');
    expect(door.take('close', 'held', { key: true })).toBe('closed');
  });

  it('says what leaves a state, and which guards refuse it', () => {
    expect(door.from('held')).toEqual(['note', 'close']);
    expect(door.from('closed')).toEqual([]);
    expect(door.lacking('close', { key: false, wind: 4 })).toEqual(['key', 'calm']);
    expect(door.lacking('close', { key: true, wind: 4 })).toEqual(['calm']);
    expect(door.lacking('hold', { key: false })).toEqual([]);
  });

  it('refuses what begins in another state, in a sentence', () => {
    const act = () => door.take('close', 'closed', { key: true });
    expect(act).toThrow(InvalidStateError);
    expect(act).toThrow('The call is closed: it is sent once.');
  });

  it('refuses in the sentence of its table, or says that it is so already', () => {
    const table = {
      subject: 'account',
      states: ['suspended', 'active'],
      initial: 'suspended',
      final: [],
      transitions: {
        light: { from: ['suspended'], to: 'active', action: null, audit: null },
        quench: { from: ['active'], to: 'suspended', action: 'quench', audit: 'account.quench' },
      },
    } as const;
    const refused = (machine: { take: (name: 'light', state: 'active') => string }) => {
      try {
        return machine.take('light', 'active');
      } catch (error) {
        return LOCALES.map((locale) => (error as InvalidStateError).saidIn(locale));
      }
    };
    expect(refused(stateMachine(table))).toEqual([
      'الحالة هي «نشط» بالفعل (حساب).',
      'The account is active already.',
      'El estado ya es «activo» (cuenta).',
      'L’état est déjà «\u00a0actif\u00a0» (compte).',
      'O estado já é «ativo» (conta).',
      'Hali tayari ni “inatumika” (akaunti).',
    ]);
    expect(() => stateMachine({ ...table, refusal: OVER }).take('light', 'active')).toThrow(
      'it is over already',
    );
  });

  it('tells the first guard that fails, in the order of the table', () => {
    expect(door.outcome('close', 'open', { key: false, wind: 9 })).toEqual({
      refused: NO_KEY,
    });
    expect(door.outcome('close', 'open', { key: true, wind: 9 })).toEqual({
      refused: WINDY,
    });
    expect(door.needs('close')).toEqual(['a key', 'no wind']);
  });

  it('is closed', () => {
    expect(door.defects()).toEqual([]);
  });

  it('tells what is not closed', () => {
    const broken = stateMachine({
      subject: 'call',
      states: ['open', 'held', 'closed', 'paused'],
      initial: 'open',
      final: ['closed', 'held'],
      guards: { key: { needs: 'a key', refusal: () => null } },
      transitions: {
        hold: { ...transitions.hold },
        close: { ...transitions.close, guards: [], to: 'held', audit: 'door.hold' },
        free: { ...transitions.note, from: ['held'], to: 'open', audit: 'door.free' },
      },
    });
    expect(broken.defects()).toEqual([
      'Nothing leads to closed.',
      'Nothing leads to paused.',
      'held is final and left.',
      'paused is never left.',
      'No transition asks for key.',
      'Two transitions are audited as door.hold.',
    ]);
  });
});
