import type { NeedRequest } from '#engagement';
import { CommandFailure } from '#runtime';
import { fromGraph } from './graph-need.js';
import { nameOf, readText } from './input-file.js';

/**
 * Reads a need from a JSON file (`-`: standard input), in the spelling of this house or as the graph gives it, or fails
 * with a sentence that names the file.
 */
export async function readNeed(file: string): Promise<NeedRequest> {
  const stated = await readJsonObject(file, 'a need');
  const need = fromGraph(stated) as Partial<NeedRequest> & { date: string };
  return { ...need, hard: need.hard ?? {}, soft: need.soft ?? {} };
}

/** Reads a JSON file that must hold one object. @param what it describes, as in "a need" */
export async function readJsonObject(file: string, what: string): Promise<object> {
  const text = await readText(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CommandFailure(`${nameOf(file)} is not valid JSON: ${(error as Error).message}.`);
  }
  if (value && typeof value === 'object' && !Array.isArray(value)) return value;
  throw new CommandFailure(`${nameOf(file)} must hold one JSON object that describes ${what}.`);
}
