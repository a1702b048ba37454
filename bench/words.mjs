// The same words for everybody, and the same four purposes.

export const words = {
    title: "You choose what this shop may do",
    text: "Aster Pictures would like to count visits, play films from another company and show ads that follow your interests.",
    accept: "Accept all",
    refuse: "Refuse all",
    choose: "Choose",
    policy: "Read the notice",
    save: "Save my choices",
    close: "Close",
};

export const purposes = [
    {
        id: "necessary",
        name: "Running the shop",
        text: "Keeps you signed in and remembers your basket.",
        required: true,
    },
    { id: "analytics", name: "Counting visits", text: "Tells us which pages are used and which are not." },
    { id: "media", name: "Films", text: "Plays films that another company stores for us." },
    { id: "ads", name: "Targeted ads", text: "Chooses ads by the pictures you have looked at." },
];

/** The purposes that a visitor may refuse; the gated tags are dealt out to them in turn. */
export const optional = purposes.filter(({ required }) => !required);
