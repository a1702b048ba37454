//! *Your choices*: every purpose with its switch, why it stands so, and who is behind it.

use std::rc::Rc;

use yew::{Html, html};

use super::Action;
use super::card::read;
use super::context::View;
use super::inline::words;
use super::service::service;
use super::switch::purpose_switch;
use crate::consent::Why;
use crate::notice::{Purpose, Text, UiWord};

/// Every purpose with its switch, and two equal buttons for all of them.
pub(super) fn choices(view: View) -> Html {
    let notice = view.notice();
    if notice.purposes.is_empty() {
        return Html::default();
    }
    let signal = view.state.snapshot.as_ref().is_some_and(|now| now.gpc);
    let purposes = notice.purposes.iter().map(|part| purpose(view, part));
    html! {
        <section class="part" id="sudare-choices" tabindex="-1" aria-labelledby="sudare-choices-name">
            <h2 id="sudare-choices-name">{view.word(UiWord::YourChoices)}</h2>
            if signal {
                <p class="said">{view.word(UiWord::GpcHonoured)}</p>
            }
            if view.state.only_this_page() {
                <p class="said">{view.word(UiWord::OnlyThisPage)}</p>
            }
            if view.live() {
                <div class="pair">
                    {all(view, UiWord::RefuseAll, "refuse-all", false)}
                    {all(view, UiWord::AcceptAll, "accept-all", true)}
                </div>
            } else {
                <p class="said">{view.word(UiWord::PageChoices)}</p>
            }
            <ul class="purposes" role="list">{for purposes}</ul>
        </section>
    }
}

/// A button that says the same to every purpose that can be refused.
fn all(view: View, word: UiWord, action: &'static str, yes: bool) -> Html {
    let optional = view.notice().purposes.iter().filter(|purpose| !purpose.required);
    let said: Rc<[(Text, bool)]> = optional.map(|purpose| (purpose.id.clone(), yes)).collect();
    html! {
        <button
            type="button"
            class="button"
            data-consent-action={action}
            onclick={view.act(Action::Choose(said))}
        >
            {view.word(word)}
        </button>
    }
}

fn purpose(view: View, purpose: &Purpose) -> Html {
    let notice = view.notice();
    let explained = notice.articles.iter().find(|article| article.id == purpose.article);
    let services = notice.services.iter().filter(|service| service.purpose == purpose.id);
    let services: Vec<Html> = services.map(|part| service(view, purpose, part)).collect();
    html! {
        <li class="purpose">
            <h3>{words(&purpose.name)}</h3>
            <p>{words(&purpose.text)}</p>
            if view.live() {
                {purpose_switch(view, "choice-", purpose)}
            }
            {why(view, purpose)}
            if let Some(article) = explained {
                <p class="more">{read(view, article, UiWord::ExplainedIn)}</p>
            }
            {companies(view, services)}
        </li>
    }
}

/// On what ground a purpose stands as it does.
fn why(view: View, purpose: &Purpose) -> Html {
    let why = match &view.state.snapshot {
        Some(now) => now.why.get(&purpose.id),
        None => purpose.required.then_some(Why::Required),
    };
    let Some(why) = why else { return Html::default() };
    let word = match why {
        Why::Required => UiWord::WhyRequired,
        Why::Granted | Why::Denied => UiWord::WhyChoice,
        Why::Default => UiWord::WhyDefault,
        Why::Gpc => UiWord::WhyGpc,
    };
    html! { <p class="why">{view.word(word)}</p> }
}

/// The companies behind a purpose, rolled up where they can be rolled down.
fn companies(view: View, services: Vec<Html>) -> Html {
    if services.is_empty() {
        return Html::default();
    }
    let count = services.len().to_string();
    let name = view.notice().ui.fill(UiWord::Companies, &[("{count}", &count)]);
    let list = html! { <ul class="services" role="list">{for services}</ul> };
    if view.live() {
        html! { <details><summary>{name}</summary>{list}</details> }
    } else {
        html! { <><p class="why">{name}</p>{list}</> }
    }
}
