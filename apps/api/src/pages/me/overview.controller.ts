import { OwnBreachService } from '#breaches';
import { CLOCK } from '#config';
import {
  ConsentService,
  consentTexts,
  HerDirectories,
  HerDuplicateService,
  LifeCycleService,
  ProfileService,
  type ConsentPurpose,
  type HerDirectory,
  type WholeProfile,
} from '#directory';
import { OwnAskService } from '#introductions';
import { Controller, Get, Inject, Post } from '@nestjs/common';
import { waitsForHer } from '../asks/ask-place.js';
import { waitsOf } from '../deployments/deployment-place.js';
import { PlaceSteps } from '../places/place-steps.js';
import { waitsForHer as placeWaits } from '../places/place.view.js';
import { DeploymentSteps } from '../deployments/deployment-steps.js';
import type { PageBody, Visit } from '../request/visit.js';
import { PageVisit } from '../request/page-visit.js';
import { herself } from '../request/herself.js';
import { html, type Html } from '../html/html.js';
import { button } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { notice } from '../request/notice.js';
import { askedOnce } from './consents.page.js';
import { askedOfDirectory } from './directories.page.js';

/** The first page after she has signed in. */
@Controller('me')
export class OverviewPageController {
  constructor(
    private readonly profiles: ProfileService,
    private readonly lifeCycle: LifeCycleService,
    private readonly consents: ConsentService,
    private readonly entries: HerDuplicateService,
    private readonly directories: HerDirectories,
    private readonly asks: OwnAskService,
    private readonly deployments: DeploymentSteps,
    private readonly places: PlaceSteps,
    private readonly breaches: OwnBreachService,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    const profile = await this.profiles.whole(visit.viewer, herself(visit));
    const asks = await this.asks.list(visit.viewer);
    const deployments = await this.deployments.list(visit);
    const places = await this.places.list(visit.viewer);
    const unanswered = await this.consents.unanswered(visit.viewer);
    const directories = await this.directories.list(visit.viewer);
    const notices = await this.breaches.list(visit.viewer);
    const now = this.now();
    return visit.show(
      overviewPage(
        visit,
        profile,
        { unanswered, directories },
        {
          notices: notices.filter(({ readAt }) => readAt === null).length,
          asks: asks.filter(waitsForHer).length,
          entries: await this.entries.waiting(visit.viewer),
          place: places.some(placeWaits),
          deployments: deployments.filter((one) => waitsOf(visit, one, now).length > 0).length,
        },
      ),
    );
  }

  @Post('confirm')
  async confirm(@PageVisit() visit: Visit): Promise<PageBody> {
    await this.lifeCycle.step(visit.viewer, herself(visit), 'confirm');
    return visit.goTo('/me?done=confirmed');
  }
}

/** How her profile stands, and what is done most often. */
function overviewPage(
  visit: Visit,
  profile: WholeProfile,
  asked: {
    readonly unanswered: readonly ConsentPurpose[];
    readonly directories: readonly HerDirectory[];
  },
  waiting: {
    readonly notices: number;
    readonly asks: number;
    readonly deployments: number;
    readonly place: boolean;
    readonly entries: number;
  },
): Page {
  return {
    own: true,
    title: visit.t('me.title'),
    content: html`${notice(visit)}
      <p>${visit.t('me.signedIn')}</p>
      ${waiting.notices > 0 && html`<p class="alert"><a href="/me/data/notices">${visit.t('me.noticesWait', { count: waiting.notices })}</a></p>`}
      ${waiting.asks > 0 && html`<p class="notice"><a href="/me/introductions">${visit.t('me.asksWait', { count: waiting.asks })}</a></p>`}
      ${waiting.deployments > 0 && html`<p class="notice"><a href="/me/deployments">${visit.t('me.deploymentsWait', { count: waiting.deployments })}</a></p>`}
      ${waiting.place && html`<p class="notice"><a href="/me/deployments/second-places">${visit.t('me.placeWaits')}</a></p>`}
      ${waiting.entries > 0 && html`<p class="notice"><a href="/me/consents/entries">${visit.t('me.entriesWait', { count: waiting.entries })}</a></p>`}
      ${asked.directories.some(({ listing }) => listing?.state === 'open') && html`<p class="notice"><a href="/me/consents/directories">${visit.t('me.directoriesWait')}</a></p>`}
      <h2>${visit.t('me.state')}</h2>
      <p>${visit.t(`me.states.${profile.state}`)}</p>
      ${!profile.consents.includes('LISTED') && html`<p class="alert">${visit.t('me.unlisted')} <a href="/me/consents">${visit.t('menu.consents')}</a></p>`}
      ${askedOnce(visit, 'LINKED', asked.unanswered, consentTexts(visit.locale))}
      ${profile.consents.includes('LINKED') && askedOfDirectory(visit, asked.directories, consentTexts(visit.locale))}
      <h2>${visit.t('me.confirmTitle')}</h2>
      ${confirmation(visit, profile)}
      <h2 id="export">${visit.t('me.export')}</h2>
      <p>${visit.t('me.exportAbout')} ${visit.t('me.exportWarning')}</p>
      ${visit.form('/me/export/pdf', button(visit.t('me.pdf'), 'second'))}
      ${visit.form('/me/export/json', button(visit.t('me.json'), 'second'))}
      <h2>${visit.t('me.signOut')}</h2>
      ${visit.form('/sign-out', button(visit.t('me.signOut'), 'second'))}`,
  };
}

function confirmation(visit: Visit, { confirmedOn }: WholeProfile): Html {
  const { t } = visit;
  const last = confirmedOn
    ? t('me.confirmedOn', { date: new Date(confirmedOn) })
    : t('me.neverConfirmed');
  return html`<p>${last} <a href="/me/data">${t('menu.data')}</a></p>
    ${visit.form('/me/confirm', button(t('me.confirm')))}`;
}
