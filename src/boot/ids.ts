/** What a visitor can say yes or no to. */

import { compiled } from "./compiled.ts";

/** The letter of a required purpose, whatever the state; see `snapshot.ts`. */
const REQUIRED = "r";

/** The purposes that may be refused. */
export const optional = compiled.purposes
    .filter(([, row]) => compiled.rows[row]![0] !== REQUIRED)
    .map(([id]) => id);

/** The optional purposes and all services: what a record says it knew. */
export const known = [...optional, ...compiled.services.map(([id]) => id)];
