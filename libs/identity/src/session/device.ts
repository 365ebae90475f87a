/** In the order of asking: most browsers also name those that they descend from. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Just enough of a `User-Agent` that she knows her device again, and nobody else can: `Firefox on Linux`. */
export function deviceOf(userAgent: string): string {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (!browser && !system) return PROGRAM;
  return `${browser ?? BROWSER} on ${system ?? SYSTEM}`;
}

const PROGRAM = 'A program';
const BROWSER = 'A browser';
const SYSTEM = 'an unknown system';

export interface Device {
  readonly browser: string | null;
  readonly system: string | null;
}

/** The parts of what `deviceOf` wrote, to be said in another language; null for a program. */
export function deviceParts(device: string): Device | null {
  const [, browser, system] = /^(.+) on (.+)$/.exec(device) ?? [];
  if (browser === undefined || system === undefined) return null;
  return {
    browser: browser === BROWSER ? null : browser,
    system: system === SYSTEM ? null : system,
  };
}
