import type { NewOrganization } from '#identity';
import { addDays } from '#kernel';
import { type ActorDraft, type MeetingDraft, NETWORK_CODE, type Texts } from '#wps';

/** Fictional actors of the demo, by what they are in its stories. */
export const AGENDA_CODES = {
  state: 'demo-amberland',
  neighbour: 'demo-birchland',
  region: 'demo-amber-coast-union',
  women: 'demo-women-of-amberland',
} as const;
export type AgendaActor = keyof typeof AGENDA_CODES;

/** Whose people act for them. */
export const AGENDA_ORGANIZATIONS: Readonly<Record<AgendaActor, NewOrganization>> = {
  state: { name: 'Fictional Ministry (demo)', kind: 'state' },
  neighbour: { name: 'Fictional Ministry of Birchland (demo)', kind: 'state' },
  region: {
    name: 'Fictional Secretariat of the Amber Coast (demo)',
    kind: 'other',
  },
  women: { name: 'Fictional Women of Amberland (demo)', kind: 'civil-society' },
};

/** What the source of everything is that these actors say. */
export const MADE_UP = 'Fictional: made up for the demo';

const NAMES: Readonly<Record<AgendaActor, Texts>> = {
  state: {
    en: 'Amberland (demo)',
    fr: 'Ambrelande (démo)',
    es: 'Ambarlandia (demo)',
    pt: 'Ambarlândia (demo)',
    ar: 'أمبرلاند (تجريبي)',
    sw: 'Amberland (onyesho)',
  },
  neighbour: {
    en: 'Birchland (demo)',
    fr: 'Bouleaulande (démo)',
    es: 'Abedulandia (demo)',
    pt: 'Bétulândia (demo)',
    ar: 'بيرشلاند (تجريبي)',
    sw: 'Birchland (onyesho)',
  },
  region: {
    en: 'Amber Coast Union (demo)',
    fr: 'Union de la Côte d’ambre (démo)',
    es: 'Unión de la Costa de Ámbar (demo)',
    pt: 'União da Costa do Âmbar (demo)',
    ar: 'اتحاد ساحل العنبر (تجريبي)',
    sw: 'Umoja wa Pwani ya Kaharabu (onyesho)',
  },
  women: {
    en: 'Women of Amberland for Peace (demo)',
    fr: 'Femmes d’Ambrelande pour la paix (démo)',
    es: 'Mujeres de Ambarlandia por la Paz (demo)',
    pt: 'Mulheres da Ambarlândia pela Paz (demo)',
    ar: 'نساء أمبرلاند من أجل السلام (تجريبي)',
    sw: 'Wanawake wa Amberland kwa Amani (onyesho)',
  },
};

/**
 * The fictional actors, each after those that it names. They are members of the network, as its readers must be for what is
 * shared with the network: their source says that this is made up.
 *
 * @param today ISO 8601
 */
export function agendaActors(
  organizationIds: Readonly<Record<AgendaActor, string>>,
  today: string,
): ActorDraft[] {
  const member = (grouping: string) => ({
    grouping,
    from: null,
    until: null,
    source: MADE_UP,
    asOf: today,
  });
  const draft = (who: AgendaActor, rest: Pick<ActorDraft, 'kind' | 'memberships'>): ActorDraft => ({
    ...rest,
    code: AGENDA_CODES[who],
    names: NAMES[who],
    parent: who === 'women' ? AGENDA_CODES.state : null,
    organizationId: organizationIds[who],
    fictional: true,
    offices: [],
  });
  const state = {
    kind: 'state',
    memberships: [member(AGENDA_CODES.region), member(NETWORK_CODE)],
  } as const;
  return [
    draft('region', { kind: 'regional-organization', memberships: [member(NETWORK_CODE)] }),
    draft('state', state),
    draft('neighbour', state),
    draft('women', { kind: 'civil-society', memberships: [] }),
  ];
}

/** The codes of the two meetings of the region, between which its members move their commitments. */
export const AGENDA_MEETINGS = ['demo-amber-coast-spring', 'demo-amber-coast-autumn'] as const;

/** Days before the demo is loaded. */
export const MEETING_DAYS = [300, 110] as const;

export function agendaMeetings(today: string): MeetingDraft[] {
  const themes: readonly Texts[] = [
    {
      en: 'Women in delegations: from promises to names',
      fr: 'Les femmes dans les délégations : des promesses aux noms',
    },
    {
      en: 'Money for action plans, and who receives it',
      fr: 'L’argent des plans d’action et ses destinataires',
    },
  ];
  return AGENDA_MEETINGS.map((code, i) => {
    const from = addDays(today, -MEETING_DAYS[i]!);
    return {
      code,
      grouping: AGENDA_CODES.region,
      kind: 'regional',
      from,
      until: addDays(from, 1),
      place: i === 0 ? 'Port Amber (fictional)' : 'Birch Bay (fictional)',
      theme: themes[i]!,
      documents: [{ title: `${MADE_UP}: minutes`, symbol: null, url: null }],
      hosts: [i === 0 ? AGENDA_CODES.state : AGENDA_CODES.neighbour],
      participants: [
        AGENDA_CODES.region,
        i === 0 ? AGENDA_CODES.neighbour : AGENDA_CODES.state,
        AGENDA_CODES.women,
      ],
      source: MADE_UP,
    };
  });
}
