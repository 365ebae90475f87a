/** Of the settings, for controllers of pages. */
export const PAGE_SETTINGS = Symbol('settings of pages');
