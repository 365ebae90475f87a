import { createHash } from 'node:crypto';

/** Light by day and dark by night, as the reader's device is set: an accent on paper. */
const COLOURS = `
:root { color-scheme: light dark; --paper: #fffdfa; --ink: #1f1c1a; --soft: #57514b; --line: #857d75; --fine: #ddd6cd; --deep: #1a4a5e; --warn: #8c1d18; --pale: #f4f0e9; --focus: #b35c00 }
@media (prefers-color-scheme: dark) { :root { --paper: #191715; --ink: #ece7e0; --soft: #b9b1a8; --line: #8f877e; --fine: #3a3632; --deep: #93cbe0; --warn: #f2aaa4; --pale: #25221f; --focus: #ffb561 } }
`;

/** A sheet as it is sent: without what is there for whoever edits it. */
export const sent = (sheet: string): string =>
  sheet
    .trim()
    .replaceAll(/\s*([{;])\s*/g, '$1')
    .replaceAll(/;?\s*}\s*/g, '}')
    .replaceAll(/([:,]) /g, '$1');

/** Changes with the sheet, so that browsers may keep it. */
export const addressOf = (name: string, sheet: string): string =>
  `/pages/${name}.css?v=${createHash('sha256').update(sheet).digest('hex').slice(0, 8)}`;

/**
 * The stylesheet of all pages: small enough for a slow line, readable on an old telephone, and the same pages
 * without it. Sides are named by the direction of writing; spaces are halves of 8 points, and letters have five sizes.
 */
export const STYLE = sent(`
${COLOURS}
* { box-sizing: border-box }
body { margin: 0; font: 1.0625rem/1.6 system-ui, "Noto Sans", "Noto Sans Arabic", sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere }
header, main, footer, body > nav { max-width: 42rem; margin: 0 auto; padding: .75rem 1rem }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; justify-content: space-between }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .5rem 0 1rem }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 .5rem; border-block-start: 1px solid var(--fine); padding-block-start: 1rem }
.scrolls { overflow-x: auto }
th, td { padding: .3rem }
h3 { font-size: 1.0625rem; margin: 1.25rem 0 .25rem }
p { margin: .5rem 0 }
a { color: var(--deep) }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
.unseen, .skip { position: absolute; inset-inline-start: -100vw }
.skip { background: var(--paper); padding: .5rem 1rem }
.skip:focus { inset-inline-start: 0; z-index: 1 }
main:focus, .alert:focus { outline: none }
[aria-current] { font-weight: 700; text-decoration: none }
nav ul, .plain { list-style: none; padding: 0; margin: .5rem 0 }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem }
nav a, nav strong { display: inline-block; padding: .35rem 0 }
.brand { font-weight: 700 }
.leave { background: var(--warn); color: var(--paper); padding: .5rem 1rem; border-radius: .3rem; font-weight: 600; text-decoration: none }
label, legend { display: block; font-weight: 600; margin-block-start: 1rem }
fieldset { border: 1px solid var(--line); border-radius: .3rem; margin: 1rem 0; padding: .25rem 1rem 1rem }
label.choice { font-weight: 400; display: flex; gap: .5rem; align-items: baseline; margin-block-start: .5rem }
input:not([type=checkbox]):not([type=radio]), select, textarea { width: 100%; max-width: 100%; font: inherit; color: inherit; background: var(--paper); padding: .5rem; border: 1px solid var(--line); border-radius: .3rem }
input[type=checkbox], input[type=radio] { width: 1.15rem; height: 1.15rem; flex: none; margin: 0; position: relative; top: .15rem; accent-color: var(--deep) }
textarea { min-height: 8rem }
.hint { color: var(--soft); margin: .1rem 0 .3rem; font-size: .9375rem }
button, .button { font: inherit; font-weight: 600; color: var(--paper); background: var(--deep); border: 1px solid var(--deep); border-radius: .3rem; padding: .5rem 1rem }
button { margin-block-start: 1rem; cursor: pointer }
.button { display: inline-block; text-decoration: none }
.second, .button { color: var(--deep); background: var(--paper) }
.danger { background: var(--warn); border-color: var(--warn) }
.notice, .alert { border-inline-start: .35rem solid var(--deep); background: var(--pale); padding: .5rem 1rem; margin: 1rem 0 }
.alert, .problem { border-color: var(--warn); color: var(--warn) }
.problem { font-weight: 600; margin: .2rem 0 }
bdi { white-space: pre-line }
.row { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: flex-end }
.row > div { flex: 1 1 14rem }
dl { margin: .5rem 0 }
dt { font-weight: 600; margin-block-start: .75rem }
dd { margin: 0 }
dd dl, dd ul, li dl { padding-inline-start: 1rem; border-inline-start: .2rem solid var(--fine); margin: .25rem 0 }
dd ul { list-style-position: inside }
blockquote { margin: .5rem 0; padding-inline-start: 1rem; border-inline-start: .2rem solid var(--line) }
.plain > li { border-block-end: 1px solid var(--fine); padding: .5rem 0 }
dd .plain { border: 0; padding: 0 }
.qr { display: block; width: 15rem; max-width: 100%; background: #fff }
code { font-size: 1.1rem }
.watermark { position: fixed; inset-block-start: 45%; inset-inline: 0; margin: 0; text-align: center; font-size: 2rem; opacity: .13; transform: rotate(-35deg); pointer-events: none }
@media print { :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #333; --deep: #000; --warn: #000; --pale: #fff } .leave, .skip, nav, footer, button { display: none } a { color: inherit; text-decoration: none } h2, h3, dt { break-after: avoid } }
`);

export const STYLE_ADDRESS = addressOf('style', STYLE);
