/*
 * The one stylesheet of the website. Colours are named once; dark and print change the names. Devanagari comes from the
 * phone's own fonts. Contrast is at least 4.5:1 in both schemes.
 */

const rules = `
:root{color-scheme:light dark;--paper:#fff;--card:#f6f4f1;--ink:#1b1b1b;--soft:#555;--line:#8a8580;--brand:#a3182b;--on-brand:#fff;--link:#8c1024;--good:#1c6b3a;--warn:#8a4b00}
@media(prefers-color-scheme:dark){:root{--paper:#161412;--card:#221f1c;--ink:#f2efec;--soft:#b9b3ad;--line:#8f8881;--brand:#c8324a;--on-brand:#fff;--link:#ff9aa8;--good:#7ed4a0;--warn:#f0b860}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Noto Sans Devanagari","Nirmala UI","Kohinoor Devanagari",Mangal,sans-serif;overflow-wrap:break-word}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999px}
.skip:focus{left:.5rem;top:.5rem;background:var(--paper);padding:.6rem;z-index:1}
header,main,footer{max-width:44rem;margin:0 auto;padding:0 1rem}
.wide header,.wide main,.wide footer{max-width:72rem}
header{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:center;justify-content:space-between;border-bottom:3px solid var(--brand)}
.name{font-weight:700;font-size:1.1rem;text-decoration:none;color:var(--ink);padding:.6rem 0}
nav a,.langs a,.langs b{display:inline-block;min-height:44px;padding:.6rem .5rem}
nav{display:flex;flex-wrap:wrap;gap:0 .5rem}
footer{margin-top:3rem;border-top:1px solid var(--line);color:var(--soft);padding-bottom:2rem}
h1{font-size:1.5rem;line-height:1.25;margin:1.4rem 0 .6rem}
h2{font-size:1.2rem;line-height:1.3;margin:1.6rem 0 .4rem}
p,ul,ol,dl{margin:.5rem 0}
li{margin:.25rem 0}
.card,.notice,.error{background:var(--card);border-left:4px solid var(--line);padding:.7rem 1rem;margin:1rem 0}
.notice{border-color:var(--good);white-space:pre-line}
.error{border-color:var(--brand)}
.error a{display:inline-block;min-height:44px;padding:.5rem 0}
.quiet{color:var(--soft)}
.big{font-size:1.25rem;font-weight:700}
.btn,button{display:inline-block;font:inherit;font-weight:600;min-height:44px;padding:.6rem 1.1rem;margin:.3rem .4rem .3rem 0;border:2px solid var(--brand);border-radius:.4rem;background:var(--brand);color:var(--on-brand);text-decoration:none;cursor:pointer}
.btn.plain,button.plain{background:transparent;color:var(--link);border-color:var(--link)}
label,legend{display:block;font-weight:600;margin-top:1rem}
.hint{display:block;font-weight:400;color:var(--soft)}
.wrong{display:block;font-weight:600;color:var(--link)}
input,select,textarea{font:inherit;width:100%;min-height:44px;padding:.5rem .6rem;border:1px solid var(--line);border-radius:.4rem;background:var(--paper);color:var(--ink)}
[aria-invalid=true]{border:2px solid var(--brand)}
fieldset{border:0;margin:0;padding:0}
.choice{display:flex;gap:.6rem;align-items:center;min-height:44px;font-weight:400;margin:0}
.choice input{width:1.4rem;min-height:1.4rem;flex:none}
.steps{list-style:none;padding:0}
.steps li{border-left:4px solid var(--line);padding:.3rem 0 .3rem .8rem;margin:0}
.steps .now{border-color:var(--brand);font-weight:600}
.steps .done{border-color:var(--good)}
dt{color:var(--soft)}
dd{margin:0 0 .5rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.5rem}
.facts div{background:var(--card);padding:.6rem}
.facts b{display:block;font-size:1.5rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.5rem .6rem .5rem 0;border-bottom:1px solid var(--line)}
.scroll{overflow-x:auto}
.row{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:end}
caption{text-align:left;padding:.4rem 0}
.code{display:inline-block;min-height:44px;min-width:44px;font-weight:700;font-size:1.15rem}
.stuck>th{border-left:4px solid var(--brand);padding-left:.5rem}
.acts{border:1px solid var(--line);padding:0 1rem .6rem;margin:1rem 0}
img.photo{max-width:100%;height:auto}
figure{margin:1rem 0;overflow-x:auto}
svg text{font-size:11px;fill:var(--ink)}
.bar{fill:var(--brand)}
.none{fill:var(--line)}
.empty{fill:var(--card)}
.onbar{paint-order:stroke;stroke:var(--paper);stroke-width:3px}
nav [aria-current]{font-weight:700;text-decoration:none}
audio{width:100%}
textarea{white-space:pre;overflow-x:auto}
summary{min-height:44px;padding:.6rem 0;cursor:pointer;font-weight:600}
@media print{header nav,.langs,footer nav,form,.btn,.skip{display:none}body{background:#fff;color:#000}header{border:0}a{color:#000}}
`;

export const stylesheet = rules.trim().replaceAll('\n', '');
