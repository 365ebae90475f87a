import { parseLanguageSkill, splitValues } from '#vocabulary';

/** Languages with a level for those that have none of their own. */
export function withLevel(text: string, level: string): string {
  return splitValues(text, (part) => parseLanguageSkill(part).ok)
    .map((part) => {
      const skill = parseLanguageSkill(part);
      return skill.ok && skill.value.level === null ? `${part} (${level})` : part;
    })
    .join('; ');
}
