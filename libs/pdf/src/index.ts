/** PDFs of texts in any script and direction: lines by the Unicode Bidirectional Algorithm, one typeface that is included. */
export { textPdf, type PdfFace, type PdfPages, type PdfStyle } from './text-pdf.js';
