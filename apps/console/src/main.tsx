import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { reloadWhereAPartIsMissing } from './app/missing-parts.js';
import { applyToDocument, currentLocale } from './i18n/locale.js';
import { preload } from './i18n/translate.js';
import './ui/base.css';

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (text: string) => string }): unknown;
}

// The service forbids scripts that are made of text. React Aria empties the region in which it announces things by
// setting its HTML to nothing; that, and no other text, may be set as HTML.
(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
  createHTML: (text) => {
    if (text !== '') throw new TypeError('No text becomes HTML here.');
    return text;
  },
});

reloadWhereAPartIsMissing();
applyToDocument(currentLocale());
void preload(['console'], currentLocale());
const place = document.querySelector('#console');
if (!place) throw new Error('The page has no place for the console.');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
