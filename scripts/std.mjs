// Which standard library the widget is built with; scripts/widget-env.sh decides it in the same way.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const sysroot = () => execFileSync("rustc", ["--print", "sysroot"], { encoding: "utf8" }).trim();

/** Whether it is built along, small: without Rust's own sources it comes as it is, and that is larger. */
export const isBuiltAlong =
    !process.env.SUDARE_STABLE && existsSync(`${sysroot()}/lib/rustlib/src/rust/library`);
