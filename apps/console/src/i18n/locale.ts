import { useSyncExternalStore } from 'react';

/** The languages of Baraza, each by its own name. */
export const LOCALE_NAMES = {
  ar: 'العربية',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  pt: 'Português',
  sw: 'Kiswahili',
} as const;

export type Locale = keyof typeof LOCALE_NAMES;

export const LOCALES = Object.keys(LOCALE_NAMES) as Locale[];

/** The one thing that the console keeps in the browser's storage: the language that was chosen. */
const STORED_AS = 'baraza.language';

const listeners = new Set<() => void>();
let current: Locale = firstLocale();

export function currentLocale(): Locale {
  return current;
}

/** Shows the console in another language from now on, also at the next visit. */
export function chooseLocale(locale: Locale): void {
  current = locale;
  try {
    localStorage.setItem(STORED_AS, locale);
  } catch {
    // A browser that keeps nothing shows its own language next time.
  }
  applyToDocument(locale);
  for (const listener of listeners) listener();
}

export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, currentLocale);
}

export function isRightToLeft(locale: Locale): boolean {
  return locale === 'ar';
}

/** Language and direction of the whole page. */
export function applyToDocument(locale: Locale): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = isRightToLeft(locale) ? 'rtl' : 'ltr';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** That of the address (`?lang=ar`), the chosen one, or the first that the browser names and we have. */
function firstLocale(): Locale {
  const asked = [
    new URLSearchParams(location.search).get('lang'),
    stored(),
    ...navigator.languages.map((one) => one.split('-')[0]),
  ];
  const known = asked.find(
    (one): one is Locale => one !== null && Object.hasOwn(LOCALE_NAMES, one ?? ''),
  );
  return known ?? 'en';
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}
