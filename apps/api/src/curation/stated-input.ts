import {
  typeOf,
  type Availability,
  type Experience,
  type ExpertiseSkill,
  type FieldType,
  type LanguageSkill,
  type StatedField,
} from '#directory';
import { enumName, graphName } from '#vocabulary';

/** What a source states in a field, as `ProfileChangesInput` takes it: stated again, it says the same. */
export function statedInput(field: StatedField, value: unknown): unknown {
  return inputOf(typeOf(field), value);
}

function inputOf(type: FieldType, value: unknown): unknown {
  switch (type.kind) {
    case 'code':
      return enumName(type.of, value as string) ?? value;
    case 'codes':
      return (value as readonly string[]).map((code) => enumName(type.of, code) ?? code);
    case 'choice':
      return graphName(value as string);
    case 'texts':
      return Object.entries(value as Readonly<Record<string, string>>).map(([language, text]) => ({
        language,
        text,
      }));
    case 'skills':
      return (value as readonly (LanguageSkill | ExpertiseSkill)[]).map(({ code, level }) => ({
        code,
        level: enumName(type.of === 'language' ? 'proficiency' : 'expertise-level', String(level)),
      }));
    case 'availability': {
      const { band, periods } = value as Availability;
      return { band: enumName('availability', band), periods };
    }
    case 'experience':
      return (value as readonly Experience[]).map((deployment) => ({
        ...deployment,
        processType: deployment.processType && enumName('process-type', deployment.processType),
        phase: deployment.phase && enumName('phase', deployment.phase),
        role: deployment.role && enumName('role', deployment.role),
        track: deployment.track && enumName('track', deployment.track),
      }));
    default:
      return value;
  }
}
