import { type LineProblem, UnreadableLinesError } from '#evaluation';
import { saidProblems } from '#kernel';
import { isPreset, type PresetCode, validateNeed, withCanonicalCodes } from '#matching';
import type { NeedCriteria } from '../need/need.entity.js';

/** A need of a judged set: what the judges read, and what the model is asked. */
export interface JudgedNeed {
  /** Names it in qrels and runs. */
  readonly topic: string;
  /** The peace process that it was written for; its slug in the shipped set. */
  readonly process: string;
  /** The kind of work it is, where it is one that has weights of its own. */
  readonly preset?: PresetCode;
  readonly title: string;
  readonly brief: string;
  readonly criteria: NeedCriteria;
  /** Weights are tuned on one half of a set alone; the other is looked at once. */
  readonly split?: 'train' | 'held-out';
  /** What it asks for, to see whom a change helps. */
  readonly kinds?: readonly string[];
}

/** Writes needs as they are read. */
export function writeJudgedNeeds(needs: readonly JudgedNeed[]): string {
  return needs.map((need) => `${JSON.stringify(need)}\n`).join('');
}

const TEXTS = ['topic', 'process', 'title', 'brief'] as const;

/**
 * Reads the needs of a judged set, one JSON object on each line.
 *
 * @throws UnreadableLinesError with everything that is wrong in any line
 */
export function parseJudgedNeeds(text: string): JudgedNeed[] {
  const problems: LineProblem[] = [];
  const needs: JudgedNeed[] = [];
  const topics = new Set<string>();
  text.split('\n').forEach((content, i) => {
    if (content.trim() === '') return;
    const need = parsed(content);
    const messages = need === null ? ['This is not one JSON object.'] : faultsOf(need);
    if (need && topics.has(need.topic)) messages.push(`There is a topic ${need.topic} already.`);
    problems.push(...messages.map((message) => ({ line: i + 1, message })));
    if (need) topics.add(need.topic);
    if (need) needs.push({ ...need, criteria: withCanonicalCodes(need.criteria) });
  });
  if (problems.length > 0) throw new UnreadableLinesError(problems);
  return needs;
}

function parsed(line: string): JudgedNeed | null {
  try {
    const value = JSON.parse(line) as JudgedNeed | null;
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function faultsOf(need: JudgedNeed): string[] {
  const missing = TEXTS.filter((field) => typeof need[field] !== 'string' || need[field] === '');
  const criteria = validateNeed({ ...withCanonicalCodes(need.criteria ?? {}), id: 'topic' });
  return [
    ...missing.map((field) => `${field} is missing.`),
    ...(/\s/.test(need.topic) ? ['A topic holds no white space.'] : []),
    ...(need.preset === undefined || isPreset(need.preset) ? [] : ['There is no such preset.']),
    ...saidProblems(criteria, 'en').map(({ path, message }) => `criteria.${path}: ${message}`),
  ];
}
