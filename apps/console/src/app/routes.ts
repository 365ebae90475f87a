import { ADMINISTRATION_ROUTES } from '../screens/administration/routes.js';
import { AGENDA_ROUTES } from '../screens/agenda/routes.js';
import { APPLICATION_ROUTES } from '../screens/applications/routes.js';
import { BREACH_ROUTES } from '../screens/breaches/routes.js';
import { DEPLOYMENT_ROUTES } from '../screens/deployments/routes.js';
import { DUPLICATE_ROUTES } from '../screens/duplicates/routes.js';
import { EMERGENCY_ROUTES } from '../screens/emergency/routes.js';
import { FIGURE_ROUTES } from '../screens/figures/routes.js';
import { IMPORT_ROUTES } from '../screens/imports/routes.js';
import { DESK_ROUTES } from '../screens/desk/routes.js';
import { INBOX_ROUTES } from '../screens/inbox/routes.js';
import { INTRODUCTION_ROUTES } from '../screens/introductions/routes.js';
import { MEDIATOR_ROUTES } from '../screens/mediators/routes.js';
import { MEMBER_ROUTES } from '../screens/members/routes.js';
import { NEED_ROUTES } from '../screens/needs/routes.js';
import { PROCESS_ROUTES } from '../screens/processes/routes.js';
import { PROGRAM_ROUTES } from '../screens/programs/routes.js';
import { PROFILE_ROUTES } from '../screens/profiles/routes.js';
import { NETWORK_ROUTES } from '../screens/network/routes.js';
import { SHORTLIST_ROUTES } from '../screens/shortlists/routes.js';
import { TEAM_ROUTES } from '../screens/teams/routes.js';
import type { ScreenRoute } from '../frame/screen-route.js';

/** All screens. The first that fits an address is shown, so `/members/new` stands before `/members/:id`. */
export const ROUTES: readonly ScreenRoute[] = [
  ...INBOX_ROUTES,
  ...AGENDA_ROUTES,
  ...IMPORT_ROUTES,
  ...MEMBER_ROUTES,
  ...DUPLICATE_ROUTES,
  ...DESK_ROUTES,
  ...APPLICATION_ROUTES,
  ...NETWORK_ROUTES,
  ...NEED_ROUTES,
  ...TEAM_ROUTES,
  ...SHORTLIST_ROUTES,
  ...INTRODUCTION_ROUTES,
  ...DEPLOYMENT_ROUTES,
  ...PROCESS_ROUTES,
  ...MEDIATOR_ROUTES,
  ...PROFILE_ROUTES,
  ...PROGRAM_ROUTES,
  ...FIGURE_ROUTES,
  ...ADMINISTRATION_ROUTES,
  ...EMERGENCY_ROUTES,
  ...BREACH_ROUTES,
];
