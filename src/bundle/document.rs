//! The static page: the widget's own view of the notice, rendered here, as an HTML document.

use std::fmt::Write;

use crate::notice::source::Edition;
use crate::notice::{Notice, plain};
use crate::widget;

/// The document. `style` is the file name of the style sheet beside it.
///
/// # Errors
/// The operating system refuses a runtime to render in.
pub fn document(edition: &Edition, style: &str) -> std::io::Result<String> {
    let notice = &edition.notice;
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
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"stylesheet\" href=\"{style}\">\n\
         <link rel=\"canonical\" href=\"{canonical}\">\n{alternates}</head>\n<body>\n{main}\n</body>\n</html>\n",
        lang = escaped(&notice.lang),
        dir = notice.dir,
        title = escaped(&title),
        description = escaped(description),
        canonical = notice.page_name(&notice.lang),
        alternates = alternates(notice),
        main = widget::render_page(notice)?,
    );
    Ok(html)
}

fn alternates(notice: &Notice) -> String {
    if notice.languages.len() < 2 {
        return String::new();
    }
    let mut links = String::new();
    for language in &notice.languages {
        let name = notice.page_name(&language.tag);
        let tag = escaped(&language.tag);
        let _ = writeln!(links, "<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{name}\">");
    }
    links
}

/// A text as it stands in HTML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
