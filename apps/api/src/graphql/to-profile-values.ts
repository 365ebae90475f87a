import type {
  Experience as Deployment,
  ExpertiseSkill,
  FieldType,
  LanguageSkill,
} from '#directory';
import { label, type Locale } from '#vocabulary';
import type { Experience } from './profile-values.type.js';
import { toArea, toAreas, toTexts } from './texts.js';

/** A value of a field as the graph has it: coded places and skills with their names in the reader's language. */
export function toGraph(type: FieldType, value: unknown, locale: Locale): unknown {
  if (value === null) return null;
  switch (type.kind) {
    case 'code':
      return type.of === 'territory' ? toArea(value as string, locale) : value;
    case 'codes':
      return type.of === 'territory'
        ? toAreas(value as string[], locale)
        : [...(value as string[])];
    case 'texts':
      return toTexts(value as Record<string, string>);
    case 'names':
      return [...(value as string[])];
    case 'skills':
      return (value as (LanguageSkill | ExpertiseSkill)[]).map(({ code, level }) => ({
        code,
        level,
        label: label(type.of, code, locale),
      }));
    case 'experience':
      return (value as Deployment[]).map((deployment) => toExperience(deployment, locale));
    default:
      return value;
  }
}

/** A deployment with its territory by name. */
function toExperience(deployment: Deployment, locale: Locale): Experience {
  const { processName, processType, phase, role, track, territory, yearFrom, yearTo } = deployment;
  return {
    process: processName,
    type: processType,
    phase,
    role,
    track,
    territory: territory === null ? null : toArea(territory, locale),
    yearFrom,
    yearTo,
  };
}
