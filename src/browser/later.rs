//! What can wait: parts that are drawn in the browser's idle time, a few between two paintings.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::Date;
use yew::Callback;

use super::turns;

/// How long, in milliseconds, drawing may go on before the browser has its turn.
const TURN_MS: f64 = 8.0;

/// What waits for its turn.
#[derive(Default)]
pub(super) struct Later {
    waiting: RefCell<VecDeque<Callback<()>>>,
    busy: Cell<bool>,
}

impl Later {
    pub fn push(self: &Rc<Self>, draw: Callback<()>) {
        self.waiting.borrow_mut().push_back(draw);
        if !self.busy.replace(true) {
            self.clone().go_on();
        }
    }

    pub fn is_empty(&self) -> bool {
        self.waiting.borrow().is_empty()
    }

    /// Now, then: all of it.
    pub fn finish(&self) {
        let waiting = self.waiting.take();
        waiting.into_iter().for_each(|draw| draw.emit(()));
    }

    fn go_on(self: Rc<Self>) {
        turns::after_painting(move || self.turn(Date::now()));
    }

    fn turn(self: Rc<Self>, began: f64) {
        let next = self.waiting.borrow_mut().pop_front();
        match next {
            None => self.busy.set(false),
            Some(draw) => {
                draw.emit(());
                turns::next(move || {
                    if Date::now() - began < TURN_MS { self.turn(began) } else { self.go_on() }
                });
            }
        }
    }
}
