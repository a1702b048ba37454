//! The static page: the widget's own view of the notice, rendered here, as an HTML document. It is
//! whole without a script; with one, its own small script shows what waits on it hidden.

mod live;
mod question;

use std::fmt::Write;

use super::compiled::colour_scheme;
use crate::notice::source::Edition;
use crate::notice::{Look, plain};
use crate::widget;

/// `--paper` of `styles/notice.css`.
const DAY: &str = "#fbfaf6";
const NIGHT: &str = "#1b1914";

/// A file beside the page: its name, and what it is checked by.
pub type Beside = (String, String);

/// The document. `consent.js` has no hash here: its name stays while its content changes, and a
/// browser may still have the last one.
///
/// # Errors
/// The operating system refuses a runtime to render in.
pub fn document(edition: &Edition, style: &Beside, script: &Beside) -> std::io::Result<String> {
    let notice = &edition.notice;
    let ((style, style_integrity), (script, script_integrity)) = (style, script);
    let title = format!("{} – {}", plain(&notice.title), notice.operator.name);
    let description = match &*edition.first_layer.text {
        "" => title.as_str(),
        text => text,
    };
    let theme = match &*notice.look.theme {
        "auto" => String::new(),
        theme => format!(" data-theme=\"{theme}\""),
    };
    let mut html = String::new();
    // Writing to a String does not fail.
    let _ = write!(
        html,
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\"{theme}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <meta name=\"color-scheme\" content=\"{scheme}\">\n{colours}\
         <link rel=\"stylesheet\" href=\"{style}\" integrity=\"{style_integrity}\">\n\
         {addresses}\
         <script src=\"consent.js\"></script>\n<script src=\"{script}\" integrity=\"{script_integrity}\" defer></script>\n\
         </head>\n<body>\n{came}{question}{main}\n\
         <script type=\"application/json\" id=\"sudare-live\">{live}</script>\n</body>\n</html>\n",
        lang = escaped(&notice.lang),
        dir = notice.dir,
        title = escaped(&title),
        description = escaped(description),
        scheme = colour_scheme(&notice.look),
        colours = theme_colours(&notice.look),
        addresses = addresses(edition),
        came = question::came(notice),
        question = question::question(edition),
        live = live::live(notice),
        main = widget::render_page(notice)?,
    );
    Ok(html)
}

/// The colour of the browser's own frame: the page's paper, by day and by night.
fn theme_colours(look: &Look) -> String {
    let colour = |paper: &str, scheme: &str| {
        format!(
            "<meta name=\"theme-color\" content=\"{paper}\" media=\"(prefers-color-scheme: {scheme})\">\n"
        )
    };
    match &*look.theme {
        "light" => format!("<meta name=\"theme-color\" content=\"{DAY}\">\n"),
        "dark" => format!("<meta name=\"theme-color\" content=\"{NIGHT}\">\n"),
        _ => colour(DAY, "light") + &colour(NIGHT, "dark"),
    }
}

/// Where search engines find this page and the other languages': they take whole addresses only,
/// so there is nothing to say where the owner has not said where the folder is served.
fn addresses(edition: &Edition) -> String {
    let Edition { notice, served_at: Some(at), .. } = edition else { return String::new() };
    let at = escaped(at);
    let mut links =
        format!("<link rel=\"canonical\" href=\"{at}{}\">\n", notice.page_name(&notice.lang));
    if notice.languages.len() > 1 {
        let each = notice
            .languages
            .iter()
            .map(|language| (escaped(&language.tag), notice.page_name(&language.tag)));
        for (tag, name) in each.chain([("x-default".to_owned(), "index.html".to_owned())]) {
            let _ =
                writeln!(links, "<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{at}{name}\">");
        }
    }
    links
}

/// A text as it stands in HTML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
