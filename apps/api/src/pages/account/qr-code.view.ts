import { create } from 'qrcode';
import { html, type Html } from '../html/html.js';

/** Empty modules around a code, which readers need (ISO/IEC 18004). */
const MARGIN = 4;

/** A text as a QR code, drawn in the page itself: no other request holds it. @param label what a screen reader says */
export function qrCode(text: string, label: string): Html {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = x;
      while (x < size && modules.get(y, x)) x++;
      if (x > from) path += `M${from + MARGIN} ${y + MARGIN}h${x - from}v1h${from - x}z`;
    }
  }
  const side = size + 2 * MARGIN;
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${label}">
    <path d="${path}"></path>
  </svg>`;
}
