import { describe, expect, it } from '@jest/globals';
import { say } from '#messages';
import { codeNameProblem } from './code-name.js';

describe('a code name', () => {
  it.each([
    ['Nadege', 'Nadège Okoro', 'A-1'],
    ['Heron Okoro', 'Nadège Okoro', 'A-1'],
    ['OKORO-7', 'Nadège Okoro', 'A-1'],
    ['نادية', 'نادیة حسن', 'A-1'],
    ['小龙的朋友', '李 小龙', 'A-1'],
    ['NadegeOkoro', 'Nadège Okoro', 'A-1'],
    ['okoro77', 'Nadège Okoro', 'A-1'],
    ['theokoros', 'Nadège Okoro', 'A-1'],
    ['O-k-o-r-o', 'Nadège Okoro', 'A-1'],
    ['Awa77', 'Awa Condé', 'A-1'],
    ['AwaHeron', 'Awa Condé', 'A-1'],
    ['والنادية', 'نادية حسن', 'A-1'],
    ['Baobab 17', 'Amina Diallo', 'AC-0017'],
    ['Baobab ١٧', 'Amina Diallo', 'AC-0017'],
  ])('%s tells of %s, %s', (codeName, name, number) => {
    const found = codeNameProblem({ codeName, displayName: name }, number);
    const problem = found && say(found, 'en');
    expect(problem).toContain('The code name holds');
    for (const part of name.split(' ')) expect(problem).not.toContain(part);
  });

  it.each([
    ['Heron', 'Nadège Okoro', 'A-1'],
    ['Banana', 'Ana de Souza', 'A-1'],
    ['Vale de Flores', 'Ana de Souza', 'A-1'],
    ['Sea Minaret', 'Amina Diallo', 'A-1'],
    ['A B', 'Amina Diallo', 'A-1'],
    ['Baobab 4711', 'Amina Diallo', 'AC-0017'],
    ['Heron 170', 'Amina Diallo', 'AC-0017'],
  ])('%s does not tell of %s, %s', (codeName, name, number) => {
    expect(codeNameProblem({ codeName, fullName: name }, number)).toBeNull();
  });
});
