import { addressOf, sent } from './style.js';

/**
 * What only the pages of the public directory have, beside the sheet of all pages; a second accent is among it. Below
 * 58 rem its filters stand under the list that they narrow.
 */
export const PUBLIC_STYLE = sent(`
:root { --warm: #8f4416 }
@media (prefers-color-scheme: dark) { :root { --warm: #f0b48a } }
.open header, .open main, .open footer { max-width: 48rem; padding-inline: 1rem }
.wide header, .wide main, .wide footer { max-width: 68rem }
.open header { border-block-end: 1px solid var(--fine) }
.open header nav a { padding: .5rem 0 }
.open .brand { font-size: 1.25rem; color: var(--warm); text-decoration: none }
.open h1 { font-size: 1.875rem; margin-block: 1.5rem 1rem }
.open footer { border-block-start: 1px solid var(--fine); margin-block-start: 3rem; color: var(--soft); font-size: .9375rem }
.lead { font-size: 1.25rem; line-height: 1.5 }
.line { display: flex; gap: .5rem }
.line input { min-width: 0 }
.line button { margin: 0; flex: none }
.hero { display: flex; gap: 3rem; align-items: center }
.hero > div { flex: 1 }
.circle { width: 16rem; flex: none }
.ground { fill: var(--pale) }
.seat { fill: var(--deep) }
.other { fill: var(--warm) }
.fire { fill: none; stroke: var(--warm); stroke-width: 3 }
.cards { list-style: none; padding: 0; margin: 2rem 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)) }
.cards li { background: var(--pale); border-radius: .5rem; padding: 1rem 1.5rem }
.cards h2, .women h2 { border: 0; padding: 0; margin: 0 0 .25rem; font-size: 1.25rem }
.ways a, .act { display: inline-block; padding: .25rem 0; margin-inline-end: 1rem; font-weight: 600 }
.women { list-style: none; padding: 0; margin: 0 }
.women li { border-block-start: 1px solid var(--fine); padding: 1rem 0 }
.women p { margin: .25rem 0; font-size: .9375rem }
.women .of { color: var(--warm); font-weight: 600 }
.quote { color: var(--soft) }
mark { background: none; color: inherit; font-weight: 700; text-decoration: underline }
.count { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; justify-content: space-between; margin-block-start: 1.5rem }
.turn { display: flex; gap: 1.5rem; justify-content: space-between; font-weight: 600 }
.filters h2 { margin-block-start: 1.5rem }
.filters fieldset { border: 0; border-block-start: 1px solid var(--fine); border-radius: 0; margin: 1rem 0 0; padding: .5rem 0 0 }
.filters legend { float: inline-start; width: 100%; margin: 0 }
.filters legend + label { padding-block-start: .5rem }
.filters label.choice { clear: both; margin: 0; padding: .25rem 0 }
.filters .level { clear: both; margin: 0; padding: .5rem 0 .75rem }
.filters .level label { margin-block-start: 0 }
button.more { background: none; border: 0; color: var(--deep); padding: .25rem 0; margin: 0; font-weight: 400; text-decoration: underline }
.facts dl { margin: 0 }
.facts dd ul { border: 0; padding: 0; list-style: none }
.said { font-size: 1.0625rem; max-width: 40rem }
@media (min-width: 58rem) { .find { display: grid; grid-template-columns: 1fr 18rem; gap: 0 3rem } .ask { grid-column: 1 / -1 } .filters h2 { border: 0; padding: 0 } .jump { display: none } .facts dl { display: grid; grid-template-columns: 14rem 1fr; gap: 0 1rem } .facts dt, .facts dd { margin: 0; padding: .5rem 0; border-block-start: 1px solid var(--fine) } }
@media (max-width: 44rem) { .circle { display: none } .open h1 { font-size: 1.5rem } }
@media print { :root { --warm: #000 } .filters, .ask, .jump, .circle { display: none } }
`);

export const PUBLIC_STYLE_ADDRESS = addressOf('public', PUBLIC_STYLE);
