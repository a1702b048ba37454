//! The first layer's question, in the static page itself: at its head, above the notice, where it
//! covers nothing. It waits hidden for the page's script, which shows it while there is something to
//! ask; what `consent.js` puts over a page is not shown here (`styles/page.css`).

use super::escaped;
use crate::notice::source::Edition;
use crate::notice::{Notice, Text, UiWord};

/// Why the visitor is here and not in the dialog; the page's script shows it to those whom boot sent.
pub fn came(notice: &Notice) -> String {
    let words = escaped(&notice.ui[UiWord::AsPage]);
    format!(
        "<div class=\"sudare ask\" data-came hidden><div class=\"sheet\"><p>{words}</p></div></div>\n"
    )
}

/// The question; nothing where the owner asks none.
pub fn question(edition: &Edition) -> String {
    let Edition { notice, first_layer, .. } = edition;
    if &*notice.look.layout == "none" {
        return String::new();
    }
    let optional = notice.purposes.iter().filter(|purpose| !purpose.required);
    format!(
        "<section class=\"sudare ask\" aria-label=\"{label}\" data-asks hidden>\
         <div class=\"sheet\"><h2>{title}</h2>{text}<ul role=\"list\">{names}</ul>{surprise}\
         <div class=\"pair\">{refuse}{accept}</div>\
         <p><a href=\"#sudare-choices\">{choose}</a></p></div></section>\n",
        label = escaped(&notice.ui[UiWord::FirstLayer]),
        title = escaped(&first_layer.title),
        text = paragraph("", &first_layer.text),
        names = optional.map(|its| format!("<li>{}</li>", escaped(&its.name))).collect::<String>(),
        surprise = paragraph(" class=\"said\"", &first_layer.surprise),
        refuse = answer("refuse-all", &notice.ui[UiWord::RefuseAll]),
        accept = answer("accept-all", &notice.ui[UiWord::AcceptAll]),
        choose = escaped(&notice.ui[UiWord::Choose]),
    )
}

fn paragraph(class: &str, words: &Text) -> String {
    if words.is_empty() { String::new() } else { format!("<p{class}>{}</p>", escaped(words)) }
}

fn answer(action: &str, words: &Text) -> String {
    let words = escaped(words);
    format!("<button type=\"button\" data-consent-action=\"{action}\">{words}</button>")
}
