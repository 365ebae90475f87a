import type { NeedDraft, PeaceProcessDraft } from '#engagement';
import { InvalidInputError, withoutNulls } from '#kernel';
import { writtenNeed } from '../matching/need.args.js';
import type { NeedInput } from '../matching/need.input.js';
import type {
  CreateNeedInput,
  EditNeedInput,
  PeaceProcessChangesInput,
  PeaceProcessInput,
} from './need.inputs.js';

/** What was written, as the service takes it. @throws InvalidInputError */
export function toDraft(input: CreateNeedInput): NeedDraft {
  const { title, wanted, workLanguage = null, place = null, confidentiality } = input;
  return {
    title,
    ...criteriaOf(input.criteria),
    process: processOf(input) ?? null,
    wanted: wanted ?? 1,
    workLanguage,
    place,
    confidentiality: confidentiality ?? 'restricted',
  };
}

/** The same of an edit, where what is absent stays. @throws InvalidInputError */
export function toChanges(input: EditNeedInput): Partial<NeedDraft> {
  const { title, criteria, wanted, workLanguage, place, confidentiality } = input;
  return {
    title,
    ...(criteria && criteriaOf(criteria)),
    process: processOf(input),
    wanted: wanted ?? undefined,
    workLanguage,
    place,
    confidentiality: confidentiality ?? undefined,
  };
}

function criteriaOf(input: NeedInput): Pick<NeedDraft, 'criteria' | 'brief' | 'preset'> {
  const { brief = '', preset = null, ...criteria } = writtenNeed(input);
  return { criteria, brief, preset };
}

/** Undefined where nothing is said. */
function processOf({
  process,
  newProcess,
}: Pick<EditNeedInput, 'process' | 'newProcess'>): NeedDraft['process'] | undefined {
  if (process && newProcess) {
    const message = 'Give `process` or `newProcess`, not both.';
    throw new InvalidInputError([{ path: 'newProcess', code: 'CONTRADICTION', message }]);
  }
  return newProcess ? processDraft(newProcess) : process;
}

function processDraft(input: PeaceProcessInput): PeaceProcessDraft {
  const { name, territories, type, phase, yearFrom } = input;
  const { parties, lead, yearTo = null, themes, languages } = input;
  return {
    name,
    territories,
    type,
    phase,
    yearFrom,
    yearTo,
    parties: parties ?? '',
    lead: lead ?? '',
    themes: themes ?? [],
    languages: languages ?? [],
  };
}

/** The same of an edit, where what is absent stays. */
export function toProcessChanges(input: PeaceProcessChangesInput): Partial<PeaceProcessDraft> {
  const { yearTo, ...others } = input;
  // That it has not ended is said by null.
  const given = withoutNulls(others) as Partial<PeaceProcessDraft>;
  return { ...given, ...(yearTo === undefined ? {} : { yearTo }) };
}
