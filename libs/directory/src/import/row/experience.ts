import { problem } from '#messages';
import {
  asciiDigits,
  readYears,
  parsePhase,
  parseProcessType,
  parseRole,
  parseTerritory,
  parseTrack,
  type Parsed,
} from '#vocabulary';
import type { Experience } from '../../fields/field-values.js';
import type { Cells } from './cells.js';

const EARLIEST = 1900;
const LATEST = 2100;

/** Deployments: one on a line or behind a semicolon, its parts with bars between. */
export function experienceOf(cells: Cells, today: string): Experience[] {
  return cells.values('deployments', /[;\n]/u).flatMap((line) => {
    const parts = line.split('|').map((part) => part.trim());
    const [processName = '', type, phase, role, track, territory, from, to] = parts;
    // "10 years" is no process, but how long she has worked.
    const isYears = parts.length === 1 && readYears(processName, today) !== null;
    if (processName === '' || parts.length > 8 || isYears) {
      cells.reject('deployments', line, problem('deployment.form'));
      return [];
    }
    const part = <T>(text: string | undefined, parse: (text: string) => Parsed<T>): T | null =>
      text ? cells.understood('deployments', text, parse) : null;
    const yearFrom = yearOf(cells, from);
    const yearTo = yearOf(cells, to);
    if (yearFrom && yearTo && yearTo < yearFrom) {
      cells.reject('deployments', line, problem('deployment.order'));
    }
    return [
      {
        processName,
        processType: part(type, parseProcessType),
        phase: part(phase, parsePhase),
        role: part(role, parseRole),
        track: part(track, parseTrack),
        territory: part(territory, parseTerritory),
        yearFrom,
        yearTo,
      },
    ];
  });
}

/** Of a year, a month or a day. */
function yearOf(cells: Cells, text: string | undefined): number | null {
  if (!text) return null;
  const plain = asciiDigits(text);
  const day = /^\d{4}(-\d\d)?$/.test(plain) ? plain : cells.readDay(text);
  const year = Number(day?.slice(0, 4));
  if (year >= EARLIEST && year <= LATEST) return year;
  cells.reject('deployments', text, problem('deployment.year'));
  return null;
}
