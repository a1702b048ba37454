/** What few visits need: a file of its own, fetched when it is asked for. */

export { explain } from "./explain.ts";
export { receipt } from "./receipt.ts";
