import type {
  CostBearer,
  Engagement,
  SaveTermsInput,
  Support,
  TermsMode,
  WholeTermsFragment,
} from '../../graph/types.js';
import type { Option } from '../../ui/type-ahead.js';
import { COSTS } from '../../vocabulary/terms.js';
import { wholeNumber } from '../../ui/numbers.js';

/** The texts of terms, each with the most letters that fit. */
export const TEXTS = {
  purpose: 2000,
  role: 200,
  placeWords: 200,
  host: 200,
  feeWords: 500,
  securityArrangements: 2000,
  reportingLine: 500,
  confidentiality: 2000,
  riskNote: 2000,
} as const;

export type TextField = keyof typeof TEXTS;
export type Cost = (typeof COSTS)[number];
export const CONTACT = ['name', 'email', 'telephone'] as const;

/** Terms while they are being written: what the fields of the form hold. */
export interface TermsDraft {
  readonly texts: Readonly<Record<TextField, string>>;
  readonly mode: TermsMode | '';
  readonly support: Support | '';
  readonly engagement: Engagement | '';
  readonly startsOn: string;
  readonly endsOn: string;
  readonly percent: string;
  readonly territory: readonly Option[];
  readonly workingLanguages: readonly Option[];
  readonly costs: Readonly<Record<Cost, CostBearer | ''>>;
  readonly contact: Readonly<Record<(typeof CONTACT)[number], string>>;
}

/** The form of terms that were read; empty where none were saved. */
export function draftOf(
  terms: WholeTermsFragment | null,
  languageName: (code: string) => string,
): TermsDraft {
  const texts = Object.fromEntries(
    Object.keys(TEXTS).map((field) => [field, terms?.[field as TextField] ?? '']),
  ) as Record<TextField, string>;
  return {
    texts,
    mode: terms?.mode ?? '',
    support: terms?.support ?? '',
    engagement: terms?.engagement ?? '',
    startsOn: terms?.startsOn ?? '',
    endsOn: terms?.endsOn ?? '',
    percent: terms?.percent ? String(terms.percent) : '',
    territory: terms?.territory ? [{ id: terms.territory.code, words: terms.territory.label }] : [],
    workingLanguages: (terms?.workingLanguages ?? []).map((code) => ({
      id: code,
      words: languageName(code),
    })),
    costs: {
      fee: terms?.costs.fee ?? '',
      travel: terms?.costs.travel ?? '',
      insurance: terms?.costs.insurance ?? '',
      security: terms?.costs.security ?? '',
    },
    contact: {
      name: terms?.contactPerson.name ?? '',
      email: terms?.contactPerson.email ?? '',
      telephone: terms?.contactPerson.telephone ?? '',
    },
  };
}

/** What is sent to be saved. What is empty is not stated. */
export function inputOf(
  draft: TermsDraft,
  needId: string,
  revision: number | null,
): SaveTermsInput {
  const { texts, mode, support, engagement, costs, contact, territory } = draft;
  return {
    needId,
    revision,
    ...(Object.fromEntries(
      Object.entries(texts).map(([field, words]) => [field, stated(words)]),
    ) as Record<TextField, string | null>),
    mode: mode === '' ? null : mode,
    support: support === '' ? null : support,
    engagement: engagement === '' ? null : engagement,
    startsOn: stated(draft.startsOn),
    endsOn: stated(draft.endsOn),
    percent: wholeNumber(draft.percent),
    // Remote work has no territory; the field is not shown then.
    territory: mode === 'REMOTE' ? null : (territory[0]?.id ?? null),
    workingLanguages: draft.workingLanguages.map(({ id }) => id),
    costs: {
      fee: costs.fee === '' ? null : costs.fee,
      travel: costs.travel === '' ? null : costs.travel,
      insurance: costs.insurance === '' ? null : costs.insurance,
      security: costs.security === '' ? null : costs.security,
    },
    contactPerson: {
      name: stated(contact.name),
      email: stated(contact.email),
      telephone: stated(contact.telephone),
    },
  };
}

function stated(words: string): string | null {
  return words.trim() === '' ? null : words.trim();
}
