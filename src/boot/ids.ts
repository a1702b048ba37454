/** What a visitor can say yes or no to. */

import { purposes, services } from "./compiled.ts";

/** The purposes that may be refused: the first row is that of those which may not. */
export const optional = purposes.filter(([, row]) => row).map(([id]) => id);

/** The optional purposes and all services: what a record says it knew. */
export const known = [...optional, ...services.map(([id]) => id)];
