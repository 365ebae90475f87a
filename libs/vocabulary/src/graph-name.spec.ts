import { describe, expect, it } from '@jest/globals';
import { enumName, graphName } from './graph-name.js';

describe('names in the graph', () => {
  it('have no hyphens and dots', () => {
    expect(graphName('lead-mediator')).toBe('LEAD_MEDIATOR');
    expect(graphName('1.5', 'TRACK_')).toBe('TRACK_1_5');
    expect(graphName('ruledOut')).toBe('RULED_OUT');
  });

  it('are there for entries of lists that are enums, and for no others', () => {
    expect(enumName('role', 'lead-mediator')).toBe('LEAD_MEDIATOR');
    expect(enumName('track', '1.5')).toBe('TRACK_1_5');
    expect(enumName('expertise-level', '3')).toBe('EXPERT');
    expect(enumName('proficiency', 'native')).toBe('NATIVE');
    expect(enumName('language', 'sw')).toBeNull();
    expect(enumName('territory', 'KE')).toBeNull();
  });
});
