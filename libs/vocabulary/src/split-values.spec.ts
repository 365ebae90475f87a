import { describe, expect, it } from '@jest/globals';
import { parseLanguageSkill, parseTerritory } from './index.js';
import { splitLanguages } from './shared-level.js';
import { splitValues } from './split-values.js';

const countries = (text: string) => splitValues(text, (part) => parseTerritory(part).ok);
const languages = (text: string) => splitValues(text, (part) => parseLanguageSkill(part).ok);

describe('values in one cell', () => {
  it.each([
    ['Colombia, Venezuela', ['Colombia', 'Venezuela']],
    ['Kenya, South Sudan, Somalia', ['Kenya', 'South Sudan', 'Somalia']],
    ['Uganda & Kenya', ['Uganda', 'Kenya']],
    ['Mali et Niger', ['Mali', 'Niger']],
    ['Perú y Bolivia', ['Perú', 'Bolivia']],
    ['Angola e Moçambique', ['Angola', 'Moçambique']],
    ['Kenya na Uganda', ['Kenya', 'Uganda']],
    ['مالي والنيجر', ['مالي', 'النيجر']],
    ['مالي، تشاد؛ تونس', ['مالي', 'تشاد', 'تونس']],
    ['Mali/Niger | Chad\nTogo', ['Mali', 'Niger', 'Chad', 'Togo']],
    ['Bosnia and Herzegovina', ['Bosnia and Herzegovina']],
    ['Serbia, Bosnia and Herzegovina and Kosovo', ['Serbia', 'Bosnia and Herzegovina', 'Kosovo']],
    ['Congo, Democratic Republic of the', ['Congo, Democratic Republic of the']],
    ['Mali,', ['Mali']],
    [
      'Kenya, Congo, Democratic Republic of the, Chad',
      ['Kenya', 'Congo, Democratic Republic of the', 'Chad'],
    ],
    ['Sudan, South Sudan', ['Sudan', 'South Sudan']],
    ['Gambia, The; Korea, Rep.', ['Gambia, The', 'Korea, Rep.']],
    ['Guinea, Guinea-Bissau', ['Guinea', 'Guinea-Bissau']],
  ])('%s', (text, parts) => {
    expect(countries(text)).toEqual(parts);
  });

  it.each([
    ['English, C2', ['English, C2']],
    ['English, French', ['English', 'French']],
    ['English, C1, French, B2', ['English, C1', 'French, B2']],
    ['English and French', ['English', 'French']],
    [
      'Español (lengua materna), inglés (avanzado)',
      ['Español (lengua materna)', 'inglés (avanzado)'],
    ],
  ])('%s, of languages', (text, parts) => {
    expect(languages(text)).toEqual(parts);
  });

  it('leaves a part that is not understood to be refused by itself', () => {
    expect(countries('Kenya, Atlantis')).toEqual(['Kenya', 'Atlantis']);
    expect(countries('Kenya and Atlantis')).toEqual(['Kenya and Atlantis']);
    expect(countries('Atlantis, Lemuria')).toEqual(['Atlantis, Lemuria']);
  });
});

describe('a level that is said once for several languages', () => {
  const skills = (text: string) =>
    splitLanguages(text, (part) => parseLanguageSkill(part).ok).map((part) => {
      const skill = parseLanguageSkill(part);
      return skill.ok ? `${skill.value.language} ${skill.value.level ?? '?'}` : `"${part}"`;
    });

  it.each([
    ['bilingual French/English', ['fr C2', 'en C2']],
    ['Bilingual in French and English', ['fr C2', 'en C2']],
    ['French/English bilingual', ['fr C2', 'en C2']],
    ['bilingual (French, English)', ['fr C2', 'en C2']],
    ['bilingue français-anglais', ['fr C2', 'en C2']],
    ['Français - anglais (bilingue)', ['fr C2', 'en C2']],
    ['bilingüe español/inglés', ['es C2', 'en C2']],
    ['bilingüe en español e inglés', ['es C2', 'en C2']],
    ['bilíngue português-inglês', ['pt C2', 'en C2']],
    ['mjuzi wa lugha mbili: Kiswahili na Kiingereza', ['sw C2', 'en C2']],
    ['ثنائية اللغة (العربية والفرنسية)', ['ar C2', 'fr C2']],
    ['trilingual: Arabic, French and English', ['ar C2', 'fr C2', 'en C2']],
    ['trilingue français, anglais, espagnol', ['fr C2', 'en C2', 'es C2']],
    ['ثلاثية اللغات: العربية والفرنسية والإنجليزية', ['ar C2', 'fr C2', 'en C2']],
    ['fluent in French and English', ['fr C1', 'en C1']],
    ['Fluent in French, English and Arabic', ['fr C1', 'en C1', 'ar C1']],
    ['fluent in French and English, basic Arabic', ['fr C1', 'en C1', 'ar A2']],
    ['native Arabic, fluent English and French', ['ar native', 'en C1', 'fr C1']],
    ['Fluent: French, English', ['fr C1', 'en C1']],
    ['C1 English and French', ['en C1', 'fr C1']],
    ['French and English (both fluent)', ['fr C1', 'en C1']],
    ['speaks French and English fluently', ['fr C1', 'en C1']],
    ['parle couramment le français et l’anglais', ['fr C1', 'en C1']],
    ['Anglais et français courants', ['en C1', 'fr C1']],
    ['notions d’anglais et d’espagnol', ['en A2', 'es A2']],
    ['habla con fluidez español e inglés', ['es C1', 'en C1']],
    ['fala português e francês fluentemente', ['pt C1', 'fr C1']],
    ['anazungumza Kiswahili na Kiingereza kwa ufasaha', ['sw C1', 'en C1']],
    ['تتحدث العربية والفرنسية بطلاقة', ['ar C1', 'fr C1']],
    ['Elle parle le français', ['fr ?']],
    ['habla inglés con fluidez', ['en C1']],
  ])('%s is of each', (text, parts) => {
    expect(skills(text)).toEqual(parts);
  });

  it.each([
    ['native French, English', ['fr native', 'en ?']],
    ['French, English (fluent)', ['fr ?', 'en C1']],
    ['fluent in French and English, Arabic', ['fr C1', 'en C1', 'ar ?']],
    ['Native Arabic, English (B2) and French (A1)', ['ar native', 'en B2', 'fr A1']],
    ['French, mother tongue, English, fluent', ['fr native', 'en C1']],
    ['Low German and English', ['nds ?', 'en ?']],
    ['fluent in Swahli, English', ['"Swahli (fluent)"', 'en C1']],
    ['bilingual French, English, Arabic', ['"bilingual French, English, Arabic"']],
    ['trilingual French and English', ['"trilingual French and English"']],
    ['Lugha mbili: Kiswahili na Kiingereza', ['"Lugha mbili: Kiswahili na Kiingereza"']],
  ])('%s says no more than that', (text, parts) => {
    expect(skills(text)).toEqual(parts);
  });
});
