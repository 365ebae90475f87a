import { foldText } from '#vocabulary';

/** Titles before a name in six languages; those of one or two letters, or that are names as well, only with their dot. */
const TITLE =
  /^(?:(?:ms|mrs|mr|miss|dr|prof|mme|mlle|sra|srta|dra|profa|dkt)\.?|(?:m|me|bi|hon|amb|rev|eng|ing|lic|د|أ|م|pr|s\.\s?e|h\.\s?e|s\.\s?e\.\s?m)\.|السيدة|الدكتورة|الأستاذة|الآنسة)[\s\u00a0]+(?=\p{L})/iu;

/** The name without the titles before it. */
export function withoutTitle(name: string): string {
  const rest = name.replace(TITLE, '');
  return rest === name ? name : withoutTitle(rest);
}

/** A name to compare with others: neither titles, accents and case nor the order of its parts count. */
export function comparedName(name: string): string {
  return foldText(withoutTitle(name)).split(' ').toSorted().join(' ');
}
