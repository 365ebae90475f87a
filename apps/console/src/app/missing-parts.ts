/** A page that was loaded anew so short a time ago, in milliseconds, is not loaded anew again by itself. */
const PAUSE = 20_000;

/**
 * A part of the console that a bad line did not bring, or that a newer version has replaced, is never asked for again by
 * the page that asked: the browser remembers that there was none. So the page is loaded anew where the service can be
 * reached; else the screen that broke says what to do.
 */
export function reloadWhereAPartIsMissing(): void {
  addEventListener('vite:preloadError', () => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (entry?.type === 'reload' && performance.now() < PAUSE) return;
    void fetch('/console', { method: 'HEAD' }).then(
      ({ ok }) => {
        if (ok) location.reload();
      },
      () => undefined,
    );
  });
}
