/** What few visits need: part of the widget's script, fetched when it is asked for. */

export { explain } from "./explain.ts";
export { receipt } from "./receipt.ts";
