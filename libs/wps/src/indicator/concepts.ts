/**
 * What indicators of different frameworks measure, in our words. Each indicator points to one concept and says how well it
 * fits, so that one observation can serve several reports. After the pillars of S/2010/498.
 */
export const CONCEPTS = {
  'sexual-violence-prevalence': 'How many women and girls suffer sexual violence.',
  'sexual-violence-patterns': 'In which patterns sexual violence occurs in conflict.',
  'mission-reporting-on-violations':
    'How far peace missions report on violations of women’s rights.',
  'rights-bodies-acting':
    'How far national human rights bodies act on violations of women’s rights.',
  'women-in-rights-bodies': 'The share of women who govern national human rights bodies.',
  'exploitation-cases-acted-upon':
    'The share of reported cases of sexual exploitation and abuse by peacekeepers that are acted upon.',
  'directives-to-peacekeepers': 'How far directives to peacekeepers protect women and girls.',
  'security-policy-measures': 'How far national security policies protect women and girls.',
  'council-actions': 'Actions of the Security Council on women, peace and security.',
  'women-executives-regional':
    'The share of women in executive positions of regional organizations.',
  'agreements-gender': 'The share of peace agreements with provisions for women and girls.',
  'women-senior-un': 'The share of women in senior UN positions in conflict countries.',
  'gender-adviser-posts': 'Gender expertise in missions and mediation teams.',
  'women-in-negotiations': 'How far women take part in formal peace negotiations.',
  'women-observers': 'Women with observer or consultative status in peace negotiations.',
  'women-lead-mediators': 'The share of women among lead mediators.',
  'women-in-mediation-teams': 'The share of women in mediation teams.',
  'women-signatories': 'The share of women among signatories of peace agreements.',
  'women-in-parliament': 'The share of seats in parliament held by women.',
  'women-ministers': 'The share of women among ministers.',
  'women-voters-candidates': 'The share of women among voters and candidates.',
  'council-missions-gender': 'How far Security Council missions address women’s issues.',
  'women-local-government': 'The share of seats in local government held by women.',
  'women-decision-makers': 'The share of women in decision-making positions of the public service.',
  'physical-security': 'How safe women and girls are.',
  'laws-on-womens-rights': 'How far laws protect the human rights of women and girls.',
  'women-in-justice-security': 'Women in justice, security services and foreign service.',
  'women-in-peacekeeping': 'The share of women among uniformed peacekeepers.',
  'small-arms-control': 'How far the control of small arms takes women’s safety into account.',
  'temporary-employment': 'The share of temporary employment in recovery that women have.',
  'violence-cases-justice':
    'The share of reported cases of sexual and gender-based violence that are investigated and sentenced.',
  'training-hours': 'Training of decision-makers on violence against women.',
  'maternal-mortality': 'Maternal deaths for each 100,000 live births.',
  'school-enrolment': 'Enrolment of girls and boys in school.',
  'gender-budget-plans': 'The share of money in strategic plans that targets gender equality.',
  'budget-tracking': 'Whether public money for gender equality is tracked.',
  'funding-women-csos': 'Money for women’s organizations of civil society.',
  'un-spending-gender': 'The share of UN funds and spending that targets gender equality.',
  'truth-commissions': 'How far truth commissions address violations of women’s rights.',
  reparations: 'The share of benefits of reparation that women receive.',
  'women-in-ddr':
    'The share of benefits of disarmament, demobilization and reintegration that women receive.',
  'action-plan': 'Whether an action plan on women, peace and security is in force.',
  'defenders-attacked': 'Attacks on human rights defenders.',
  'rights-institution': 'Whether an independent national human rights institution exists.',
  'inclusive-decisions': 'How many people find that decisions are made inclusively.',
  'womens-peace-index':
    'How women fare in a country by an index of inclusion, justice and security.',
} as const satisfies Readonly<Record<string, string>>;

export type Concept = keyof typeof CONCEPTS;
/** Of these, what is counted can be people who suffered violence: few of them might be recognized. */
export const VIOLENCE_CONCEPTS: readonly Concept[] = [
  'sexual-violence-prevalence',
  'sexual-violence-patterns',
  'exploitation-cases-acted-upon',
  'violence-cases-justice',
  'reparations',
  'defenders-attacked',
];

export const CONCEPT_CODES = Object.keys(CONCEPTS) as Concept[];
