// What the rule's self-test asks the page; it belongs into autoconsent's lib/eval-snippets.ts.
export const EVAL_SUDARE_TEST = () => {
    const { decided, purposes, why } = window.consent.get();
    return decided && Object.keys(purposes).every((id) => !purposes[id] || why[id] === "required");
};
