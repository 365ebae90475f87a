import { areaLabel } from '#vocabulary';

/** Where the process was taken to be, of a need that does not say; no line where it says so itself. */
export function assumedLine(territories: readonly string[]): string[] {
  if (territories.length === 0) return [];
  const names = territories.map((code) => areaLabel(code, 'en')).join(', ');
  return [`The process is taken to be in ${names}: the need does not say where it is.`];
}
