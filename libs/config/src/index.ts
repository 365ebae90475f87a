export { APP_SETTINGS, CLOCK, ConfigModule, systemClock, type Clock } from './config.module.js';
export { masterKeyText, parseMasterKeys, type MasterKey } from './master-keys.js';
export { isMailAddress, mailAddressProblem } from './mail-address.js';
export { VERSION } from './version.js';
export {
  loadSettings,
  SETTINGS,
  SettingsError,
  settingsTable,
  shownSettings,
  wantsDemo,
  type Settings,
  type ShownSetting,
} from './settings.js';
