//! What has changed since the visitor chose: which articles, and by which words.

use yew::Html;

use super::super::Action;
use super::super::context::View;
use super::super::filled::filled;
use super::super::inline::link;
use super::super::tag::{Child, list, on_click, tag};
use crate::notice::{Altered, How, Passage, Since, Text, UiCount, UiWord};

/// What has changed since the visitor's own choice. On the static page nobody has chosen yet: there
/// every earlier text has its part, hidden until the page's script knows which one it was.
pub(super) fn since_choice(view: View) -> Vec<Html> {
    let notice = view.notice();
    if !view.live() {
        let mut parts: Vec<Html> = notice.since.iter().map(|since| part(view, since)).collect();
        parts.push(nothing(view));
        return parts;
    }
    match (view.state.since(), &view.state.chosen) {
        (Some(since), _) if !since.articles.is_empty() => vec![part(view, since)],
        (None, Some(chosen)) if chosen.revision != notice.revision => Vec::new(),
        (_, Some(_)) => vec![nothing(view)],
        _ => Vec::new(),
    }
}

fn nothing(view: View) -> Html {
    tag!(
        "p",
        ["class" = "why", "hidden" = view.waiting(), "data-nothing-since" = view.waiting()],
        view.word(UiWord::NothingChanged),
    )
}

fn part(view: View, since: &Since) -> Html {
    let date = match &view.state.chosen {
        Some(chosen) => view.day(&chosen.at),
        None => tag!("time", ["data-chosen-at" = ""]),
    };
    let altered = since.articles.iter().map(|altered| article(view, altered));
    tag!(
        "div",
        [
            "class" = "since",
            "hidden" = view.waiting(),
            "data-since" = view.waiting().map(|_| since.revision.to_string()),
            "data-text" = view.waiting().and(since.text.as_ref()).map(ToString::to_string),
        ],
        tag!("h3", filled(view.word(UiWord::SinceYourChoice), &[("date", date)])),
        tag!(
            "p",
            ["class" = "why"],
            view.count(UiCount::ArticlesChanged, since.articles.len(), &[])
        ),
        tag!("ul", ["role" = "list"], altered.collect::<Vec<_>>()),
    )
}

/// What happened to an article, in the words that also mark its card.
pub(in crate::widget) fn mark(view: View, how: How) -> Html {
    let word = match how {
        How::Added => UiWord::AddedSince,
        How::Removed => UiWord::RemovedSince,
        How::Reworded => UiWord::ChangedSince,
    };
    tag!("p", ["class" = "mark"], view.word(word))
}

fn article(view: View, altered: &Altered) -> Html {
    let title = view.notice().title_of(altered).child();
    let here = altered.how != How::Removed && !altered.id.is_empty();
    let title = if here {
        link(&Text::from(["#", &altered.id].concat()), title, view.links())
    } else {
        title
    };
    tag!(
        "li",
        ["data-altered" = view.waiting().map(|_| altered.id.to_string())],
        tag!("h4", title),
        mark(view, altered.how),
        words(view, altered),
    )
}

/// The words, rolled up: they may be many, and are only made once somebody asks for them.
fn words(view: View, altered: &Altered) -> Option<Html> {
    if altered.passages.is_empty() {
        return None;
    }
    let shown = || {
        let passages = altered.passages.iter().map(|its| passage(view, its));
        tag!("div", ["class" = "words"], passages.collect::<Vec<_>>())
    };
    let name = view.word(UiWord::WhatChanged);
    if !view.live() {
        return Some(tag!("details", tag!("summary", name), shown()));
    }
    let open = view.state.is_unrolled(&altered.id);
    let button =
        tag!("button", ["type" = "button", "class" = "quiet", "aria-expanded" = open], name);
    let button = on_click(button, view.act(Action::Unroll(altered.id.clone())));
    Some(list(vec![button, open.then(shown).child()]))
}

/// A line with what was taken out and what was put in: struck and underlined, and named for those
/// who hear it.
fn passage(view: View, passage: &Passage) -> Html {
    let piece = |(at, words): (usize, &Text)| {
        let (name, word) = match at % 3 {
            _ if words.is_empty() => return Html::default(),
            0 => return words.child(),
            1 => ("del", UiWord::WordsRemoved),
            _ => ("ins", UiWord::WordsAdded),
        };
        let named = [" (", view.word(word), ": "].concat();
        let unseen = |words: Html| tag!("span", ["class" = "unseen"], words);
        tag!(name, unseen(named.child()), words, unseen(") ".child()))
    };
    tag!("p", passage.iter().enumerate().map(piece).collect::<Vec<_>>())
}
