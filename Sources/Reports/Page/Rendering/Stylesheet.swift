/// How the page looks: on screens of all widths, in light and dark, in print.
///
/// Contrast is 4.5:1 and more for text, 3:1 and more for marks. The first six colours follow Okabe
/// and Ito, Color Universal Design (2008), darkened or lightened to that contrast; the other six, for runs of
/// many policies, differ in dashes and hollow marks too.
enum Stylesheet {
  static let text = """

    :root { color-scheme: light dark; --paper: #ffffff; --ink: #1b2227; --quiet: #4a5560;
      --line: #8a949c; --grid: #d5dade; --head: #eef1f3; --link: #0b4f8a; --span: #c9b458; --strip: #5f6b75;
      --s0: #00649e; --s1: #c04f00; --s2: #00795a; --s3: #97407a; --s4: #7a5c00; --s5: #3b3f44;
      --s6: #8f1d2c; --s7: #1d6b80; --s8: #5b2a91;
      --s9: #4c6300; --s10: #2d4aa5; --s11: #7d3c12; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #14181c; --ink: #eceff1; --quiet: #b4bec6; --line: #7d8890; --grid: #333b42;
        --head: #20262c; --link: #8cc8ff; --span: #b09a3c; --strip: #98a4ad; --s0: #63b8ec; --s1: #f39b59;
        --s2: #4cc9a0; --s3: #e39ac8; --s4: #e6cf5b; --s5: #c8ced3;
        --s6: #ff9a9a; --s7: #7ed2e6; --s8: #c6a8ff;
        --s9: #bcd56c; --s10: #9fb6ff; --s11: #e0a98a; }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 62rem; padding: 1rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
    h2 { font-size: 1.35rem; line-height: 1.25; margin: 2.5rem 0 0.75rem;
      border-bottom: 2px solid var(--line); padding-bottom: 0.25rem; }
    h3 { font-size: 1.1rem; margin: 1.75rem 0 0.5rem; }
    h4, h5, h6 { font-size: 1rem; margin: 1.25rem 0 0.5rem; }
    p, li { max-width: 46rem; overflow-wrap: anywhere; }
    li { margin: 0.4rem 0; }
    a { color: var(--link); }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; background: var(--paper); padding: 0.5rem; }
    .kicker { color: var(--quiet); margin: 0.5rem 0 0.25rem; }
    nav ul { columns: 16rem; padding-left: 1.25rem; }
    .pair { display: flex; flex-wrap: wrap; gap: 0 2rem; align-items: flex-start; }
    .pair > figure { flex: 1 1 22rem; }
    .pair > div { flex: 0 1 auto; max-width: 100%; }
    figure { margin: 1.25rem 0 0.5rem; max-width: 36rem; }
    svg { display: block; width: 100%; height: auto; font-size: 15px; }
    svg text { fill: var(--ink); }
    .small { font-size: 13px; }
    .grid { stroke: var(--grid); stroke-width: 1; }
    .join { stroke: var(--line); stroke-width: 1.5; stroke-dasharray: 2 4; fill: none; }
    .span { fill: var(--span); opacity: 0.25; }
    .strip { fill: var(--strip); stroke: none; }
    .l { fill: none; stroke-width: 2.5; }
    .m { stroke: var(--paper); stroke-width: 1; }
    .band { opacity: 0.18; stroke: none; }
    .l.s0 { stroke: var(--s0); } .m.s0, .band.s0 { fill: var(--s0); }
    .l.s1 { stroke: var(--s1); stroke-dasharray: 8 4; } .m.s1, .band.s1 { fill: var(--s1); }
    .l.s2 { stroke: var(--s2); stroke-dasharray: 2 3; } .m.s2, .band.s2 { fill: var(--s2); }
    .l.s3 { stroke: var(--s3); stroke-dasharray: 10 3 2 3; } .m.s3, .band.s3 { fill: var(--s3); }
    .l.s4 { stroke: var(--s4); stroke-dasharray: 14 4; } .m.s4, .band.s4 { fill: var(--s4); }
    .l.s5 { stroke: var(--s5); stroke-dasharray: 4 2 1 2; } .m.s5, .band.s5 { fill: var(--s5); }
    .l.s6 { stroke: var(--s6); stroke-width: 1.5; } .m.s6 { stroke: var(--s6); } .band.s6 { fill: var(--s6); }
    .l.s7 { stroke: var(--s7); stroke-width: 1.5; stroke-dasharray: 8 4; } .m.s7 { stroke: var(--s7); }
    .l.s8 { stroke: var(--s8); stroke-width: 1.5; stroke-dasharray: 2 3; } .m.s8 { stroke: var(--s8); }
    .l.s9 { stroke: var(--s9); stroke-width: 1.5; stroke-dasharray: 10 3 2 3; } .m.s9 { stroke: var(--s9); }
    .l.s10 { stroke: var(--s10); stroke-width: 1.5; stroke-dasharray: 14 4; } .m.s10 { stroke: var(--s10); }
    .l.s11 { stroke: var(--s11); stroke-width: 1.5; stroke-dasharray: 4 2 1 2; } .m.s11 { stroke: var(--s11); }
    .band.s7 { fill: var(--s7); } .band.s8 { fill: var(--s8); } .band.s9 { fill: var(--s9); }
    .band.s10 { fill: var(--s10); } .band.s11 { fill: var(--s11); }
    .m.s6, .m.s7, .m.s8, .m.s9, .m.s10, .m.s11 { fill: var(--paper); stroke-width: 2; }
    .m.s11 { fill: none; }
    figcaption { color: var(--quiet); font-size: 0.9rem; }
    .wide { overflow-x: auto; margin: 0.75rem 0 1.25rem; }
    table { border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
    caption { text-align: left; font-weight: 600; padding: 0.4rem 0; }
    th, td { padding: 0.3rem 0.6rem; border-bottom: 1px solid var(--grid); text-align: left;
      vertical-align: top; }
    thead th { background: var(--head); border-bottom: 2px solid var(--line); vertical-align: bottom; }
    tbody th { font-weight: 500; min-width: 7rem; }
    .n { text-align: right; white-space: nowrap; }
    thead .n { white-space: normal; min-width: 5.5rem; }
    .unit { display: block; font-weight: 400; color: var(--quiet); font-size: 0.85em; }
    thead button { font: inherit; color: inherit; background: none; border: 0; padding: 0;
      text-align: inherit; cursor: pointer; text-decoration: underline dotted; min-height: 1.5rem; }
    th[aria-sort=ascending] button::after { content: " \\25B2"; }
    th[aria-sort=descending] button::after { content: " \\25BC"; }
    .filter { margin: 1rem 0 0; }
    input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line);
      padding: 0.25rem 0.5rem; max-width: 100%; }
    summary { cursor: pointer; padding: 0.4rem 0; color: var(--link); }
    pre { overflow-x: auto; background: var(--head); padding: 0.75rem; font-size: 0.85rem; }
    code { font-family: ui-monospace, "Liberation Mono", monospace; overflow-wrap: anywhere; }
    @media (max-width: 40rem) { body { padding: 0.75rem; } h1 { font-size: 1.5rem; } }
    @page { margin: 18mm 15mm; }
    @media print {
      :root { --paper: #ffffff; --ink: #000000; --quiet: #333333; --line: #777777; --grid: #cccccc;
        --head: #f0f0f0; --link: #000000; --s0: #00649e; --s1: #c04f00; --s2: #00795a; --s3: #97407a;
        --s4: #7a5c00; --s5: #3b3f44;
        --s6: #8f1d2c; --s7: #1d6b80; --s8: #5b2a91;
        --s9: #4c6300; --s10: #2d4aa5; --s11: #7d3c12; }
      body { max-width: none; font-size: 10pt; padding: 0; }
      nav, .skip, .filter { display: none; }
      .pair { display: block; }
      .wide { overflow: visible; }
      table { font-size: 8pt; }
      th, td { padding: 0.15rem 0.3rem; }
      .n { white-space: normal; }
      thead .n { min-width: 0; }
      figure, thead, tr { break-inside: avoid; }
      h2, h3, caption { break-after: avoid; }
      figure { max-width: 12cm; }
    }

    """
}
