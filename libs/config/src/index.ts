export {
  loadSettings,
  SETTINGS,
  SettingsError,
  settingsTable,
  wantsDemo,
  type Settings,
} from './settings.js';
