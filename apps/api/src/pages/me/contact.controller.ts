import {
  CONTACT_FIELDS,
  ContactService,
  NetworkService,
  NO_CONTACT,
  type Contact,
} from '#directory';
import { Controller, Get, Post } from '@nestjs/common';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { Form } from '../request/form.js';
import { herself } from '../request/herself.js';
import { mistakesOf, NO_MISTAKES, type Mistakes } from '../views/mistakes.js';
import type { PageBody, Visit } from '../request/visit.js';
import { contactPage } from './contact.page.js';

interface Written {
  readonly own: Contact;
  readonly version: string | null;
  readonly mistakes: Mistakes;
}

/** How she is reached, and who has looked. */
@Controller('me/contact')
export class ContactPageController {
  constructor(
    private readonly contacts: ContactService,
    private readonly networks: NetworkService,
  ) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    return this.page(visit, null);
  }

  @Post()
  async save(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    const mediatorId = herself(visit);
    const fields = Object.fromEntries(
      CONTACT_FIELDS.map((field) => [field, form.text(field) || null]),
    ) as unknown as Contact;
    const version = form.text('version') || null;
    try {
      await this.contacts.edit(visit.viewer, { mediatorId, networkId: null, version, fields });
    } catch (error) {
      const mistakes = mistakesOf(error, visit.t);
      return this.page(visit, { own: fields, version, mistakes });
    }
    return visit.goTo('/me/contact?done=saved');
  }

  private async page(visit: Visit, written: Written | null): Promise<PageBody> {
    const { viewer, words } = visit;
    const id = herself(visit);
    const stated = await this.contacts.own(viewer);
    const accesses = await this.contacts.accesses(viewer, id);
    const own = stated.find(({ networkId }) => networkId === null);
    const ofNetworks = stated.filter(({ networkId }) => networkId !== null);
    const ids = [...ofNetworks, ...accesses].flatMap(({ networkId }) => networkId ?? []);
    const networks = await this.networks.byIds([...new Set(ids)]);
    const networkName = (networkId: string) => words.inLocale(networks.get(networkId)?.names ?? {});
    const held = {
      own: own?.contact ?? NO_CONTACT,
      version: own?.version ?? null,
      mistakes: NO_MISTAKES,
    };
    const shown = { ...(written ?? held), ofNetworks, accesses, networkName };
    return visit.show(contactPage(visit, shown), written ? 422 : 200);
  }
}
