export { systemClock, type Clock } from './clock.js';
export { APP_SETTINGS, CLOCK, ConfigModule } from './config.module.js';
export { masterKeyText, parseMasterKeys, type MasterKey } from './master-keys.js';
export { isMailAddress, mailAddressProblem } from './mail-address.js';
export { VERSION } from './version.js';
export {
  loadSettings,
  SETTINGS,
  SettingsError,
  settingsTable,
  wantsDemo,
  type Settings,
} from './settings.js';
