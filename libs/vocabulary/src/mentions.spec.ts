import { describe, expect, it } from '@jest/globals';
import { foldText } from './fold.js';
import { mentionsIn } from './mentions.js';

const named = (text: string) =>
  mentionsIn(text.split(' ').map((written) => ({ written, word: foldText(written) }))).map(
    ({ codes, from, to }) => [
      text.split(' ').slice(from, to).join(' '),
      codes.map(({ kind, code }) => `${kind} ${code}`),
    ],
  );

describe('what a text mentions', () => {
  it.each([
    ['the longest name', 'a lead mediator', [['lead mediator', ['role lead-mediator']]]],
    [
      'a name in another number and gender',
      'deux facilitateurs locaux',
      [
        ['facilitateurs', ['role facilitator']],
        ['locaux', ['process-type local']],
      ],
    ],
    [
      'every meaning',
      'ceasefires',
      [['ceasefires', ['expertise mediation.ceasefire-mediation', 'process-type ceasefire']]],
    ],
    ['a name with an article in it', 'en Côte de l Ivoire', []],
    ['a country', 'from Ivory Coast', [['Ivory Coast', ['territory CI']]]],
    ['a place below a country', 'près de Kidal', [['Kidal', ['territory ML']]]],
    [
      'an abbreviation in capitals only',
      'DDR and pan and PAN',
      [
        ['DDR', ['expertise security.disarmament-demobilisation-and-reintegration']],
        ['PAN', ['expertise policy.wps-national-action-plans']],
      ],
    ],
    ['no everyday word', 'une réunion au bureau', []],
    ['no numeral', 'I have 2 or 1,5', []],
    ['no name of half of it', 'ivory and coast', []],
  ])('%s', (_what, text, mentioned) => {
    expect(named(text)).toEqual(mentioned);
  });
});
