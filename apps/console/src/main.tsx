import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { applyToDocument, currentLocale } from './i18n/locale.js';
import { preload } from './i18n/translate.js';
import './ui/base.css';

applyToDocument(currentLocale());
void preload(['console'], currentLocale());
const place = document.querySelector('#console');
if (!place) throw new Error('The page has no place for the console.');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
