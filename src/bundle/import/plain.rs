//! A policy that is plain text: lines whose shape says what they are.

mod blocks;
mod headings;
mod line;
mod parts;
mod tables;
mod title;
mod write;

use std::collections::BTreeSet;

use super::draft::{Article, Draft};
use super::ids::Ids;
use super::outline::Role;
use super::{ImportError, Remark, escape};
use headings::Headings;
use line::Line;
use write::Joints;

/// A mark at the start of a line, for those who read lines elsewhere.
pub(super) struct FoundMark {
    /// Marks of one kind make one list.
    pub(super) kind: String,
    /// Its number, if Markdown can show it.
    pub(super) number: Option<u32>,
    /// How long it is, in bytes.
    pub(super) length: usize,
    /// It has to stay a word.
    pub(super) stays: bool,
}

/// The mark that a line begins with.
pub(super) fn mark_of(line: &str) -> Option<FoundMark> {
    let mark = line::mark(line)?;
    let stays = matches!(mark.kind, line::Kind::Kept(_));
    let counts = !stays && !matches!(mark.kind, line::Kind::Bullet(_));
    Some(FoundMark {
        kind: format!("{:?}", mark.kind),
        number: counts.then_some(mark.number),
        length: if stays {
            line.chars().next().map_or(0, char::len_utf8)
        } else {
            line.trim_end().len() - mark.rest.len()
        },
        stays,
    })
}

/// Turns plain text into the notice's Markdown.
pub(super) fn draft(text: &str) -> Result<Draft, ImportError> {
    let lines = tables::rows(parts::split(line::read(text)));
    let headings = Headings::of(&lines).ok_or(ImportError::NoPolicy)?;
    let joints = Joints::of(&lines);
    let mut remarks = tables::remarks(&lines);
    if let Some(message) = headings.title_remark {
        remarks.push(Remark::new(headings.title_line, message));
    }

    let mut out = vec![format!("# {}", escape::heading(&headings.title))];
    let mut articles = Vec::new();
    let mut ids = Ids::default();
    let mut body: Vec<Line> = Vec::new();
    for (at, line) in lines.into_iter().enumerate() {
        let Some(role) = headings.roles.get(&at) else {
            body.push(line);
            continue;
        };
        finish(&mut body, &joints, &mut out, &mut remarks);
        let heading = headings::words(&line);
        match role {
            Role::Title => {}
            Role::Article => {
                let id = ids.article(heading, articles.len() + 1);
                out.push(format!("## {} {{#{id}}}", escape::heading(heading)));
                articles.push(Article { id, heading: heading.to_owned(), line: line.number });
            }
            Role::Section(level) => {
                out.push(format!(
                    "{} {}",
                    "#".repeat(usize::from(*level)),
                    escape::heading(heading)
                ));
            }
        }
    }
    finish(&mut body, &joints, &mut out, &mut remarks);
    let markdown = out.join("\n\n") + "\n";
    Ok(Draft { markdown, articles, ids: BTreeSet::new(), remarks, moved: None })
}

/// Writes the lines between two headings.
fn finish(body: &mut Vec<Line>, joints: &Joints, out: &mut Vec<String>, remarks: &mut Vec<Remark>) {
    let blocks = blocks::of(body);
    remarks.extend(blocks::blanks(&blocks));
    let text = write::blocks(&blocks, joints);
    if !text.is_empty() {
        out.push(text);
    }
    body.clear();
}
