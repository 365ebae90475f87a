import type { Settings } from '#config';
import type { Provider, Type } from '@nestjs/common';
import { AccountPageController } from './account/account.controller.js';
import { AuthenticatorPageController } from './account/authenticator.controller.js';
import { SessionsPageController } from './account/sessions.controller.js';
import { ApplyController } from './apply/apply.controller.js';
import { ApplicationLinkController } from './link/application.controller.js';
import { AskSteps } from './asks/ask-steps.js';
import { DeploymentSteps } from './deployments/deployment-steps.js';
import { PlaceSteps } from './places/place-steps.js';
import { BreachLinkController } from './link/breach.controller.js';
import { CheckInLinkController } from './link/check-in.controller.js';
import { ConfirmLinkController } from './link/confirm-link.controller.js';
import { LinkDoneController } from './link/done.controller.js';
import { FeedbackLinkController } from './link/feedback.controller.js';
import { IntroductionLinkController } from './link/introduction.controller.js';
import { InvitationLinkController } from './link/invitation.controller.js';
import { PasswordLinkController } from './link/password-link.controller.js';
import { SecondPlaceLinkController } from './link/second-place.controller.js';
import { SignInLinkController } from './link/sign-in-link.controller.js';
import { AudiencesPageController } from './me/audiences.controller.js';
import { AvailabilityPageController } from './me/availability.controller.js';
import { DirectoriesPageController } from './me/directories.controller.js';
import { EntriesPageController } from './me/entries.controller.js';
import { ConsentsPageController } from './me/consents.controller.js';
import { ContactPageController } from './me/contact.controller.js';
import { CorrectionsPageController } from './me/corrections.controller.js';
import { DataPageController } from './me/data.controller.js';
import { DeploymentsPageController } from './me/deployments.controller.js';
import { ErasePageController } from './me/erase.controller.js';
import { NoticesPageController } from './me/notices.controller.js';
import { IntroductionsPageController } from './me/introductions.controller.js';
import { OverviewPageController } from './me/overview.controller.js';
import { PreferencesPageController } from './me/preferences.controller.js';
import { ProfilePageController } from './me/profile.controller.js';
import { SafetyPageController } from './me/safety.controller.js';
import { CorrectionLinkController } from './link/correction.controller.js';
import { SecondPlacesPageController } from './me/second-places.controller.js';
import { DirectoryPagesController } from './directory/directory.controller.js';
import { FrontController } from './directory/front.controller.js';
import { NetworkPagesController } from './directory/networks.controller.js';
import { PublicRequests } from './directory/public-requests.js';
import { PublicSearch } from './directory/public-search.js';
import { PublicVisits } from './directory/public-visit.js';
import { RobotsController } from './directory/robots.controller.js';
import { OutsideController } from './outside/outside.controller.js';
import { StartController } from './outside/start.controller.js';
import { PageErrors } from './page-errors.js';
import { Visits } from './request/visits.js';
import { WayOn } from './request/way-on.js';
import { DemoSignInController } from './sign-in/demo-sign-in.controller.js';
import { DemoSignIn } from './sign-in/demo-sign-in.js';
import { PageSignIn } from './sign-in/page-sign-in.js';
import { RegisterController } from './sign-in/register.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';

/** The pages that everyone reads, or what there is in their place. */
export function publicControllers({ directory }: Pick<Settings, 'directory'>): readonly Type[] {
  return directory
    ? [FrontController, DirectoryPagesController, NetworkPagesController]
    : [StartController];
}

/** All other pages that people read; `request/page-routes.ts` knows their addresses. */
export const PAGE_CONTROLLERS: readonly Type[] = [
  OutsideController,
  RobotsController,
  SignInController,
  RegisterController,
  AccountPageController,
  AuthenticatorPageController,
  SessionsPageController,
  InvitationLinkController,
  PasswordLinkController,
  SignInLinkController,
  ConfirmLinkController,
  ApplyController,
  ApplicationLinkController,
  IntroductionLinkController,
  CheckInLinkController,
  FeedbackLinkController,
  CorrectionLinkController,
  BreachLinkController,
  SecondPlaceLinkController,
  LinkDoneController,
  OverviewPageController,
  DataPageController,
  NoticesPageController,
  ProfilePageController,
  AvailabilityPageController,
  IntroductionsPageController,
  DeploymentsPageController,
  SecondPlacesPageController,
  PreferencesPageController,
  SafetyPageController,
  EntriesPageController,
  DirectoriesPageController,
  ConsentsPageController,
  AudiencesPageController,
  ContactPageController,
  CorrectionsPageController,
  ErasePageController,
];

/** What they need besides the services of `libs/`. */
export const PAGE_PROVIDERS: readonly Provider[] = [
  Visits,
  WayOn,
  PageSignIn,
  PageErrors,
  AskSteps,
  DeploymentSteps,
  PlaceSteps,
  PublicVisits,
  PublicRequests,
  PublicSearch,
];

/** For people who try Baraza: not there in production. */
export const DEMO_CONTROLLERS: readonly Type[] = [DemoSignInController];
export const DEMO_PROVIDERS: readonly Provider[] = [DemoSignIn];
