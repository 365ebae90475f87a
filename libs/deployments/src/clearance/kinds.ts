/** Where she works, which decides what must be clear before. Each asks for more than the one before it. */
export const SETTINGS = ['remote', 'own-country', 'abroad', 'un-mission'] as const;
export type Setting = (typeof SETTINGS)[number];

/** Who sees to a line. A host has no account: the desk follows its lines. */
export const LINE_OWNERS = ['mediator', 'desk', 'organizer', 'host'] as const;
export type LineOwner = (typeof LINE_OWNERS)[number];

/** By when a line is closed: `DAYS_BEFORE_START` before the first day, or the day before she travels. */
export const DUE_BEFORE = ['ready', 'travel'] as const;
export type DueBefore = (typeof DUE_BEFORE)[number];

/** Days before the first day on which a line is due. */
export const DAYS_BEFORE_START: Readonly<Record<DueBefore, number>> = { ready: 7, travel: 1 };

export interface LineKind {
  readonly code: string;
  /** The least setting that asks for it. */
  readonly from: Setting;
  readonly owner: LineOwner;
  readonly due: DueBefore;
  /** Guards her life or health: it is never "not needed", and is waived only with her own agreement. */
  readonly protects?: true;
  /** Says something of her that no organizer learns: the line is never the organizer's or the host's. */
  readonly personal?: true;
  /** The line says only whether she is fit, and until when. */
  readonly fitness?: true;
  /** The line takes no reference: whatever it could say is medical, or a way to reach somebody. */
  readonly silent?: true;
}

/** Every kind of line, in the order in which a checklist shows them. */
export const LINE_KINDS = [
  { code: 'tor-agreed', from: 'remote', owner: 'mediator', due: 'ready' },
  { code: 'contract-or-letter', from: 'remote', owner: 'organizer', due: 'ready' },
  { code: 'conflict-of-interest', from: 'remote', owner: 'desk', due: 'ready', personal: true },
  { code: 'confidentiality', from: 'remote', owner: 'mediator', due: 'ready' },
  { code: 'code-of-conduct', from: 'remote', owner: 'mediator', due: 'ready' },
  { code: 'employer-release', from: 'remote', owner: 'mediator', due: 'ready', personal: true },
  { code: 'fee-agreed', from: 'remote', owner: 'organizer', due: 'ready' },
  { code: 'screening', from: 'remote', owner: 'desk', due: 'ready', personal: true },
  { code: 'digital-security-briefing', from: 'remote', owner: 'desk', due: 'ready' },
  {
    code: 'psychosocial-offer',
    from: 'remote',
    owner: 'desk',
    due: 'ready',
    personal: true,
    silent: true,
  },
  { code: 'interpreter', from: 'remote', owner: 'organizer', due: 'ready' },
  {
    code: 'risk-assessment',
    from: 'own-country',
    owner: 'desk',
    due: 'ready',
    protects: true,
    personal: true,
  },
  {
    code: 'emergency-contact',
    from: 'own-country',
    owner: 'mediator',
    due: 'ready',
    personal: true,
    silent: true,
  },
  { code: 'check-in-plan', from: 'own-country', owner: 'mediator', due: 'ready', personal: true },
  {
    code: 'accident-insurance',
    from: 'own-country',
    owner: 'organizer',
    due: 'ready',
    protects: true,
  },
  {
    code: 'care-and-access-needs',
    from: 'own-country',
    owner: 'mediator',
    due: 'ready',
    personal: true,
    silent: true,
  },
  { code: 'health-insurance', from: 'abroad', owner: 'organizer', due: 'travel', protects: true },
  { code: 'medevac', from: 'abroad', owner: 'organizer', due: 'travel', protects: true },
  {
    code: 'medical-fitness',
    from: 'abroad',
    owner: 'mediator',
    due: 'travel',
    personal: true,
    silent: true,
    fitness: true,
  },
  { code: 'visa', from: 'abroad', owner: 'host', due: 'travel' },
  { code: 'travel', from: 'abroad', owner: 'organizer', due: 'travel' },
  {
    code: 'malicious-acts-insurance',
    from: 'abroad',
    owner: 'organizer',
    due: 'travel',
    protects: true,
  },
  { code: 'bsafe', from: 'un-mission', owner: 'mediator', due: 'travel' },
  { code: 'ssafe', from: 'un-mission', owner: 'mediator', due: 'travel' },
  { code: 'trip-clearance', from: 'un-mission', owner: 'host', due: 'travel' },
  { code: 'un-certificate', from: 'un-mission', owner: 'host', due: 'travel' },
] as const satisfies readonly LineKind[];

/** Most characters of a reference: the number of a policy or a letter. */
export const LONGEST_REFERENCE = 100;

export type LineCode = (typeof LINE_KINDS)[number]['code'];
export const LINE_CODES: readonly LineCode[] = LINE_KINDS.map(({ code }) => code);

const BY_CODE = new Map<LineCode, LineKind>(LINE_KINDS.map((kind) => [kind.code, kind]));

/** What is known of a kind. */
export function lineKind(code: LineCode): LineKind {
  const kind = BY_CODE.get(code);
  if (!kind) throw new Error(`${code} is no kind of line.`);
  return kind;
}

/** The kinds that a setting asks for. */
export function kindsOf(setting: Setting): readonly (typeof LINE_KINDS)[number][] {
  const reach = SETTINGS.indexOf(setting);
  return LINE_KINDS.filter(({ from }) => SETTINGS.indexOf(from) <= reach);
}

/** Whether one setting asks for all that another does. */
export function covers(setting: Setting, other: Setting): boolean {
  return SETTINGS.indexOf(setting) >= SETTINGS.indexOf(other);
}

/** Whether a line of this kind may be somebody's to see to. */
export function mayOwn(owner: LineOwner, code: LineCode): boolean {
  const { personal } = lineKind(code);
  return !personal || owner === 'mediator' || owner === 'desk';
}
