import { describe, expect, test } from 'vitest';
import { withSkimmedFunctions } from '#infra/aws/bundle/skimmed-functions.ts';

/** Long enough to be worth a `function`. */
const long =
  "'so many letters that the parser has much to read, again and again, and again, and again'";

describe('an arrow function outside others becomes a function that is skimmed', () => {
  test.each([
    [`var a=p=>[p,${long}];`, `var a=function(p){return [p,${long}]};`],
    [`var a=()=>({b:${long}});`, `var a=function(){return ({b:${long}})};`],
    [
      `var a=(p,{q}=({}),...r)=>{f(p,q,r,${long})};`,
      `var a=function(p,{q}=({}),...r){f(p,q,r,${long})};`,
    ],
    [`var a=async p=>await f(p,${long});`, `var a=async function(p){return await f(p,${long})};`],
    [`var o={a:(p=()=>1)=>p(${long})};`, `var o={a:function(p=()=>1){return p(${long})}};`],
    [`f(x?()=>g(${long}):h);`, `f(x?function(){return g(${long})}:h);`],
    [`class A{b=p=>[p,${long}]}`, `class A{b=function(p){return [p,${long}]}}`],
    [`var a=p=>q=>[p,q,${long}];`, `var a=function(p){return q=>[p,q,${long}]};`],
    [
      `var a=()=>f(function(){return[this,${long}]});`,
      `var a=function(){return f(function(){return[this,${long}]})};`,
    ],
  ])('%s', (before, after) => {
    expect(withSkimmedFunctions(before)).toBe(after);
  });
});

describe('stays as it is', () => {
  test.each([
    ['a short one', 'var a=p=>p;'],
    ['one inside a function', `function a(){return p=>[p,${long}]}`],
    ['one inside a method', `class A{b(){return p=>[p,${long}]}}`],
    ['one that is called at once', `(()=>{f(${long})})();`],
    ['one with the `this` around it', `class A{b=p=>[this,p,${long}]}`],
    ['one whose inner arrow function uses `this`', `class A{b=()=>()=>[this.c,${long}]}`],
    ['one with the `arguments` around it', `var a=()=>[arguments,${long}];`],
  ])('%s', (_, code) => {
    expect(withSkimmedFunctions(code)).toBe(code);
  });

  test('but one inside one that is called at once does not', () => {
    expect(withSkimmedFunctions(`(()=>{a=p=>[p,${long}]})();`)).toBe(
      `(()=>{a=function(p){return [p,${long}]}})();`,
    );
  });
});
