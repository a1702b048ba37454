//! The way back from a newer text to an older one, line by line: `=3` three lines stay, `-2` two
//! lines go, `+words` a line comes. Whole lines and not words: they can be read in a version
//! control's differences, and no rule of where words end is needed to read them back.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What makes `old` of `new`.
pub fn way_back(new: &[String], old: &[String]) -> Vec<String> {
    let mut edits = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, new, old) {
        if let DiffOp::Equal { len, .. } = op {
            edits.push(format!("={len}"));
            continue;
        }
        if !op.old_range().is_empty() {
            edits.push(format!("-{}", op.old_range().len()));
        }
        edits.extend(old[op.new_range()].iter().map(|line| format!("+{line}")));
    }
    edits
}

/// The older text, if the edits fit the newer one to its end.
pub fn go_back(new: &[String], edits: &[String]) -> Option<Vec<String>> {
    let mut rest = new;
    let mut old = Vec::new();
    for edit in edits {
        if let Some(line) = edit.strip_prefix('+') {
            old.push(line.to_owned());
            continue;
        }
        let stays = edit.strip_prefix('=');
        let count: usize = stays.or_else(|| edit.strip_prefix('-'))?.parse().ok()?;
        let (these, after) = rest.split_at_checked(count)?;
        if stays.is_some() {
            old.extend_from_slice(these);
        }
        rest = after;
    }
    rest.is_empty().then_some(old)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_way_back_leads_back(old in lines(), new in lines()) {
            let edits = way_back(&new, &old);
            prop_assert_eq!(go_back(&new, &edits), Some(old));
        }

        #[test]
        fn edits_of_another_text_are_refused_or_harmless(new in lines(), edits in lines()) {
            let _ = go_back(&new, &edits);
        }
    }

    /// Lines of a few kinds, so that many are alike; some look like edits.
    fn lines() -> impl Strategy<Value = Vec<String>> {
        prop::collection::vec("[ab+=-]{0,2}[0-9]{0,2}", 0..12)
    }
}
