import { Controller, Get, Redirect } from '@nestjs/common';

/** Where mails lead that are about nothing in particular, where there is no public directory to begin with. */
@Controller()
export class StartController {
  @Get()
  @Redirect('/sign-in/open', 303)
  start(): void {
    // Nothing but the redirect.
  }
}
