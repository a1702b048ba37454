//! Which data serve which purpose: a table where there is room, a list for each kind of data where
//! there is none. The roles are said, because a style sheet that stacks a table's cells takes them
//! away.

use yew::Html;

use super::context::View;
use super::tag::{Child, list, tag};
use crate::notice::{Datum, UiWord};

/// As many purposes have room for a column each on a wide sheet.
const COLUMNS: usize = 6;

/// The table, where the owner has said anything of it.
pub(super) fn data_table(view: View) -> Option<Html> {
    let notice = view.notice();
    if notice.data.is_empty() {
        return None;
    }
    let column = |name: Html| tag!("th", ["scope" = "col", "role" = "columnheader"], name);
    let mut head = vec![column(view.word(UiWord::Data).child())];
    head.extend(notice.purposes.iter().map(|purpose| column(purpose.name.child())));
    let rows = notice.data.iter().map(|datum| row(view, datum));
    let many = notice.purposes.len() > COLUMNS;
    Some(list(vec![
        tag!("h3", ["id" = "sudare-data"], view.word(UiWord::DataByPurpose)),
        tag!(
            "table",
            [
                "class" = if many { "data stacked" } else { "data" },
                "role" = "table",
                "aria-labelledby" = "sudare-data",
            ],
            tag!("thead", ["role" = "rowgroup"], tag!("tr", ["role" = "row"], head)),
            tag!("tbody", ["role" = "rowgroup"], rows.collect::<Vec<_>>()),
        ),
    ]))
}

fn row(view: View, datum: &Datum) -> Html {
    let mut cells = vec![tag!("th", ["scope" = "row", "role" = "rowheader"], &datum.name)];
    cells.extend(view.notice().purposes.iter().map(|purpose| {
        let used = datum.purposes.contains(&purpose.id);
        let word = if used { UiWord::Used } else { UiWord::NotUsed };
        tag!(
            "td",
            ["role" = "cell", "class" = used.then_some("used"), "data-label" = &purpose.name,],
            view.word(word),
        )
    }));
    tag!("tr", ["role" = "row"], cells)
}
