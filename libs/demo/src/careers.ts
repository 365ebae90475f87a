import type { ExpertiseCode, LanguageCode, Phase, ProcessType, Role, Track } from '#vocabulary';

/** A kind of working life: what such women do, and so what their profiles say together. */
export interface Career {
  readonly slug: string;
  /** What she is called in her biography, in English. */
  readonly title: string;
  /** Fields that she works in, her main one first. */
  readonly core: readonly ExpertiseCode[];
  readonly further: readonly ExpertiseCode[];
  /** The main one first. */
  readonly roles: readonly Role[];
  readonly tracks: readonly Track[];
  readonly work: readonly (readonly [ProcessType, Phase])[];
  readonly years: { readonly from: number; readonly to: number };
  /** How many of a hundred of her deployments are outside her country. */
  readonly abroad: number;
}

const career = (
  slug: string,
  title: string,
  fields: { core: string; further: string },
  standing: { roles: string; tracks: string; years: readonly [number, number]; abroad: number },
  work: string,
): Career => ({
  slug,
  title,
  core: fields.core.split(' '),
  further: fields.further.split(' '),
  roles: standing.roles.split(' ') as Role[],
  tracks: standing.tracks.split(' ') as Track[],
  years: { from: standing.years[0], to: standing.years[1] },
  abroad: standing.abroad,
  work: work.split(' ').map((each) => each.split('/') as [ProcessType, Phase]),
});

/** Careers of which the pool of the second judged set is made. A choice for fiction, not a statement about anyone. */
export const CAREERS: readonly Career[] = [
  career(
    'envoy',
    'diplomat and mediator',
    {
      core: 'mediation.shuttle-diplomacy mediation.process-design governance.power-sharing',
      further:
        'mediation.ceasefire-mediation security.security-sector-reform mediation.negotiation-support policy.advocacy-and-alliance-building',
    },
    { roles: 'lead-mediator co-mediator', tracks: '1 1.5', years: [16, 35], abroad: 80 },
    'comprehensive/negotiation comprehensive/pre-negotiation ceasefire/negotiation election-related/negotiation comprehensive/agreement',
  ),
  career(
    'ceasefire',
    'ceasefire specialist',
    {
      core: 'mediation.ceasefire-mediation security.ceasefire-design-and-monitoring',
      further:
        'security.protection-of-civilians security.disarmament-demobilisation-and-reintegration mediation.conflict-analysis security.mine-action',
    },
    { roles: 'adviser co-mediator observer', tracks: '1 1.5', years: [9, 26], abroad: 70 },
    'ceasefire/negotiation ceasefire/implementation ceasefire/pre-negotiation comprehensive/implementation',
  ),
  career(
    'community',
    'community mediator',
    {
      core: 'mediation.insider-and-community-mediation mediation.natural-resource-and-land-mediation',
      further:
        'recovery.reconciliation-and-social-cohesion justice.customary-justice mediation.inter-religious-and-customary-mediation recovery.land-housing-and-property recovery.livelihoods-and-economic-recovery',
    },
    { roles: 'facilitator lead-mediator', tracks: '3 2', years: [4, 28], abroad: 8 },
    'local/negotiation local/prevention local/implementation local/post-conflict',
  ),
  career(
    'faith',
    'religious leader and mediator',
    {
      core: 'mediation.inter-religious-and-customary-mediation inclusion.religious-and-traditional-leaders',
      further:
        'recovery.reconciliation-and-social-cohesion mediation.facilitation-and-dialogue security.countering-violent-extremism-and-its-narratives',
    },
    { roles: 'facilitator co-mediator', tracks: '2 3 1.5', years: [8, 35], abroad: 15 },
    'local/negotiation local/prevention election-related/prevention comprehensive/pre-negotiation',
  ),
  career(
    'gender',
    'gender adviser',
    {
      core: 'inclusion.womens-participation mediation.gender-sensitive-conflict-analysis',
      further:
        'policy.wps-national-action-plans inclusion.civil-society-engagement justice.conflict-related-sexual-and-gender-based-violence policy.cedaw policy.training-and-capacity-building',
    },
    { roles: 'gender-adviser adviser trainer', tracks: '1 1.5 2', years: [5, 24], abroad: 55 },
    'comprehensive/negotiation ceasefire/negotiation comprehensive/implementation implementation/implementation',
  ),
  career(
    'justice',
    'lawyer for victims',
    {
      core: 'justice.transitional-justice justice.truth-and-reconciliation',
      further:
        'justice.reparations justice.criminal-accountability justice.missing-persons-and-detainees justice.conflict-related-sexual-and-gender-based-violence justice.human-rights-monitoring recovery.psychosocial-support',
    },
    { roles: 'adviser facilitator', tracks: '2 1', years: [6, 28], abroad: 40 },
    'comprehensive/post-conflict comprehensive/implementation implementation/post-conflict comprehensive/agreement',
  ),
  career(
    'election',
    'mediator of election disputes',
    {
      core: 'mediation.election-dispute-mediation governance.elections',
      further:
        'mediation.facilitation-and-dialogue inclusion.media-and-communication governance.parliament inclusion.youth-peace-and-security',
    },
    { roles: 'facilitator co-mediator lead-mediator', tracks: '1.5 2', years: [5, 25], abroad: 35 },
    'election-related/prevention election-related/negotiation election-related/implementation',
  ),
  career(
    'constitution',
    'constitutional lawyer',
    {
      core: 'governance.constitution-making governance.power-sharing',
      further:
        'governance.decentralisation governance.rule-of-law governance.parliament inclusion.minorities-and-indigenous-peoples',
    },
    { roles: 'adviser process-designer', tracks: '1 2', years: [8, 30], abroad: 50 },
    'comprehensive/implementation comprehensive/negotiation election-related/implementation',
  ),
  career(
    'reintegration',
    'specialist of disarmament and reintegration',
    {
      core: 'security.disarmament-demobilisation-and-reintegration security.security-sector-reform',
      further:
        'recovery.livelihoods-and-economic-recovery security.peacekeeping-and-gender-advice recovery.psychosocial-support security.countering-violent-extremism-and-its-narratives',
    },
    { roles: 'adviser facilitator', tracks: '1 2', years: [7, 26], abroad: 55 },
    'implementation/implementation comprehensive/implementation ceasefire/implementation',
  ),
  career(
    'humanitarian',
    'humanitarian negotiator',
    {
      core: 'recovery.humanitarian-access security.protection-of-civilians',
      further:
        'mediation.shuttle-diplomacy justice.missing-persons-and-detainees inclusion.displaced-people-and-refugees recovery.health',
    },
    { roles: 'facilitator co-mediator adviser', tracks: '1.5 3 1', years: [5, 22], abroad: 50 },
    'ceasefire/negotiation local/negotiation ceasefire/pre-negotiation',
  ),
  career(
    'trainer',
    'trainer of mediators',
    {
      core: 'policy.training-and-capacity-building mediation.facilitation-and-dialogue',
      further:
        'mediation.negotiation-support inclusion.womens-participation policy.local-action-plans mediation.conflict-analysis',
    },
    { roles: 'trainer facilitator', tracks: '2 3', years: [6, 25], abroad: 45 },
    'local/prevention comprehensive/negotiation election-related/prevention',
  ),
  career(
    'young',
    'young peace worker',
    {
      core: 'inclusion.youth-peace-and-security mediation.facilitation-and-dialogue',
      further:
        'mediation.digital-mediation inclusion.media-and-communication recovery.climate-peace-and-security inclusion.civil-society-engagement',
    },
    { roles: 'facilitator note-taker trainer', tracks: '3 2', years: [1, 7], abroad: 12 },
    'local/prevention local/negotiation election-related/prevention',
  ),
  career(
    'analyst',
    'conflict analyst',
    {
      core: 'mediation.conflict-analysis policy.research',
      further:
        'recovery.climate-peace-and-security policy.monitoring-indicators-and-reporting mediation.process-design mediation.digital-mediation',
    },
    { roles: 'adviser note-taker', tracks: '1 1.5 2', years: [3, 18], abroad: 50 },
    'comprehensive/pre-negotiation ceasefire/pre-negotiation comprehensive/negotiation',
  ),
];

/** Languages of the rooms of a country: mother tongues, then what officials and envoys work in. */
export interface Home {
  readonly native: readonly LanguageCode[];
  readonly working: readonly LanguageCode[];
  /** Where women from there are deployed abroad. */
  readonly near: readonly string[];
}

const home = (native: string, working: string, near: string): Home => ({
  native: native.split(' '),
  working: working.split(' '),
  near: near.split(' '),
});

/** By ISO 3166-1 code. */
export const HOMES: Readonly<Record<string, Home>> = {
  ML: home('bm ff', 'fr', 'NE BF CF'),
  NE: home('ha dje', 'fr', 'ML TD'),
  BF: home('mos dyu', 'fr', 'ML CI'),
  SN: home('wo dyo', 'fr', 'GM GW ML'),
  CI: home('dyu bci', 'fr', 'BF LR'),
  CM: home('wes ff', 'fr en', 'CF TD'),
  CD: home('sw ln', 'fr', 'BI CF'),
  BI: home('rn', 'fr sw', 'CD RW'),
  RW: home('rw', 'en fr', 'BI CD'),
  CF: home('sg', 'fr', 'TD CD'),
  TD: home('shu', 'fr ar', 'SD CF'),
  SD: home('apd', 'ar en', 'SS TD'),
  SS: home('din nus', 'en', 'SD UG'),
  KE: home('ki luo', 'en sw', 'SO SS'),
  TZ: home('sw', 'en', 'BI MZ'),
  UG: home('lg ach', 'en', 'SS CD'),
  SO: home('so', 'en ar', 'ET KE'),
  ET: home('am om', 'en', 'SO SS'),
  NG: home('ha yo', 'en', 'NE GM'),
  LR: home('kpe', 'en', 'SL CI'),
  SL: home('kri men', 'en', 'LR GM'),
  MZ: home('vmw', 'pt', 'AO GW'),
  GW: home('pov', 'pt fr', 'SN MZ'),
  AO: home('pt', 'fr', 'MZ CD'),
  ZA: home('zu', 'en', 'ZW SS BI'),
  ZW: home('sn', 'en', 'MZ ZA'),
  LY: home('ayl', 'ar', 'TN SD'),
  TN: home('aeb', 'ar fr', 'LY ML'),
  YE: home('ayn', 'ar', 'SD SO'),
  SY: home('apc', 'ar', 'LB IQ'),
  LB: home('apc', 'ar fr en', 'SY YE'),
  IQ: home('acm ckb', 'ar en', 'SY'),
  CO: home('es', 'en', 'GT SV'),
  GT: home('es', 'en', 'CO'),
  ES: home('es', 'en fr', 'CO ML'),
  NO: home('nb', 'en', 'CO SS SD'),
  SE: home('sv', 'en', 'YE SD'),
  FR: home('fr', 'en', 'ML CF CD'),
  BA: home('bs', 'en', 'RS XK'),
  RS: home('sr', 'en', 'BA XK'),
  XK: home('sq', 'en sr', 'RS'),
};
