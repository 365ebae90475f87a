/** What controllers ask Nest for the settings by. */
export const SETTINGS_TOKEN = Symbol('settings');
