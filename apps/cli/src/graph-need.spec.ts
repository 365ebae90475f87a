import { describe, expect, it } from '@jest/globals';
import { fromGraph } from './graph-need.js';

const GRAPH = {
  date: '2026-11-01',
  preset: 'CEASEFIRE_TALKS',
  brief: null,
  hard: {
    languages: [{ code: 'fr', level: 'NATIVE' }],
    roles: ['LEAD_MEDIATOR'],
    tracks: ['TRACK_1_5'],
  },
  soft: {
    languages: [{ code: 'ar', level: 'B2', weight: null }],
    expertise: [{ code: 'mediation', level: 'EXPERT' }],
    tracks: [{ code: 'TRACK_2' }],
    process: { type: 'LOCAL', phase: 'NEGOTIATION' },
    origin: { stance: 'INSIDER', territories: ['ML'] },
    workingMode: 'IN_PERSON',
    networks: ['LOCAL'],
  },
};
const OWN = {
  date: '2026-11-01',
  preset: 'ceasefire-talks',
  hard: { languages: [{ code: 'fr', level: 'native' }], roles: ['lead-mediator'], tracks: ['1.5'] },
  soft: {
    languages: [{ code: 'ar', level: 'B2' }],
    expertise: [{ code: 'mediation', level: 3 }],
    tracks: [{ code: '2' }],
    process: { type: 'local', phase: 'negotiation' },
    origin: { stance: 'insider', territories: ['ML'] },
    workingMode: 'in-person',
    networks: ['LOCAL'],
  },
};

describe('a need of the graph', () => {
  it.each([
    ['its criteria', GRAPH, OWN],
    ['a Need', { id: 'x', title: 'Talks', wanted: 3, criteria: GRAPH }, { ...OWN, wanted: 3 }],
    ['an answer', { data: { node: { criteria: GRAPH } } }, OWN],
    ["the house's own spelling", OWN, OWN],
  ])('is read from %s', (_, given, read) => {
    expect(fromGraph(given)).toEqual(read);
  });

  it('leaves what no list has as it is', () => {
    const odd = { date: 'soon', hard: { roles: ['QUEEN', 7], tracks: 'TRACK_2' }, soft: [] };
    expect(fromGraph(odd)).toEqual(odd);
  });
});
