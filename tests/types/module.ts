// The module beside the classic script gives the same object.

import consent, { type Consent, type Snapshot } from "../../src/boot/consent.mjs";

const same: Consent = consent;
const snapshot: Snapshot = consent.get();
// @ts-expect-error an id may be one that the notice does not have
const surely: boolean = consent.get("ads");

export { same, snapshot, surely };
