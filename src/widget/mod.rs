//! The view: the notice as Yew components, for the browser and for the static page alike.
