import type { Page } from 'playwright-core';
import { totpCode } from '../codes.js';
import { thenLoads } from './keyboard.js';

/**
 * Signs in at /sign-in with a password, as a person does, and waits for the page that follows.
 *
 * @param totpSecret of her authenticator, where she has one
 * @throws Error with what the page says, where she does not get in
 */
export async function signInByForm(
  page: Page,
  address: string,
  password: string,
  totpSecret?: string,
): Promise<void> {
  await page.goto('/sign-in');
  const form = page.locator('form[action="/sign-in"]');
  await form.locator('[name="address"]').fill(address);
  await form.locator('[name="password"]').fill(password);
  await thenLoads(page, () => page.keyboard.press('Enter'));
  if (totpSecret !== undefined) {
    await page.locator('[name="code"]').fill(totpCode(totpSecret));
    await thenLoads(page, () => page.keyboard.press('Enter'));
  }
  if (new URL(page.url()).pathname.startsWith('/sign-in')) {
    throw new Error(`She did not get in: ${await page.locator('main').innerText()}`);
  }
}
