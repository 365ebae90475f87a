import { Injectable } from '@nestjs/common';

/** The address of an account. @throws VaultError where it cannot be opened */
export type AddressSource = (accountId: string) => Promise<string>;

/**
 * What is asked before a mail is sent whose address could not be opened when it was queued. The module of accounts, which stands
 * above this one, says at its start how it is answered.
 */
@Injectable()
export class AccountAddresses {
  private source: AddressSource | null = null;

  answeredBy(source: AddressSource): void {
    this.source = source;
  }

  async of(accountId: string): Promise<string> {
    if (!this.source) throw new Error('The accounts are not there to say where a mail goes.');
    return this.source(accountId);
  }
}
