/** The payment window's own sheet, inside its frame; light and dark follow the buyer's device. */
export const windowStyles: string = `
:root{color-scheme:light dark;--paper:#fff;--ground:#f4f6f8;--ink:#191f28;--soft:#4e5968;--line:#d5dae1;
--edge:#7d8896;--blue:#1b64da;--blue-soft:#e8f1ff;--blue-ink:#1756bd;--on-blue:#fff;--red:#c4222f;--warm:#fff3d6;--warm-ink:#6b4700}
@media(prefers-color-scheme:dark){:root{--paper:#17181c;--ground:#212329;--ink:#eceef1;--soft:#a9b1bc;--line:#373b44;
--edge:#79828f;--blue:#2f6fe0;--blue-soft:#1d2c47;--blue-ink:#8db8ff;--red:#ff8a8f;--warm:#3a2f14;--warm-ink:#ffd98a}}
*{box-sizing:border-box}
html,body,#root,.trap{height:100%;margin:0}
body{background:var(--paper);color:var(--ink);font:.9375rem/1.5 -apple-system,'Apple SD Gothic Neo','Malgun Gothic',
'Noto Sans KR','Noto Sans CJK KR',system-ui,sans-serif;word-break:keep-all;overflow-wrap:anywhere;
-webkit-text-size-adjust:100%}
p,h1,dl,dd,fieldset{margin:0;padding:0;border:0}
button,select,input{font:inherit;color:inherit}
:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
h1:focus{outline:none}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.window,.window>form,.issued{display:flex;flex-direction:column;min-height:0;height:100%;position:relative}
.window>form,.issued{flex:1}
.top{display:flex;align-items:center;gap:8px;padding:14px max(20px,env(safe-area-inset-right)) 12px
max(20px,env(safe-area-inset-left));padding-top:max(14px,env(safe-area-inset-top));border-bottom:1px solid var(--line)}
.top h1{font-size:1.0625rem;line-height:1.3;font-weight:700;flex:1;min-width:0}
.brand{flex:none;width:24px;height:24px;border-radius:8px;background:var(--blue);position:relative}
.brand::after{content:'';position:absolute;left:6px;top:7px;width:8px;height:5px;border:solid #fff;
border-width:0 0 2.5px 2.5px;transform:rotate(-45deg)}
.badge{flex:0 1 auto;padding:3px 10px;border-radius:12px;background:var(--warm);color:var(--warm-ink);font-size:.75rem;font-weight:600}
.scroll{flex:1;min-height:0;overflow-y:auto;overscroll-behavior:contain;
padding:0 max(20px,env(safe-area-inset-right)) 0 max(20px,env(safe-area-inset-left))}
.summary{display:flex;flex-wrap:wrap;align-items:flex-end;justify-content:space-between;gap:16px;padding:16px 0;border-bottom:1px solid var(--line)}
.merchant{margin-bottom:2px;color:var(--soft);font-size:.875rem}
.order{font-weight:600;line-height:1.4}
.amount{flex:none;font-size:1.625rem;line-height:1.2;font-weight:800;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.tag{display:inline-block;margin-left:8px;padding:1px 8px;border-radius:6px;background:var(--blue-soft);color:var(--blue-ink);
font-size:.75rem;font-weight:600}
.group{margin:16px 0 0}
legend,.label{display:block;padding:0;margin-bottom:8px;font-size:.875rem;font-weight:700}
.chips{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,8.5rem),1fr));gap:8px}
.chip{position:relative;display:flex;align-items:center;gap:8px;min-height:44px;padding:4px 8px;border:1px solid var(--line);
border-radius:10px;cursor:pointer;font-size:.8438rem;line-height:1.25}
.chip input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.chip:hover{background:var(--ground)}
.chip:has(:checked){border-color:var(--blue);background:var(--blue-soft);box-shadow:inset 0 0 0 1px var(--blue);font-weight:700}
.chip:has(:focus-visible){outline:3px solid var(--blue);outline-offset:2px}
.monogram{flex:none;display:grid;place-items:center;width:1.875rem;height:1.875rem;border-radius:8px;background:var(--ground);
color:var(--soft);font-size:.6875rem;font-weight:700;letter-spacing:-.04em}
.chip:has(:checked) .monogram{background:var(--blue);color:var(--on-blue)}
select,input[type=tel],.entry input{width:100%;min-height:48px;padding:0 14px;border:1px solid var(--edge);border-radius:10px;
background:var(--paper);font-size:1rem}
select{appearance:none;padding-right:40px;background:var(--paper) no-repeat right 14px center/12px
url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 12 8'%3E%3Cpath d='M1 1l5 5 5-5' fill='none' stroke='%23848e9a' stroke-width='2'/%3E%3C/svg%3E")}
input::placeholder{color:var(--soft);opacity:.9}
.entries{display:grid;grid-template-columns:1fr 1fr;gap:14px 12px}
.entries>.hint{margin:0}
.entries>.hint,.entry:first-of-type,.entry:last-of-type{grid-column:1/-1}
.entry .label{margin-bottom:6px}
.entry input{font-variant-numeric:tabular-nums}
.entry [aria-invalid]{border-color:var(--red);box-shadow:inset 0 0 0 1px var(--red)}
.shown{display:block;text-align:end;font-size:.8125rem;line-height:1.5;font-weight:600;letter-spacing:0;color:var(--soft)}
.assurance{flex:1 0 100%;padding:10px 14px;border-radius:10px;background:var(--blue-soft);color:var(--blue-ink);font-size:.875rem;font-weight:600}
.cards{display:grid;grid-template-columns:1fr 1fr;gap:8px;padding:8px 0}
.cards button{padding:6px 12px;text-align:left;line-height:1.35}
.cards small{display:block;color:var(--soft);font-size:.75rem;font-weight:400;font-variant-numeric:tabular-nums}
.hint{margin-top:6px;color:var(--soft);font-size:.8125rem}
.note,.lead{padding:20px 0 4px}
.facts{display:grid;grid-template-columns:auto 1fr;align-items:baseline;gap:10px 16px;margin-top:16px;padding:14px 16px;border-radius:12px;background:var(--ground)}
.group .facts{margin-top:0}
.facts dt{color:var(--soft)}
.facts dd{text-align:right;font-weight:600}
.facts .number{font-size:1.125rem;font-variant-numeric:tabular-nums}
.check{display:flex;align-items:center;gap:10px;min-height:44px;cursor:pointer}
.check input{flex:none;width:20px;height:20px;margin:0;accent-color:var(--blue)}
.strong{font-weight:700}
.agreements{position:relative;margin-top:16px;padding:4px 16px;border-radius:12px;background:var(--ground);font-size:.875rem}
.agreements .strong{width:fit-content;padding-right:24px}
summary{cursor:pointer;color:var(--soft);list-style:none}
summary::-webkit-details-marker{display:none}
summary::after{content:'';display:inline-block;width:7px;height:7px;margin:0 2px 3px 8px;border:solid;border-width:0 1.5px 1.5px 0;transform:rotate(45deg)}
details[open]>summary::after{margin-bottom:-1px;transform:rotate(-135deg)}
.agreements summary{position:absolute;top:4px;right:12px;min-height:44px;padding:0 4px;line-height:44px;font-size:.8125rem}
.drawer{margin:20px 0 12px;border-top:1px dashed var(--line);font-size:.8125rem}
.drawer summary{min-height:44px;line-height:44px}
.drawer fieldset{margin-top:12px}
.drawer legend{margin:0;font-size:.8125rem}
.drawer>.hint{margin:0}
.faults{display:grid;grid-template-columns:1fr 1fr;column-gap:16px}
.faults .check{line-height:1.3}
.clock{display:flex;flex-wrap:wrap;align-items:center;gap:8px;padding:8px 0}
.clock p{flex:1 1 200px;color:var(--soft)}
.clock output{color:var(--ink);font-weight:600}
.actions{display:grid;grid-template-columns:auto 1fr;gap:0 8px;border-top:1px solid var(--line);
padding:12px max(20px,env(safe-area-inset-right)) max(12px,env(safe-area-inset-bottom)) max(20px,env(safe-area-inset-left))}
.actions [role=alert]{grid-column:1/-1;color:var(--red);font-size:.875rem;font-weight:600}
.actions [role=alert]:not(:empty){padding-bottom:8px}
.issued .actions{grid-template-columns:1fr}
button{min-height:44px;padding:0 16px;border:1px solid transparent;border-radius:12px;font-weight:600;cursor:pointer}
.plain{background:var(--ground);border-color:var(--line)}
.actions button{min-height:52px;padding:0 24px;font-size:1rem}
.primary{background:var(--blue);color:var(--on-blue);font-weight:700;font-variant-numeric:tabular-nums}
.primary:hover{filter:brightness(.93)}
button:disabled{cursor:default;opacity:.6}
.busy{position:absolute;inset:0;display:grid;place-content:center;justify-items:center;gap:14px;background:var(--paper);font-weight:600}
.spinner{width:32px;height:32px;border:3px solid var(--line);border-top-color:var(--blue);border-radius:50%;animation:turn .8s linear infinite}
.opening{display:grid;place-content:center;justify-items:center;gap:14px;height:100%;color:var(--soft)}
.ending{justify-content:center;align-items:flex-start;gap:12px;padding:32px 24px}
.ending h1{font-size:1.375rem;line-height:1.35}
@keyframes turn{to{transform:rotate(1turn)}}
@media(forced-colors:active){
select{appearance:auto}
.chip:has(:checked),.chip:has(:checked) .monogram{background:Highlight;color:HighlightText;forced-color-adjust:none}
.spinner{border-color:CanvasText;border-top-color:Canvas;forced-color-adjust:none}
}
@media(prefers-reduced-motion:reduce){.spinner{animation-duration:3s}}
@media(max-width:32.5em){
.top{flex-wrap:wrap;row-gap:6px}
.top h1{flex:1 1 calc(100% - 40px)}
.summary{flex-direction:column;align-items:stretch;gap:6px}
.chips{grid-template-columns:repeat(auto-fill,minmax(min(100%,6rem),1fr))}
.chip{flex-direction:column;justify-content:center;gap:4px;min-height:68px;padding:8px 2px;text-align:center;font-size:.8125rem}
.faults,.cards{grid-template-columns:1fr}
.shown{text-align:start}
.clock p{flex-basis:100%}
.actions button{padding:0 18px}
}
/* Letters twice as large on a phone: what stood beside goes below. */
@media(max-width:16em){
.scroll{padding-inline:12px}
.agreements summary{position:static}
.entries{grid-template-columns:1fr}
.entry input,input[type=tel]{padding:0 8px}
.facts{grid-template-columns:1fr;gap:4px}
.facts dd+dt{margin-top:8px}
}
`
