import { describe, expect, it } from '@jest/globals';
import { covers, kindsOf, LINE_KINDS, lineKind, mayOwn, SETTINGS } from './kinds.js';

const codes = (setting: (typeof SETTINGS)[number]) => kindsOf(setting).map(({ code }) => code);

describe('kinds of clearance lines', () => {
  it('grow with the setting: what a nearer one asks for, a farther one asks for too', () => {
    expect(SETTINGS.map((setting) => codes(setting).length)).toEqual([11, 16, 22, 26]);
    for (const [i, setting] of SETTINGS.entries()) {
      for (const nearer of SETTINGS.slice(0, i)) {
        expect(codes(setting)).toEqual(expect.arrayContaining(codes(nearer)));
        expect(covers(setting, nearer)).toBe(true);
        expect(covers(nearer, setting)).toBe(false);
      }
      expect(covers(setting, setting)).toBe(true);
    }
  });

  it('ask for insurance, medevac and a visa abroad, and not at home', () => {
    const abroadOnly = codes('abroad').filter((code) => !codes('own-country').includes(code));
    expect(abroadOnly).toEqual([
      'health-insurance',
      'medevac',
      'medical-fitness',
      'visa',
      'travel',
      'malicious-acts-insurance',
    ]);
    expect(codes('un-mission').slice(-4)).toEqual([
      'bsafe',
      'ssafe',
      'trip-clearance',
      'un-certificate',
    ]);
  });

  it('protect by risk assessment, insurance and medevac', () => {
    const protecting = LINE_KINDS.filter((kind) => lineKind(kind.code).protects);
    expect(protecting.map(({ code }) => code)).toEqual([
      'risk-assessment',
      'accident-insurance',
      'health-insurance',
      'medevac',
      'malicious-acts-insurance',
    ]);
  });

  it('let no organizer or host own what tells of her', () => {
    const personal = LINE_KINDS.filter(({ code }) => lineKind(code).personal);
    expect(personal.map(({ code }) => code)).toContain('medical-fitness');
    for (const { code, owner } of LINE_KINDS) {
      expect(mayOwn(owner, code)).toBe(true);
      expect(mayOwn('desk', code)).toBe(true);
      const hidden = lineKind(code).personal === true;
      expect([mayOwn('organizer', code), mayOwn('host', code)]).toEqual([!hidden, !hidden]);
    }
  });

  it('say of health only whether she is fit', () => {
    expect(LINE_KINDS.filter(({ code }) => lineKind(code).fitness)).toEqual([
      expect.objectContaining({ code: 'medical-fitness', owner: 'mediator' }),
    ]);
  });
});
