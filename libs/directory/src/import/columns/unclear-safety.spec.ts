import { describe, expect, it } from '@jest/globals';
import { ColumnMap } from './column-map.js';
import { refuseUnclearSafety } from './unclear-safety.js';

/** What a list is refused for that has such a column beside a consent for all rows; null where it is not. */
function refusedFor(header: string, consent = 'LISTED'): string | null {
  const columns = new ColumnMap({ columns: {}, defaults: consent ? { consent } : {} });
  try {
    refuseUnclearSafety(header, columns);
    return null;
  } catch (error) {
    return (error as { problem: { code: string } }).problem.code;
  }
}

describe('a header that nobody understands', () => {
  it.each([
    'May we list you?',
    'Can we share your profile',
    'OK to publish?',
    'Pouvons-nous vous citer ?',
    'Peut-on publier votre nom ?',
    '¿Podemos publicarla?',
    'Podemos publicar o seu perfil?',
    'Je, tunaweza kukuorodhesha?',
    'هل يمكننا إدراجك؟',
    'Do you agree?',
  ])('is asked about where it asks for consent, beside a consent for all rows: %s', (header) => {
    expect(refusedFor(header)).toBe('refused.unclearConsent');
    expect(refusedFor(header, '')).toBeNull();
  });

  it.each([
    'How can we reach you?',
    'Comment pouvons-nous vous joindre ?',
    '¿Cómo podemos ayudarla?',
    'Favourite colour',
    'May 2021',
  ])('is left out where it asks for something else: %s', (header) => {
    expect(refusedFor(header)).toBeNull();
  });
});
