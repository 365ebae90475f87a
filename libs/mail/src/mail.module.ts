import { APP_SETTINGS, type Settings } from '#config';
import { SealedTables, VaultModule } from '#vault';
import { Module, type DynamicModule } from '@nestjs/common';
import { AccountAddresses } from './account-addresses.js';
import { MailSend, RECORD_DROPPED, type RecordDropped } from './mail-send.js';
import { MailWatch } from './mail-watch.js';
import { mailSealedTables } from './sealed-tables.js';
import { SafeWays } from './safe-ways.js';
import { createMailTransport } from './transport/create-mail-transport.js';
import { createMessageGateway } from './transport/create-message-gateway.js';
import { MailTransport } from './transport/mail-transport.js';
import { MessageGateway } from './transport/message-gateway.js';

/** Mails and messages that wait, and what sends them. */
@Module({
  imports: [VaultModule],
  providers: [
    {
      provide: MailTransport,
      inject: [APP_SETTINGS],
      useFactory: (settings: Settings) => createMailTransport(settings),
    },
    {
      provide: MessageGateway,
      inject: [APP_SETTINGS],
      useFactory: (settings: Settings) => createMessageGateway(settings),
    },
    SafeWays,
    AccountAddresses,
    MailSend,
    MailWatch,
  ],
  exports: [MailTransport, MessageGateway, MailSend, SafeWays, AccountAddresses],
})
export class MailModule {
  constructor(sealed: SealedTables) {
    sealed.add(mailSealedTables);
  }

  /** @param recordDropped writes to the audit log, which stands above this module, what became of a mail */
  static recordingBy(recordDropped: RecordDropped): DynamicModule {
    return {
      module: MailModule,
      providers: [{ provide: RECORD_DROPPED, useValue: recordDropped }],
    };
  }
}
