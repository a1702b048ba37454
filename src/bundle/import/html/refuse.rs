//! Pages that hold no policy: what they seem to be, and what to do instead.

use super::super::{ImportError, vocabulary};
use super::dom::{Dom, ROOT};

/// Fewer words than these make no policy.
const FEWEST: usize = 25;

/// Refuses a page whose text is none of a policy.
pub(super) fn what_is_no_policy(dom: &Dom, seen: &str) -> Result<(), ImportError> {
    let count =
        seen.split_whitespace().count().max(seen.chars().filter(|c| !c.is_ascii()).count() / 4);
    let has_password = dom.below(ROOT, &|_| false).any(|id| {
        dom.name(id) == "input"
            && dom.attribute(id, "type").is_some_and(|t| t.eq_ignore_ascii_case("password"))
    });
    let speaks = vocabulary::of_privacy(seen);
    if has_password && (count < 150 || speaks < 3) {
        return Err(ImportError::LoginPage);
    }
    let title = super::page_title(dom).unwrap_or_default();
    if count < FEWEST || speaks == 0 {
        let lower = title.to_lowercase();
        if [
            "404",
            "not found",
            "403",
            "forbidden",
            "500",
            "error",
            "見つかりません",
            "nicht gefunden",
            "introuvable",
        ]
        .iter()
        .any(|word| lower.contains(word))
        {
            return Err(ImportError::ErrorPage { title });
        }
        let scripts = dom.below(ROOT, &|_| false).any(|id| dom.name(id) == "script");
        if count < FEWEST && scripts {
            return Err(ImportError::ScriptPage);
        }
        return Err(ImportError::NoPolicyThere { title });
    }
    Ok(())
}
