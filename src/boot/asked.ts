/** What the question is about: every purpose that may be refused, unless a part narrows it. */

import { optional } from "./ids.ts";
import { names, text } from "./tag.ts";

/** Purposes and their names are in the notice's order. */
export const asked = { ids: optional, names, text };
