// scripts/alike.mjs changes the order of a module's functions, and nothing that can be seen from outside.
import assert from "node:assert/strict";
import { test } from "node:test";
import binaryen from "binaryen";
import { alike } from "../../scripts/alike.mjs";

/** Functions of two kinds in turn, which call each other directly and by the table. */
const SOURCE = `(module
    (import "" "add" (func $add (param i32 i32) (result i32)))
    (memory 1)
    (table 4 funcref)
    (elem (i32.const 1) $third $fourth)
    (type $unary (func (param i32) (result i32)))
    (func $first (param i32) (result i32)
        (call $add (i32.mul (local.get 0) (i32.const 3)) (call $third (local.get 0))))
    (func $second (param f64) (result f64)
        (f64.add (f64.mul (local.get 0) (f64.const 1.5)) (f64.const 7)))
    (func $third (param i32) (result i32)
        (call $add (i32.mul (local.get 0) (i32.const 3)) (i32.const 11)))
    (func $fourth (param i32) (result i32)
        (i32.trunc_sat_f64_s (call $second (f64.convert_i32_s (local.get 0)))))
    (func $choose (param i32) (param i32) (result i32)
        (block $two (block $one (block $none (br_table $none $one $two (local.get 0)))
            (return (call $first (local.get 1))))
            (return (call_indirect (type $unary) (local.get 1) (i32.const 1))))
        (call_indirect (type $unary) (local.get 1) (i32.const 2)))
    (export "memory" (memory 0))
    (export "choose" (func $choose))
    (export "second" (func $second)))`;

const compiled = (source = SOURCE) => {
    const module = binaryen.parseText(source);
    module.setFeatures(binaryen.Features.All);
    return Buffer.from(module.emitBinary());
};

const answers = (wasm) => {
    const add = (one, other) => one + other;
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), { "": { add } });
    return [...[0, 1, 2].map((place) => exports.choose(place, 5)), exports.second(2)];
};

test("the functions stand in another order and answer the same", () => {
    const before = compiled();
    const after = alike(before);
    assert.equal(after.length, before.length);
    assert.notDeepEqual(after, before);
    assert.deepEqual(answers(before), [41, 26, 14, 10]);
    assert.deepEqual(answers(after), answers(before));
});

test("the same module gives the same bytes", () => {
    assert.deepEqual(alike(compiled()), alike(compiled()));
});

test("what it does not know is refused", () => {
    const starts = SOURCE.replace(/\)$/, "(func $begin) (start $begin))");
    assert.throws(() => alike(compiled(starts)), /a section 8/);
});
