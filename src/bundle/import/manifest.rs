//! The text of `notice.toml`: what was found, where, and what is left for the owner to write.

use super::contact;
use super::dates::{self, Date};
use super::ids::Ids;
use super::named::{self, Named};
use super::operator::{self, Operator};
use super::purposes::{self, Kind, Purpose};
use super::reading::Read;
use super::services::{self, Service};
use super::wording::Words;
use crate::notice::source::slug;
use crate::notice::source::topic::Guess;

/// The longest piece of the source that a comment quotes.
const EXCERPT: usize = 60;

/// Writes the manifest of a policy.
pub(super) fn write(
    read: &Read,
    lang: &'static str,
    topics: &[(String, Option<Guess>)],
    file_name: &str,
    today: (u16, u8, u8),
) -> String {
    let (text, draft) = (read.text.as_str(), &read.draft);
    let operator = operator::of(text, file_name);
    let named = named::of(text, &draft.articles, &operator.name);
    let purposes = purposes::of(text, &draft.articles);
    let purposes = purposes::with_named(purposes, &named, &draft.articles);
    let has_ads = purposes.iter().any(|purpose| purpose.kind == Kind::Ads);
    let kinds: Vec<&str> = purposes.iter().map(|purpose| purpose.kind.id()).collect();
    let services = if has_ads { services::of(&draft.markdown, &kinds) } else { Vec::new() };

    let mut toml = Toml { text: String::new(), read };
    toml.comment(&format!(
        "Imported from {}. Look at the lines marked \"check\", write those marked \"draft\" anew.",
        file_stem(file_name)
    ));
    toml.line("format = 1");
    toml.pair("id", &notice_id(&operator, file_name), "");
    toml.operator(&operator, text);
    toml.notice(text, lang, today);
    toml.line("\n[regimes]");
    toml.line("default = \"opt-in\"    # check: what holds where nobody has chosen yet");
    let words = Words { lang, operator: &operator.name };
    toml.first_layer(&words, &kinds);
    for purpose in &purposes {
        toml.purpose(&words, purpose);
    }
    for service in &services {
        toml.service(service);
    }
    let taken: Vec<&str> =
        kinds.iter().copied().chain(services.iter().map(|service| service.id.as_str())).collect();
    for service in named.iter().filter(|named| !is_listed(named, &services)) {
        toml.named(service, &taken);
    }
    toml.topics(topics);
    toml.text
}

/// An opt-out list has the service already.
fn is_listed(named: &Named, services: &[Service]) -> bool {
    let name = named.name.to_lowercase();
    services.iter().any(|service| {
        let listed = service.name.to_lowercase();
        listed.match_indices(&name).any(|(at, _)| {
            let (before, after) = (listed.get(..at), listed.get(at + name.len()..));
            !before.is_some_and(|before| before.ends_with(char::is_alphanumeric))
                && !after.is_some_and(|after| after.starts_with(char::is_alphanumeric))
        })
    })
}

/// The operator's name in an id's letters, without its kind of company.
fn notice_id(operator: &Operator, file_name: &str) -> String {
    let mut words: Vec<&str> = operator.name.split_whitespace().collect();
    while words.len() > 1
        && (operator::is_company(words.last().unwrap_or(&""))
            || words.last().is_some_and(|w| w.to_lowercase().starts_with("co.")))
    {
        words.pop();
    }
    let from_file = slug(&operator::name_of_file(file_name));
    Ids::default().name(&words.join(" "), if from_file.is_empty() { "notice" } else { &from_file })
}

fn file_stem(file_name: &str) -> String {
    file_name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
}

struct Toml<'a> {
    text: String,
    read: &'a Read,
}

impl Toml<'_> {
    /// Where something was found, as a comment says it.
    fn found(&self, line: usize, words: &str) -> String {
        found(self.read.line(line), words)
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn comment(&mut self, words: &str) {
        self.line(&format!("# {}", one_line(words)));
    }

    /// A key with a string, and a comment unless it is empty.
    fn pair(&mut self, key: &str, value: &str, comment: &str) {
        let comment =
            if comment.is_empty() { String::new() } else { format!("    # {}", one_line(comment)) };
        self.line(&format!("{key} = {}{comment}", string(value)));
    }

    fn operator(&mut self, operator: &Operator, text: &str) {
        self.line("\n[operator]");
        let comment = match &operator.found {
            Some((line, words)) => self.found(*line, around(words, &operator.name)),
            None => "check: no company was found; this is the file's name".to_owned(),
        };
        self.pair("name", &operator.name, &comment);
        for (key, found) in [("email", contact::email(text)), ("phone", contact::phone(text))] {
            if let Some(found) = found {
                let line = self.read.line(found.line);
                self.pair(key, &found.value, &format!("check: found in line {line}"));
            }
        }
    }

    fn notice(&mut self, text: &str, lang: &str, today: (u16, u8, u8)) {
        self.line("\n[notice]");
        let own = dates::own(text);
        let today = Date::new(today.0, today.1, today.2)
            .or(Date::new(1970, 1, 1))
            .map(|date| date.to_string());
        let (date, comment) = match &own {
            Some(own) => (own.last.date.to_string(), self.found(own.last.line, &own.last.text)),
            None => (
                today.unwrap_or_default(),
                "check: no date was found; this is the day of the import".to_owned(),
            ),
        };
        self.pair("revision", &date, "");
        self.line(&format!("effective = {date}    # {}", one_line(&comment)));
        if let Some(own) = own.filter(|own| own.first.date < own.last.date) {
            let comment = self.found(own.first.line, &own.first.text);
            self.line(&format!("published = {}    # {}", own.first.date, one_line(&comment)));
        }
        self.line(&format!("languages = [{}]", string(lang)));
    }

    fn first_layer(&mut self, words: &Words<'_>, kinds: &[&str]) {
        self.line("\n[first-layer]");
        self.line("# draft: yours to write");
        if !words.are_in_its_language() {
            self.line("# Sudare has no words of its own in this language: these are English");
        }
        self.line(&format!("title = {}", words.table(&words.title())));
        self.line(&format!("text = {}", words.table(&words.text(kinds))));
    }

    fn purpose(&mut self, words: &Words<'_>, purpose: &Purpose) {
        let (name, text) = words.purpose(purpose.kind);
        self.line("\n[[purpose]]");
        match &purpose.found {
            Some((line, words)) => {
                let comment = self.found(*line, words);
                self.comment(&comment);
            }
            None => self.comment(
                "check: nothing in the text speaks of it; the first article stands for it",
            ),
        }
        self.pair("id", purpose.kind.id(), "");
        self.line(&format!("name = {}    # draft: yours to write", words.table(name)));
        self.line(&format!("text = {}    # draft: yours to write", words.table(text)));
        if purpose.kind == Kind::Necessary {
            self.line("required = true");
        }
        if purpose.kind == Kind::Ads {
            self.line("gpc = true");
        }
        self.pair("article", &purpose.article, "");
    }

    /// A service that the text names.
    fn named(&mut self, service: &Named, taken: &[&str]) {
        self.line("\n[[service]]");
        self.comment(&format!(
            "{}; what is sent, to whom and for what, is yours to say",
            self.found(service.line, &service.words)
        ));
        let id = if taken.contains(&service.id.as_str()) {
            format!("{}-service", service.id)
        } else {
            service.id.clone()
        };
        self.pair("id", &id, "");
        self.pair("name", &service.name, "");
        self.pair("purpose", service.kind.id(), "check: what it is used for here");
    }

    /// What each article seems to speak of.
    fn topics(&mut self, topics: &[(String, Option<Guess>)]) {
        self.line("");
        self.comment(
            "check: what each article seems to speak of, with what says so. Only you can know.",
        );
        for (id, guess) in topics {
            match guess {
                Some(guess) => self.comment(&format!("  {id}: {guess}")),
                None => self.comment(&format!("  {id}: nothing that can be told")),
            }
        }
    }

    fn service(&mut self, service: &Service) {
        self.line("\n[[service]]");
        self.pair("id", &service.id, "");
        self.pair("name", &service.name, "");
        self.pair("purpose", Kind::Ads.id(), "");
        if service.is_company {
            self.pair("recipient", &service.name, "");
        }
        let comment = match &service.instead_of {
            Some(target) => format!(
                "    # check: the address that is shown; the link itself goes to {}",
                one_line(target)
            ),
            None => String::new(),
        };
        match service.opt_out.as_slice() {
            [] => {}
            [one] => self.line(&format!("opt-out = {}{comment}", string(one))),
            many => {
                let many: Vec<String> = many.iter().map(|address| string(address)).collect();
                self.line(&format!("opt-out = [{}]{comment}", many.join(", ")));
            }
        }
    }
}

impl Words<'_> {
    /// A table with one string, in the notice's language.
    fn table(&self, words: &str) -> String {
        format!("{{ {} = {} }}", self.lang, string(words))
    }
}

fn found(line: usize, words: &str) -> String {
    let words = one_line(words);
    let short: String = words.chars().take(EXCERPT).collect();
    let more = if short.len() < words.len() { "…" } else { "" };
    format!("check: found in line {line}: \"{short}{more}\"")
}

/// The words from a name on, so that a comment's excerpt shows it.
fn around<'a>(words: &'a str, name: &str) -> &'a str {
    words.find(name).and_then(|at| words.get(at..)).unwrap_or(words)
}

/// Without line ends and control characters, which a comment may not have.
fn one_line(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A TOML string.
fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_string_is_a_toml_string() {
        let odd = "a \"b\" \\ \n\t\u{1}\u{7f}簾";
        let text = format!("a = {}", string(odd));
        let read = toml::de::DeTable::parse(&text).unwrap();
        assert_eq!(read.get_ref()["a"].get_ref().as_str(), Some(odd));
    }

    #[test]
    fn a_comment_has_one_short_line() {
        let comment = found(3, &"long words\n".repeat(20));
        assert!(!comment.contains('\n') && comment.chars().count() < 100);
    }
}
