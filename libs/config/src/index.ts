export { masterKeyText, parseMasterKeys, type MasterKey } from './master-keys.js';
export { isMailAddress } from './mail-address.js';
export {
  loadSettings,
  SETTINGS,
  SettingsError,
  settingsTable,
  wantsDemo,
  type Settings,
} from './settings.js';
