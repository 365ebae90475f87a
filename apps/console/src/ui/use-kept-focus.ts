import { useEffect } from 'react';

/**
 * Where a step took away what had the focus, such as its own button or the row that it was about, whoever uses the
 * keyboard goes on in the dialog that is open, else at the heading of the page. A screen that knows a better place puts
 * the focus there itself.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    let isDue = false;
    const remember = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null;
    };
    const forget = (): void => {
      last = null;
    };
    const isGone = (): boolean => last !== null && (!last.isConnected || last.matches(':disabled'));
    const look = (): void => {
      isDue = false;
      const { activeElement } = document;
      if (!isGone() || (activeElement !== null && activeElement !== document.body)) return;
      const places = document.querySelectorAll<HTMLElement>('main h1, [role="dialog"]');
      [...places].at(-1)?.focus();
    };
    // A dialog that closes gives the focus back in the frame after it.
    const later = (): void => {
      if (isDue || !isGone()) return;
      isDue = true;
      requestAnimationFrame(() => requestAnimationFrame(look));
    };
    const changes = new MutationObserver(later);
    changes.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    document.addEventListener('focusin', remember);
    // Who presses beside everything wants the focus nowhere.
    document.addEventListener('pointerdown', forget, true);
    return () => {
      changes.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget, true);
    };
  }, []);
}
