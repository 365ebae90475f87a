/** Where what a row of this module holds is sealed for. */
export function placeIn(
  table: 'deployment' | 'clearance_line' | 'incident' | 'emergency_opening',
  id: string,
): string {
  return `${table}:${id}`;
}
