import { stateMachine } from '#kernel';
import { refusal } from '#messages';

export const IMPORT_STATES = [
  'receiving',
  'uploaded',
  'mapped',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
  'failed',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** All that decides whether a step may be taken. */
export interface ImportFacts {
  /** Somebody has had it applied. */
  readonly wasApplied: boolean;
}

/** The life of an uploaded list. */
export const IMPORT_STEPS = stateMachine({
  subject: 'import',
  states: IMPORT_STATES,
  initial: 'receiving',
  final: ['undone'],
  guards: {
    written: {
      needs: 'that it was applied, or a part of it',
      refusal: ({ wasApplied }: ImportFacts) =>
        wasApplied ? null : refusal('imports.nothingApplied'),
    },
  },
  transitions: {
    /** All of the file has come. */
    receive: { from: ['receiving'], to: 'uploaded', action: 'upload', audit: 'import.upload' },
    /** The coordinator says how the file is to be read, or mends what stands in it. */
    edit: {
      from: ['uploaded', 'mapped', 'checked'],
      to: 'mapped',
      action: 'edit',
      audit: 'import.edit',
      refused: refusal('imports.editedBefore'),
    },
    /** Every row has been read, and it is known what each would do. */
    check: { from: ['uploaded', 'mapped'], to: 'checked', action: null, audit: null },
    /** Something must be settled before the file can be read. */
    ask: { from: ['uploaded', 'mapped'], to: 'uploaded', action: null, audit: null },
    /** Nothing can be made of the file. */
    refuse: { from: ['uploaded', 'mapped'], to: 'failed', action: null, audit: null },
    apply: {
      from: ['checked'],
      to: 'applying',
      action: 'apply',
      audit: 'import.apply',
      refused: refusal('imports.appliedOnce'),
    },
    finish: { from: ['applying'], to: 'applied', action: null, audit: null },
    /** It could not be applied, or undone, to its end. What is still applied can be undone. */
    break: { from: ['applying', 'undoing'], to: 'failed', action: null, audit: null },
    undo: {
      from: ['applied', 'failed'],
      to: 'undoing',
      action: 'apply',
      guards: ['written'],
      audit: 'import.undo',
      refused: refusal('imports.onlyAppliedUndone'),
    },
    end: { from: ['undoing'], to: 'undone', action: null, audit: null },
  },
});

/** States in which a job works on the import. */
export const AT_WORK: readonly ImportState[] = ['applying', 'undoing'];

/** What has become of a row, or would become of it. */
export const ROW_STATUSES = [
  'new',
  'changed',
  'unchanged',
  'rejected',
  'skipped',
  'joined',
  'created',
  'updated',
  'conflict',
  'undone',
  'kept',
] as const;
export type RowStatus = (typeof ROW_STATUSES)[number];
