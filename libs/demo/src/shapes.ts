import type { NewNetwork } from '#directory';

/** A network of a shape that real ones have: who is in it, and how it keeps its list. */
export interface Shape {
  readonly network: NewNetwork;
  readonly profiles: number;
  /** ISO 3166-1 codes, the commonest first. */
  readonly countries: readonly string[];
  /** Domains of expertise, the commonest first. */
  readonly domains: readonly string[];
  readonly years: { readonly from: number; readonly to: number };
  /** How many of a hundred are shown by a code name only. */
  readonly pseudonymous: number;
}

const network = (
  slug: string,
  en: string,
  fr: string,
  description: string,
  territories: string[],
): NewNetwork => ({
  slug,
  names: { en: `${en} (demo)`, fr: `${fr} (démo)` },
  descriptions: { en: `Fictional. ${description}` },
  territories,
  fictional: true,
});

/** Five fictional networks: continental, Nordic, Mediterranean, young leaders, and local at risk. */
export const SHAPES: readonly Shape[] = [
  {
    network: network(
      'acacia',
      'Acacia Women in Mediation',
      'Femmes médiatrices de l’Acacia',
      'A continental roster of women who mediate between states, parties and communities.',
      ['002'],
    ),
    profiles: 150,
    countries:
      'KE NG ML SN ET CD SD ZA UG RW CI BF SO GH SS NE MZ TZ CM GN SL LR ZW BI TD EG TN GM TG ZM GW'.split(
        ' ',
      ),
    domains: ['mediation', 'security', 'governance', 'justice', 'inclusion', 'policy', 'recovery'],
    years: { from: 7, to: 35 },
    pseudonymous: 2,
  },
  {
    network: network(
      'northern-light',
      'Northern Light Mediators',
      'Médiatrices de la lumière du Nord',
      'Senior diplomats and researchers of the Nordic countries who support processes abroad.',
      ['NORDIC'],
    ),
    profiles: 60,
    countries: 'NO SE FI DK IS'.split(' '),
    domains: ['mediation', 'policy', 'security', 'governance', 'inclusion', 'justice', 'recovery'],
    years: { from: 10, to: 40 },
    pseudonymous: 0,
  },
  {
    network: network(
      'olive-branch',
      'Olive Branch Mediterranean Mediators',
      'Médiatrices du rameau d’olivier',
      'Mediators from both shores of the Mediterranean.',
      ['MEDITERRANEAN'],
    ),
    profiles: 75,
    countries: 'IT TN LB ES MA GR TR EG FR CY JO DZ LY SY MT RS XK BA PT'.split(' '),
    domains: ['mediation', 'inclusion', 'justice', 'governance', 'recovery', 'policy', 'security'],
    years: { from: 5, to: 35 },
    pseudonymous: 4,
  },
  {
    network: network(
      'rising-voices',
      'Rising Voices Young Leaders',
      'Voix montantes',
      'Women under thirty-six who lead dialogues in their countries, with mentors beside them.',
      ['002'],
    ),
    profiles: 70,
    countries: 'NG KE SN TN CD SS GH UG ML RW SL MA SD MZ ZW GM'.split(' '),
    domains: ['inclusion', 'mediation', 'recovery', 'justice', 'policy', 'governance', 'security'],
    years: { from: 1, to: 9 },
    pseudonymous: 5,
  },
  {
    network: network(
      'quiet-bridges',
      'Quiet Bridges',
      'Ponts discrets',
      'Insider mediators in places where it is dangerous to be known as one.',
      ['145', '015', '011'],
    ),
    profiles: 45,
    countries: 'SY YE IQ SD LY ML BF NE SO CD MZ CM'.split(' '),
    domains: ['mediation', 'justice', 'recovery', 'inclusion', 'security', 'governance', 'policy'],
    years: { from: 2, to: 30 },
    pseudonymous: 70,
  },
];
