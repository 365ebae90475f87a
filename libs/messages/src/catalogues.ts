// Written by `npm run messages` from the catalogues; do not edit.
import type { Locale } from '#vocabulary';
import mailsAr from '../catalogues/mails/ar.json' with { type: 'json' };
import mailsEn from '../catalogues/mails/en.json' with { type: 'json' };
import mailsEs from '../catalogues/mails/es.json' with { type: 'json' };
import mailsFr from '../catalogues/mails/fr.json' with { type: 'json' };
import mailsPt from '../catalogues/mails/pt.json' with { type: 'json' };
import mailsSw from '../catalogues/mails/sw.json' with { type: 'json' };

type Nothing = object;

/** What each message takes, by area and name. */
export interface Messages {
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
}

/** By area and language. */
export const CATALOGUES = {
  mails: { ar: mailsAr, en: mailsEn, es: mailsEs, fr: mailsFr, pt: mailsPt, sw: mailsSw },
} as const satisfies { [A in keyof Messages]: Record<Locale, Record<keyof Messages[A], string>> };
