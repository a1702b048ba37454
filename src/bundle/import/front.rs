//! The lines of data at the start of a Markdown file: what a site generator reads and no visitor sees.

use super::Remark;

/// The text without them, its lines where they were, and what there is to say. Their title is the policy's where the
/// text has none of the first rank.
pub(super) fn strip(text: &str) -> Option<(String, Remark)> {
    let (fence, sign) = if text.starts_with("---\n") {
        ("---", ':')
    } else if text.starts_with("+++\n") {
        ("+++", '=')
    } else {
        return None;
    };
    let data: Vec<&str> =
        text.lines().skip(1).take_while(|line| line.trim_end() != fence).collect();
    let keys: Vec<(&str, &str)> = data.iter().filter_map(|line| line.split_once(sign)).collect();
    let whole = |line: &&&str| {
        line.trim().is_empty()
            || line.starts_with([' ', '\t', '-', '#', ']', '}'])
            || line.split_once(sign).is_some_and(|(key, _)| {
                key.trim().chars().all(|c| c.is_alphanumeric() || "-_.\"'".contains(c))
            })
    };
    let rest: String = text.split_inclusive('\n').skip(data.len() + 2).collect();
    if keys.is_empty() || data.iter().filter(whole).count() < data.len() || rest.trim().is_empty() {
        return None;
    }
    let title = keys
        .iter()
        .find(|(key, _)| key.trim() == "title")
        .map(|(_, value)| value.trim().trim_matches(['"', '\'']).trim())
        .filter(|title| title.contains(char::is_alphanumeric) && !has_title(&rest));
    let mut out = title.map(|title| format!("# {title}")).unwrap_or_default();
    out.push_str(&"\n".repeat(data.len() + 2));
    out.push_str(&rest);
    let names: Vec<&str> = keys.iter().map(|(key, _)| key.trim()).take(6).collect();
    let end = if title.is_some() { "; its title became the policy's" } else { "" };
    let message =
        format!("Left out: the data that the file begins with ({}){end}.", names.join(", "));
    Some((out, Remark::new(1, message)))
}

/// The first heading is one of the first rank.
fn has_title(markdown: &str) -> bool {
    let mut lines = markdown.lines().map(str::trim_end).peekable();
    while let Some(line) = lines.next() {
        let underlined = !line.is_empty()
            && lines.peek().is_some_and(|next| !next.is_empty() && next.chars().all(|c| c == '='));
        if underlined || line.starts_with("# ") {
            return true;
        }
        if line.starts_with("##") {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_left_out_and_its_title_taken_where_there_is_none() {
        let text = "---\ntitle: \"Privacy\"\nlayout: page\n---\n\n## Data\n\nWe have some.\n";
        let (out, remark) = strip(text).unwrap();
        assert_eq!(out, "# Privacy\n\n\n\n\n## Data\n\nWe have some.\n");
        assert!(remark.message.contains("title, layout") && remark.message.contains("became"));
        assert_eq!(out.lines().count(), text.lines().count());
    }

    #[test]
    fn a_title_of_the_text_s_own_stays() {
        let (out, _) = strip("+++\ntitle = 'x'\n+++\nPrivacy\n===\n\nText.\n").unwrap();
        assert_eq!(out, "\n\n\nPrivacy\n===\n\nText.\n");
    }

    #[test]
    fn a_rule_above_text_is_no_data() {
        assert_eq!(strip("---\nWe care for privacy.\n---\nText.\n"), None);
        assert_eq!(strip("# Privacy\n\n---\na: b\n---\n"), None);
    }
}
