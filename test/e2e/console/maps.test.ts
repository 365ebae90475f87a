import { describe, expect, it } from '@jest/globals';
import { entries } from '#vocabulary';
import { geoArea, geoContains } from 'd3-geo';
import places from '../../../apps/console/src/ui/places.json' with { type: 'json' };
import { worldShapes } from '../../../apps/console/src/ui/world-shapes.js';

const shapes = worldShapes();

/** The codes of the shapes in which a place lies. */
const at = (longitude: number, latitude: number) =>
  shapes
    .filter((shape) => geoContains(shape.feature, [longitude, latitude]))
    .map(({ code }) => code);

describe('the shapes of maps', () => {
  it('belong to a territory of the code list each, so that none stays blank', () => {
    const codes = new Set(entries('territory').map(({ code }) => code));
    expect(shapes.filter(({ code }) => !codes.has(code)).map(({ name }) => name)).toEqual([]);
  });

  it('and dots show every territory of the list once, in one way or the other', () => {
    const drawn = new Set(shapes.map(({ code }) => code));
    const dots = Object.keys(places.dots);
    expect(dots.filter((code) => drawn.has(code))).toEqual([]);
    const missing = entries('territory')
      .map(({ code }) => code)
      .filter((code) => !drawn.has(code) && !dots.includes(code));
    // Nobody lives there.
    expect(missing).toEqual(['AQ']);
  });

  it('follow the code list where the source draws who holds a place', () => {
    const found = Object.entries({
      Hargeisa: [44.06, 9.56],
      Mogadishu: [45.2, 2.2],
      'northern Cyprus': [33.4, 35.25],
      Kosovo: [20.9, 42.6],
      Dakhla: [-15.5, 23.9],
      Tifariti: [-10.5, 26.2],
      Agadir: [-9.3, 30.4],
      Crimea: [34.2, 45.2],
      Kaliningrad: [21.5, 54.7],
      'French Guiana': [-53, 4],
      Corsica: [9.1, 42.2],
      Svalbard: [16, 78.5],
      Taiwan: [121, 24],
      Ramallah: [35.2, 31.9],
      'Falkland Islands': [-59, -51.8],
      Abkhazia: [41.2, 43],
    } as const).map(
      ([place, [longitude, latitude]]) => `${place} ${at(longitude, latitude).join()}`,
    );
    expect(found).toEqual([
      'Hargeisa SO',
      'Mogadishu SO',
      'northern Cyprus CY',
      'Kosovo XK',
      'Dakhla EH',
      'Tifariti EH',
      'Agadir MA',
      'Crimea UA',
      'Kaliningrad RU',
      'French Guiana GF',
      'Corsica FR',
      'Svalbard SJ',
      'Taiwan TW',
      'Ramallah PS',
      'Falkland Islands FK',
      'Abkhazia GE',
    ]);
  });

  it('are none that covers half of the world, as a ring in the wrong direction would', () => {
    expect(shapes.filter((shape) => geoArea(shape.feature) > 1).map(({ name }) => name)).toEqual(
      [],
    );
  });
});
