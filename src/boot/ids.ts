/** What a visitor can say yes or no to. */

import { purposes, rows, services } from "./compiled.ts";

/** The letter of a required purpose, whatever the state; see `snapshot.ts`. */
const REQUIRED = "r";

/** The purposes that may be refused. */
export const optional = purposes.filter(([, row]) => rows[row]![0] !== REQUIRED).map(([id]) => id);

/** The optional purposes and all services: what a record says it knew. */
export const known = [...optional, ...services.map(([id]) => id)];
