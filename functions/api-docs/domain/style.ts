/** Light or dark as the reader's system; one column on a phone. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #fdfcfa; --panel: #f4f1ec; --line: #dcd6cc; --ink: #23211e; --soft: #5f5a52; --link: #0b57a4;
  --get: #1d6b3a; --post: #0b57a4; --put: #8a5200; --delete: #a4262c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #171614; --panel: #211f1c; --line: #3b3833; --ink: #ece8e1; --soft: #b0a99d; --link: #8cc2ff;
    --get: #7fd39b; --post: #8cc2ff; --put: #f0b765; --delete: #ff9a9a;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; display: grid; grid-template-columns: 22rem minmax(0, 1fr); background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; }
main { padding: 2.5rem 3rem 6rem; max-width: 60rem; }
p { margin: .5rem 0; max-width: 42rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--ground); z-index: 1; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 2rem 1.25rem; background: var(--panel);
  border-right: 1px solid var(--line); font-size: .85rem; line-height: 1.35; }
nav .title { font-weight: 600; font-size: 1rem; }
nav h2 { font-size: .9rem; margin: 1.4rem 0 .3rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a { display: flex; gap: .5rem; padding: .25rem 0; text-decoration: none; color: var(--ink); overflow-wrap: anywhere; }
nav li a:hover, nav h2 a:hover { text-decoration: underline; }
nav h2 a, nav .title a { color: inherit; text-decoration: none; }
h1 { font-size: 2.4rem; line-height: 1.1; margin: 0 0 .5rem; letter-spacing: -.02em; }
main h2 { font-size: 1.6rem; margin: 4rem 0 0; padding-bottom: .4rem; border-bottom: 2px solid var(--ink); letter-spacing: -.01em; }
main h3 { font-size: 1.05rem; margin: 0 0 .3rem; overflow-wrap: anywhere; }
main h3 a { color: inherit; text-decoration: none; }
main h3 a:hover { text-decoration: underline; }
main h4 { font-size: .8rem; text-transform: uppercase; letter-spacing: .08em; color: var(--soft); margin: 1.4rem 0 .4rem; }
.operation, .schema { padding: 2rem 0; border-bottom: 1px solid var(--line); }
:target > h3 { background: var(--panel); box-shadow: 0 0 0 .4rem var(--panel); }
.summary { font-size: 1.05rem; }
.method { font: 600 .75rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; min-width: 3.6rem; display: inline-block; }
.get { color: var(--get); } .post { color: var(--post); } .put { color: var(--put); } .delete { color: var(--delete); }
.path, code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { font-size: .9em; overflow-wrap: anywhere; }
.name { font-weight: 600; }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 4px; padding: .8rem 1rem; overflow-x: auto; font-size: .85rem; line-height: 1.5; }
pre code { font-size: 1em; overflow-wrap: normal; }
.access, .note, .type { color: var(--soft); font-size: .9rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 500; }
tbody th { white-space: nowrap; font-weight: 600; }
td:nth-child(2) { white-space: nowrap; color: var(--soft); }
.properties { list-style: none; margin: .3rem 0; padding: 0 0 0 1rem; border-left: 2px solid var(--line); }
.properties li { padding: .25rem 0; }
.properties p { margin: .1rem 0; font-size: .95rem; }
.problems { padding-left: 1.2rem; font-size: .9rem; }
summary { cursor: pointer; font-size: .9rem; padding: .3rem 0; width: fit-content; }
@media (max-width: 60rem) {
  body { display: block; }
  nav { position: static; height: auto; max-height: 45vh; border-right: 0; border-bottom: 1px solid var(--line); padding: 1rem 1.25rem; }
  main { padding: 1.5rem 1.25rem 4rem; }
  h1 { font-size: 1.9rem; }
}
@media (max-width: 40rem) {
  thead { display: none; }
  tr, tbody th, td { display: block; padding: 0; border: 0; }
  tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print { nav, .skip { display: none; } body { display: block; } }
`;
