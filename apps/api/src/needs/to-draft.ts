import type { NeedDraft, PeaceProcessDraft } from '#engagement';
import { InvalidInputError, withoutNulls } from '#kernel';
import { refusal } from '#messages';
import { writtenNeed } from '../matching/need.args.js';
import type { NeedInput } from '../matching/need.input.js';
import type { CreateNeedInput, EditNeedInput } from './need.inputs.js';
import type { PeaceProcessChangesInput, PeaceProcessInput } from './peace-process.inputs.js';

/** What was written, as the service takes it. @throws InvalidInputError */
export function toDraft(input: CreateNeedInput): NeedDraft {
  const { title, wanted, workLanguage = null, place = null, alongside = null } = input;
  return {
    title,
    ...criteriaOf(input.criteria),
    process: processOf(input) ?? null,
    wanted: wanted ?? 1,
    workLanguage,
    place,
    confidentiality: input.confidentiality ?? 'restricted',
    urgency: input.urgency ?? 'routine',
    insiderTies: input.insiderTies ?? 'disclosed',
    alongside,
  };
}

/** The same of an edit, where what is absent stays. @throws InvalidInputError */
export function toChanges(input: EditNeedInput): Partial<NeedDraft> {
  const { title, criteria, wanted, workLanguage, place, alongside } = input;
  return {
    title,
    ...(criteria && criteriaOf(criteria)),
    process: processOf(input),
    wanted: wanted ?? undefined,
    workLanguage,
    place,
    confidentiality: input.confidentiality ?? undefined,
    urgency: input.urgency ?? undefined,
    insiderTies: input.insiderTies ?? undefined,
    alongside,
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
    const message = refusal('needs.processOrNew');
    throw new InvalidInputError([{ path: 'newProcess', code: 'CONTRADICTION', message }]);
  }
  return newProcess ? toProcessDraft(newProcess) : process;
}

/** What was written, as the service takes it. */
export function toProcessDraft(input: PeaceProcessInput): PeaceProcessDraft {
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
