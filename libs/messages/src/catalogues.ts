// Written by `npm run messages` from the catalogues; do not edit.
import type { Locale } from '#vocabulary';
import analysisAr from '../catalogues/analysis/ar.json' with { type: 'json' };
import analysisEn from '../catalogues/analysis/en.json' with { type: 'json' };
import analysisEs from '../catalogues/analysis/es.json' with { type: 'json' };
import analysisFr from '../catalogues/analysis/fr.json' with { type: 'json' };
import analysisPt from '../catalogues/analysis/pt.json' with { type: 'json' };
import analysisSw from '../catalogues/analysis/sw.json' with { type: 'json' };
import explanationsAr from '../catalogues/explanations/ar.json' with { type: 'json' };
import explanationsEn from '../catalogues/explanations/en.json' with { type: 'json' };
import explanationsEs from '../catalogues/explanations/es.json' with { type: 'json' };
import explanationsFr from '../catalogues/explanations/fr.json' with { type: 'json' };
import explanationsPt from '../catalogues/explanations/pt.json' with { type: 'json' };
import explanationsSw from '../catalogues/explanations/sw.json' with { type: 'json' };
import fairnessAr from '../catalogues/fairness/ar.json' with { type: 'json' };
import fairnessEn from '../catalogues/fairness/en.json' with { type: 'json' };
import fairnessEs from '../catalogues/fairness/es.json' with { type: 'json' };
import fairnessFr from '../catalogues/fairness/fr.json' with { type: 'json' };
import fairnessPt from '../catalogues/fairness/pt.json' with { type: 'json' };
import fairnessSw from '../catalogues/fairness/sw.json' with { type: 'json' };
import findingsAr from '../catalogues/findings/ar.json' with { type: 'json' };
import findingsEn from '../catalogues/findings/en.json' with { type: 'json' };
import findingsEs from '../catalogues/findings/es.json' with { type: 'json' };
import findingsFr from '../catalogues/findings/fr.json' with { type: 'json' };
import findingsPt from '../catalogues/findings/pt.json' with { type: 'json' };
import findingsSw from '../catalogues/findings/sw.json' with { type: 'json' };
import mailsAr from '../catalogues/mails/ar.json' with { type: 'json' };
import mailsEn from '../catalogues/mails/en.json' with { type: 'json' };
import mailsEs from '../catalogues/mails/es.json' with { type: 'json' };
import mailsFr from '../catalogues/mails/fr.json' with { type: 'json' };
import mailsPt from '../catalogues/mails/pt.json' with { type: 'json' };
import mailsSw from '../catalogues/mails/sw.json' with { type: 'json' };
import presetsAr from '../catalogues/presets/ar.json' with { type: 'json' };
import presetsEn from '../catalogues/presets/en.json' with { type: 'json' };
import presetsEs from '../catalogues/presets/es.json' with { type: 'json' };
import presetsFr from '../catalogues/presets/fr.json' with { type: 'json' };
import presetsPt from '../catalogues/presets/pt.json' with { type: 'json' };
import presetsSw from '../catalogues/presets/sw.json' with { type: 'json' };
import teamsAr from '../catalogues/teams/ar.json' with { type: 'json' };
import teamsEn from '../catalogues/teams/en.json' with { type: 'json' };
import teamsEs from '../catalogues/teams/es.json' with { type: 'json' };
import teamsFr from '../catalogues/teams/fr.json' with { type: 'json' };
import teamsPt from '../catalogues/teams/pt.json' with { type: 'json' };
import teamsSw from '../catalogues/teams/sw.json' with { type: 'json' };

type Nothing = object;

/** What each message takes, by area and name. */
export interface Messages {
  analysis: {
    separator: Nothing;
    'headings.CONSENT': Nothing;
    'headings.STATE': Nothing;
    'headings.CONFLICT_OF_INTEREST': Nothing;
    'headings.SAFETY': Nothing;
    'change.LANGUAGE.raised': { name: string; to: string; from: string };
    'change.LANGUAGE.gained': { name: string; to: string };
    'change.REGION': { name: string };
    'change.EXPERTISE.raised': { name: string; to: string; from: string };
    'change.EXPERTISE.gained': { name: string; to: string };
    'change.ROLE.stated': { name: string };
    'change.ROLE.served': { name: string };
    'change.TRACK': { name: string };
    'change.PROCESS': { name: string };
    'change.YEARS': { to: number; from: number };
    'change.AVAILABILITY': { to: number; from: number };
    'change.FRESHNESS': { to: Date };
    'change.NETWORK': { name: string };
    'lift.enough': { change: string; rank: number; score: number };
    'lift.alike': { count: number };
    'lift.most': { top: number; change: string; rank: number; score: number };
    'lift.none': Nothing;
    'margin.spare': { rank: number; top: number; spare: number };
    'margin.safe': { rank: number; eligible: number; top: number };
    'margin.least': { heading: string; value: number; least: number; top: number };
    stability: {
      delta: number;
      top: number;
      inside: number;
      samples: number;
      share: number;
      low: number;
      high: number;
      best: number;
      worst: number;
    };
    'comparison.decided': { ahead: string; behind: string; difference: number; heading: string };
    'comparison.tied': { ahead: string; behind: string };
    'comparison.stopped': { name: string; criteria: string };
    'comparison.turn': { to: number; from: number; heading: string; behind: string };
    'comparison.fixed': Nothing;
    step: { heading: string; alone: number; removed: number; remaining: number; added: number };
    'lack.LANGUAGE.lower': { wanted: string; found: string };
    'lack.LANGUAGE.none': { wanted: string };
    'lack.CONFLICT_OF_INTEREST.territories': { found: string };
    'lack.CONFLICT_OF_INTEREST.networks': { found: string };
    'lack.AVAILABILITY': { needed: number; period: number; found: number };
    'lack.ROLE': { wanted: string };
    'lack.TRACK': { wanted: string };
    'lack.NETWORK': { wanted: string };
    'lack.YEARS': { wanted: number; found: number };
    shortfall: { heading: string; clauses: string };
    nearly: { shortfall: string; score: number };
    scarcity: {
      language: string;
      expertise: string;
      area: string;
      available: number;
      minimum: number;
      asked: number;
    };
    'bottleneck.LANGUAGE': { count: number };
    'bottleneck.EXPERTISE': { count: number };
    'bottleneck.REGION': { count: number };
    'bottleneck.none': Nothing;
  };
  explanations: {
    sentence: { heading: string; clauses: string };
    separator: Nothing;
    'headings.LANGUAGE': Nothing;
    'headings.REGION': Nothing;
    'headings.EXPERTISE': Nothing;
    'headings.ROLE': Nothing;
    'headings.TRACK': Nothing;
    'headings.PROCESS': Nothing;
    'headings.YEARS': Nothing;
    'headings.AVAILABILITY': Nothing;
    'headings.FRESHNESS': Nothing;
    'headings.TEXT': Nothing;
    'headings.NETWORK': Nothing;
    levelled: { name: string; level: string };
    'LANGUAGE.same': { wanted: string; found: string; fit: number };
    'LANGUAGE.member': { wanted: string; found: string; fit: number };
    'LANGUAGE.macrolanguage': { wanted: string; found: string; fit: number };
    'LANGUAGE.sibling': { wanted: string; found: string; fit: number };
    'LANGUAGE.none': { wanted: string };
    'REGION.same': { wanted: string; fit: number };
    'REGION.inside': { wanted: string; found: string; fit: number };
    'REGION.neighbour': { wanted: string; found: string; fit: number };
    'REGION.near': { wanted: string; found: string; fit: number };
    'REGION.continent': { wanted: string; found: string; fit: number };
    'REGION.none': { wanted: string };
    'EXPERTISE.same': { wanted: string; found: string; fit: number };
    'EXPERTISE.child': { wanted: string; found: string; fit: number };
    'EXPERTISE.domain': { wanted: string; found: string; fit: number };
    'EXPERTISE.sibling': { wanted: string; found: string; fit: number };
    'EXPERTISE.none': { wanted: string };
    'ROLE.served': { wanted: string; found: string; fit: number };
    'ROLE.stated': { wanted: string; found: string; fit: number };
    'ROLE.none': { wanted: string };
    'TRACK.same': { wanted: string; fit: number };
    'TRACK.next': { wanted: string; found: string; fit: number };
    'TRACK.none': { wanted: string };
    'PROCESS.type-and-phase': { wanted: string; fit: number };
    'PROCESS.type': { wanted: string; found: string; fit: number };
    'PROCESS.phase': { wanted: string; found: string; fit: number };
    'PROCESS.none': { wanted: string };
    YEARS: { wanted: number; found: number; fit: number };
    'AVAILABILITY.days': { found: number; wanted: number; from: Date; to: Date; fit: number };
    'AVAILABILITY.limited': { wanted: number; from: Date; to: Date; fit: number };
    'AVAILABILITY.unknown': { from: Date; to: Date };
    'FRESHNESS.confirmed': { found: Date; age: number; wanted: Date; fit: number };
    'FRESHNESS.later': { found: Date; fit: number };
    'FRESHNESS.none': Nothing;
    'TEXT.matched': { found: number; wanted: number; fit: number };
    'TEXT.none': { wanted: number };
    'NETWORK.member': { wanted: string; found: string; fit: number };
    'NETWORK.none': { wanted: string };
  };
  fairness: {
    moved: { place: number; without: number };
    same: { place: number };
    rotated: { points: number; share: number };
    unrotated: Nothing;
    forced: { place: number; required: number; group: string };
    'groups.YOUNG_LEADERS': Nothing;
    'groups.NEW_TO_TRACK_1': Nothing;
    'groups.NETWORKS': Nothing;
    'groups.NATIONALS_OR_RESIDENTS': Nothing;
  };
  findings: {
    NETWORKS_EXCLUDED: { networks: string };
    NOBODY_ELIGIBLE: { considered: number };
    FEWER_THAN_WANTED: { eligible: number; wanted: number };
    MOST_RESTRICTIVE: { requirement: string; count: number };
    UNKNOWN_NETWORK: { network: string };
    PERIOD_PAST: { to: Date };
    PERIOD_BEFORE_DATE: { from: Date; date: Date };
    LANGUAGE_NOT_WANTED: { language: string };
    LEVEL_ABOVE_WANTED: { language: string; required: string; wanted: string };
    ROLE_NOT_WANTED: { role: string };
    TRACK_NOT_WANTED: { track: string };
    YEARS_ABOVE_WANTED: { minimum: number; wanted: number };
    TERRITORIES_ASSUMED: { areas: string };
    INSIDERS_EXCLUDED: { area: string; count: number };
    NETWORK_EXCLUDED: { network: string };
    PREFERRED_NETWORK_EXCLUDED: { network: string };
    WEIGHT_WITHOUT_CRITERION: { criterion: string };
    CRITERION_WITHOUT_WEIGHT: { criterion: string };
    BRIEF_WITHOUT_MATCHES: Nothing;
    SAME_VALUE: { count: number; criterion: string };
    'requirement.STATE': Nothing;
    'requirement.LANGUAGE': Nothing;
    'requirement.CONFLICT_OF_INTEREST': Nothing;
    'requirement.AVAILABILITY': Nothing;
    'requirement.ROLE': Nothing;
    'requirement.TRACK': Nothing;
    'requirement.NETWORK': Nothing;
    'requirement.YEARS': Nothing;
  };
  mails: {
    footer: Nothing;
    'invitation.subject': Nothing;
    'invitation.text': { link: string; until: Date };
    'verify-email.subject': Nothing;
    'verify-email.text': { link: string; until: Date };
    'already-registered.subject': Nothing;
    'already-registered.text': { link: string };
    'password-reset.subject': Nothing;
    'password-reset.text': { link: string; until: Date };
    'sign-in-link.subject': Nothing;
    'sign-in-link.text': { link: string; until: Date };
    'password-changed.subject': Nothing;
    'password-changed.text': { at: Date; link: string };
    'second-factor-removed.subject': Nothing;
    'second-factor-removed.text': { at: Date; link: string };
    'new-sign-in.subject': Nothing;
    'new-sign-in.text': { at: Date; link: string };
    'profile-confirm.subject': Nothing;
    'profile-confirm.text': { link: string; until: Date };
    'profile-stale.subject': Nothing;
    'profile-stale.text': { link: string };
    'correction-handled.subject': Nothing;
    'correction-handled.text': { link: string };
    'organization-verified.subject': Nothing;
    'organization-verified.text': { link: string };
    'consent-withdrawn-notice.subject': Nothing;
    'consent-withdrawn-notice.text': { reference: string; link: string };
    'session-ended.subject': Nothing;
    'session-ended.text': { at: Date; link: string };
  };
  presets: {
    'ceasefire-talks.title': Nothing;
    'ceasefire-talks.reason': Nothing;
    'community-mediation.title': Nothing;
    'community-mediation.reason': Nothing;
    'constitution-process.title': Nothing;
    'constitution-process.reason': Nothing;
    'crsv-accountability.title': Nothing;
    'crsv-accountability.reason': Nothing;
    'election-dialogue.title': Nothing;
    'election-dialogue.reason': Nothing;
    'humanitarian-access.title': Nothing;
    'humanitarian-access.reason': Nothing;
    'implementation-monitoring.title': Nothing;
    'implementation-monitoring.reason': Nothing;
    'wps-action-plan.title': Nothing;
    'wps-action-plan.reason': Nothing;
  };
  teams: {
    covered: { what: string; asked: number; found: number };
    relaxed: { what: string; asked: number; possible: number };
    'what.LANGUAGE': { name: string };
    'what.EXPERTISE': { name: string };
    'what.AREA': { name: string };
    'what.YOUNG_LEADERS': Nothing;
    'what.NATIONALS': Nothing;
    'what.NEWCOMERS': Nothing;
    'what.MUST_HAVE': { name: string };
    'what.PER_NETWORK': Nothing;
    'what.PER_NATIONALITY': Nothing;
    'what.SIZE': Nothing;
  };
}

/** By area and language. */
export const CATALOGUES = {
  analysis: {
    ar: analysisAr,
    en: analysisEn,
    es: analysisEs,
    fr: analysisFr,
    pt: analysisPt,
    sw: analysisSw,
  },
  explanations: {
    ar: explanationsAr,
    en: explanationsEn,
    es: explanationsEs,
    fr: explanationsFr,
    pt: explanationsPt,
    sw: explanationsSw,
  },
  fairness: {
    ar: fairnessAr,
    en: fairnessEn,
    es: fairnessEs,
    fr: fairnessFr,
    pt: fairnessPt,
    sw: fairnessSw,
  },
  findings: {
    ar: findingsAr,
    en: findingsEn,
    es: findingsEs,
    fr: findingsFr,
    pt: findingsPt,
    sw: findingsSw,
  },
  mails: { ar: mailsAr, en: mailsEn, es: mailsEs, fr: mailsFr, pt: mailsPt, sw: mailsSw },
  presets: {
    ar: presetsAr,
    en: presetsEn,
    es: presetsEs,
    fr: presetsFr,
    pt: presetsPt,
    sw: presetsSw,
  },
  teams: { ar: teamsAr, en: teamsEn, es: teamsEs, fr: teamsFr, pt: teamsPt, sw: teamsSw },
} as const satisfies { [A in keyof Messages]: Record<Locale, Record<keyof Messages[A], string>> };
