// Play, pause and play again for the demo film.
"use strict";

{
    const button = document.getElementById("play");
    const film = document.body;
    let over = false;

    button.addEventListener("click", () => {
        if (over) {
            over = false;
            film.classList.add("rewound");
            film.getBoundingClientRect();
            film.classList.remove("rewound");
        }
        const playing = film.classList.toggle("playing");
        button.textContent = playing ? "Pause" : "Play";
    });

    document.querySelector(".done").addEventListener("animationend", () => {
        over = true;
        film.classList.remove("playing");
        button.textContent = "Play again";
    });
}
