//! Which headings are articles, which are sections of them, and which belong to the preamble.

use super::number;

/// A heading as its source has it.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub(super) level: u8,
    pub(super) text: String,
}

/// What a heading becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The one `#`.
    Title,
    /// An article: `##`.
    Article,
    /// A section of an article or of the preamble, at this level: 3 to 6.
    Section(u8),
}

/// The roles of a document's headings; the first is the title. None if no article is left.
pub(super) fn roles(heads: &[Head]) -> Option<Vec<Role>> {
    let rest = heads.get(1..).filter(|rest| !rest.is_empty())?;
    let parents = parents(rest);
    let container = container(rest, &parents);
    // Deeper headings before the first of the articles' own level are sections of the preamble.
    let children =
        || rest.iter().zip(&parents).enumerate().filter(|(_, (_, parent))| **parent == container);
    let level = children().map(|(_, (head, _))| head.level).min()?;
    let first = children().find(|(_, (head, _))| head.level == level).map(|(at, _)| at)?;
    let mut roles = vec![Role::Title];
    let mut depths: Vec<u8> = Vec::new();
    for (at, parent) in parents.iter().enumerate() {
        let above = parent.and_then(|parent| depths.get(parent).copied());
        // Articles have depth 0; what stands before the first of them begins at 1, as sections do.
        let depth = if at < first {
            above.map_or(1, |above| above.saturating_add(1))
        } else {
            above
                .filter(|_| parent.is_some_and(|parent| parent >= first))
                .map_or(0, |above| above.saturating_add(1))
        };
        depths.push(depth);
        roles.push(if depth == 0 {
            Role::Article
        } else {
            Role::Section(depth.saturating_add(2).min(6))
        });
    }
    Some(roles)
}

/// For each heading the nearest one before it that is above it.
fn parents(heads: &[Head]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::new();
    for (at, head) in heads.iter().enumerate() {
        while open
            .last()
            .and_then(|last| heads.get(*last))
            .is_some_and(|above| above.level >= head.level)
        {
            open.pop();
        }
        parents.push(open.last().copied());
        open.push(at);
    }
    parents
}

/// The heading whose children are the articles; none is the document itself.
///
/// A heading holds the articles if it is the last of its rank, so that nothing after it falls out, and its children
/// are many more than its own siblings, or are numbered where the siblings are not.
fn container(heads: &[Head], parents: &[Option<usize>]) -> Option<usize> {
    let children = |of: Option<usize>| -> Vec<usize> {
        (0..heads.len()).filter(|at| parents.get(*at).copied() == Some(of)).collect()
    };
    let numbered = |of: &[usize]| {
        let firsts: Vec<u32> = of
            .iter()
            .filter_map(|at| heads.get(*at))
            .filter_map(|head| number::split(&head.text))
            .filter_map(|n| n.path.last().copied())
            .collect();
        firsts.len() >= 3
            && firsts.windows(2).filter(|pair| matches!(pair, [a, b] if a + 1 == *b)).count() + 1
                == firsts.len()
    };
    let mut chosen = None;
    loop {
        let siblings = children(chosen);
        let Some(&last) = siblings.last() else { return chosen };
        let below = children(Some(last));
        let many = below.len() >= 3 && below.len() > 2 * siblings.len();
        let counted = below.len() >= siblings.len() && numbered(&below) && !numbered(&siblings);
        if !many && !counted {
            return chosen;
        }
        chosen = Some(last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(levels: &[(u8, &str)]) -> Vec<Role> {
        let heads: Vec<Head> = levels
            .iter()
            .map(|(level, text)| Head { level: *level, text: (*text).into() })
            .collect();
        roles(&heads).unwrap_or_default()
    }

    #[test]
    fn skipped_levels_still_make_articles() {
        assert_eq!(
            of(&[(1, "t"), (3, "a"), (4, "s"), (3, "b")]),
            [Role::Title, Role::Article, Role::Section(3), Role::Article]
        );
    }

    #[test]
    fn a_last_heading_with_numbered_children_holds_the_articles() {
        let heads = [
            (1, "t"),
            (2, "news"),
            (3, "today"),
            (2, "policy"),
            (3, "1 a"),
            (4, "s"),
            (3, "2 b"),
            (3, "3 c"),
        ];
        use Role::{Article, Section, Title};
        assert_eq!(
            of(&heads),
            [Title, Section(3), Section(4), Section(3), Article, Section(3), Article, Article]
        );
    }

    #[test]
    fn an_article_with_many_sections_stays_an_article() {
        let heads =
            [(1, "t"), (2, "a"), (3, "x"), (3, "y"), (3, "z"), (3, "w"), (2, "b"), (2, "c")];
        assert_eq!(of(&heads).iter().filter(|role| **role == Role::Article).count(), 3);
    }

    #[test]
    fn sections_before_the_first_article_are_the_preamble_s() {
        let heads = [(1, "t"), (3, "a"), (4, "b"), (2, "c"), (2, "d")];
        assert_eq!(
            of(&heads),
            [Role::Title, Role::Section(3), Role::Section(4), Role::Article, Role::Article]
        );
    }

    #[test]
    fn articles_may_have_the_title_s_level() {
        assert_eq!(
            of(&[(1, "t"), (1, "a"), (1, "b")]),
            [Role::Title, Role::Article, Role::Article]
        );
    }

    #[test]
    fn a_title_alone_is_no_policy() {
        assert!(roles(&[Head { level: 1, text: "t".into() }]).is_none());
    }
}
