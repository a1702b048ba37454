/** The switches: what holds now, in place and in words; and what a press of one says. */

import type { Snapshot } from "../boot/consent.d.ts";
import { all, live, tell } from "./words.ts";

/**
 * Whether the script beside this page lets it be chosen. A browser may have kept the script of the
 * last build: what is new on the page waits until it has the new one.
 */
const mayChoose = ({ why }: Snapshot, id: string): boolean => (why[id] ?? "required") !== "required";

const allowed = (now: Snapshot, id: string): boolean => !!(now.purposes[id] ?? now.services[id]);

const inWords = (now: Snapshot, id: string): string => live.states[id]![allowed(now, id) ? 0 : 1];

/** What a service waits for: its purpose is not allowed. */
const reason = (now: Snapshot, id: string): string | undefined => {
    const [purpose, words] = live.needs[id] ?? [];
    return purpose && !allowed(now, purpose) ? words : undefined;
};

/** Brings every switch in line with the decision. */
export const drawSwitches = (now: Snapshot): void => {
    for (const button of all("[data-consent-toggle]")) {
        const id = button.dataset.consentToggle!;
        const waits = reason(now, id);
        button.closest<HTMLElement>("[data-live]")!.hidden = !mayChoose(now, id);
        button.ariaChecked = String(allowed(now, id));
        button.ariaDisabled = waits ? "true" : null;
        const state = document.getElementById(button.getAttribute("aria-describedby")!)!;
        state.textContent = inWords(now, id);
        if (waits) state.append(Object.assign(document.createElement("small"), { textContent: waits }));
    }
    for (const line of all("[data-why]")) {
        const why = now.why[line.dataset.why!];
        line.hidden = false;
        line.textContent = live.why[why as keyof typeof live.why] ?? "";
    }
    const said: Record<string, boolean> = {
        gpc: now.gpc,
        memory: now.persistence === "memory",
        still: false,
    };
    for (const line of all("[data-said]")) line.hidden = !said[line.dataset.said!];
};

const say = (answers: [id: string, yes: boolean][]): void => {
    window.consent.set(Object.fromEntries(answers), "notice");
    // What holds now, not what was asked.
    const now = window.consent.get();
    const state = answers.map(([id]) => inWords(now, id)).join(" · ");
    const only = now.persistence === "memory" ? " " + live.onlyThisPage : "";
    tell(live.recorded.replace("{state}", () => state) + only);
};

/** The question stands at the head of the page while there is one. */
export const drawQuestion = ({ reprompt }: Snapshot): void => {
    for (const question of all("[data-asks]")) {
        // What goes takes the keyboard with it: on to what the page is about.
        if (!reprompt && question.contains(document.activeElement)) {
            const title = document.querySelector("h1")!;
            title.tabIndex = -1;
            title.focus({ preventScroll: true });
        }
        question.hidden = !reprompt;
    }
};

/** A press of a switch, or of a button for all of them. */
export const choose = (pressed: Element): void => {
    const { consentToggle: id, consentAction: action } = (pressed as HTMLElement).dataset;
    if (action === "accept-all" || action === "refuse-all") {
        const choosable = live.optional.filter((purpose) => mayChoose(window.consent.get(), purpose));
        say(choosable.map((purpose) => [purpose, action === "accept-all"]));
    } else if (id && pressed.ariaDisabled !== "true") {
        say([[id, pressed.ariaChecked !== "true"]]);
    }
};
