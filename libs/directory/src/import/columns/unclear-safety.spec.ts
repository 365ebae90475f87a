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
    'Publish?',
    'Publish profile',
    'Public',
    'Public profile',
    'Include in directory',
    'Visible on the website (Y/N)',
    'Willing to be listed',
    'Opt-in',
    'Publier',
    'À publier',
    'D’accord pour être publiée',
    'Visible sur le site',
    'Figure dans l’annuaire',
    'De acuerdo',
    'Publicar perfil',
    'Aparece en la web',
    'Pode ser publicada',
    'Incluída no diretório',
    'Anakubali kuorodheshwa',
    'Ameridhia',
    'Anaruhusu jina lake kuchapishwa',
    'الإذن بالنشر',
    'تسمح بنشر بياناتها',
  ])('is asked about where it asks for consent, beside a consent for all rows: %s', (header) => {
    expect(refusedFor(header)).toBe('refused.unclearConsent');
    expect(refusedFor(header, '')).toBeNull();
  });

  it.each([
    'How can we reach you?',
    'Comment pouvons-nous vous joindre ?',
    '¿Cómo podemos ayudarla?',
    'Favourite colour',
    'Published works',
    'Public sector experience',
    'Willing to be deployed',
    'Peace agreements worked on',
    'Accords de paix suivis',
    'Acuerdo de paz en que participó',
    'Políticas públicas',
    'Articles publiés',
    'Orodha ya machapisho',
    'Website',
    'Private sector',
    'Threat analysis',
    'May 2021',
  ])('is left out where it asks for something else: %s', (header) => {
    expect(refusedFor(header)).toBeNull();
  });

  it.each([
    'Private',
    'Keep private',
    'Privé',
    'Perfil privado',
    'Privacy',
    'Confidentialité',
    'Sensitive',
    'Risk level',
    'Niveau de risque',
    'Nivel de riesgo',
    'Hide from website',
    'Masquer',
    'Ocultar',
    'Hali ya usiri',
    'حساسة',
  ])('is asked about where it may keep her from being shown, in any list: %s', (header) => {
    expect(refusedFor(header, '')).toBe('refused.unclearSafety');
  });
});
