//! What can wait: parts that are drawn in the browser's idle time, a few between two paintings.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::Date;
use yew::Callback;

use super::turns;

/// How long, in milliseconds, drawing may go on before the browser has its turn.
const TURN_MS: f64 = 8.0;

/// How many parts that have changed are drawn again at once, between two paintings.
const AT_ONCE: u32 = 8;

/// What waits for its turn.
#[derive(Default)]
pub(super) struct Later {
    waiting: RefCell<VecDeque<Callback<()>>>,
    busy: Cell<bool>,
    /// How many parts have been drawn again since the last painting.
    again: Cell<u32>,
}

impl Later {
    pub fn push(self: &Rc<Self>, draw: Callback<()>) {
        self.waiting.borrow_mut().push_back(draw);
        if !self.busy.replace(true) {
            self.clone().go_on();
        }
    }

    /// The same for a part that has changed, unless it is one of a few: no, then, and it is to be drawn
    /// at once.
    pub fn push_again(self: &Rc<Self>, draw: Callback<()>) -> bool {
        let again = self.again.get();
        if again == 0 {
            let later = self.clone();
            turns::after_painting(move || later.again.set(0));
        }
        self.again.set(again + 1);
        if again >= AT_ONCE {
            self.push(draw);
        }
        again >= AT_ONCE
    }

    pub fn is_empty(&self) -> bool {
        self.waiting.borrow().is_empty()
    }

    /// Now, then: all of it and, before the browser's next turn, what comes of it, so many times.
    pub fn finish(self: &Rc<Self>, times: u32) {
        let waiting = self.waiting.take();
        waiting.into_iter().for_each(|draw| draw.emit(()));
        if times > 0 {
            let later = self.clone();
            turns::next(move || later.finish(times - 1));
        }
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
