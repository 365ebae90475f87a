export { masterKeyText, parseMasterKeys, type MasterKey } from './master-keys.js';
export { isMailAddress, mailAddressProblem } from './mail-address.js';
export {
  loadSettings,
  SETTINGS,
  SettingsError,
  settingsTable,
  wantsDemo,
  type Settings,
} from './settings.js';
