import { describe, expect, it } from '@jest/globals';
import { parseLanguageSkill, parseTerritory } from './index.js';
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
