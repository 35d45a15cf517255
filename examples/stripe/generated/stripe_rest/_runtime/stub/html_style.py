"""How the page for people looks: by day, by night and on a telephone."""

STYLE = """
:root { color-scheme: light dark; --edge: #8884; --faint: #8881; --low: #888; }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; display: flex; }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 2rem 1rem;
  border-right: 1px solid var(--edge); flex: none; }
nav a { display: block; padding: .2rem .6rem; color: inherit; text-decoration: none; }
nav a:hover { background: var(--faint); }
main { padding: 1rem 2rem 4rem; max-width: 62rem; min-width: 0; flex: auto; }
h1 { margin-bottom: 0; } h2 { margin: 2.5rem 0 0; }
small, td i { color: var(--low); } td i { font-size: .85em; }
code, pre { font: 13px/1.5 ui-monospace, monospace; }
pre { background: var(--faint); padding: .7rem; overflow-wrap: anywhere; white-space: pre-wrap; }
details { border: 1px solid var(--edge); border-radius: 6px; margin: .4rem 0; padding: 0 .8rem;
  overflow-x: auto; }
details:target { outline: 2px solid #38f; }
summary { display: flex; flex-wrap: wrap; gap: .2rem .8rem; padding: .5rem 0; cursor: pointer; }
summary span { flex: 1 1 14rem; }
b { font-size: 11px; padding: .15rem .5rem; border-radius: 4px; color: #fff; background: #567; }
b.read { background: #2a6fbb; } b.create { background: #2b8a3e; }
b.change { background: #b35c00; } b.delete { background: #c02f2f; }
table { border-collapse: collapse; width: 100%; margin-bottom: .8rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
  border-top: 1px solid var(--edge); }
td:last-child { overflow-wrap: anywhere; }
@media (max-width: 50rem) {
  body { display: block; }
  nav { position: static; height: auto; padding: .5rem; }
  nav a { display: inline-block; }
  main { padding: 0 1rem; }
}
"""
