import { CONSENT_PURPOSES, type Applicant, type Experience } from '#directory';
import { readWholeNumber, type Role } from '#vocabulary';
import type { Form } from '../request/form.js';
import {
  MOST_ROWS,
  skillsIn,
  SPARE_ROWS,
  understoodSkills,
  withSpareRows,
} from '../request/skills-form.js';
import { territoriesIn } from '../request/territories-form.js';
import type { Visit } from '../request/visit.js';
import { NO_MISTAKES } from '../views/mistakes.js';
import type { ApplicationWritten, ProcessWritten } from './apply.page.js';

const NO_PROCESS: ProcessWritten = { name: '', country: '', role: '', from: '', to: '' };

/** What she wrote; of an empty form what it shows first. */
export function writtenIn(form: Form): ApplicationWritten {
  const processes = Array.from({ length: MOST_ROWS }, (_, i) => ({
    name: form.text(`process${i}`),
    country: form.text(`processCountry${i}`),
    role: form.text(`processRole${i}`),
    from: form.text(`processFrom${i}`),
    to: form.text(`processTo${i}`),
  }));
  return {
    ...skillsIn(form),
    fullName: form.text('fullName'),
    displayName: form.text('displayName'),
    residence: form.text('residence'),
    territories: form.text('territories'),
    years: form.text('years'),
    processes: processes.slice(0, processes.findLastIndex(isWritten) + 1),
    biography: form.text('biography'),
    email: form.text('email'),
    telephone: form.text('telephone'),
    pseudonymous: form.has('pseudonymous'),
    codeName: form.text('codeName'),
    consents: form.all('consents'),
    mistakes: NO_MISTAKES,
  };
}

/** The same as it is shown: with empty rows at the end. */
export function withEmptyRows(written: ApplicationWritten): ApplicationWritten {
  const spare = Array.from({ length: SPARE_ROWS }, () => NO_PROCESS);
  return { ...withSpareRows(written), processes: [...written.processes, ...spare] };
}

/** What the form means, as the service takes it. */
export interface ApplicationRead {
  readonly applicant: Applicant;
  /** By the name of the field of the form; the service finds what else is wrong. */
  readonly mistakes: ReadonlyMap<string, string>;
  /** Which field of the form a path of the service stands in. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Names of languages and territories as codes. One that is not understood is never guessed. */
export function understood(
  written: ApplicationWritten,
  version: string,
  visit: Visit,
): ApplicationRead {
  const { languages, expertise, mistakes: ofSkills, fields } = understoodSkills(written, visit);
  const mistakes = new Map(ofSkills);
  const places = (name: string, text: string) => {
    const { codes, mistake } = territoriesIn(text, visit);
    if (mistake !== null) mistakes.set(name, mistake);
    return codes;
  };
  const [residence] = places('residence', written.residence.replaceAll('\n', ' '));
  const territories = places('territories', written.territories);
  const experience: Experience[] = [];
  const processFields: Record<string, string> = {};
  for (const [row, process] of written.processes.entries()) {
    if (!isWritten(process)) continue;
    const [territory = null] = places(`processCountry${row}`, process.country);
    for (const [path, name] of Object.entries(PROCESS_FIELDS)) {
      processFields[`experience.${experience.length}.${path}`] = `${name}${row}`;
    }
    experience.push({
      processName: process.name,
      processType: null,
      phase: null,
      role: (process.role || null) as Role | null,
      track: null,
      territory,
      yearFrom: wholeNumber(process.from),
      yearTo: wholeNumber(process.to),
    });
  }
  if (written.codeName !== '' && !written.pseudonymous) {
    mistakes.set('pseudonymous', visit.t('apply.codeNameUnticked'));
  }
  const years = wholeNumber(written.years);
  const { pseudonymous } = written;
  return {
    applicant: {
      changes: {
        fullName: written.fullName,
        ...(written.displayName && { displayName: written.displayName }),
        ...(pseudonymous && { pseudonymous, codeName: written.codeName }),
        ...(residence && { residence }),
        ...(years !== null && { years }),
        ...(written.biography && { biography: { [visit.locale]: written.biography } }),
        languages,
        territories,
        expertise,
        experience,
      },
      contact: { email: written.email || null, telephone: written.telephone || null },
      consents: CONSENT_PURPOSES.filter((purpose) => written.consents.includes(purpose)).map(
        (purpose) => ({ purpose, textVersion: version, language: visit.locale }),
      ),
    },
    mistakes,
    fields: {
      // Where there is none, it is the first that is missing.
      languages: 'language0',
      expertise: 'topic0',
      ...fields,
      ...processFields,
      ...Object.fromEntries([[`biography.${visit.locale}`, 'biography']]),
    },
  };
}

/** Where the form holds what a path of a process names. */
const PROCESS_FIELDS = {
  processName: 'process',
  territory: 'processCountry',
  role: 'processRole',
  yearFrom: 'processFrom',
  yearTo: 'processTo',
};

function isWritten(process: ProcessWritten): boolean {
  return Object.values(process).some((text) => text !== '');
}

/** Null for nothing; NaN, which no field accepts, for a text that is not plainly a whole number. */
function wholeNumber(text: string): number | null {
  if (text === '') return null;
  const number = readWholeNumber(text);
  return 'value' in number ? number.value : NaN;
}
