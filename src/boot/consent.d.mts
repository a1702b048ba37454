/** The types of `consent.mjs`; those of the object itself are in `consent.d.ts`. */
import type { Consent } from "./consent.js";

declare const consent: Consent;
export default consent;
export type * from "./consent.js";
