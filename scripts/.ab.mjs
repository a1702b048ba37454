import { build, transform } from "esbuild"; import z from "zlib";
import * as f from "../tests/boot/fixture.mjs";
const b=t=>z.brotliCompressSync(t,{params:{[z.constants.BROTLI_PARAM_QUALITY]:11}}).length;
const r = await build({entryPoints:["src/boot/main.ts"],bundle:true,minifySyntax:true,minifyIdentifiers:true,format:"iife",target:"es2021",write:false,charset:"utf8"});
const lines=r.outputFiles[0].text.split("\n");
const stm=[];let cur=[];
for(const l of lines){ if(/^  \S/.test(l)&&!/^  [}\])]/.test(l)){stm.push(cur.join("\n"));cur=[]} cur.push(l);} stm.push(cur.join("\n"));
const data=JSON.stringify(f.compiled());
const min=async t=>(await transform(t,{minifyWhitespace:true,charset:"utf8"})).code.replace("__SUDARE__",()=>data);
const full=b(await min(stm.join("\n")));
console.log("full",full);
// per line groups: comma-separated declarations appear as lines w/ 4 spaces
const out=[];
for(let i=0;i<lines.length;i++){}
const parts=[];let p=[];
for(const l of lines){ if((/^ {2}\S/.test(l)||/^ {4}\S/.test(l))&&!/^ +[}\])]/.test(l)&&!/^ {4}(return|if|for|let|const|try|set|get)/.test(l)&&p.length){parts.push(p.join("\n"));p=[]} p.push(l);} parts.push(p.join("\n"));
const whole=parts.join("\n");
const raw=t=>b(t.replace(/\n\s*/g,"\n").replace("__SUDARE__",()=>data));
const base=raw(whole);
for(let i=0;i<parts.length;i++){const d=base-raw(parts.filter((_,j)=>j!==i).join("\n"));out.push([d,parts[i].replace(/\s+/g," ").slice(0,150)])}
out.sort((a,b)=>b[0]-a[0]);for(const[d,t]of out.slice(0,75))console.log(d,t);
