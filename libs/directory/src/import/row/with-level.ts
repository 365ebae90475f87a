import type { ImportField } from '../columns/fields.js';
import { dividedValues, SKILLS } from '../columns/parsers.js';

/** The values of a column of skills, with a level for those that have none of their own. */
export function withLevel(field: ImportField, text: string, level: string): string {
  const parse = field === 'expertise' ? SKILLS.expertise : SKILLS.language;
  return dividedValues(field, text, (part) => parse(part).ok)
    .map((part) => {
      const skill = parse(part);
      return skill.ok && skill.value.level === null ? `${part} (${level})` : part;
    })
    .join('; ');
}
