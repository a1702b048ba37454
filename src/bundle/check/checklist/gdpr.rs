//! GDPR article 13: what people are told when their data is collected from them.

mod wishes;

use super::super::Subject;
use super::search::Searched;
use super::{Checklist, Found, Item, State};
use wishes::{RECIPIENTS, WISHES};

pub(super) fn checklist(subject: &Subject) -> Checklist {
    let mut items = vec![controller(subject)];
    if let Some(searched) = Searched::of(subject) {
        let mut found: Vec<Item> = WISHES.iter().map(|wish| searched.item(wish)).collect();
        // In the order of the law: (e) stands between (d) and (f).
        let at = found.iter().position(|item| item.law == "13(1)(f)").unwrap_or(found.len());
        found.insert(at, recipients(subject, searched.item(&RECIPIENTS)));
        items.append(&mut found);
    }
    Checklist { id: "gdpr-13", title: "GDPR art. 13", items }
}

/// 13(1)(a): the manifest has it.
fn controller(subject: &Subject) -> Item {
    let asks = "who the controller is and how to reach them";
    let operator = subject.editions.first().map(|edition| &edition.notice.operator);
    let ways: Vec<&str> = operator
        .iter()
        .flat_map(|operator| {
            [&operator.address, &operator.email, &operator.phone]
                .into_iter()
                .flatten()
                .map(|way| &**way)
        })
        .collect();
    let place = subject.manifest.key("operator", "name").unwrap_or(0..0);
    let found = operator.map(|operator| Found {
        file: subject.manifest_file.name.clone(),
        article: String::new(),
        span: place,
        words: std::iter::once(&*operator.name)
            .chain(ways.iter().copied())
            .collect::<Vec<_>>()
            .join(", "),
    });
    let (state, note) = match ways.is_empty() {
        true => (State::Unclear, Some("[operator] has no address, email or phone".to_owned())),
        false => (State::Present, None),
    };
    Item { law: "13(1)(a)", asks, state, found, note }
}

/// 13(1)(e): the services that the manifest declares are recipients as well.
fn recipients(subject: &Subject, item: Item) -> Item {
    let services = subject.editions.first().map(|edition| &*edition.notice.services);
    let named: Vec<&str> = services
        .iter()
        .flat_map(|all| all.iter())
        .filter_map(|service| service.recipient.as_deref())
        .collect();
    if item.state == State::Present || named.is_empty() {
        return item;
    }
    let found = Found {
        file: subject.manifest_file.name.clone(),
        article: String::new(),
        span: subject.manifest.entry("service", 0, "recipient"),
        words: named.join(", "),
    };
    let note =
        "the services are named; no sentence was found about others, such as a host".to_owned();
    Item { state: State::Unclear, found: Some(found), note: Some(note), ..item }
}
